create type consultation_state as enum ('draft', 'open', 'closed', 'published', 'withdrawn');
create type provision_kind as enum ('part', 'chapter', 'section', 'article', 'item', 'appendix', 'whole');
create type policy_comment_origin as enum ('unit', 'member', 'public');
create type policy_comment_state as enum ('draft', 'sent', 'waiting', 'hidden');
create type policy_comment_outcome as enum ('accepted', 'partly', 'refused');

-- A draft law or policy on which a bloc collects opinions, article by article.
create table consultation (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  -- Of its public address.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title = btrim(title) and title <> ''),
  -- Who drafts the text and will hear what comes of it.
  drafter text not null default '',
  about text not null default '',
  file_name text not null default '',
  source_text text not null check (source_text <> ''),
  state consultation_state not null default 'draft',
  is_public boolean not null default false,
  closes_on date,
  opened_on date,
  closed_at timestamptz,
  closed_by uuid references account,
  withdrawn_reason text,
  outcome_note text not null default '',
  published_by uuid references account,
  published_by_name text not null default '',
  published_at timestamptz,
  version integer not null default 1,
  brought_by uuid not null references account,
  brought_at timestamptz not null,
  check (state not in ('open', 'closed', 'published') or (closes_on is not null and opened_on is not null)),
  check (closes_on is null or opened_on is null or closes_on >= opened_on),
  check ((state = 'published') = (published_at is not null)),
  check ((published_at is null) = (published_by is null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null)),
  check (state not in ('closed', 'published') or closed_at is not null)
);
create index on consultation (bloc_year_id, brought_at);
create index on consultation (closes_on) where state = 'open';

-- What the text is made of, as it was read; made anew while the text is corrected, fixed from the opening on.
create table provision (
  id uuid primary key,
  consultation_id uuid not null references consultation on delete cascade,
  position integer not null check (position > 0),
  kind provision_kind not null,
  number text not null default '',
  title text not null default '',
  body text not null default '',
  unique (consultation_id, position),
  unique (id, consultation_id)
);

create table consultation_unit (
  consultation_id uuid not null references consultation,
  unit_id uuid not null references unit,
  -- When its leader last sent what it has to say; a unit may also say that it has nothing to say.
  sent_at timestamptz,
  has_none boolean not null default false,
  primary key (consultation_id, unit_id),
  check (not has_none or sent_at is not null)
);

create table consultation_member (
  consultation_id uuid not null references consultation,
  account_id uuid not null references account,
  primary key (consultation_id, account_id)
);

create table policy_comment (
  id uuid primary key,
  consultation_id uuid not null references consultation,
  -- Without one the comment is on the text as a whole.
  provision_id uuid,
  origin policy_comment_origin not null,
  unit_id uuid references unit,
  -- Nobody, where it came from the public.
  written_by uuid references account,
  -- As the writer is called; of the public what the writer gave, which may be nothing.
  writer text not null default '',
  place text not null default '',
  text text not null default '',
  -- The provision as the writer would have it.
  proposed text not null default '',
  state policy_comment_state not null,
  hidden_reason text not null default '',
  written_at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid references account,
  checked_by uuid references account,
  checked_at timestamptz,
  outcome policy_comment_outcome,
  reason text not null default '',
  decided_by uuid references account,
  decided_by_name text not null default '',
  decided_at timestamptz,
  version integer not null default 1,
  foreign key (provision_id, consultation_id) references provision (id, consultation_id),
  check (text <> '' or proposed <> ''),
  check (proposed = '' or provision_id is not null),
  check ((origin = 'unit') = (unit_id is not null)),
  check ((origin = 'public') = (written_by is null)),
  check (origin = 'public' or state in ('draft', 'sent')),
  check (origin <> 'public' or state <> 'draft'),
  check ((state = 'sent') = (sent_at is not null)),
  check ((state = 'hidden') = (hidden_reason <> '')),
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check (outcome is null or state = 'sent'),
  check (outcome not in ('partly', 'refused') or reason <> ''),
  -- Nobody decides on a comment of their own.
  check (decided_by <> written_by),
  check (decided_by <> sent_by)
);
create index on policy_comment (consultation_id, provision_id, sent_at);
create index on policy_comment (consultation_id) where state = 'waiting';

create type supervision_kind as enum ('supervision', 'criticism');
create type supervision_state as enum ('planned', 'held', 'concluded', 'cancelled');

-- A supervision (giám sát) or a social criticism (phản biện xã hội) as a file.
create table supervision (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  kind supervision_kind not null,
  title text not null check (title = btrim(title) and title <> ''),
  -- Whose, or on what, it is: the body supervised, the draft criticised.
  subject text not null check (subject <> ''),
  request text not null default '',
  legal_basis text not null default '',
  lead_unit_id uuid not null references unit,
  consultation_id uuid references consultation,
  planned_on date not null,
  place text not null default '',
  participants text not null default '',
  held_on date,
  people integer check (people >= 0),
  conclusion text not null default '',
  concluded_on date,
  cancel_reason text,
  state supervision_state not null default 'planned',
  version integer not null default 1,
  created_by uuid not null references account,
  created_at timestamptz not null,
  check (state not in ('held', 'concluded') or held_on is not null),
  check ((state = 'concluded') = (conclusion <> '')),
  check ((state = 'concluded') = (concluded_on is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (consultation_id is null or kind = 'criticism')
);
create index on supervision (bloc_year_id, planned_on);

create table supervision_recommendation (
  id uuid primary key,
  supervision_id uuid not null references supervision,
  position integer not null check (position > 0),
  text text not null check (text <> ''),
  addressee text not null check (addressee <> ''),
  due_on date not null,
  answered_on date,
  answer text not null default '',
  document text not null default '',
  outcome policy_comment_outcome,
  recorded_by uuid references account,
  recorded_at timestamptz,
  added_by uuid not null references account,
  added_at timestamptz not null,
  unique (supervision_id, position),
  check ((answered_on is null) = (answer = '')),
  check ((answered_on is null) = (outcome is null)),
  check ((answered_on is null) = (recorded_by is null))
);

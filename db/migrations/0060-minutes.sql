create type minutes_state as enum ('drafting', 'sent', 'frozen', 'closed', 'void');
create type minutes_role as enum ('chair', 'secretary');
create type minutes_section as enum ('opening', 'attendance', 'proceedings', 'signatures', 'tasks', 'closing');
-- Where the words of a passage come from; the rule writes fixed words, the hand of the secretary free ones.
create type passage_source as enum ('conference', 'roll', 'agenda', 'agreement', 'tasks', 'rule', 'hand');
create type correction_state as enum ('open', 'accepted', 'refused');
create type resolution_kind as enum ('resolution', 'conclusion');
create type resolution_state as enum ('open', 'reported', 'confirmed');

-- The minutes of a conference; after a refusal or a return the next version goes on with the same words.
create table minutes (
  id uuid primary key,
  conference_id uuid not null references conference,
  bloc_year_id uuid not null references bloc_year,
  version integer not null check (version > 0),
  state minutes_state not null default 'drafting',
  copies integer not null default 2 check (copies between 1 and 99),
  -- The number of the draft that the members read; an accepted correction makes the next one.
  draft integer not null default 0 check (draft >= 0),
  -- The last day for corrections, inclusive, in Asia/Ho_Chi_Minh.
  respond_by date,
  canonical_text text,
  text_sha256 text,
  document_id uuid references signed_document,
  is_sample boolean not null default false,
  sent_at timestamptz,
  frozen_at timestamptz,
  closed_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  created_by uuid not null references account,
  created_at timestamptz not null,
  unique (conference_id, version),
  check ((sent_at is null) = (respond_by is null)),
  check (state not in ('sent', 'frozen', 'closed') or (sent_at is not null and draft > 0)),
  check (num_nonnulls(canonical_text, text_sha256, document_id, frozen_at) in (0, 4)),
  check (state not in ('frozen', 'closed') or document_id is not null),
  check (state not in ('drafting', 'sent') or document_id is null),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'void') = (voided_at is not null and void_reason <> ''))
);
create unique index minutes_live on minutes (conference_id) where state <> 'void';
create index on minutes (bloc_year_id);
create index on minutes (document_id) where document_id is not null;

-- What the rule wrote stays beside what the secretary made of it.
create table minutes_passage (
  id uuid primary key,
  minutes_id uuid not null references minutes,
  -- What it is about: `opening`, `item <id>`, of a passage by hand its own id.
  key text not null,
  section minutes_section not null,
  position integer not null,
  title text not null default '',
  generated text not null default '',
  -- What stands instead of the generated words, and the words that it was made from.
  written text,
  written_from text,
  is_left_out boolean not null default false,
  source passage_source not null,
  written_by uuid references account,
  written_at timestamptz,
  unique (minutes_id, key),
  unique (minutes_id, id),
  check (written is null or (written_from is not null and written_by is not null and written_at is not null)),
  check (source <> 'hand' or (generated = '' and written is not null))
);

-- A draft as the members were given it.
create table minutes_draft (
  minutes_id uuid not null references minutes,
  number integer not null check (number > 0),
  passages jsonb not null,
  reason text not null default '',
  made_by uuid not null references account,
  made_at timestamptz not null,
  primary key (minutes_id, number)
);

create table minutes_correction (
  id uuid primary key,
  minutes_id uuid not null,
  passage_id uuid not null,
  unit_id uuid not null references unit,
  draft integer not null,
  said text not null check (said <> ''),
  wanted text not null default '',
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  state correction_state not null default 'open',
  answer text not null default '',
  decided_by uuid references account,
  decided_at timestamptz,
  foreign key (minutes_id, passage_id) references minutes_passage (minutes_id, id),
  check ((state = 'open') = (decided_by is null and decided_at is null)),
  check (state <> 'refused' or answer <> ''),
  check (decided_by <> requested_by)
);
create index on minutes_correction (minutes_id, requested_at);

-- A unit that has nothing to correct in a draft.
create table minutes_assent (
  minutes_id uuid not null,
  draft integer not null,
  unit_id uuid not null references unit,
  given_by uuid not null references account,
  given_at timestamptz not null,
  primary key (minutes_id, draft, unit_id),
  foreign key (minutes_id, draft) references minutes_draft (minutes_id, number)
);

-- Who signs, fixed at the freezing; nobody signs in both places, and nobody for another.
create table minutes_signer (
  minutes_id uuid not null references minutes,
  role minutes_role not null,
  unit_id uuid not null references unit,
  unit_name text not null,
  field text not null,
  mandate_id uuid not null references mandate,
  account_id uuid not null references account,
  signer_name text not null,
  signer_post text not null,
  state signer_state not null default 'waiting',
  decided_at timestamptz,
  device text,
  refusal_reason text,
  primary key (minutes_id, role),
  unique (minutes_id, account_id),
  check (state <> 'refused' or refusal_reason is not null),
  check ((state = 'waiting') = (decided_at is null))
);

-- Nghị quyết, kết luận: one line for each thing that a unit is charged with.
create table resolution (
  id uuid primary key,
  conference_id uuid not null,
  bloc_year_id uuid not null references bloc_year,
  decision_id uuid,
  kind resolution_kind not null,
  number text not null check (number = btrim(number) and number <> ''),
  issued_on date not null,
  text text not null check (text <> ''),
  unit_id uuid not null references unit,
  due_on date not null check (due_on >= issued_on),
  state resolution_state not null default 'open',
  issued_by uuid not null references account,
  issued_at timestamptz not null,
  foreign key (conference_id) references conference (id),
  foreign key (conference_id, decision_id) references conference_decision (conference_id, id)
);
create index on resolution (bloc_year_id, due_on);
create index on resolution (conference_id);

-- What the unit reports, and who else looked at it; a report that was returned stays.
create table resolution_report (
  resolution_id uuid not null references resolution,
  number integer not null check (number > 0),
  done_on date not null,
  result text not null check (result <> ''),
  reported_by uuid not null references account,
  reported_at timestamptz not null,
  is_confirmed boolean,
  reason text not null default '',
  decided_by uuid references account,
  decided_at timestamptz,
  primary key (resolution_id, number),
  check (num_nonnulls(is_confirmed, decided_by, decided_at) in (0, 3)),
  check (is_confirmed is distinct from false or reason <> ''),
  check (decided_by <> reported_by)
);

-- A vote on paper: the count of three tellers of different units.
create table paper_count (
  id uuid primary key,
  conference_id uuid not null references conference,
  bloc_year_id uuid not null references bloc_year,
  title text not null check (title <> ''),
  issued integer not null check (issued > 0),
  returned integer not null check (returned between 0 and issued),
  valid integer not null check (valid >= 0),
  invalid integer not null check (invalid >= 0),
  counted_by uuid not null references account,
  counted_at timestamptz not null,
  check (valid + invalid = returned)
);
create index on paper_count (conference_id, counted_at);

create table paper_count_teller (
  count_id uuid not null references paper_count,
  position integer not null check (position between 1 and 3),
  invitee_id uuid not null references conference_invitee,
  unit_id uuid not null references unit,
  name text not null,
  primary key (count_id, position),
  unique (count_id, unit_id)
);

create table paper_count_nominee (
  count_id uuid not null references paper_count,
  position integer not null check (position > 0),
  name text not null check (name <> ''),
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  primary key (count_id, position)
);

do $$ begin
  execute format(
    'revoke update, delete, truncate on minutes_draft, minutes_assent, paper_count, paper_count_teller,
      paper_count_nominee from %I', current_schema());
end $$;

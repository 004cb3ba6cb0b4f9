create type conference_pattern as enum ('signing', 'midyear', 'nomination', 'yearend', 'other');
create type conference_state as enum ('draft', 'invited', 'opened', 'closed', 'cancelled');
-- What the large screen shows of an item: its words, the agreement's text, or who has signed.
create type conference_show as enum ('item', 'agreement', 'signatures');
create type invitee_kind as enum ('delegate', 'guest');
create type invitee_answer as enum ('accepted', 'declined', 'proxy');
create type attendance_state as enum ('present', 'proxy', 'absent');
-- Ticked by the secretary, or by the person with the code on the invitation or on the large screen.
create type attendance_way as enum ('roll', 'invitation', 'screen');
create type speaker_state as enum ('asked', 'spoken', 'withdrawn');
create type conference_task_state as enum ('open', 'done', 'dropped');

alter type mail_kind add value 'conference';
alter type legal_measure add value 'share';

-- A conference of a bloc-year. Days and times are of Asia/Ho_Chi_Minh.
create table conference (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  -- The other year that it concerns: one conference may close a year and open the next.
  other_year_id uuid references bloc_year check (other_year_id <> bloc_year_id),
  pattern conference_pattern not null,
  title text not null check (title = btrim(title) and title <> ''),
  state conference_state not null default 'draft',
  held_on date not null,
  starts_at time not null,
  ends_at time check (ends_at > starts_at),
  place text not null default '',
  chair_account_id uuid references account,
  chair_unit_id uuid references unit,
  chair_name text not null default '',
  chair_post text not null default '',
  secretary_account_id uuid references account,
  secretary_unit_id uuid references unit,
  secretary_name text not null default '',
  secretary_post text not null default '',
  -- The share of those with a vote that must be there, '2/3', and where it stands. Empty before the opening: the law's.
  quorum_share text not null default '' check (quorum_share = '' or quorum_share ~ '^[1-9]\d?/[1-9]\d?$'),
  quorum_source text not null default '',
  -- SEQUENCE of RFC 5545 in the invitations.
  sequence integer not null default 0,
  -- What the large screen shows now: the secretary steers.
  present_item_id uuid,
  created_by uuid not null references account,
  created_at timestamptz not null,
  invited_at timestamptz,
  opened_at timestamptz,
  opened_by uuid references account,
  -- The roll when it was opened.
  opened_voters integer,
  opened_present integer,
  opened_proxy integer,
  closed_at timestamptz,
  closed_by uuid references account,
  cancelled_at timestamptz,
  cancel_reason text,
  version integer not null default 1,
  check ((quorum_share = '') = (quorum_source = '')),
  check (chair_account_id is null or chair_account_id <> secretary_account_id),
  check (state not in ('invited', 'opened', 'closed') or (invited_at is not null and chair_name <> '' and secretary_name <> '')),
  check ((state in ('opened', 'closed')) = (opened_at is not null)),
  check ((opened_at is null) = (num_nonnulls(opened_by, opened_voters, opened_present, opened_proxy) = 0)),
  check (opened_present + opened_proxy <= opened_voters),
  check ((state = 'closed') = (closed_at is not null and closed_by is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null and cancel_reason <> ''))
);
create index on conference (bloc_year_id, held_on);
create index on conference (other_year_id) where other_year_id is not null;

create table conference_item (
  id uuid primary key,
  conference_id uuid not null references conference,
  position integer not null check (position > 0),
  title text not null check (title = btrim(title) and title <> ''),
  body text not null default '',
  -- Planned length.
  minutes integer check (minutes between 1 and 600),
  presenter text not null default '',
  shows conference_show not null default 'item',
  unique (conference_id, position) deferrable initially deferred,
  unique (conference_id, id)
);
alter table conference add foreign key (id, present_item_id) references conference_item (conference_id, id);

-- A paper of an item that is a record of ours, by its address; files are cited from the store of evidence.
create table conference_paper (
  id uuid primary key,
  conference_id uuid not null,
  item_id uuid not null,
  title text not null check (title <> ''),
  path text not null check (path like '/%' and path not like '//%'),
  position integer not null,
  foreign key (conference_id, item_id) references conference_item (conference_id, id) on delete cascade
);
create index on conference_paper (item_id, position);

-- Who is invited: delegates of units, of whom some have a vote, and guests.
create table conference_invitee (
  id uuid primary key,
  conference_id uuid not null references conference,
  kind invitee_kind not null,
  unit_id uuid references unit,
  account_id uuid references account,
  name text not null check (name = btrim(name) and name <> ''),
  post text not null default '',
  -- Of a guest: from where.
  organisation text not null default '',
  email text not null default '',
  has_vote boolean not null default false,
  -- An absent voter who was asked in writing has a vote.
  asked_in_writing_at timestamptz,
  position integer not null,
  -- SHA-256 of the code in the link of the invitation.
  code_hash bytea unique,
  code_edition integer not null default 0,
  invited_at timestamptz,
  -- Taken from the list after they were told.
  removed_at timestamptz,
  added_by uuid not null references account,
  unique (conference_id, id),
  check ((kind = 'delegate') = (unit_id is not null)),
  check (kind = 'delegate' or not has_vote),
  check ((code_hash is null) = (code_edition = 0))
);
create index on conference_invitee (conference_id, position);
create index on conference_invitee (account_id) where account_id is not null;

-- What was answered; the latest counts. Without an account it was answered by the link.
create table conference_reply (
  invitee_id uuid not null references conference_invitee,
  version integer not null check (version > 0),
  answer invitee_answer not null,
  note text not null default '',
  proxy_name text not null default '',
  proxy_post text not null default '',
  proxy_mandate text not null default '',
  replied_by uuid references account,
  replied_at timestamptz not null,
  primary key (invitee_id, version),
  check ((answer = 'proxy') = (proxy_name <> ''))
);

-- The roll; the latest line of an invitee counts, the earlier ones are its history.
create table conference_attendance (
  -- The sender's own: the same entry sent twice stands once.
  id uuid primary key,
  conference_id uuid not null,
  invitee_id uuid not null,
  version integer not null check (version > 0),
  state attendance_state not null,
  proxy_name text not null default '',
  proxy_mandate text not null default '',
  way attendance_way not null,
  marked_by uuid references account,
  marked_at timestamptz not null,
  unique (invitee_id, version),
  foreign key (conference_id, invitee_id) references conference_invitee (conference_id, id),
  check ((state = 'proxy') = (proxy_name <> '')),
  check ((state = 'proxy') = (proxy_mandate <> '')),
  check (way <> 'roll' or marked_by is not null)
);
create index on conference_attendance (conference_id);

create table conference_speaker (
  id uuid primary key,
  conference_id uuid not null,
  item_id uuid,
  invitee_id uuid not null,
  topic text not null default '',
  position integer not null,
  state speaker_state not null default 'asked',
  asked_at timestamptz not null,
  settled_at timestamptz,
  -- What was said, in a few words, for the minutes.
  summary text not null default '',
  foreign key (conference_id, invitee_id) references conference_invitee (conference_id, id),
  foreign key (conference_id, item_id) references conference_item (conference_id, id),
  check ((state = 'asked') = (settled_at is null))
);
create index on conference_speaker (conference_id, position);

create table conference_decision (
  id uuid primary key,
  conference_id uuid not null references conference,
  item_id uuid,
  position integer not null,
  text text not null check (text <> ''),
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  unique (conference_id, id),
  foreign key (conference_id, item_id) references conference_item (conference_id, id)
);
create index on conference_decision (conference_id, position);

-- A vote counted by hand, with the roll of that moment.
create table conference_vote (
  id uuid primary key,
  conference_id uuid not null,
  item_id uuid,
  decision_id uuid,
  question text not null check (question <> ''),
  voters integer not null check (voters > 0),
  present integer not null check (present >= 0),
  proxies integer not null check (proxies >= 0),
  -- Absent voters who were asked in writing.
  in_writing integer not null check (in_writing >= 0),
  votes_for integer not null check (votes_for >= 0),
  votes_against integer not null check (votes_against >= 0),
  abstained integer not null check (abstained >= 0),
  -- As the chair announced it.
  is_carried boolean not null,
  counted_by uuid not null references account,
  counted_at timestamptz not null,
  foreign key (conference_id) references conference (id),
  foreign key (conference_id, item_id) references conference_item (conference_id, id),
  foreign key (conference_id, decision_id) references conference_decision (conference_id, id),
  check (present + proxies + in_writing <= voters),
  check (votes_for + votes_against + abstained <= present + proxies + in_writing)
);
create index on conference_vote (conference_id, counted_at);

-- What a unit is to do after the conference.
create table conference_task (
  id uuid primary key,
  conference_id uuid not null,
  item_id uuid,
  decision_id uuid,
  unit_id uuid not null references unit,
  text text not null check (text <> ''),
  due_on date not null,
  state conference_task_state not null default 'open',
  settled_on date,
  settled_note text not null default '',
  settled_by uuid references account,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  foreign key (conference_id) references conference (id),
  foreign key (conference_id, item_id) references conference_item (conference_id, id),
  foreign key (conference_id, decision_id) references conference_decision (conference_id, id),
  check ((state = 'open') = (settled_on is null and settled_by is null)),
  check (state <> 'dropped' or settled_note <> '')
);
create index on conference_task (conference_id, due_on);

do $$ begin
  execute format('revoke update, delete, truncate on conference_attendance, conference_reply from %I', current_schema());
end $$;

create type deadline_kind as enum ('deadline', 'event');
create type deadline_audience as enum ('members', 'unit', 'head', 'authority');

-- The dated deadlines and events of a bloc-year. Days are Vietnam's and include the last; times are of those days.
create table deadline (
  id uuid primary key,
  -- The same thing has the same key, whoever tells of it and how often.
  key text not null unique check (key <> ''),
  bloc_year_id uuid not null references bloc_year,
  kind deadline_kind not null,
  -- Which sentence names it: `typed`, `stop`, `agreement.signing`, `report` … The first word is its source.
  naming text not null check (naming <> ''),
  facts jsonb not null default '{}',
  starts_on date not null,
  ends_on date not null,
  starts_at time,
  ends_at time,
  place text not null default '',
  note text not null default '',
  audience deadline_audience not null,
  unit_id uuid references unit,
  -- Where it is done, when that is not its own page.
  path text check (path like '/%'),
  -- Each of those whom it concerns has a task for it.
  asks_task boolean not null default false,
  -- SEQUENCE of RFC 5545: one more with every change that a calendar shows.
  sequence integer not null default 0,
  created_by uuid references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  check (ends_on >= starts_on),
  check ((audience = 'unit') = (unit_id is not null)),
  check (ends_at is null or starts_at is not null),
  check (ends_at is null or ends_on > starts_on or ends_at >= starts_at),
  check ((cancelled_at is null) = (cancel_reason is null))
);
create index on deadline (bloc_year_id, starts_on);

-- One row, once an administrator or the authority has set other rules than the program's own.
create table reminder_rules (
  is_only boolean primary key default true check (is_only),
  -- How many days before its deadline a task asks; 0 is the day itself.
  remind_days integer[] not null check (0 <= all (remind_days)),
  tasks_open_before integer not null check (tasks_open_before >= 0),
  quiet_from time not null,
  quiet_to time not null,
  digest_at time not null,
  leader_after integer not null check (leader_after > 0),
  head_after integer not null check (head_after >= leader_after),
  authority_after integer not null check (authority_after >= head_after),
  notices_kept_days integer not null check (notices_kept_days >= 30),
  mails_kept_days integer not null check (mails_kept_days >= 30)
);

create type escalation_step as enum ('leader', 'head', 'authority');

-- Who was told that a task is overdue; a later last day begins anew.
create table task_escalation (
  task_id uuid not null references task,
  due_on date not null,
  step escalation_step not null,
  told_at timestamptz not null,
  primary key (task_id, due_on, step)
);

create type notice_kind as enum ('task', 'reminder', 'overdue', 'escalation', 'calendar', 'address');
create type notice_way as enum ('at_once', 'digest', 'off');

-- What a person was told, in the page and perhaps by mail.
create table notice (
  id uuid primary key,
  account_id uuid not null references account,
  -- Nobody is told the same thing twice.
  key text not null check (key <> ''),
  kind notice_kind not null,
  naming text not null,
  facts jsonb not null default '{}',
  path text not null check (path like '/%'),
  bloc_year_id uuid references bloc_year,
  created_at timestamptz not null,
  read_at timestamptz,
  -- Handed to the mail, by itself or in a digest; or settled without one, as the person wished.
  mail_settled_at timestamptz,
  unique (account_id, key)
);
create index notice_of_account on notice (account_id, created_at desc);
create index notice_waiting on notice (created_at) where mail_settled_at is null;

create table notice_preference (
  account_id uuid not null references account,
  kind notice_kind not null,
  way notice_way not null,
  primary key (account_id, kind)
);

create table notice_digest (
  account_id uuid not null references account,
  day date not null,
  primary key (account_id, day)
);

-- The secret address of a person's own calendar; of the secret only its hash is kept.
create table calendar_feed (
  account_id uuid primary key references account,
  token_hash bytea not null unique,
  made_at timestamptz not null
);

create type mail_kind as enum
  ('signing', 'recovery', 'invitation', 'handover', 'checkpoint', 'notice', 'digest');
create type mail_state as enum ('asked', 'deferred', 'accepted', 'refused', 'bounced', 'withheld');

-- One mail, from the asking to what a mail server said of it. `accepted` is said by the next server, never by a person.
create table mail (
  id uuid primary key,
  message_key text not null unique check (message_key <> ''),
  kind mail_kind not null,
  account_id uuid references account,
  address text not null,
  subject text not null,
  asked_by uuid references account,
  -- Of the machine, on whatever day the deed that asked is told to have been done.
  asked_at timestamptz not null default now(),
  state mail_state not null default 'asked',
  tries integer not null default 0,
  -- A worker that sends it now holds it until then.
  held_until timestamptz,
  answer text not null default '',
  answered_at timestamptz,
  bounced_at timestamptz
);
create index on mail (asked_at desc);
create index on mail (asked_by, asked_at desc);

-- Addresses that a mail server refused for good; only what must be sent still goes there.
create table refused_address (
  address text primary key check (address = lower(address)),
  mail_id uuid references mail on delete set null,
  reason text not null,
  refused_at timestamptz not null
);

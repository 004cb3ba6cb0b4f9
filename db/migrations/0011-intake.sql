-- A list of units or people from a spreadsheet, from its preview until it is entered, set aside or undone.
create type intake_kind as enum ('units', 'people');
create type intake_state as enum ('previewed', 'applied', 'withdrawn', 'undone');
create type intake_choice as enum ('add', 'same', 'skip');

-- The code that the state gives an office (mã định danh); nothing where it is not known.
alter table unit add column code text unique check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,39}$');

create table intake (
  id uuid primary key,
  kind intake_kind not null,
  state intake_state not null default 'previewed',
  file_name text not null check (file_name <> ''),
  file_sha256 text not null references stored_file,
  -- Headings that the template does not know: their columns were not read.
  unknown_columns text[] not null default '{}',
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  decided_by uuid references account,
  decided_at timestamptz,
  added integer check (added >= 0),
  joined integer check (joined >= 0),
  skipped integer check (skipped >= 0),
  undone_by uuid references account,
  undone_at timestamptz,
  check (num_nonnulls(decided_by, decided_at) = case when state = 'previewed' then 0 else 2 end),
  check (num_nonnulls(added, joined, skipped) = case when state in ('applied', 'undone') then 3 else 0 end),
  check (num_nonnulls(undone_by, undone_at) = case when state = 'undone' then 2 else 0 end)
);
create index on intake (uploaded_at);

-- What was made of a row is a value and no key: after an undoing it is gone, and the list stays.
create table intake_row (
  intake_id uuid not null references intake,
  number integer not null check (number > 1),
  cells jsonb not null,
  hidden boolean not null default false,
  choice intake_choice,
  -- 'unit:<id>', 'account:<id>' or 'row:<number>'
  same_as text,
  made_unit_id uuid,
  made_account_id uuid,
  made_role_id uuid,
  primary key (intake_id, number),
  check ((choice is not distinct from 'same') = (same_as is not null))
);

create type unit_role_name as enum ('officer', 'leader');
create type unit_status_name as enum ('active', 'ended');
create type mandate_state as enum ('asked', 'confirmed', 'refused', 'withdrawn', 'ended');

-- Levels are data: the district level ended on 30/06/2025.
create table unit_level (
  code text primary key,
  name text not null,
  name_en text not null,
  rank integer not null unique,
  from_on date,
  to_on date
);

create table unit (
  id uuid primary key,
  level_code text not null references unit_level,
  created_at timestamptz not null default now()
);

create table unit_name (
  id uuid primary key,
  unit_id uuid not null references unit,
  full_name text not null check (full_name = btrim(full_name) and full_name <> ''),
  short_name text not null check (short_name = btrim(short_name) and short_name <> ''),
  from_on date not null,
  to_on date,
  document text not null default '',
  folded text generated always as (extensions.vn_fold(full_name || ' ' || short_name)) stored,
  check (to_on is null or to_on >= from_on),
  exclude using gist (unit_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index on unit_name using gin (folded gin_trgm_ops);

create table unit_parent (
  id uuid primary key,
  unit_id uuid not null references unit,
  parent_id uuid not null references unit check (parent_id <> unit_id),
  from_on date not null,
  to_on date,
  document text not null default '',
  exclude using gist (unit_id with =, daterange(from_on, to_on, '[]') with &&)
);

create table unit_status (
  id uuid primary key,
  unit_id uuid not null references unit,
  status unit_status_name not null,
  from_on date not null,
  document text not null default '',
  unique (unit_id, from_on)
);

create table unit_role (
  id uuid primary key,
  account_id uuid not null references account,
  unit_id uuid not null references unit,
  role unit_role_name not null,
  from_on date not null,
  to_on date,
  granted_by uuid references account,
  check (to_on is null or to_on >= from_on)
);
create unique index unit_role_open on unit_role (account_id, unit_id, role) where to_on is null;

create table mandate (
  id uuid primary key,
  unit_id uuid not null references unit,
  account_id uuid not null references account,
  post text not null check (post = btrim(post) and post <> ''),
  may_act boolean not null,
  may_sign boolean not null,
  may_vote boolean not null,
  from_on date not null,
  to_on date not null,
  document_name text not null check (document_name <> ''),
  document_sha256 text references stored_file,
  state mandate_state not null default 'asked',
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  decided_by uuid references account,
  decided_at timestamptz,
  decision_reason text,
  ended_on date,
  ended_reason text,
  is_sample boolean not null default false,
  check (to_on >= from_on),
  check (may_act or may_sign or may_vote),
  check (state not in ('confirmed', 'refused') or decided_by is not null),
  check (state <> 'refused' or decision_reason is not null),
  check (decided_by is null or decided_by <> asked_by),
  check (state <> 'ended' or (ended_on is not null and ended_reason is not null))
);
create index on mandate (unit_id, state);
create index on mandate (account_id, state);

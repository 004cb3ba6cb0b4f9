create type bloc_kind as enum ('khoi', 'cum');
create type year_kind as enum ('calendar', 'school');
create type office_name as enum ('head', 'deputy');
create type bloc_role_name as enum ('secretary');
create type road_stop as enum
  ('signing', 'launching', 'reporting', 'midyear', 'self_scoring', 'cross_scoring', 'appraisal', 'nomination', 'commendation');
create type stop_state as enum ('ahead', 'open', 'done', 'skipped');

create table bloc (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  code text not null unique check (code <> ''),
  name text not null check (name = btrim(name) and name <> ''),
  short_name text not null check (short_name <> ''),
  kind bloc_kind not null,
  level_code text not null references unit_level,
  founding_number text not null default '',
  founding_on date,
  founding_issuer text not null default '',
  ended_on date,
  folded text generated always as (extensions.vn_fold(name || ' ' || short_name || ' ' || code)) stored
);

create table bloc_year (
  id uuid primary key,
  bloc_id uuid not null references bloc,
  slug text not null check (slug ~ '^[0-9]{4}(-[0-9]{4})?$'),
  kind year_kind not null,
  starts_on date not null,
  ends_on date not null,
  started_from uuid references bloc_year,
  created_at timestamptz not null default now(),
  unique (bloc_id, slug),
  check (ends_on > starts_on)
);

create table bloc_year_stop (
  bloc_year_id uuid not null references bloc_year,
  stop road_stop not null,
  state stop_state not null default 'ahead',
  due_on date,
  done_on date,
  note text not null default '',
  primary key (bloc_year_id, stop)
);

create table membership (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  position integer not null check (position > 0),
  from_on date not null,
  to_on date,
  unique (bloc_year_id, unit_id, from_on),
  check (to_on is null or to_on >= from_on)
);
create unique index membership_position on membership (bloc_year_id, position) where to_on is null;
create unique index membership_open on membership (bloc_year_id, unit_id) where to_on is null;

create table bloc_office (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  office office_name not null,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create unique index bloc_head_open on bloc_office (bloc_year_id) where office = 'head' and to_on is null;

create table bloc_role (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  account_id uuid not null references account,
  role bloc_role_name not null,
  from_on date not null,
  to_on date,
  granted_by uuid references account
);
create unique index bloc_role_open on bloc_role (bloc_year_id, account_id, role) where to_on is null;

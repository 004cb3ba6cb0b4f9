create type deed_kind as enum ('rename', 'merge', 'split', 'absorb', 'dissolve', 'move');
create type deed_side as enum ('before', 'after');

-- One deed of reorganisation: the document that decides it, the day it takes effect, who was before and who is after.
create table deed (
  id uuid primary key,
  kind deed_kind not null,
  effective_on date not null,
  document_name text not null check (document_name = btrim(document_name) and document_name <> ''),
  -- Nothing while the number is not known: the deed is then shown as not verified.
  document_number text check (document_number = btrim(document_number) and document_number <> ''),
  document_on date,
  document_issuer text not null check (document_issuer <> ''),
  document_sha256 text references stored_file,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references account,
  undone_reason text,
  check (num_nonnulls(undone_at, undone_by, undone_reason) in (0, 3))
);

-- A unit of another tenant is a value, never a key; one that was founded by a deed since undone is only its name.
create table deed_party (
  deed_id uuid not null references deed,
  side deed_side not null,
  position integer not null check (position > 0),
  unit_id uuid references unit,
  tenant text check (tenant <> ''),
  foreign_unit uuid,
  name text not null check (name = btrim(name) and name <> ''),
  is_new boolean not null default false,
  primary key (deed_id, side, position),
  check (unit_id is null or num_nonnulls(tenant, foreign_unit) = 0),
  check (foreign_unit is null or tenant is not null)
);
create index on deed_party (unit_id);

alter table unit_name add column deed_id uuid references deed;
alter table unit_parent add column deed_id uuid references deed;
alter table unit_status add column deed_id uuid references deed;

-- Which unit is the awarding office, and from when to when: papers name it as it was on their day.
create table awarding_office (
  id uuid primary key,
  unit_id uuid not null references unit,
  from_on date not null,
  to_on date,
  deed_id uuid references deed,
  check (to_on is null or to_on >= from_on),
  exclude using gist (daterange(from_on, to_on, '[]') with &&)
);

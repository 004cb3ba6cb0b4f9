create type target_measure as enum ('count', 'percent', 'money', 'yes_no', 'class', 'day');
create type target_direction as enum ('more', 'less');
-- flow: what came in the period, added up · running: since the year began · level: as it stands at the period's end.
create type target_accumulation as enum ('flow', 'running', 'level');
create type target_roll_up as enum ('sum', 'weighted_mean', 'last', 'min', 'all_of');
create type report_frequency as enum ('month', 'quarter', 'half_year', 'year');
create type target_state as enum ('draft', 'in_force', 'withdrawn');
create type target_change_state as enum ('proposed', 'agreed', 'refused', 'withdrawn');

-- The definition card. Every value is a numeric in the measure's own terms: yes = 1, a class by its place (1 is the
-- lowest) in `classes`, a day as days since 1970-01-01, money in million đồng, percent as 85 for 85 %.
create table target (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  position integer not null check (position > 0),
  code text not null check (code = btrim(code) and code <> ''),
  name text not null check (name = btrim(name) and name <> ''),
  topic text not null default '',
  measure target_measure not null,
  measure_unit text not null default '',
  classes text[] not null default '{}',
  direction target_direction not null default 'more',
  accumulation target_accumulation not null,
  roll_up target_roll_up not null,
  frequency report_frequency not null,
  weight numeric not null default 1 check (weight >= 0),
  due_on date,
  source text not null default '',
  reporter text not null default '',
  explanation text not null default '',
  -- A value computed from others instead of typed: {"kind": "ratio" | "sum" | "difference", "of": [codes]}.
  formula jsonb,
  -- A value computed from the entries of a log instead of typed: the kind of log entry and what of it counts.
  log_kind text,
  is_public boolean not null default false,
  state target_state not null default 'draft',
  version integer not null default 1,
  locked_by_document uuid references signed_document,
  locked_at timestamptz,
  created_by uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (bloc_year_id, code),
  unique (bloc_year_id, position) deferrable initially deferred,
  check ((measure = 'class') = (cardinality(classes) > 0)),
  check (formula is null or log_kind is null)
);

-- Which unit has the target, and how much of it; a sub-unit's share hangs under its unit's.
create table target_assignment (
  target_id uuid not null references target,
  unit_id uuid not null references unit,
  parent_unit_id uuid references unit check (parent_unit_id <> unit_id),
  baseline numeric,
  planned numeric,
  -- Not assigned to this unit: it leaves the denominator, and a value it reports all the same is kept.
  is_assigned boolean not null default true,
  weight numeric check (weight >= 0),
  due_on date,
  primary key (target_id, unit_id),
  foreign key (target_id, parent_unit_id) references target_assignment (target_id, unit_id),
  check (is_assigned or planned is null)
);
create index on target_assignment (unit_id, target_id);

-- How much of the plan is due by the end of a period; without rows the plan is spread evenly.
create table target_milestone (
  target_id uuid not null,
  unit_id uuid not null,
  by_on date not null,
  planned numeric not null,
  primary key (target_id, unit_id, by_on),
  foreign key (target_id, unit_id) references target_assignment (target_id, unit_id)
);

-- A change after signing: reason, what was and what would be, and every member's consent or refusal.
create table target_change (
  id uuid primary key,
  target_id uuid not null references target,
  before jsonb not null,
  after jsonb not null,
  reason text not null check (reason = btrim(reason) and reason <> ''),
  state target_change_state not null default 'proposed',
  proposed_by uuid not null references account,
  proposed_at timestamptz not null,
  settled_at timestamptz,
  check ((state = 'proposed') = (settled_at is null))
);
create unique index target_change_open on target_change (target_id) where state = 'proposed';

create table target_consent (
  change_id uuid not null references target_change,
  unit_id uuid not null references unit,
  agrees boolean not null,
  reason text not null default '',
  given_by uuid not null references account,
  given_at timestamptz not null,
  primary key (change_id, unit_id),
  check (agrees or reason <> '')
);

-- (unit, year, key) → value: higher domains post here, scoring reads here.
create type fact_standing as enum ('declared', 'verified');
create table fact (
  unit_id uuid not null references unit,
  bloc_year_id uuid not null references bloc_year,
  key text not null check (key <> ''),
  value numeric,
  is_assigned boolean not null default true,
  measure text not null default '',
  standing fact_standing not null,
  source_kind text not null,
  source_id uuid not null,
  posted_at timestamptz not null,
  primary key (unit_id, bloc_year_id, key),
  check (is_assigned or value is null)
);

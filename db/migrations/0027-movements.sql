create type movement_form as enum ('regular', 'thematic');
create type movement_level as enum ('national', 'provincial', 'bloc', 'unit');
create type movement_state as enum ('draft', 'launched', 'running', 'reviewed', 'closed');
create type review_kind as enum ('interim', 'final');

-- Deadlines and thresholds that a text of law gives, by the days on which they hold; '15' days, '03-15' a day of the
-- year, '3' years. Unconfirmed until somebody compared them with a source, as the texts themselves.
create type legal_measure as enum ('days', 'day_of_year', 'years');
create table legal_rule (
  id uuid primary key,
  code text not null check (code <> ''),
  measure legal_measure not null,
  value text not null,
  text_name text not null check (text_name <> ''),
  source text not null default '',
  in_force_from date,
  in_force_to date,
  entered_by uuid references account,
  confirmed_by uuid references account check (confirmed_by <> entered_by),
  confirmed_at timestamptz,
  check (in_force_to is null or in_force_from is null or in_force_to >= in_force_from),
  check (confirmed_at is null or source <> ''),
  check (case measure when 'day_of_year' then value ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    else value ~ '^[1-9][0-9]{0,3}$' end)
);
create unique index legal_rule_code on legal_rule (code, coalesce(in_force_from, '-infinity'::date));

-- A movement (phong trào thi đua) of a bloc; it may live through many of its years.
create table movement (
  id uuid primary key,
  bloc_id uuid not null references bloc,
  parent_id uuid references movement check (parent_id <> id),
  form movement_form not null,
  level movement_level not null,
  -- The member unit whose own movement it is.
  unit_id uuid references unit,
  title text not null check (title = btrim(title) and title <> ''),
  folded text generated always as (extensions.vn_fold(title)) stored,
  slogan text not null default '',
  content text not null default '',
  subjects text not null default '',
  launcher text not null default '',
  document_number text not null default '',
  document_on date,
  document_issuer text not null default '',
  -- A period said in years ends on their last day; an unknown end stays unknown.
  by_years boolean not null default true,
  from_on date,
  to_on date,
  charge_unit_id uuid references unit,
  is_public boolean not null default false,
  state movement_state not null default 'draft',
  launched_on date,
  closed_on date,
  version integer not null default 1,
  created_by uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((level = 'unit') = (unit_id is not null)),
  check (to_on is null or from_on is null or to_on >= from_on),
  check (state = 'draft' or launched_on is not null),
  check ((state = 'closed') = (closed_on is not null)),
  check (not is_public or state <> 'draft')
);
create index on movement (bloc_id, folded);

-- A year in which the bloc runs it, with what is to be reached in that year.
create table movement_year (
  movement_id uuid not null references movement,
  bloc_year_id uuid not null references bloc_year,
  milestone text not null default '',
  carried_from uuid references bloc_year,
  added_by uuid not null references account,
  added_at timestamptz not null,
  primary key (movement_id, bloc_year_id)
);
create index on movement_year (bloc_year_id);

-- From the centre down: when each level took the movement up as its own.
create table movement_adoption (
  id uuid primary key,
  movement_id uuid not null references movement,
  level movement_level not null,
  adopter text not null check (adopter = btrim(adopter) and adopter <> ''),
  unit_id uuid references unit,
  adopted_on date not null,
  document text not null default '',
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  check (level <> 'unit' or unit_id is not null)
);
create unique index movement_adoption_once on movement_adoption (movement_id, level, lower(adopter));

create table movement_review (
  id uuid primary key,
  movement_id uuid not null references movement,
  bloc_year_id uuid not null references bloc_year,
  kind review_kind not null,
  planned_on date not null,
  held_on date,
  result text not null default '',
  planned_by uuid not null references account,
  planned_at timestamptz not null,
  held_by uuid references account,
  held_at timestamptz,
  check ((held_on is null) = (held_by is null)),
  check ((held_on is null) = (result = ''))
);
create index on movement_review (movement_id, planned_on);

-- A unit takes part in a movement in a year, by its own plan.
create table participation (
  id uuid primary key,
  movement_id uuid not null,
  bloc_year_id uuid not null,
  unit_id uuid not null references unit,
  plan text not null check (plan <> ''),
  people integer check (people >= 0),
  finish_on date,
  registered_on date not null,
  registered_by uuid not null references account,
  registered_at timestamptz not null,
  version integer not null default 1,
  withdrawn_on date,
  withdrawn_reason text,
  foreign key (movement_id, bloc_year_id) references movement_year,
  unique (movement_id, bloc_year_id, unit_id),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index on participation (bloc_year_id, unit_id);

-- What a unit reached in a period. Nothing is changed: a later result of the same period takes the place of the earlier.
create table participation_result (
  id uuid primary key,
  participation_id uuid not null references participation,
  starts_on date not null,
  ends_on date not null,
  text text not null check (text <> ''),
  replaces_id uuid unique references participation_result check (replaces_id <> id),
  reason text not null default '',
  reported_by uuid not null references account,
  reported_at timestamptz not null,
  check (ends_on >= starts_on),
  check ((replaces_id is null) = (reason = ''))
);
create index on participation_result (participation_id, starts_on);

create table participation_figure (
  result_id uuid not null references participation_result,
  position integer not null check (position > 0),
  name text not null check (name = btrim(name) and name <> ''),
  measure text not null default '',
  value numeric not null,
  primary key (result_id, position)
);

create type example_kind as enum ('collective', 'model', 'person');
create type example_state as enum ('nominated', 'confirmed', 'refused', 'withdrawn');

-- An advanced example (điển hình). What tells of a person is emptied when the person's consent is withdrawn.
create table example (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  movement_id uuid references movement,
  unit_id uuid not null references unit,
  kind example_kind not null,
  name text not null,
  place text not null default '',
  story text not null,
  consent_on date,
  consent_way text not null default '',
  consent_withdrawn_on date,
  state example_state not null default 'nominated',
  is_public boolean not null default false,
  nominated_by uuid not null references account,
  nominated_at timestamptz not null,
  decided_by uuid references account check (decided_by <> nominated_by),
  decided_at timestamptz,
  refusal_reason text,
  version integer not null default 1,
  check (state = 'withdrawn' or (name <> '' and story <> '')),
  check (state not in ('confirmed', 'refused') or decided_by is not null),
  check (state <> 'refused' or refusal_reason <> ''),
  check ((consent_on is null) = (consent_way = '')),
  check ((state = 'withdrawn') = (consent_withdrawn_on is not null)),
  check (not is_public or (state = 'confirmed' and (kind <> 'person' or consent_on is not null)))
);
create index on example (bloc_year_id, unit_id);

-- Who did as the example did, where and with what result.
create table replication (
  id uuid primary key,
  example_id uuid not null references example,
  unit_id uuid references unit,
  who text not null check (who = btrim(who) and who <> ''),
  place text not null default '',
  replicated_on date not null,
  result text not null check (result <> ''),
  recorded_by uuid not null references account,
  recorded_at timestamptz not null
);
create index on replication (example_id, replicated_on);

-- Great days (ngày lễ lớn) by day and month, and how many days before a bloc is reminded to plan.
create table great_day (
  id uuid primary key,
  month integer not null check (month between 1 and 12),
  day integer not null check (day between 1 and 31),
  name text not null check (name = btrim(name) and name <> ''),
  organisation text not null default '',
  remind_days integer not null default 21 check (remind_days between 0 and 120),
  is_local boolean not null default false,
  source text not null default '',
  added_by uuid references account,
  ended_on date,
  unique (month, day, name)
);

create type activity_state as enum ('planned', 'held', 'reported', 'cancelled');

-- A joint activity (hoạt động chung) of a bloc.
create table activity (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  movement_id uuid references movement,
  great_day_id uuid references great_day,
  title text not null check (title = btrim(title) and title <> ''),
  plan text not null default '',
  place text not null default '',
  starts_on date not null,
  ends_on date not null,
  charge_unit_id uuid not null references unit,
  charge_person text not null default '',
  state activity_state not null default 'planned',
  held_on date,
  cancel_reason text,
  is_news boolean not null default false,
  version integer not null default 1,
  planned_by uuid not null references account,
  planned_at timestamptz not null,
  check (ends_on >= starts_on),
  check (state not in ('held', 'reported') or held_on is not null),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (not is_news or state = 'reported')
);
create index on activity (bloc_year_id, starts_on);

create table activity_unit (
  activity_id uuid not null references activity,
  unit_id uuid not null references unit,
  primary key (activity_id, unit_id)
);

-- The report of an activity; its id is the sender's own, so that one that arrives twice stands once. Nothing is changed.
create table activity_report (
  id uuid primary key,
  activity_id uuid not null references activity,
  held_on date not null,
  participants integer check (participants >= 0),
  -- In million đồng.
  money numeric check (money >= 0),
  result text not null check (result <> ''),
  replaces_id uuid unique references activity_report check (replaces_id <> id),
  reason text not null default '',
  reported_by uuid not null references account,
  reported_at timestamptz not null,
  check ((replaces_id is null) = (reason = ''))
);
create unique index activity_report_first on activity_report (activity_id) where replaces_id is null;

-- Kinds of entry in a year's log of activities, with the numbers that an entry of the kind carries.
create type log_counting as enum ('sum', 'last');
create table log_kind (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  position integer not null check (position > 0),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name = btrim(name) and name <> ''),
  help text not null default '',
  ended_on date,
  unique (bloc_year_id, code),
  unique (bloc_year_id, position) deferrable initially deferred
);

create table log_number (
  log_kind_id uuid not null references log_kind,
  position integer not null check (position > 0),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name = btrim(name) and name <> ''),
  measure text not null default '',
  counting log_counting not null default 'sum',
  is_required boolean not null default false,
  primary key (log_kind_id, code)
);

-- One entry; its id is the sender's own, so that one that arrives twice stands once. Nothing is changed: a later entry
-- takes the place of an earlier, or takes it back, with a reason.
create table log_entry (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  log_kind_id uuid not null references log_kind,
  unit_id uuid not null references unit,
  on_day date not null,
  text text not null check (text <> ''),
  is_withdrawal boolean not null default false,
  replaces_id uuid unique references log_entry check (replaces_id <> id),
  reason text not null default '',
  entered_by uuid not null references account,
  entered_at timestamptz not null,
  check ((replaces_id is null) = (reason = '')),
  check (not is_withdrawal or replaces_id is not null)
);
create index on log_entry (bloc_year_id, log_kind_id, on_day);
create index on log_entry (unit_id, on_day);

create table log_value (
  entry_id uuid not null references log_entry,
  log_kind_id uuid not null,
  number_code text not null,
  value numeric not null check (value >= 0),
  primary key (entry_id, number_code),
  foreign key (log_kind_id, number_code) references log_number
);

do $$ declare one text; begin
  foreach one in array array['movement_adoption', 'participation_result', 'participation_figure', 'activity_report',
    'log_entry', 'log_value', 'replication']
  loop
    execute format('revoke update, delete, truncate on %I from %I', one, current_schema());
  end loop;
end $$;

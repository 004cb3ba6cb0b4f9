create type score_table_state as enum ('draft', 'adopted', 'withdrawn');
create type scoring_state as enum
  ('preparing', 'self_scoring', 'cross_scoring', 'verifying', 'provisional', 'final');
create type sheet_state as enum ('open', 'submitted', 'returned', 'verified', 'agreed');
create type sheet_step_name as enum ('submitted', 'returned', 'verified', 'agreed', 'reopened');
-- self: the unit · cross: another member · bloc: the head, or the scoring meeting · authority: the appraisal.
create type scoring_stage as enum ('self', 'cross', 'bloc', 'authority');

-- A score table over the years: its versions hold what it says. Without a bloc it is the authority's, offered to all.
create table score_table (
  id uuid primary key,
  bloc_id uuid references bloc,
  code text not null check (code = btrim(code) and code <> ''),
  title text not null check (title = btrim(title) and title <> ''),
  created_by uuid not null references account,
  created_at timestamptz not null
);
create unique index score_table_code on score_table (coalesce(bloc_id, '00000000-0000-0000-0000-000000000000'), code);

-- What a table says (docs/score-tables.md). A draft changes; once adopted it never does: a change is a new version.
create table score_table_version (
  id uuid primary key,
  score_table_id uuid not null references score_table,
  number integer not null check (number > 0),
  state score_table_state not null default 'draft',
  content jsonb not null,
  -- What a reader was unsure of when the draft came from a file: [{"code": "I.2", "says": "…", "row": 12}].
  doubts jsonb not null default '[]',
  -- Counts the savings of a draft, against two writers at once.
  edition integer not null default 1 check (edition > 0),
  started_from uuid references score_table_version,
  content_sha256 text,
  note text not null default '',
  changed_by uuid not null references account,
  changed_at timestamptz not null,
  adopted_by uuid references account,
  adopted_at timestamptz,
  unique (score_table_id, number),
  check ((state = 'draft') = (adopted_at is null)),
  check (num_nonnulls(adopted_by, adopted_at, content_sha256) in (0, 3))
);
create unique index score_table_draft on score_table_version (score_table_id) where state = 'draft';

-- One round of scoring of a bloc-year: which tables count, by when, and how the bloc wants it done.
create table scoring_round (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  name text not null check (name = btrim(name) and name <> ''),
  state scoring_state not null default 'preparing',
  has_cross boolean not null,
  -- Members see one another's sheets once all are in; before that nobody's.
  self_due_on date not null,
  cross_due_on date,
  verify_due_on date not null,
  -- Working days that members have for petitions after the provisional result.
  petition_days integer not null check (petition_days between 1 and 60),
  petition_until date,
  version integer not null default 1,
  created_by uuid not null references account,
  created_at timestamptz not null,
  opened_at timestamptz,
  finished_at timestamptz,
  unique (bloc_year_id, name),
  check (has_cross = (cross_due_on is not null)),
  check (self_due_on <= coalesce(cross_due_on, verify_due_on) and coalesce(cross_due_on, self_due_on) <= verify_due_on)
);

-- Several tables may count in one round; a factor weighs each.
create table scoring_round_table (
  round_id uuid not null references scoring_round,
  version_id uuid not null references score_table_version,
  position integer not null check (position > 0),
  factor numeric not null default 1 check (factor > 0),
  primary key (round_id, version_id),
  unique (round_id, position)
);

-- A unit's sheet: one per table, pinned to the table's version.
create table score_sheet (
  id uuid primary key,
  round_id uuid not null,
  version_id uuid not null,
  unit_id uuid not null references unit,
  state sheet_state not null default 'open',
  edition integer not null default 1 check (edition > 0),
  submitted_at timestamptz,
  submitted_by uuid references account,
  unique (round_id, version_id, unit_id),
  foreign key (round_id, version_id) references scoring_round_table (round_id, version_id)
);
create index on score_sheet (unit_id, round_id);

-- What became of a sheet; append-only.
create table score_sheet_step (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  step sheet_step_name not null,
  stage scoring_stage not null,
  on_day date not null,
  due_on date,
  reason text not null default '',
  by_account uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  check (step not in ('returned', 'reopened') or reason <> '')
);
create index on score_sheet_step (sheet_id, at);

-- A fact that nobody else in the system knows, typed for the sheet; a later stage may say otherwise, with a reason.
-- Shapes of `value`: as in score facts (docs/score-tables.md). No row is missing.
create table score_fact (
  sheet_id uuid not null references score_sheet,
  key text not null check (key <> ''),
  stage scoring_stage not null,
  assessor_unit_id uuid not null references unit,
  value jsonb,
  is_assigned boolean not null default true,
  note text not null default '',
  edition integer not null default 1 check (edition > 0),
  by_account uuid not null references account,
  at timestamptz not null,
  primary key (sheet_id, key, stage, assessor_unit_id),
  check (stage <> 'self' or is_assigned or note <> '')
);

-- Points that a person gave a criterion at a stage. Null: taken back, which is not zero.
create table score_mark (
  sheet_id uuid not null references score_sheet,
  code text not null check (code <> ''),
  stage scoring_stage not null,
  assessor_unit_id uuid not null references unit,
  points numeric,
  -- Obligatory where it differs from what stood before it: the rules' figure, or the stage before.
  reason text not null default '',
  edition integer not null default 1 check (edition > 0),
  by_account uuid not null references account,
  at timestamptz not null,
  primary key (sheet_id, code, stage, assessor_unit_id)
);

-- What a mark or fact was before it changed, from the first submission on; append-only.
create table score_entry_before (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  -- 'fact' with its key, 'mark' with its code.
  kind text not null check (kind in ('fact', 'mark')),
  name text not null,
  stage scoring_stage not null,
  assessor_unit_id uuid not null references unit,
  value jsonb,
  reason text not null,
  edition integer not null,
  by_account uuid not null references account,
  at timestamptz not null,
  replaced_at timestamptz not null
);
create index on score_entry_before (sheet_id, kind, name);

do $$ begin
  execute format('revoke update, delete, truncate on score_sheet_step, score_entry_before from %I', current_schema());
end $$;

-- sheet: the whole sheet · section: each section by its own assessors · field: by the codes of assessors in the table.
create type cross_span as enum ('sheet', 'section', 'field');
create type cross_method as enum ('median', 'mean');
-- replaced: by the head, or by an objection that was upheld · missed: the round went on without these marks.
create type cross_state as enum ('waiting', 'scoring', 'submitted', 'recused', 'replaced', 'missed');
create type objection_state as enum ('asked', 'upheld', 'dismissed');
create type explanation_state as enum ('asked', 'answered', 'settled');
create type explanation_outcome as enum ('accepted', 'partly', 'not_accepted');
-- whole: a returned sheet is scored by everyone again · verifying: it comes back to where it was returned.
create type chain_restart as enum ('whole', 'verifying');

-- How members assess one another in a round. The seed is kept, so that anyone can draw again and see the same.
create table cross_plan (
  round_id uuid primary key references scoring_round,
  span cross_span not null,
  per_unit integer not null check (per_unit between 1 and 20),
  seed text not null check (seed <> ''),
  -- How several assessors' points become the one that is proposed, and from how many on anything is said of outliers.
  method cross_method not null default 'median',
  minimum_sample integer not null default 5 check (minimum_sample >= 3),
  edition integer not null default 1 check (edition > 0),
  drawn_by uuid not null references account,
  drawn_name text not null,
  drawn_at timestamptz not null
);

-- Who holds a code of assessors of the round's tables: one or several units, members or not.
create table cross_field (
  round_id uuid not null references scoring_round,
  code text not null check (code <> ''),
  unit_id uuid not null references unit,
  primary key (round_id, code, unit_id)
);

create table cross_assignment (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  -- The code of the part of the table; empty: the whole sheet.
  part text not null default '',
  unit_id uuid not null references unit,
  assessor_unit_id uuid not null references unit,
  state cross_state not null default 'waiting',
  -- The two units assess each other in this round: it could not be avoided, and is told.
  is_mutual boolean not null default false,
  replaces uuid references cross_assignment,
  -- Why it ended without marks.
  reason text not null default '',
  declared_by uuid references account,
  declared_name text,
  declared_at timestamptz,
  submitted_by uuid references account,
  submitted_name text,
  submitted_at timestamptz,
  edition integer not null default 1 check (edition > 0),
  assigned_at timestamptz not null,
  check (assessor_unit_id <> unit_id),
  check ((state in ('recused', 'replaced', 'missed')) = (reason <> '')),
  check (state <> 'submitted' or num_nonnulls(submitted_by, submitted_name, submitted_at) = 3),
  check (state not in ('scoring', 'submitted') or num_nonnulls(declared_by, declared_name, declared_at) = 3)
);
create unique index cross_assignment_once on cross_assignment (sheet_id, part, assessor_unit_id)
  where state in ('waiting', 'scoring', 'submitted');
create index on cross_assignment (assessor_unit_id);

-- A conflict of interest between two units in a round: declared by the assessor, or found on an objection.
create table cross_conflict (
  round_id uuid not null references scoring_round,
  assessor_unit_id uuid not null references unit,
  unit_id uuid not null references unit,
  reason text not null check (reason <> ''),
  said_by uuid not null references account,
  said_name text not null,
  at timestamptz not null,
  primary key (round_id, assessor_unit_id, unit_id)
);

create table cross_objection (
  id uuid primary key,
  assignment_id uuid not null references cross_assignment,
  raised_unit_id uuid not null references unit,
  raised_by uuid not null references account,
  raised_name text not null,
  reason text not null check (reason <> ''),
  raised_at timestamptz not null,
  state objection_state not null default 'asked',
  decided_by uuid references account,
  decided_name text,
  decision_reason text,
  decided_at timestamptz,
  check ((state = 'asked') = (decided_at is null)),
  check (num_nonnulls(decided_by, decided_name, decision_reason, decided_at) in (0, 4))
);
create unique index cross_objection_open on cross_objection (assignment_id) where state = 'asked';

-- What the bloc agreed about returned sheets; without a row everything runs again.
create table judging_rules (
  round_id uuid primary key references scoring_round,
  after_return chain_restart not null,
  set_by uuid not null references account,
  set_at timestamptz not null
);

-- A question about criteria of a sheet, the unit's answer, and what became of it.
create table explanation (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  stage scoring_stage not null check (stage in ('bloc', 'authority')),
  codes text[] not null check (cardinality(codes) > 0),
  question text not null check (question <> ''),
  due_on date not null,
  asked_by uuid not null references account,
  asked_name text not null,
  asked_at timestamptz not null,
  state explanation_state not null default 'asked',
  answer text not null default '',
  answered_by uuid references account,
  answered_name text,
  answered_at timestamptz,
  outcome explanation_outcome,
  outcome_note text not null default '',
  settled_by uuid references account,
  settled_name text,
  settled_at timestamptz,
  -- A unit that let the day pass may be judged without an answer.
  check (num_nonnulls(answered_by, answered_name, answered_at) = case when answer = '' then 0 else 3 end),
  check (state <> 'asked' or answer = ''),
  check (state <> 'answered' or answer <> ''),
  check ((state = 'settled') = (outcome is not null)),
  check (num_nonnulls(outcome, settled_by, settled_name, settled_at) in (0, 4))
);
create index on explanation (sheet_id, asked_at);

create table sheet_reopening (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  reason text not null check (reason <> ''),
  asked_by uuid not null references account,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'agreed', 'refused')),
  decided_by uuid references account,
  decided_name text,
  decision_reason text not null default '',
  decided_at timestamptz,
  check ((state = 'asked') = (decided_at is null)),
  check (decided_by <> asked_by),
  check (state <> 'refused' or decision_reason <> '')
);
create unique index sheet_reopening_open on sheet_reopening (sheet_id) where state = 'asked';

-- Where a joint scoring meeting stands: the projector follows it.
create table scoring_meeting (
  round_id uuid primary key references scoring_round,
  version_id uuid not null references score_table_version,
  code text not null check (code <> ''),
  moved_by uuid not null references account,
  moved_at timestamptz not null
);

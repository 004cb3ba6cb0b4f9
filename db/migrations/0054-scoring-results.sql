create type scoring_result_kind as enum ('provisional', 'final');
create type petition_state as enum ('filed', 'answered', 'withdrawn');
create type petition_outcome as enum ('accepted', 'partly', 'refused');

-- What the head's closing screen calls close, or a jump: the bloc's own measures, not the law's.
alter table scoring_round
  add column near_tie numeric not null default 0.5 check (near_tie >= 0),
  add column jump_percent numeric not null default 10 check (jump_percent > 0),
  add column mutual_percent numeric not null default 5 check (mutual_percent > 0);

-- What was made known of a round, as it stood; append-only. A later one takes the place of the one before.
create table scoring_result (
  id uuid primary key,
  round_id uuid not null references scoring_round,
  number integer not null check (number > 0),
  kind scoring_result_kind not null,
  -- {"units": [{unit, name, total, max, percent, rank, …}], "ties": […]}: exact decimals as text.
  content jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  unique (round_id, number)
);
create unique index scoring_result_final on scoring_result (round_id) where kind = 'final';

-- Units that neither points nor the table's chain part: what people decided, and why. The latest for a set of units holds.
create table tie_decision (
  id uuid primary key,
  round_id uuid not null references scoring_round,
  -- In the order decided; the first is placed higher. One shared place is decided too: is_shared.
  units uuid[] not null check (cardinality(units) >= 2),
  is_shared boolean not null default false,
  reason text not null check (reason = btrim(reason) and reason <> ''),
  decided_by uuid not null references account,
  decided_by_name text not null,
  decided_at timestamptz not null
);
create index on tie_decision (round_id, decided_at);

-- A member asks for another look at the provisional result.
create table petition (
  id uuid primary key,
  round_id uuid not null references scoring_round,
  result_id uuid not null references scoring_result,
  unit_id uuid not null references unit,
  -- The sheet and criterion that it is about; without a code it is about the sheet as a whole.
  sheet_id uuid not null references score_sheet,
  code text not null default '',
  wanted numeric,
  text text not null check (text = btrim(text) and text <> ''),
  state petition_state not null default 'filed',
  filed_by uuid not null references account,
  filed_by_name text not null,
  filed_at timestamptz not null,
  outcome petition_outcome,
  -- What the criterion has after an accepted petition.
  points numeric,
  answer text not null default '',
  answered_by uuid references account,
  answered_by_name text not null default '',
  answered_at timestamptz,
  check ((state = 'answered') = (outcome is not null)),
  check ((outcome is not null) = (answered_at is not null and answered_by is not null and answer <> '')),
  check (points is null or outcome in ('accepted', 'partly'))
);
create index on petition (round_id, filed_at);
create unique index petition_open on petition (sheet_id, code, unit_id) where state = 'filed';

-- A member says that it has no petition: when all have, the result may be final before the window is over.
create table result_acceptance (
  round_id uuid not null references scoring_round,
  unit_id uuid not null references unit,
  accepted_by uuid not null references account,
  accepted_by_name text not null,
  accepted_at timestamptz not null,
  primary key (round_id, unit_id)
);

do $$ begin
  execute format('revoke update, delete, truncate on scoring_result, tie_decision, result_acceptance from %I', current_schema());
end $$;

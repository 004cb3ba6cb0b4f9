create type period_state as enum ('ahead', 'open', 'closed');
create type report_state as enum ('open', 'sent', 'returned', 'verified');
create type second_person_state as enum ('asked', 'agreed', 'refused');

-- The periods of a bloc-year in which units report, each with its last day for the report.
create table report_period (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  frequency report_frequency not null,
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  state period_state not null default 'ahead',
  closed_at timestamptz,
  closed_by uuid references account,
  unique (bloc_year_id, frequency, starts_on),
  check (ends_on > starts_on and due_on > starts_on),
  check ((state = 'closed') = (closed_at is not null))
);

-- One report: what a unit says of a period. Late is known by sent_on and the period's due_on, both inclusive days.
create table progress_report (
  id uuid primary key,
  period_id uuid not null references report_period,
  unit_id uuid not null references unit,
  state report_state not null default 'open',
  first_sent_on date,
  sent_on date,
  sent_by uuid references account,
  sent_at timestamptz,
  late_reason text,
  returned_reason text,
  decided_by uuid references account,
  decided_at timestamptz,
  version integer not null default 1,
  unique (period_id, unit_id),
  check (state = 'open' or sent_at is not null),
  check (state <> 'returned' or returned_reason is not null),
  check (state not in ('returned', 'verified') or decided_by is not null),
  check (state not in ('returned', 'verified') or decided_by <> sent_by)
);
create index on progress_report (unit_id, period_id);

-- One figure. No row, or a null value: nothing was reported, which is never zero.
create table progress_entry (
  report_id uuid not null references progress_report,
  target_id uuid not null references target,
  value numeric,
  note text not null default '',
  -- Who typed a figure that looks implausible said that it is meant.
  is_meant boolean not null default false,
  version integer not null default 1,
  entered_by uuid not null references account,
  entered_at timestamptz not null,
  primary key (report_id, target_id)
);
create index on progress_entry (target_id);

-- What a figure was before; append-only.
create table progress_entry_before (
  report_id uuid not null references progress_report,
  target_id uuid not null references target,
  version integer not null,
  value numeric,
  note text not null,
  entered_by uuid not null references account,
  entered_at timestamptz not null,
  replaced_at timestamptz not null,
  reason text not null default '',
  primary key (report_id, target_id, version)
);

-- A correction of a figure that was verified, or the reopening of a closed period: a reason and a second person.
create table progress_correction (
  id uuid primary key,
  report_id uuid not null references progress_report,
  target_id uuid not null references target,
  before numeric,
  after numeric,
  reason text not null check (reason = btrim(reason) and reason <> ''),
  state second_person_state not null default 'asked',
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  decided_by uuid references account check (decided_by <> asked_by),
  decided_at timestamptz,
  decision_reason text,
  check ((state = 'asked') = (decided_by is null)),
  check (state <> 'refused' or decision_reason <> '')
);
create unique index progress_correction_open on progress_correction (report_id, target_id) where state = 'asked';

create table period_reopening (
  id uuid primary key,
  period_id uuid not null references report_period,
  -- For one unit, or for all.
  unit_id uuid references unit,
  until_on date not null,
  reason text not null check (reason = btrim(reason) and reason <> ''),
  state second_person_state not null default 'asked',
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  decided_by uuid references account check (decided_by <> asked_by),
  decided_at timestamptz,
  decision_reason text,
  check ((state = 'asked') = (decided_by is null)),
  check (state <> 'refused' or decision_reason <> '')
);

do $$ begin
  execute format('revoke update, delete, truncate on progress_entry_before from %I', current_schema());
end $$;

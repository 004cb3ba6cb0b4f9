create type due_rule_kind as enum ('day_of_month', 'days_after');
create type report_step_name as enum ('sent', 'returned', 'verified');

-- When a bloc's reports are due: a day of the period's last month, or so many days after the period's end.
create table period_due_rule (
  bloc_id uuid not null references bloc,
  frequency report_frequency not null,
  kind due_rule_kind not null,
  number integer not null,
  primary key (bloc_id, frequency),
  check (number between 1 and 31 or (kind = 'days_after' and number between 0 and 90))
);

-- What became of a report, step by step; append-only. The report log and the scoring of timeliness read it.
create table progress_report_step (
  id uuid primary key,
  report_id uuid not null references progress_report,
  step report_step_name not null,
  on_day date not null,
  -- The last day that held for this step of sending: the period's own, or that of a reopening.
  due_on date,
  reason text not null default '',
  -- Codes of the targets that were sent as missing, on purpose.
  missing text[] not null default '{}',
  by_account uuid not null references account,
  by_name text not null,
  at timestamptz not null,
  check (step <> 'returned' or reason <> '')
);
create index on progress_report_step (report_id, at);

-- What a saving with a number of the sender's own was answered: sent twice, it is done once.
create table progress_saving (
  account_id uuid not null references account,
  request_id uuid not null,
  report_id uuid not null references progress_report,
  answer jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, request_id)
);

create unique index period_reopening_open on period_reopening
  (period_id, coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) where state = 'asked';

-- The figures that a correction changed are found by it.
alter table progress_entry_before add column correction_id uuid references progress_correction;

do $$ begin
  execute format('revoke update, delete, truncate on progress_report_step from %I', current_schema());
end $$;

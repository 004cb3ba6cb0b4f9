create type holiday_kind as enum ('off', 'worked');

-- Days off besides Saturdays and Sundays, and week-end days worked in exchange: announced anew for each year.
create table holiday (
  day date primary key,
  kind holiday_kind not null,
  name text not null check (name = btrim(name) and name <> ''),
  -- Who announced it; unverified until an administrator confirms it.
  source text not null default '',
  entered_by uuid references account,
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  check (confirmed_by is null or confirmed_by is distinct from entered_by)
);

-- What a closed year had not done: neither left out by the bloc's rules nor ever to be done.
alter type stop_state add value 'closed';

-- A year that a reorganisation closed, and who goes on with its work: a year of this tenant, or a value elsewhere.
create table bloc_year_closing (
  bloc_year_id uuid primary key references bloc_year,
  closed_on date not null,
  document text not null check (document <> ''),
  deed_id uuid references deed,
  successor_year_id uuid references bloc_year check (successor_year_id <> bloc_year_id),
  successor_tenant text check (successor_tenant <> ''),
  successor_name text check (successor_name <> ''),
  closed_by uuid not null references account,
  closed_at timestamptz not null,
  check (num_nonnulls(successor_tenant, successor_name) in (0, 2)),
  check (successor_year_id is null or successor_tenant is null)
);

alter table membership add column ended_by_deed uuid references deed;
alter table bloc_office add column ended_by_deed uuid references deed;

-- A task that was open when its year was closed, and the task that took it over.
alter table task add column closed_with_year uuid references bloc_year;
alter table task add column handed_from uuid references task;

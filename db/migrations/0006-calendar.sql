-- What someone must do: opened and closed by commands, in their own transactions.
create table task (
  id uuid primary key,
  key text not null unique,
  kind text not null,
  bloc_year_id uuid references bloc_year,
  unit_id uuid references unit,
  account_id uuid references account,
  tenant_role tenant_role_name,
  path text not null check (path like '/%'),
  facts jsonb not null default '{}',
  due_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check (num_nonnulls(unit_id, account_id, tenant_role) = 1)
);
create index task_open on task (unit_id, account_id, tenant_role) where closed_at is null;

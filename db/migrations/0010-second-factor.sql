-- The second factor, recovery in person by two people, and who entered a legal text.
create type session_proof as enum ('password', 'totp', 'recovery_code');
create type factor_role as enum ('administrator', 'authority', 'leader');

-- The secret is sealed with the installation's own; the last step is moved in the same UPDATE that compares it.
create table second_factor (
  account_id uuid primary key references account,
  sealed_secret bytea not null,
  last_step bigint not null,
  switched_on_at timestamptz not null
);

create table recovery_code (
  id uuid primary key,
  account_id uuid not null references account,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  unique (account_id, code_hash)
);

-- Between the password and the code: it opens the second page of signing in and nothing else.
create table half_session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  expires_at timestamptz not null
);
create index on half_session (account_id);

alter table session add column proof session_proof not null default 'password';

-- From which day holders of a role must have a second factor; a role without a line need not.
create table second_factor_rule (
  role factor_role primary key,
  from_on date not null
);

create table account_recovery (
  id uuid primary key,
  account_id uuid not null references account,
  reason text not null check (btrim(reason) <> ''),
  paper text not null check (btrim(paper) <> ''),
  opened_by uuid not null references account,
  opened_at timestamptz not null,
  -- Of waiting for the second person, and once confirmed of the slip.
  expires_at timestamptz not null,
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  code_hash bytea unique,
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (opened_by <> account_id),
  check (confirmed_by <> opened_by and confirmed_by <> account_id),
  check (num_nulls(confirmed_by, confirmed_at, code_hash) in (0, 3)),
  check (used_at is null or confirmed_at is not null),
  check (used_at is null or withdrawn_at is null)
);
create unique index account_recovery_open on account_recovery (account_id) where used_at is null and withdrawn_at is null;

alter table legal_text add column entered_by uuid;

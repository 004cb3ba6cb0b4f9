create type account_state as enum ('invited', 'active', 'closed');
create type invitation_way as enum ('mail', 'slip');
create type tenant_role_name as enum ('authority', 'administrator');

create table person (
  id uuid primary key,
  full_name text not null check (full_name = btrim(full_name) and full_name <> ''),
  folded_name text generated always as (extensions.vn_fold(full_name)) stored,
  created_at timestamptz not null default now()
);

create table account (
  id uuid primary key,
  person_id uuid not null references person,
  login text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@+-]{2,120}$'),
  email text,
  password_hash text,
  state account_state not null default 'invited',
  locale text not null default 'vi' check (locale in ('vi', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  check (state <> 'active' or password_hash is not null)
);

create table invitation (
  id uuid primary key,
  account_id uuid not null references account,
  code_hash bytea not null unique,
  way invitation_way not null,
  invited_by uuid references account,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create unique index invitation_open on invitation (account_id) where used_at is null and withdrawn_at is null;

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  device text not null,
  acting_unit_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz,
  ended_at timestamptz
);
create index on session (account_id);

create table tenant_role (
  id uuid primary key,
  account_id uuid not null references account,
  role tenant_role_name not null,
  from_on date not null,
  to_on date,
  granted_by uuid references account,
  check (to_on is null or to_on >= from_on)
);
create unique index tenant_role_open on tenant_role (account_id, role) where to_on is null;

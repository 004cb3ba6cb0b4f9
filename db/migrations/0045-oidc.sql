-- Accounts of another place (OpenID Connect) by which people sign in here: linked to an account, never the reason for one.
alter type session_proof add value 'oidc';
alter type session_proof add value 'oidc_code';
alter type session_proof add value 'oidc_strong';

create type identity_way as enum ('person', 'record');

create table linked_identity (
  id uuid primary key,
  account_id uuid not null references account,
  issuer text not null,
  subject text not null,
  -- What that place calls the person, for pages alone.
  label text not null,
  -- Linked by the person signed in here, or because an administrator had recorded who it is.
  way identity_way not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  unique (issuer, subject)
);
create index on linked_identity (account_id);

-- Whom an administrator expects: the first who comes from there with this value is linked, once.
create table expected_identity (
  account_id uuid primary key references account,
  claim_value text not null unique check (btrim(claim_value) <> ''),
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  check (recorded_by <> account_id)
);

create type oidc_use as enum ('sign_in', 'link');

-- Somebody was sent there and is expected back: once, in the same browser, within minutes.
create table oidc_request (
  state_hash bytea primary key,
  use oidc_use not null,
  -- Of what only the browser holds; the proof key (PKCE) is made of the same.
  browser_hash bytea not null,
  nonce text not null,
  account_id uuid references account,
  back text not null,
  expires_at timestamptz not null,
  check ((use = 'link') = (account_id is not null))
);
create index on oidc_request (expires_at);

-- How the first half of signing in was proven.
alter table half_session add column proof session_proof not null default 'password';

-- By which programs of a unit read and write through /api/v1 for a person: shown once, kept as SHA-256, never deleted.
create table access_token (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null check (name <> ''),
  token_hash bytea not null unique,
  -- Its reach: one unit of the person's, or one bloc-year in which they have a part.
  unit_id uuid references unit,
  bloc_year_id uuid references bloc_year,
  may_write boolean not null,
  -- The last day, included.
  until_on date not null,
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  -- Who revoked it; nobody where it ended with the account, a recovery or a restored backup.
  ended_by uuid references account,
  check (num_nonnulls(unit_id, bloc_year_id) = 1),
  check (ended_by is null or ended_at is not null)
);
create index on access_token (account_id);

-- What a write was answered under its Idempotency-Key; written in the transaction of the write itself, kept for a day.
create table api_answer (
  token_id uuid not null references access_token,
  key text not null check (key <> ''),
  -- SHA-256 of method, path and content: the same key with another request is refused.
  request_hash bytea not null,
  status smallint,
  body text,
  asked_at timestamptz not null,
  primary key (token_id, key)
);
create index on api_answer (asked_at);

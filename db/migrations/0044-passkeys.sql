-- Keys that a device keeps and opens by finger, face or its own code: by themselves both factors of signing in.
alter type session_proof add value 'passkey';

create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null check (btrim(name) <> ''),
  credential_id bytea not null unique,
  public_key bytea not null,
  -- How often the device says that it signed; many devices say 0 for ever.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- The host for which the device made it; it signs for no other.
  host text not null check (host <> ''),
  -- Whether the device's maker keeps a copy for the person's other devices.
  is_synced boolean not null,
  made_at timestamptz not null,
  used_at timestamptz,
  -- Its counter fell back: somewhere there is a copy. From then on it opens nothing.
  halted_at timestamptz
);
create index on passkey (account_id);

create type passkey_use as enum ('register', 'sign_in', 'step_up');

-- What a device is asked to sign: good once, for one use, for a few minutes. Nobody is known yet at the door.
create table passkey_challenge (
  challenge_hash bytea primary key,
  use passkey_use not null,
  account_id uuid references account,
  expires_at timestamptz not null,
  check ((use = 'sign_in') = (account_id is null))
);
create index on passkey_challenge (expires_at);

-- One entry a command, in the same transaction; append-only by missing grants; chained by hash.
create table audit_entry (
  number bigint primary key,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  acting_unit_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  facts jsonb not null,
  previous_hash bytea not null,
  hash bytea not null unique
);
create index on audit_entry (subject_id, number);

create table audit_head (
  singleton boolean primary key default true check (singleton),
  number bigint not null,
  hash bytea not null
);
insert into audit_head (number, hash) values (0, sha256(convert_to(current_schema(), 'UTF8')));

do $$ begin
  execute format('revoke update, delete, truncate on audit_entry from %I', current_schema());
  execute format('revoke insert, delete, truncate on audit_head from %I', current_schema());
end $$;

-- Content-addressed files: the bytes lie in the data folder or in S3 under their SHA-256.
create table stored_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  length bigint not null check (length >= 0),
  media_type text not null,
  stored_at timestamptz not null default now()
);

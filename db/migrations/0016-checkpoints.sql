-- The hash of an entry knows milliseconds: what it does not know must not be there to be changed.
alter table audit_entry add constraint audit_entry_at_exact check (extract(microseconds from at)::bigint % 1000 = 0);

-- For search in the log; the hash does not cover it, since it follows from what the hash covers.
alter table audit_entry add column folded text generated always as
  (extensions.vn_fold(actor_name || ' ' || facts::text)) stored;
create index on audit_entry using gin (folded gin_trgm_ops);
create index on audit_entry (at, number);
create index on audit_entry (split_part(action, '.', 1), at, number);
create index on audit_entry (account_id, at, number);
create index on audit_entry (acting_unit_id, at, number);
create index on audit_entry (subject_id, at, number);

-- What the log was at a moment, signed by the seal; copies leave the machine.
create table audit_checkpoint (
  number bigint primary key check (number >= 0),
  hash bytea not null,
  at timestamptz not null,
  seal_id uuid not null references seal,
  line text not null,
  mailed_on date
);

-- Leaders and officers of the authority get the checkpoints by mail unless they decline.
create table checkpoint_decline (
  account_id uuid primary key references account,
  declined_at timestamptz not null
);

-- Who looked at a record: one row a person, record and day; no part of the chain, and deleted after a time.
create table record_view (
  subject_kind text not null,
  subject_id uuid not null,
  account_id uuid not null references account,
  day date not null,
  acting_unit_id uuid references unit,
  seen_at timestamptz not null,
  primary key (subject_id, account_id, day)
);
create index on record_view (day);

create table log_setting (
  singleton boolean primary key default true check (singleton),
  views_kept_days integer not null default 730 check (views_kept_days between 30 and 3650)
);
insert into log_setting default values;

do $$ begin
  execute format('revoke delete, truncate on audit_checkpoint from %I', current_schema());
  execute format('revoke update on audit_checkpoint from %I', current_schema());
  execute format('grant update (mailed_on) on audit_checkpoint to %I', current_schema());
  execute format('revoke insert, delete, truncate on log_setting from %I', current_schema());
end $$;

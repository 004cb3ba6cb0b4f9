-- The sealing key of the system itself: it attests what the system recorded, never what a person wants. A certificate
-- that the tenant's authority issues later is a further row for the same key.
create table seal (
  id uuid primary key,
  authority_id uuid references certificate_authority,
  certificate bytea not null unique,
  sealed_key jsonb not null,
  is_sample boolean not null default false,
  created_at timestamptz not null
);

do $$ begin
  execute format('revoke update, delete, truncate on seal from %I', current_schema());
end $$;

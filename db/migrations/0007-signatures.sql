create type signing_job_state as enum ('open', 'done', 'dropped');

create table certificate_authority (
  id uuid primary key,
  name text not null,
  certificate bytea not null,
  sealed_key jsonb not null,
  is_sample boolean not null default false,
  created_at timestamptz not null
);

-- The private key is sealed in the signer's browser; the server cannot open it.
create table signer_certificate (
  id uuid primary key,
  authority_id uuid not null references certificate_authority,
  account_id uuid not null,
  mandate_id uuid not null,
  serial text not null unique,
  certificate bytea not null,
  sealed_key jsonb not null,
  issued_at timestamptz not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  check (valid_to > valid_from)
);
create unique index signer_certificate_open on signer_certificate (mandate_id) where revoked_at is null;

create table signed_document (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  title text not null,
  text_sha256 text not null,
  fields jsonb not null,
  created_at timestamptz not null
);

create table document_revision (
  document_id uuid not null references signed_document,
  number integer not null check (number >= 0),
  sha256 text not null references stored_file,
  length bigint not null,
  field text,
  certificate_id uuid references signer_certificate,
  made_at timestamptz not null,
  primary key (document_id, number),
  unique (document_id, field),
  check ((number = 0) = (field is null))
);

create table signing_job (
  id uuid primary key,
  document_id uuid not null references signed_document,
  revision integer not null,
  field text not null,
  certificate_id uuid not null references signer_certificate,
  account_id uuid not null,
  job jsonb not null,
  state signing_job_state not null default 'open',
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz
);
create unique index signing_job_open on signing_job (document_id) where state = 'open';

do $$ begin
  execute format('revoke update, delete, truncate on document_revision from %I', current_schema());
end $$;

create type agreement_state as enum ('drafting', 'frozen', 'signing', 'signed', 'void');
create type agreement_origin as enum ('template', 'last_year', 'reading');
create type clause_section as enum
  ('legal_basis', 'opening', 'commitment', 'movement', 'target', 'title', 'organisation');
create type signer_state as enum ('waiting', 'signed', 'refused', 'void');

create table article_reading (
  id uuid primary key,
  bloc_year_id uuid references bloc_year,
  file_name text not null default '',
  source_text text not null,
  draft jsonb not null,
  version integer not null default 1,
  read_by uuid not null references account,
  read_at timestamptz not null,
  kept_at timestamptz
);

create table agreement (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  version integer not null check (version > 0),
  state agreement_state not null default 'drafting',
  origin agreement_origin not null,
  reading_id uuid references article_reading,
  follows_id uuid references agreement,
  title text not null,
  theme text not null default '',
  place text not null default '',
  signing_on date,
  sign_by date,
  witness text not null default '',
  copies integer check (copies > 0),
  head_version integer not null default 1,
  is_sample boolean not null default false,
  canonical_text text,
  text_sha256 text,
  document_id uuid references signed_document,
  frozen_at timestamptz,
  frozen_by uuid references account,
  signed_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  created_by uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (bloc_year_id, version),
  check (state = 'drafting' or state = 'void' or (canonical_text is not null and text_sha256 is not null)),
  check (state <> 'signed' or signed_at is not null)
);
create unique index agreement_live on agreement (bloc_year_id) where state <> 'void';

create table clause (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  section clause_section not null,
  position integer not null check (position > 0),
  text text not null,
  details jsonb not null default '{}',
  span int4range,
  version integer not null default 1,
  changed_by uuid references account,
  changed_at timestamptz not null,
  unique (agreement_id, section, position) deferrable initially deferred
);

-- Who signs, fixed at the freezing; one row a unit, in the bloc's official order.
create table agreement_signer (
  agreement_id uuid not null references agreement,
  unit_id uuid not null references unit,
  position integer not null,
  field text not null,
  office office_name,
  unit_name text not null,
  mandate_id uuid not null references mandate,
  account_id uuid not null references account,
  signer_name text not null,
  signer_post text not null,
  state signer_state not null default 'waiting',
  decided_at timestamptz,
  refusal_reason text,
  reminded_at timestamptz,
  primary key (agreement_id, unit_id),
  unique (agreement_id, position),
  check (state <> 'refused' or refusal_reason is not null)
);

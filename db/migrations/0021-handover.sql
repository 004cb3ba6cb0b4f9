create type handover_state as enum ('drafting', 'frozen', 'closed', 'void');
create type handover_side as enum ('giving', 'receiving');
create type rotating_flag as enum ('held', 'handed', 'none');

-- The head's follow-up book (sổ theo dõi): nothing in it is changed; a later note closes an earlier one.
create table follow_up_note (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  written_on date not null,
  what text not null check (what <> ''),
  concerned text not null default '',
  follows text not null default '',
  is_done boolean not null,
  closes_id uuid unique references follow_up_note,
  written_by uuid not null references account,
  writer_name text not null,
  written_at timestamptz not null,
  check (closes_id is null or is_done),
  check (closes_id <> id)
);
create index follow_up_note_year on follow_up_note (bloc_year_id, written_on);

create table handover (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  given_office_id uuid not null references bloc_office,
  giving_unit_id uuid not null references unit,
  receiving_unit_id uuid not null references unit,
  version integer not null check (version > 0),
  edit_version integer not null default 1,
  state handover_state not null default 'drafting',
  handed_on date,
  place text not null default '',
  flag rotating_flag,
  flag_condition text not null default '',
  flag_note text not null default '',
  other_items text not null default '',
  witness text not null default '',
  canonical_text text,
  text_sha256 text,
  document_id uuid references signed_document,
  is_sample boolean not null default false,
  frozen_at timestamptz,
  closed_at timestamptz,
  voided_at timestamptz,
  void_reason text,
  created_by uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (given_office_id, version),
  check (giving_unit_id <> receiving_unit_id),
  check (state = 'drafting' or (canonical_text is not null and text_sha256 is not null and document_id is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'void') = (voided_at is not null and void_reason is not null))
);
create unique index handover_live on handover (given_office_id) where state <> 'void';
create index handover_year on handover (bloc_year_id);

-- Who signs, fixed at the freezing; nobody signs for both sides.
create table handover_signer (
  handover_id uuid not null references handover,
  side handover_side not null,
  unit_id uuid not null references unit,
  unit_name text not null,
  field text not null,
  mandate_id uuid not null references mandate,
  account_id uuid not null references account,
  signer_name text not null,
  signer_post text not null,
  state signer_state not null default 'waiting',
  decided_at timestamptz,
  signed_mandate_id uuid references mandate,
  signed_account_id uuid references account,
  signed_name text,
  signed_post text,
  device text,
  refusal_reason text,
  primary key (handover_id, side),
  unique (handover_id, unit_id),
  unique (handover_id, signed_account_id),
  check (state <> 'refused' or refusal_reason is not null),
  check (state <> 'signed' or (signed_mandate_id is not null and signed_name is not null and signed_post is not null))
);

do $$ begin
  execute format('revoke update, delete, truncate on follow_up_note from %I', current_schema());
end $$;

-- A text says itself whether a successor may sign for the person it names; texts fixed before say nothing.
alter table agreement
  add column allows_substitute boolean not null default true,
  add column expired_at timestamptz;
update agreement set allows_substitute = false where state <> 'drafting';

-- How a place was really filled, by whom and under which mandate; the columns before name whom the text expects.
alter table agreement_signer
  add column way signing_way,
  add column signed_mandate_id uuid references mandate,
  add column signed_account_id uuid references account,
  add column signed_name text,
  add column signed_post text,
  add column device text,
  add column withdrawn_at timestamptz,
  add column withdrawal_reason text,
  add check (state <> 'withdrawn' or withdrawn_at is not null),
  add check ((withdrawn_at is null) = (withdrawal_reason is null));
update agreement_signer
  set way = 'key', signed_mandate_id = mandate_id, signed_account_id = account_id,
    signed_name = signer_name, signed_post = signer_post
  where state = 'signed' or (state = 'void' and decided_at is not null);
alter table agreement_signer
  add check (state not in ('signed', 'withdrawn')
    or (way is not null and signed_mandate_id is not null and signed_name is not null and signed_post is not null));

-- The scan of a paper that was signed by pen, bound to the frozen text and to the paper's base bytes.
create table pen_scan (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  unit_id uuid not null references unit,
  document_id uuid not null references signed_document,
  text_sha256 text not null,
  base_sha256 text not null,
  mandate_id uuid not null references mandate,
  signer_account_id uuid not null references account,
  signer_name text not null,
  signer_post text not null,
  signed_on date not null,
  scan_sha256 text not null references stored_file,
  uploaded_by uuid not null references account,
  uploader_name text not null,
  uploaded_at timestamptz not null,
  state scan_state not null default 'waiting',
  closed_at timestamptz,
  reason text,
  check ((state = 'waiting') = (closed_at is null)),
  check (state not in ('rejected', 'withdrawn') or reason is not null)
);
create unique index pen_scan_open on pen_scan (agreement_id, unit_id) where state in ('waiting', 'confirmed');

-- Two people of two units say that the scan shows this paper signed by that person, or why it does not.
create table pen_witness (
  scan_id uuid not null references pen_scan,
  account_id uuid not null references account,
  unit_id uuid not null references unit,
  name text not null,
  unit_name text not null,
  confirms boolean not null,
  reason text,
  device text,
  at timestamptz not null,
  primary key (scan_id, account_id),
  unique (scan_id, unit_id),
  check (confirms = (reason is null))
);

-- A place signed by pen is filled by the system's seal, every other one by the signer's own key.
alter table signing_job
  alter column certificate_id drop not null,
  add column seal_id uuid references seal,
  add check (num_nonnulls(certificate_id, seal_id) = 1);
alter table document_revision
  add column seal_id uuid references seal,
  add check (num_nonnulls(certificate_id, seal_id) <= 1);

do $$ begin
  execute format('revoke update, delete, truncate on pen_witness from %I', current_schema());
end $$;

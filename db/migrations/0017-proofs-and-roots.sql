-- What a revision adds: the paper itself, a signature, or only proofs by which the signatures can be checked later.
create type revision_kind as enum ('paper', 'signature', 'proofs');

alter table document_revision
  drop constraint document_revision_check,
  add check (number > 0 or field is null),
  add column kind revision_kind not null generated always as (
    case
      when number = 0 then 'paper'::revision_kind
      when field is not null then 'signature'::revision_kind
      else 'proofs'::revision_kind
    end
  ) stored,
  -- Before this moment the time stamp over the file is to be renewed; absent, it bears none.
  add column renew_before timestamptz,
  add check (renew_before is null or (number > 0 and field is null));

-- Roots that are trusted besides the tenant's own authorities: for signers or for time stamps, never for both at once.
create type trust_kind as enum ('signer', 'time');
create table trusted_root (
  id uuid primary key,
  kind trust_kind not null,
  name text not null,
  certificate bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index trusted_root_in_force on trusted_root (kind, sha256) where removed_at is null;

-- Why a certificate is no longer to be used, by the names RFC 5280 (5.3.1) gives; by a person, or by rule.
create type revocation_reason as enum
  ('key_compromise', 'affiliation_changed', 'superseded', 'cessation_of_operation');

alter table signer_certificate
  alter column revoked_reason type revocation_reason using
    case revoked_reason when 'replaced' then 'superseded' else 'cessation_of_operation' end::revocation_reason;
update signer_certificate set revoked_reason = null where revoked_at is null;
alter table signer_certificate
  add column revoked_by uuid,
  add column revoked_note text not null default '',
  add constraint revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null));

alter table certificate_authority add column resealed_at timestamptz;

-- What the authority publishes: signed lists of revoked certificates (RFC 5280), each newer one takes the place of the last.
create table revocation_list (
  authority_id uuid not null references certificate_authority,
  number bigint not null check (number > 0),
  list bytea not null,
  this_update timestamptz not null,
  next_update timestamptz not null,
  primary key (authority_id, number),
  check (next_update > this_update)
);

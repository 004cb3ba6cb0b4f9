-- A new value of an enum can only be used after the transaction that adds it.
alter type signer_state add value 'withdrawn' before 'void';
create type signing_way as enum ('key', 'pen');
create type scan_state as enum ('waiting', 'confirmed', 'rejected', 'withdrawn', 'dropped');

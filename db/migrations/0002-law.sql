create table legal_text (
  id uuid primary key,
  kind text not null check (kind <> ''),
  number text not null check (number <> ''),
  title text not null check (title <> ''),
  issuer text not null check (issuer <> ''),
  issued_on date,
  in_force_from date,
  in_force_to date,
  source text not null default '',
  confirmed_by uuid,
  confirmed_at timestamptz,
  unique (kind, number),
  check (in_force_to is null or in_force_from is null or in_force_to >= in_force_from),
  check (confirmed_at is null or source <> '')
);

-- A saving of a sheet's cells by the sender's own number: sent twice, it is done once and answered alike.
create table score_saving (
  account_id uuid not null references account,
  request_id uuid not null,
  sheet_id uuid not null references score_sheet,
  answer jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, request_id)
);
create index on score_saving (sheet_id);

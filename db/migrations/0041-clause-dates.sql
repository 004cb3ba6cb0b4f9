-- What the head decided about a date that was read in a clause: put into the calendar, or no deadline at all.
create table clause_date (
  clause_id uuid not null references clause,
  -- Where in the clause's text the date stands.
  at integer not null check (at >= 0),
  is_accepted boolean not null,
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  primary key (clause_id, at)
);

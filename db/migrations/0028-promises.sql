-- What a unit declared and what was verified are two records: the second does not write over the first.
alter table fact drop constraint fact_pkey;
alter table fact add primary key (unit_id, bloc_year_id, key, standing);

-- Which clause of an agreement a target or a movement comes from; one clause may name several.
create table clause_target (
  target_id uuid primary key references target,
  clause_id uuid not null references clause
);
create index on clause_target (clause_id);

create table clause_movement (
  clause_id uuid not null references clause,
  movement_id uuid not null references movement,
  primary key (clause_id, movement_id)
);
create index on clause_movement (movement_id);

-- Who must consent to a change: the members of the day on which it was proposed.
create table target_change_member (
  change_id uuid not null references target_change,
  unit_id uuid not null references unit,
  -- A member that left meanwhile is asked no longer.
  left_on date,
  primary key (change_id, unit_id)
);
alter table target_change add column refused_reason text not null default '';

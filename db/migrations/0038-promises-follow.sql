-- A draft target that is deleted, or a clause taken out of a draft, takes its link along and nothing else.
alter table clause_target drop constraint clause_target_target_id_fkey;
alter table clause_target add foreign key (target_id) references target on delete cascade;
alter table clause_target drop constraint clause_target_clause_id_fkey;
alter table clause_target add foreign key (clause_id) references clause on delete cascade;
alter table clause_movement drop constraint clause_movement_clause_id_fkey;
alter table clause_movement add foreign key (clause_id) references clause on delete cascade;
alter table clause_movement drop constraint clause_movement_movement_id_fkey;
alter table clause_movement add foreign key (movement_id) references movement on delete cascade;

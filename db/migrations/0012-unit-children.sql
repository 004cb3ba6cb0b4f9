-- Who stands under a unit: asked when a unit goes, once for each of thousands when a list is undone.
create index on unit_parent (parent_id);

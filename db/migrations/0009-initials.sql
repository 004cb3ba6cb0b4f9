-- "LHPN" finds "Hội Liên hiệp Phụ nữ": the first letters of a name, folded once when it is written.
alter table unit_name add column initials text generated always as
  (regexp_replace(extensions.vn_fold(full_name), '(\w)\w*\W*', '\1', 'g')) stored;
create index on unit_name using gin (initials gin_trgm_ops);
create index on unit_name (unit_id, from_on);

alter table bloc add column initials text generated always as
  (regexp_replace(extensions.vn_fold(name), '(\w)\w*\W*', '\1', 'g')) stored;

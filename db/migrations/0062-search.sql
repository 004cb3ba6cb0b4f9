-- What can be found, made from the records and their audit entries; it may be emptied and made again at any time.
create table search_entry (
  source text not null check (source <> ''),
  subject_id uuid not null,
  part text not null default '',
  kind text not null check (kind <> ''),
  title text not null check (title <> ''),
  body text not null default '',
  bloc_id uuid references bloc,
  bloc_year_id uuid references bloc_year,
  unit_id uuid references unit,
  on_day date,
  path text not null check (path like '/%'),
  -- Who may find it: any of these keys. 'public' stands alone: what the public reads is an entry of its own.
  audience text[] not null check (cardinality(audience) > 0),
  words tsvector not null generated always as (
    setweight(to_tsvector('pg_catalog.simple'::regconfig, extensions.vn_fold(title)), 'A') ||
    setweight(to_tsvector('pg_catalog.simple'::regconfig, extensions.vn_fold(body)), 'D')) stored,
  heading tsvector not null generated always as (
    to_tsvector('pg_catalog.simple'::regconfig, extensions.vn_fold(title))) stored,
  -- With tone marks, written one way; ranks "bàn" before "bạn".
  spoken tsvector not null,
  lead text not null generated always as (extensions.vn_fold(left(title || ' ' || body, 300))) stored,
  primary key (source, subject_id, part),
  check (audience = '{public}' or not 'public' = any(audience))
);
create index on search_entry using gin (audience, words) with (fastupdate = off);
create index on search_entry using gin (audience, heading) with (fastupdate = off);
create index on search_entry (source, bloc_year_id);
create index on search_entry using gin (lead gin_trgm_ops) with (fastupdate = off);

-- How far the log has been read, and when.
create table search_cursor (
  singleton boolean primary key default true check (singleton),
  number bigint not null,
  read_at timestamptz not null
);
insert into search_cursor (number, read_at) values (0, '2000-01-01');

-- Which edition of each source the index holds; another edition is gathered again from the start.
create table search_source (
  name text primary key,
  edition text not null
);

create table saved_search (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null check (name = btrim(name) and name <> ''),
  -- The query of the address, without its question mark.
  query text not null,
  saved_at timestamptz not null,
  unique (account_id, name)
);

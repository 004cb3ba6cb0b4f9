-- What all tenants of one installation share: extensions, the folding of Vietnamese text, the register of tenants.
create schema extensions;
create extension if not exists unaccent schema extensions;
create extension if not exists pg_trgm schema extensions;
create extension if not exists btree_gist schema extensions;

-- "Liên đoàn Lao động" and "lien doan lao dong" fold to the same text; y and i at a word's end are the same sound.
create function extensions.vn_fold(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    regexp_replace(
      lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(value, NFC))),
      '[-/.,–—]+', ' ', 'g'),
    'y\M', 'i', 'g');

create schema giao_uoc;
create table giao_uoc.tenant (
  slug text primary key check (slug ~ '^[a-z][a-z0-9_]{1,40}$'),
  name text not null,
  hosts text[] not null default '{}',
  created_at timestamptz not null default now()
);

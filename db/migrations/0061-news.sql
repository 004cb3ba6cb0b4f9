create type news_state as enum ('draft', 'review', 'scheduled', 'published', 'withdrawn');
create type news_category as enum ('agreement', 'movement', 'activity', 'example', 'conference', 'result', 'announcement');
create type news_picture_format as enum ('webp', 'jpeg');
create type news_consent_way as enum ('written', 'spoken', 'public_event');

-- An article as it is being written; what the public reads is its last publication.
create table news_article (
  id uuid primary key,
  -- Without one it is the tenant's own, written by the authority.
  bloc_year_id uuid references bloc_year,
  unit_id uuid references unit,
  state news_state not null default 'draft',
  category news_category not null,
  title text not null check (title = btrim(title) and title <> ''),
  lead text not null default '',
  -- Clean HTML, never anything else.
  body text not null default '',
  author text not null default '',
  photographer text not null default '',
  sources text not null default '',
  names_persons boolean not null default false,
  clause_id uuid references clause on delete set null,
  movement_id uuid references movement on delete set null,
  target_id uuid references target on delete set null,
  activity_id uuid references activity on delete set null,
  conference_id uuid references conference on delete set null,
  -- The rule that drafted it from a record; empty when people wrote it.
  rule text not null default '',
  version integer not null default 1,
  written_by uuid not null references account,
  writer_name text not null,
  written_at timestamptz not null,
  changed_by uuid not null references account,
  changed_at timestamptz not null,
  sent_by uuid references account,
  returned_reason text not null default '',
  approved_by uuid references account,
  approver_name text not null default '',
  publish_at timestamptz,
  -- Given at the first publication and kept: the address of the article.
  year smallint,
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  published_at timestamptz,
  keep_until date,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  withdrawn_note text not null default '',
  unique (year, slug),
  check ((published_at is null) = (slug is null) and (slug is null) = (year is null)),
  check (state <> 'scheduled' or (publish_at is not null and approved_by is not null)),
  check (state <> 'published' or published_at is not null),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (withdrawn_at is null or withdrawn_note <> ''),
  check (approved_by is null or (approved_by <> written_by and approved_by <> changed_by))
);
create index on news_article (bloc_year_id, changed_at desc);
create index on news_article (published_at desc) where published_at is not null;

-- Every saved text; append-only.
create table news_edition (
  article_id uuid not null references news_article,
  version integer not null,
  content jsonb not null,
  written_by uuid not null references account,
  writer_name text not null,
  written_at timestamptz not null,
  primary key (article_id, version)
);

create table news_picture (
  id uuid primary key,
  article_id uuid not null references news_article,
  position integer not null,
  alt text not null check (alt = btrim(alt) and alt <> ''),
  caption text not null default '',
  photographer text not null default '',
  -- People can be recognised in it: shown only with their consent.
  shows_persons boolean not null,
  added_by uuid not null references account,
  added_at timestamptz not null,
  removed_at timestamptz,
  unique (article_id, position)
);

-- Made once and kept: points alone, without what the camera wrote beside them.
create table news_picture_size (
  picture_id uuid not null references news_picture,
  format news_picture_format not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  sha256 text not null references stored_file,
  primary key (picture_id, format, width)
);
create index on news_picture_size (sha256);

-- Who agreed to be shown or named, how and when; ended when the person takes it back.
create table news_consent (
  id uuid primary key,
  article_id uuid not null references news_article,
  picture_id uuid references news_picture,
  person text not null check (person = btrim(person) and person <> ''),
  way news_consent_way not null,
  given_on date not null,
  note text not null default '',
  recorded_by uuid not null references account,
  recorder_name text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz
);
create index on news_consent (article_id);

-- What was made public, when and by whom; append-only. The last of an article is what is read.
create table news_publication (
  article_id uuid not null references news_article,
  number integer not null,
  version integer not null,
  pictures uuid[] not null,
  approved_by uuid not null references account,
  approver_name text not null,
  published_at timestamptz not null,
  primary key (article_id, number),
  foreign key (article_id, version) references news_edition
);

do $$ begin
  execute format('revoke update, delete, truncate on news_edition, news_picture_size, news_publication from %I', current_schema());
end $$;

-- A file that comes in parts over a bad line; the parts' bytes lie in the store of parts under their names.
create table evidence_upload (
  id uuid primary key,
  account_id uuid not null references account,
  bloc_year_id uuid not null references bloc_year,
  file_name text not null default '',
  length bigint not null check (length > 0),
  received bigint not null default 0,
  -- As the browser computed it, where it could; compared once all is there.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  check (received between 0 and length)
);
create index on evidence_upload (account_id);
create index on evidence_upload (touched_at);

create table evidence_upload_part (
  upload_id uuid not null references evidence_upload on delete cascade,
  begins_at bigint not null check (begins_at >= 0),
  length bigint not null check (length > 0),
  name text not null unique,
  primary key (upload_id, begins_at)
);

create type evidence_copy_state as enum ('asked', 'made', 'failed', 'published', 'refused', 'withdrawn');

-- A copy that may be public: points alone, black over what must not be seen; a second person says so.
create table evidence_copy (
  id uuid primary key,
  evidence_id uuid not null references evidence,
  state evidence_copy_state not null default 'asked',
  -- What is covered: words wherever they stand, and boxes {page, left, top, width, height} in parts of the page.
  words text[] not null default '{}',
  boxes jsonb not null default '[]',
  sha256 text references stored_file,
  media_type text,
  pages integer,
  places integer,
  fault text,
  made_by uuid not null references account,
  maker_name text not null,
  asked_at timestamptz not null,
  decided_by uuid references account check (decided_by <> made_by),
  decider_name text,
  decided_at timestamptz,
  reason text,
  check ((state in ('made', 'published', 'refused')) <= (sha256 is not null)),
  check ((state in ('published', 'refused')) <= (decided_by is not null)),
  check (state <> 'published' or decided_at is not null),
  check (state not in ('refused', 'withdrawn') or reason is not null),
  check (state <> 'failed' or fault is not null)
);
create unique index evidence_copy_live on evidence_copy (evidence_id) where state in ('asked', 'made', 'published');

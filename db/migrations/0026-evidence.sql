create type evidence_medium as enum ('pdf', 'picture', 'office', 'link');
create type evidence_verdict_kind as enum ('valid', 'insufficient');
create type content_state as enum ('waiting', 'made', 'failed');

-- How large a piece may be, as data with a day: the newest row that has begun holds.
create table evidence_limit (
  medium evidence_medium not null check (medium <> 'link'),
  from_on date not null,
  most_bytes bigint not null check (most_bytes between 1 and 1073741824),
  primary key (medium, from_on)
);
insert into evidence_limit (medium, from_on, most_bytes) values
  ('pdf', '2000-01-01', 104857600), ('picture', '2000-01-01', 31457280), ('office', '2000-01-01', 52428800);

-- Hosts to which a link may lead, with all below them; an address is kept as data and never fetched.
create table evidence_host (
  host text primary key check (host ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$'),
  name text not null check (name <> ''),
  to_on date
);
insert into evidence_host (host, name) values
  ('youtube.com', 'YouTube'), ('youtu.be', 'YouTube'), ('facebook.com', 'Facebook'), ('vimeo.com', 'Vimeo'),
  ('drive.google.com', 'Google Drive'), ('gov.vn', 'Cổng thông tin cơ quan nhà nước'), ('vtv.vn', 'VTV');

-- A piece of evidence that a unit brought in a bloc-year: a file, or the address of a video.
create table evidence (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  medium evidence_medium not null,
  title text not null check (title = btrim(title) and title <> ''),
  shows text not null default '',
  document_number text not null default '',
  document_on date,
  document_issuer text not null default '',
  taken_on date,
  file_sha256 text references stored_file,
  file_name text not null default '',
  link text check (link like 'https://%'),
  brought_by uuid not null references account,
  bringer_name text not null,
  brought_at timestamptz not null,
  withdrawn_by uuid references account,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  folded text generated always as
    (extensions.vn_fold(title || ' ' || shows || ' ' || document_number || ' ' || document_issuer)) stored,
  check ((medium = 'link') = (link is not null)),
  check ((medium = 'link') = (file_sha256 is null)),
  check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create unique index evidence_once on evidence (bloc_year_id, unit_id, file_sha256) where withdrawn_at is null;
create unique index evidence_link_once on evidence (bloc_year_id, unit_id, link) where withdrawn_at is null;
create index on evidence (bloc_year_id, brought_at);
create index on evidence (file_sha256);

-- What a job read out of the bytes, once for all who brought them.
create table evidence_content (
  sha256 text primary key references stored_file,
  medium evidence_medium not null,
  media_type text not null,
  state content_state not null default 'waiting',
  fault text,
  pages integer check (pages > 0),
  width integer check (width > 0),
  height integer check (height > 0),
  body text not null default '',
  folded text generated always as (extensions.vn_fold(body)) stored,
  -- 64 bits that stay nearly the same when a picture is saved again or made smaller.
  likeness bit(64),
  made_at timestamptz,
  check ((state = 'waiting') = (made_at is null)),
  check (state <> 'failed' or fault is not null)
);
create index on evidence_content (likeness);

-- Pictures made of the bytes: 0 is the small one for lists, 1 and up are pages.
create table evidence_picture (
  source_sha256 text not null references evidence_content,
  page integer not null check (page >= 0),
  sha256 text not null references stored_file,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  primary key (source_sha256, page)
);

-- What a piece is evidence for. The subject lies in a higher domain: its kind, its id, what of it, and its name then.
create table evidence_citation (
  id uuid primary key,
  evidence_id uuid not null references evidence,
  subject_kind text not null check (subject_kind <> ''),
  subject_id uuid not null,
  detail text not null default '',
  unit_id uuid not null references unit,
  label text not null check (label <> ''),
  path text not null check (path like '/%'),
  cited_by uuid not null references account,
  citer_name text not null,
  cited_at timestamptz not null,
  removed_by uuid references account,
  removed_at timestamptz,
  removed_reason text,
  check (num_nonnulls(removed_by, removed_at, removed_reason) in (0, 3))
);
create unique index evidence_citation_once on evidence_citation (evidence_id, subject_kind, subject_id, detail)
  where removed_at is null;
create index on evidence_citation (subject_kind, subject_id);

-- Append-only: the latest verdict of a citation holds.
create table evidence_verdict (
  id uuid primary key,
  citation_id uuid not null references evidence_citation,
  verdict evidence_verdict_kind not null,
  -- What is asked for, where it is not enough.
  asked text not null default '',
  judged_by uuid not null references account,
  judge_name text not null,
  judged_at timestamptz not null,
  check ((verdict = 'insufficient') = (asked <> ''))
);
create index on evidence_verdict (citation_id, judged_at);

do $$ begin
  execute format('revoke update, delete, truncate on evidence_verdict from %I', current_schema());
end $$;

create type year_review_state as enum ('draft', 'finished');
create type year_review_section as enum
  ('general', 'direction', 'movements', 'targets', 'activities', 'examples', 'propaganda', 'shortcomings', 'outlook');

-- A review (sơ kết, tổng kết) of a bloc-year or of one of its units, drafted by rule from what the year recorded.
create table year_review (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid references unit,
  kind review_kind not null,
  from_on date not null,
  to_on date not null,
  place text not null default '',
  dated_on date not null,
  state year_review_state not null default 'draft',
  version integer not null default 1,
  created_by uuid not null references account,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  finished_by uuid references account,
  finished_at timestamptz,
  -- The paper as blocks, with its drawings: what was finished is printed from here and from nowhere else.
  paper jsonb,
  paper_sha256 text check (paper_sha256 ~ '^[0-9a-f]{64}$'),
  check (to_on > from_on),
  check ((state = 'finished') = (paper is not null)),
  check ((paper is null) = (paper_sha256 is null)),
  check ((state = 'finished') = (finished_by is not null and finished_at is not null))
);
create index on year_review (bloc_year_id, to_on);
create unique index year_review_draft on year_review
  (bloc_year_id, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'), kind) where state = 'draft';

-- A sentence with the rule that made it, the records it came from and the figures it used; without a rule it is a
-- person's own. `drafted` is what the rule said last; where `text` differs, a person wrote it and it stays.
create table year_review_clause (
  id uuid primary key,
  review_id uuid not null references year_review,
  section year_review_section not null,
  position integer not null check (position > 0),
  rule text not null default '',
  -- What the rule speaks of, so that the sentence is found again: a target, a movement, a unit.
  topic text not null default '',
  text text not null,
  drafted text not null default '',
  figures jsonb not null default '[]',
  sources jsonb not null default '[]',
  version integer not null default 1,
  changed_by uuid references account,
  changed_at timestamptz not null,
  unique (review_id, section, position) deferrable initially deferred,
  check ((rule = '') = (drafted = ''))
);
create unique index year_review_clause_rule on year_review_clause (review_id, rule, topic) where rule <> '';

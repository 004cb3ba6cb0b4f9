-- Groups and fields of law that are no longer offered; what was coded by them stays.
alter table people_group add column ended_on date;
alter table legal_field add column ended_on date;

-- Under how many opinions nothing is told, and from when on a topic or place is a hot spot; the newest that has begun
-- holds. A tenant may ask for more than five, never for fewer.
create table opinion_threshold (
  from_on date primary key,
  least integer not null check (least between 5 and 100),
  hot_least integer not null check (hot_least between 5 and 1000),
  hot_factor numeric not null check (hot_factor between 1.1 and 20),
  hot_months integer not null check (hot_months between 1 and 12),
  basis text not null default '',
  entered_by uuid references account,
  entered_at timestamptz,
  check (hot_least >= least)
);
insert into opinion_threshold (from_on, least, hot_least, hot_factor, hot_months) values ('2000-01-01', 5, 10, 2, 3);

-- The figures of a month as they may be told, made once: nothing in them, and no difference of any two of them, speaks
-- of fewer opinions than the threshold. What comes in later is counted in the next month that is closed.
create table opinion_month (
  bloc_year_id uuid not null references bloc_year,
  month date not null check (extract(day from month) = 1),
  least integer not null check (least >= 5),
  figures jsonb not null,
  closed_by uuid not null references account,
  closed_by_name text not null,
  closed_at timestamptz not null,
  primary key (bloc_year_id, month)
);
create table opinion_counted (
  opinion_id uuid primary key references opinion,
  bloc_year_id uuid not null,
  month date not null,
  foreign key (bloc_year_id, month) references opinion_month
);
create index on opinion_counted (bloc_year_id, month);

create type digest_kind as enum ('monthly', 'sudden');
create type digest_state as enum ('draft', 'finished', 'sent');
create type digest_section as enum ('general', 'opinions', 'hot_spots', 'answers', 'rights', 'proposals');
create type digest_look as enum ('state', 'front', 'youth', 'association');

-- A report on the people's situation (báo cáo tình hình Nhân dân, dư luận xã hội).
create table voice_digest (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  kind digest_kind not null,
  from_on date not null,
  to_on date not null,
  -- What a sudden report is about.
  topic_id uuid references opinion_topic,
  look digest_look not null default 'state',
  -- The lines of the head: the body above, who issues it, and the sign of its papers.
  parent text not null default '',
  issuer text not null check (issuer = btrim(issuer) and issuer <> ''),
  sign text not null default '',
  signer text not null default '',
  place text not null default '',
  dated_on date not null,
  recipients text not null default '',
  state digest_state not null default 'draft',
  version integer not null default 1,
  started_by uuid not null references account,
  started_at timestamptz not null,
  finished_by uuid references account,
  finished_at timestamptz,
  paper jsonb,
  paper_sha256 text check (paper_sha256 ~ '^[0-9a-f]{64}$'),
  sent_by uuid references account,
  sent_by_name text not null default '',
  sent_at timestamptz,
  check (to_on >= from_on),
  check (sent_by not in (started_by, finished_by)),
  check ((state = 'draft') = (paper is null)),
  check ((paper is null) = (paper_sha256 is null)),
  check (num_nonnulls(finished_by, finished_at) = case when state = 'draft' then 0 else 2 end),
  check (num_nonnulls(sent_by, sent_at) = case when state = 'sent' then 2 else 0 end)
);
create index on voice_digest (bloc_year_id, to_on);
create unique index voice_digest_month on voice_digest (bloc_year_id, from_on) where kind = 'monthly';

-- A sentence with the rule that made it and what it was read from; without a rule it is a person's own. An example is
-- an opinion that a person chose and whose sender may be quoted.
create table voice_digest_clause (
  id uuid primary key,
  digest_id uuid not null references voice_digest,
  section digest_section not null,
  position integer not null check (position > 0),
  rule text not null default '',
  topic text not null default '',
  text text not null,
  drafted text not null default '',
  sources jsonb not null default '[]',
  opinion_id uuid references opinion,
  version integer not null default 1,
  changed_by uuid references account,
  changed_at timestamptz not null,
  unique (digest_id, section, position) deferrable initially deferred,
  unique (digest_id, opinion_id),
  check ((rule = '') = (drafted = ''))
);

-- A workbook of opinions from its preview on. The file itself is not kept; its cells are emptied once it is entered.
create table opinion_intake (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  state intake_state not null default 'previewed',
  file_name text not null check (file_name <> ''),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  unknown_columns text[] not null default '{}',
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  decided_by uuid references account,
  decided_at timestamptz,
  added integer check (added >= 0),
  undone_by uuid references account,
  undone_at timestamptz,
  check (state = 'withdrawn' or decided_by <> uploaded_by),
  check (num_nonnulls(decided_by, decided_at) = case when state = 'previewed' then 0 else 2 end),
  check (num_nonnulls(undone_by, undone_at) = case when state = 'undone' then 2 else 0 end)
);
create index on opinion_intake (bloc_year_id, uploaded_at);
create table opinion_intake_row (
  intake_id uuid not null references opinion_intake,
  number integer not null check (number > 1),
  cells jsonb not null,
  hidden boolean not null default false,
  -- A value and no key: after an undoing the opinion is gone, and the list stays.
  made_opinion_id uuid,
  primary key (intake_id, number)
);

do $$ begin
  execute format('revoke update, delete, truncate on opinion_threshold, opinion_month, opinion_counted from %I', current_schema());
end $$;

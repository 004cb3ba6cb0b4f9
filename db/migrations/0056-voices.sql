-- How a sender is known: by name; by name to the receiving unit alone; not at all; or nobody was named to the officer who heard it.
create type opinion_way as enum ('named', 'confidential', 'anonymous', 'unnamed');
create type opinion_source as enum ('public', 'member', 'field', 'import');
create type opinion_state as enum ('received', 'refused', 'accepted', 'merged', 'routed', 'answered', 'closed');
create type concern_level as enum ('low', 'medium', 'high', 'urgent');
create type opinion_answer_state as enum ('draft', 'published', 'dropped');
create type care_state as enum ('received', 'supported', 'solved', 'ended');

-- Groups of people and fields of law by which opinions are coded.
create table people_group (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name = btrim(name) and name <> ''),
  position integer not null unique
);
insert into people_group (code, name, position) values
  ('cong-nhan', 'Công nhân, viên chức, lao động', 1), ('nong-dan', 'Nông dân', 2), ('phu-nu', 'Phụ nữ', 3),
  ('thanh-nien', 'Thanh niên, học sinh, sinh viên', 4), ('cuu-chien-binh', 'Cựu chiến binh', 5),
  ('nguoi-cao-tuoi', 'Người cao tuổi, hưu trí', 6), ('ton-giao', 'Đồng bào có đạo, chức sắc tôn giáo', 7),
  ('doanh-nhan', 'Doanh nhân, hộ kinh doanh', 8), ('tri-thuc', 'Trí thức, văn nghệ sĩ', 9),
  ('can-bo', 'Cán bộ, công chức', 10), ('khac', 'Nhóm khác', 11);

create table legal_field (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name = btrim(name) and name <> ''),
  position integer not null unique
);
insert into legal_field (code, name, position) values
  ('dat-dai', 'Đất đai, giải phóng mặt bằng', 1), ('lao-dong', 'Lao động, việc làm, tiền lương', 2),
  ('bao-hiem', 'Bảo hiểm xã hội, bảo hiểm y tế', 3), ('an-sinh', 'Trợ giúp xã hội, giảm nghèo', 4),
  ('nguoi-co-cong', 'Chính sách người có công', 5), ('giao-duc', 'Giáo dục, đào tạo', 6), ('y-te', 'Y tế, an toàn thực phẩm', 7),
  ('moi-truong', 'Môi trường', 8), ('xay-dung', 'Xây dựng, giao thông, hạ tầng', 9),
  ('nong-nghiep', 'Nông nghiệp, nông thôn', 10), ('an-ninh', 'An ninh, trật tự', 11),
  ('can-bo', 'Tổ chức bộ máy, cán bộ', 12), ('thu-tuc', 'Thủ tục hành chính', 13),
  ('hon-nhan', 'Hôn nhân, gia đình, bình đẳng giới', 14), ('khac', 'Lĩnh vực khác', 15);

-- What opinions are about: a tree of the bloc's own.
create table opinion_topic (
  id uuid primary key,
  bloc_id uuid not null references bloc,
  parent_id uuid references opinion_topic check (parent_id <> id),
  name text not null check (name = btrim(name) and name <> ''),
  position integer not null check (position > 0),
  ended_on date,
  folded text generated always as (extensions.vn_fold(name)) stored
);
create index on opinion_topic (bloc_id, parent_id, position);
create unique index opinion_topic_name on opinion_topic (bloc_id, coalesce(parent_id, bloc_id), folded) where ended_on is null;

-- Where a poster hangs, or where opinions are heard; its code stands in the poster's address.
create table opinion_place (
  id uuid primary key,
  bloc_id uuid not null references bloc,
  -- Who receives what comes by this poster; empty: the unit that leads the bloc.
  unit_id uuid references unit,
  code text not null unique check (code ~ '^[A-Z0-9]{6}$'),
  name text not null check (name = btrim(name) and name <> ''),
  area text not null default '',
  added_by uuid not null references account,
  added_at timestamptz not null,
  ended_on date
);
create index on opinion_place (bloc_id, name);

-- Within how many working days an opinion is answered, as a bloc decided; the newest that has begun holds, else the law's rule.
create table opinion_deadline (
  bloc_id uuid not null references bloc,
  from_on date not null,
  days integer not null check (days between 1 and 90),
  urgent_days integer not null check (urgent_days between 1 and 90),
  basis text not null default '',
  entered_by uuid not null references account,
  entered_at timestamptz not null,
  primary key (bloc_id, from_on),
  check (urgent_days <= days)
);

-- What came without a name, until the next batch. No time, no order, no sequence; emptied by truncate, which leaves no dead rows.
create table opinion_waiting (
  id uuid primary key default gen_random_uuid(),
  code_sha256 text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  -- {"kind": "opinion" | "message" | "verdict", …}
  content jsonb not null,
  pictures bytea[] not null default '{}'
);

-- One opinion. Its id is random, and what came without a name has no author, no account and no time finer than a day.
create table opinion (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  -- Who received it and sees a confidential name.
  unit_id uuid not null references unit,
  way opinion_way not null,
  source opinion_source not null,
  place_id uuid references opinion_place,
  place_name text not null default '',
  group_code text references people_group,
  topic_id uuid references opinion_topic,
  field_code text references legal_field,
  concern concern_level,
  title text not null default '',
  -- As it came: for those who received it. What others read is shown_text, without personal data.
  text text not null check (text <> ''),
  shown_text text not null default '',
  folded text generated always as (extensions.vn_fold(title || ' ' || shown_text)) stored,
  state opinion_state not null default 'received',
  received_on date not null,
  -- Of the tracking code that was shown once.
  code_sha256 text unique check (code_sha256 ~ '^[0-9a-f]{64}$'),
  entered_by uuid references account,
  entrant_name text not null default '',
  entered_at timestamptz,
  moderated_by uuid references account,
  moderated_at timestamptz,
  refusal_reason text,
  led_by uuid references opinion check (led_by <> id),
  is_public boolean not null default false,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  answered_on date,
  reopened_on date,
  closed_on date,
  version integer not null default 1,
  unique (id, way),
  check (way <> 'anonymous' or (source = 'public' and entered_by is null and entered_at is null and entrant_name = '')),
  check (source <> 'public' or entered_by is null),
  check (num_nonnulls(entered_by, entered_at) in (0, 2)),
  check ((state = 'refused') = (refusal_reason is not null)),
  check ((state = 'merged') = (led_by is not null)),
  check (state in ('received', 'refused') or (title <> '' and shown_text <> '')),
  check (not is_public or (slug is not null and answered_on is not null)),
  check ((state = 'closed') = (closed_on is not null))
);
create index on opinion (bloc_year_id, state, received_on);
create index on opinion (bloc_year_id, topic_id);
create index on opinion (led_by);

-- Who sent it, where a name was given: apart, so that lists and reports never read it.
create table opinion_sender (
  opinion_id uuid primary key,
  way opinion_way not null check (way in ('named', 'confidential')),
  name text not null check (name = btrim(name) and name <> ''),
  contact text not null default '',
  -- An officer names a person only with that person's consent.
  consent_on date,
  foreign key (opinion_id, way) references opinion (id, way)
);

-- Pictures drawn anew, without what a camera writes beside them; in the row, since a stored file would carry a time.
create table opinion_attachment (
  id uuid primary key,
  opinion_id uuid not null references opinion,
  number integer not null check (number > 0),
  media_type text not null,
  bytes bytea not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  is_shown boolean not null default false,
  unique (opinion_id, number)
);

-- Which unit must answer, until when, and by what rule; the one without an end holds.
create table opinion_routing (
  id uuid primary key,
  opinion_id uuid not null references opinion,
  unit_id uuid not null references unit,
  due_on date not null,
  due_basis text not null,
  note text not null default '',
  routed_by uuid not null references account,
  routed_by_name text not null,
  routed_at timestamptz not null,
  ended_at timestamptz
);
create unique index opinion_routing_open on opinion_routing (opinion_id) where ended_at is null;
create index on opinion_routing (unit_id) where ended_at is null;

-- Answers: drafted by one person, published by another.
create table opinion_answer (
  id uuid primary key,
  opinion_id uuid not null references opinion,
  unit_id uuid not null references unit,
  text text not null check (text <> ''),
  state opinion_answer_state not null default 'draft',
  written_by uuid not null references account,
  written_by_name text not null,
  written_at timestamptz not null,
  published_by uuid references account check (published_by <> written_by),
  published_by_name text not null default '',
  published_at timestamptz,
  check ((state = 'published') = (published_at is not null)),
  check (num_nonnulls(published_by, published_at) in (0, 2))
);
create unique index opinion_answer_draft on opinion_answer (opinion_id) where state = 'draft';
create index on opinion_answer (opinion_id, published_at);

-- What sender and handlers wrote to each other; a sender's has no time finer than a day. Append-only.
create table opinion_message (
  id uuid primary key,
  opinion_id uuid not null references opinion,
  number integer not null check (number > 0),
  is_from_sender boolean not null,
  text text not null check (text <> ''),
  on_day date not null,
  written_by uuid references account,
  writer_name text not null default '',
  unique (opinion_id, number),
  check (is_from_sender = (written_by is null))
);

-- "Đã giải quyết chưa?", from who asked. Append-only; the second is the last.
create table opinion_verdict (
  opinion_id uuid not null references opinion,
  number integer not null check (number in (1, 2)),
  is_solved boolean not null,
  reason text not null default '',
  on_day date not null,
  primary key (opinion_id, number),
  check (is_solved or reason <> '')
);

-- A case in which a member's lawful rights were looked after, and what the care was worth.
create table care_case (
  id uuid primary key,
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  opinion_id uuid references opinion,
  title text not null check (title = btrim(title) and title <> ''),
  -- Who is concerned, without a name unless the person consented.
  subject text not null default '',
  consent_on date,
  people integer not null default 1 check (people > 0),
  group_code text references people_group,
  field_code text references legal_field,
  place_name text not null default '',
  state care_state not null default 'received',
  received_on date not null,
  support text not null default '',
  supported_on date check (supported_on >= received_on),
  outcome text not null default '',
  ended_on date check (ended_on >= received_on),
  -- In đồng; empty: not told, which is not zero.
  care_value numeric check (care_value >= 0),
  entered_by uuid not null references account,
  entrant_name text not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  check ((state in ('solved', 'ended')) = (ended_on is not null)),
  check (ended_on is null or outcome <> ''),
  check (state <> 'supported' or supported_on is not null)
);
create index on care_case (bloc_year_id, unit_id, received_on);

do $$ begin
  execute format('revoke update, delete, truncate on opinion_message, opinion_verdict, opinion_deadline from %I', current_schema());
  execute format('revoke update, delete on opinion_waiting from %I', current_schema());
  execute format('grant truncate on opinion_waiting to %I', current_schema());
end $$;

create type report_workbook_state as enum ('previewed', 'applied', 'withdrawn', 'undone');

-- A unit's report of a period that went out as a workbook and came back, from its preview on.
create table report_workbook (
  id uuid primary key,
  period_id uuid not null references report_period,
  unit_id uuid not null references unit,
  state report_workbook_state not null default 'previewed',
  file_name text not null check (file_name <> ''),
  file_sha256 text not null references stored_file,
  -- When the workbook went out.
  made_at timestamptz not null,
  -- Rows that belong to no target of the report, or say one a second time: [{"number": 12, "key": "X1", "fault": "…"}].
  strays jsonb not null default '[]',
  -- How many targets that went out have no row in the file any more.
  gone integer not null default 0 check (gone >= 0),
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  decided_by uuid references account,
  decided_at timestamptz,
  applied integer check (applied >= 0),
  undone_by uuid references account,
  undone_at timestamptz,
  check (num_nonnulls(decided_by, decided_at) = case when state = 'previewed' then 0 else 2 end),
  check ((applied is not null) = (state in ('applied', 'undone'))),
  check (num_nonnulls(undone_by, undone_at) = case when state = 'undone' then 2 else 0 end)
);
create index on report_workbook (period_id, unit_id, uploaded_at);

-- A row of the file that says something else than what went out. As it was sent; it is judged anew at each look.
create table report_workbook_cell (
  workbook_id uuid not null references report_workbook,
  target_id uuid not null references target,
  -- As Excel names them: 'F12'.
  address text not null,
  note_address text not null,
  sent_value numeric,
  sent_note text not null,
  sent_version integer not null check (sent_version >= 0),
  -- What the file says, as it would be typed; nothing where the cell could not be read.
  text text,
  fault text,
  fault_values jsonb not null default '{}',
  note text not null,
  -- What stood before this upload wrote, and the version it wrote: the undoing gives it back while that still stands.
  before_value numeric,
  before_note text,
  before_meant boolean,
  written_version integer,
  is_given_back boolean not null default false,
  primary key (workbook_id, target_id),
  check ((text is null) = (fault is not null)),
  check ((before_note is null) = (written_version is null) and (before_meant is null) = (written_version is null)),
  check (not is_given_back or written_version is not null)
);

-- Who took an adopted version back, and why. What it says stays: sheets that are pinned to it still count by it.
alter table score_table_version
  add column withdrawn_by uuid references account,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text not null default '',
  add constraint score_table_version_withdrawn check (
    num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2)
    and (state = 'withdrawn') = (withdrawn_at is not null)
    and (state = 'withdrawn') = (withdrawn_reason <> '')
  );

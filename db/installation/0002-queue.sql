-- The one door to the queue: a tenant's role may enqueue, and only under its own name.
create function extensions.enqueue_job(task text, data json, job_key text default null, run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if session_user::text !~ '^t_[a-z][a-z0-9_]+$' then
    raise exception 'jobs are enqueued by a tenant''s role, not by %', session_user;
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object('tenant', substr(session_user::text, 3), 'data', data),
    run_at := run_at, job_key := job_key, max_attempts := 12);
end
$$;
revoke all on function extensions.enqueue_job(text, json, text, timestamptz) from public;

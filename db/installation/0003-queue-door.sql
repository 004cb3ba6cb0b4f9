-- The door runs with the owner's rights, so nothing a tenant's role can make may stand in for a name in it: unless it is
-- named last, the caller's schema of temporary things is searched first. A job's key belongs to its tenant alone.
create or replace function extensions.enqueue_job(
    task text, data json, job_key text default null, run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  tenant constant text := substr(session_user::text, 3);
begin
  if session_user::text !~ '^t_[a-z][a-z0-9_]+$' then
    raise exception 'jobs are enqueued by a tenant''s role, not by %', session_user;
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object('tenant', tenant, 'data', data),
    run_at := run_at, job_key := tenant || ' ' || job_key, max_attempts := 12);
end
$$;

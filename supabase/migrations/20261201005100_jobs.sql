-- Work that the server does by itself, each job by one server at a time.
--
-- Access: administrators read when each ran and what came of it. The server alone runs them, with the service key.

create table public.jobs (
	name text primary key check (name ~ '^[a-z]+(-[a-z]+)*$' and length(name) <= 40),
	due_at timestamptz not null default now(),
	claim uuid,
	locked_until timestamptz,
	started_at timestamptz,
	ended_at timestamptz,
	result text check (length(result) <= 2000),
	-- How often in a row it ended with a fault.
	faults integer not null default 0,
	check ((claim is null) = (locked_until is null))
);

-- Takes a job that is due, for this caller alone and for so long; null when it is not due or somebody is at it. The
-- database's clock decides, so that servers whose clocks differ agree.
create function public.claim_job(job text, lease_seconds integer) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
	lease interval := make_interval(secs => lease_seconds);
	taken uuid;
begin
	insert into public.jobs (name) values (job) on conflict do nothing;
	update public.jobs set claim = gen_random_uuid(), locked_until = now() + lease, started_at = now()
	where name = job
		-- No job waits longer than a day: what is due later is left from before the clock was set back, and
		-- so is a lock that outlasts any lease.
		and (due_at <= now() or due_at > now() + interval '25 hours')
		and (locked_until is null or locked_until <= now() or locked_until > now() + lease)
	returning claim into taken;
	return taken;
end
$$;

-- Keeps a claim while the work goes on; false when it was lost meanwhile, and the work must stop.
create function public.keep_job(job text, claimed_as uuid, lease_seconds integer) returns boolean
language plpgsql security definer
set search_path = ''
as $$
begin
	update public.jobs set locked_until = now() + make_interval(secs => lease_seconds)
	where name = job and claim = claimed_as;
	return found;
end
$$;

-- Ends a claim with what came of it. The next run is due so long from now; a claim that was lost changes nothing.
create function public.end_job(job text, claimed_as uuid, next_in_seconds integer, outcome text, is_fault boolean)
returns void
language sql security definer
set search_path = ''
as $$
	update public.jobs set claim = null, locked_until = null, ended_at = now(), due_at = now() + make_interval(secs => next_in_seconds),
		result = left(outcome, 2000), faults = case when is_fault then faults + 1 else 0 end
	where name = job and claim = claimed_as
$$;

revoke execute on function
	public.claim_job(text, integer), public.keep_job(text, uuid, integer),
	public.end_job(text, uuid, integer, text, boolean)
from public, anon, authenticated;
grant execute on function
	public.claim_job(text, integer), public.keep_job(text, uuid, integer),
	public.end_job(text, uuid, integer, text, boolean)
to service_role;

alter table public.jobs enable row level security;
revoke all on public.jobs from anon, authenticated;
grant all on public.jobs to service_role;
grant select on public.jobs to authenticated;

create policy "administrators read the jobs" on public.jobs
	for select to authenticated
	using ((select private.is_administrator()));

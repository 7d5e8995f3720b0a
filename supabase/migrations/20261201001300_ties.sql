-- What one organisation is to another: ties, which are spells.
--
-- Access: everyone reads public ties between organisations they see. A tie is stated and corrected by those who change
-- the organisation it starts from; those who change the other one confirm it or withhold it.

create table public.ties (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	from_organisation_id uuid not null references public.organisations (id) on delete cascade,
	to_organisation_id uuid not null references public.organisations (id) on delete cascade,
	kind public.tie_kind not null,
	directed boolean not null default true,
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	end_kind public.end_kind not null default 'not known',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	withheld boolean not null default false,
	stated_by uuid references auth.users (id) on delete set null,
	confirmed_by uuid references auth.users (id) on delete set null,
	confirmed_at timestamptz,
	is_public boolean not null
		generated always as (not withheld and (source_url is not null or confirmed_at is not null)) stored,
	created_at timestamptz not null default now(),
	check (from_organisation_id <> to_organisation_id),
	check (ended_on is not null or end_kind = 'not known'),
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index ties_from_idx on public.ties (from_organisation_id);
create index ties_to_idx on public.ties (to_organisation_id);
create unique index ties_one_open_idx on public.ties (from_organisation_id, to_organisation_id, kind)
	where ended_on is null;
create index ties_stated_by_idx on public.ties (stated_by) where stated_by is not null;
create index ties_confirmed_by_idx on public.ties (confirmed_by) where confirmed_by is not null;

create trigger sign_tie before insert or update on public.ties
	for each row execute function private.sign_spell();

-- A policy sees a row before or after a change and never both, so this is a trigger.
create function private.keep_what_a_tie_states() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	-- The last three are counted or computed.
	answered constant text[] := '{withheld,confirmed_at,confirmed_by,is_public,key,revision}';
begin
	if auth.uid() is null or old.from_organisation_id in (select private.organisations_i_change()) then
		return new;
	end if;
	if to_jsonb(new) - answered <> to_jsonb(old) - answered then
		raise exception 'You may confirm or withhold this tie; what it says is for the other organisation to correct.'
			using errcode = '42501';
	end if;
	if new.confirmed_at is distinct from old.confirmed_at then
		new.confirmed_at := case when new.confirmed_at is not null then now() end;
	end if;
	return new;
end
$$;

create trigger keep_what_a_tie_states before update on public.ties
	for each row execute function private.keep_what_a_tie_states();

select private.keep_changes('public.ties');
select private.count_revisions('public.ties');

revoke execute on all functions in schema private from public;

alter table public.ties enable row level security;

revoke all on public.ties from anon, authenticated;
grant all on public.ties to service_role;
grant select (id, key, revision, from_organisation_id, to_organisation_id, kind, directed, started_on,
	started_bound, started_precision, ended_on, ended_precision, end_kind, confidence, source_url, source_on,
	note, withheld, confirmed_at, is_public, created_at) on public.ties to anon, authenticated;
grant insert (from_organisation_id, to_organisation_id, kind, directed, started_on, started_bound,
	started_precision, ended_on, ended_precision, end_kind, confidence, source_url, source_on, note, withheld,
	confirmed_at) on public.ties to authenticated;
grant update (kind, directed, started_on, started_bound, started_precision, ended_on, ended_precision,
	end_kind, confidence, source_url, source_on, note, withheld, confirmed_at) on public.ties to authenticated;
grant delete on public.ties to authenticated;

create policy "everyone reads public ties between organisations they see" on public.ties
	for select to anon, authenticated
	using (
		is_public
		and exists (select from public.organisations where organisations.id = from_organisation_id)
		and exists (select from public.organisations where organisations.id = to_organisation_id)
	);

create policy "those who change either organisation read a tie" on public.ties
	for select to authenticated
	using (
		from_organisation_id in (select private.organisations_i_change())
		or to_organisation_id in (select private.organisations_i_change())
	);

create policy "those who change the first organisation state a tie" on public.ties
	for insert to authenticated
	with check (
		from_organisation_id in (select private.organisations_i_change())
		and exists (select from public.organisations where organisations.id = to_organisation_id)
	);

create policy "those who change either organisation correct, confirm or withhold a tie" on public.ties
	for update to authenticated
	using (
		from_organisation_id in (select private.organisations_i_change())
		or to_organisation_id in (select private.organisations_i_change())
	)
	with check (
		from_organisation_id in (select private.organisations_i_change())
		or to_organisation_id in (select private.organisations_i_change())
	);

create policy "those who change the first organisation remove a tie" on public.ties
	for delete to authenticated
	using (from_organisation_id in (select private.organisations_i_change()));

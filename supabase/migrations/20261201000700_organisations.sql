-- Organisations, and who may speak for them.
--
-- Access: everyone reads what is published. An organisation is changed by its approved editors, by the
-- coordinators and editors of its steward network, and by site administrators; removed by its steward's
-- coordinators and by administrators. Being a member of a network gives that network no right over it.

create table public.organisations (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	slug text not null unique check (private.is_slug(slug)),
	name text not null check (length(name) between 1 and 200),
	kind public.organisation_kind not null default 'other',
	summary text check (length(summary) <= 2000),
	website text check (private.is_web_address(website)),
	longitude double precision check (longitude between -180 and 180),
	latitude double precision check (latitude between -90 and 90),
	location_basis public.location_basis not null default 'none',
	area_code text references public.areas (code) on update cascade on delete set null,
	founded_on date,
	founded_precision public.date_precision not null default 'day',
	closed_on date,
	closed_precision public.date_precision not null default 'day',
	status public.record_status not null default 'draft',
	steward_network_id uuid references public.networks (id) on delete set null,
	is_sample boolean not null default false,
	murmurations_opt_in boolean not null default false,
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	confirmed_at timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	check ((longitude is null) = (latitude is null)),
	check ((longitude is null) = (location_basis = 'none')),
	check (not (longitude = 0 and latitude = 0)),
	check (private.is_in_order(founded_on, founded_precision, closed_on, closed_precision))
);
create index organisations_steward_idx on public.organisations (steward_network_id);
create index organisations_area_idx on public.organisations (area_code);

-- What a sample network stewards is sample data, whoever writes it; confirming is recorded by the clock.
create function private.mark_organisation() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	new.is_sample := new.is_sample
		or coalesce((select is_sample from public.networks where id = new.steward_network_id), false);
	new.updated_at := now();
	return new;
end
$$;

create trigger mark_organisation before insert or update on public.organisations
	for each row execute function private.mark_organisation();

create table public.organisation_editors (
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	user_id uuid not null references auth.users (id) on delete cascade,
	status public.editor_status not null default 'claimed',
	message text check (length(message) <= 1000),
	created_at timestamptz not null default now(),
	primary key (organisation_id, user_id)
);
create index organisation_editors_user_idx on public.organisation_editors (user_id, status);

create function private.my_organisations() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select organisation_id from public.organisation_editors
	where user_id = (select auth.uid()) and status = 'approved'
$$;

-- Organisations whose record the caller changes. For an administrator that is every one.
create function private.organisations_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.organisations
	where steward_network_id in (select private.my_networks('{coordinator,editor}'))
	union
	select private.my_organisations()
	union
	select id from public.organisations where (select private.is_administrator())
$$;

-- Organisations over whose stewardship the caller decides: claims, invitations, merges.
create function private.organisations_i_steward() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.organisations
	where steward_network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
$$;

-- The same for one organisation, where a function asks: policies and functions have one definition.
create function private.can_change_organisation(organisation uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select organisation in (select private.organisations_i_change())
$$;

select private.keep_changes('public.organisations');
select private.keep_changes('public.organisation_editors', '{organisation_id,status}');
select private.count_revisions('public.organisations');

revoke execute on all functions in schema private from public;

grant execute on function
	private.my_organisations(),
	private.organisations_i_change(),
	private.organisations_i_steward(),
	private.can_change_organisation(uuid)
to anon, authenticated, service_role;

alter table public.organisations enable row level security;
alter table public.organisation_editors enable row level security;

revoke all on public.organisations, public.organisation_editors from anon, authenticated;
grant all on public.organisations, public.organisation_editors to service_role;
grant select on public.organisations to anon, authenticated;
grant insert (slug, name, kind, summary, website, longitude, latitude, location_basis, area_code, founded_on,
	founded_precision, closed_on, closed_precision, status, steward_network_id, murmurations_opt_in,
	source_url, source_on, note) on public.organisations to authenticated;
-- Moving to another steward is a function; the address of a page stays what it was.
grant update (name, kind, summary, website, longitude, latitude, location_basis, area_code, founded_on,
	founded_precision, closed_on, closed_precision, status, murmurations_opt_in, source_url, source_on, note,
	confirmed_at) on public.organisations to authenticated;
grant delete on public.organisations to authenticated;
grant select, delete on public.organisation_editors to authenticated;
grant insert (organisation_id, user_id, status, message) on public.organisation_editors to authenticated;
grant update (status) on public.organisation_editors to authenticated;

create policy "everyone reads published organisations" on public.organisations
	for select to anon, authenticated
	using (status = 'published');

create policy "those who change an organisation read it unpublished" on public.organisations
	for select to authenticated
	using (
		steward_network_id in (select private.my_networks('{coordinator,editor}'))
		or id in (select private.my_organisations())
		or (select private.is_administrator())
	);

create policy "coordinators and editors add organisations to steward" on public.organisations
	for insert to authenticated
	with check (
		steward_network_id in (select private.my_networks('{coordinator,editor}'))
		or (select private.is_administrator())
	);

create policy "editors, stewards and administrators change an organisation" on public.organisations
	for update to authenticated
	using (id in (select private.organisations_i_change()))
	with check (id in (select private.organisations_i_change()));

create policy "stewarding coordinators and administrators remove them" on public.organisations
	for delete to authenticated
	using (
		steward_network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
	);

create policy "people read their own claims, stewards theirs to decide" on public.organisation_editors
	for select to authenticated
	using (user_id = (select auth.uid()) or organisation_id in (select private.organisations_i_steward()));

create policy "signed-in people claim an organisation" on public.organisation_editors
	for insert to authenticated
	with check (
		user_id = (select auth.uid()) and status = 'claimed'
		and exists (select from public.organisations where id = organisation_id)
	);

create policy "stewards approve claims" on public.organisation_editors
	for update to authenticated
	using (organisation_id in (select private.organisations_i_steward()))
	with check (organisation_id in (select private.organisations_i_steward()));

create policy "people give up their claims, stewards refuse them" on public.organisation_editors
	for delete to authenticated
	using (user_id = (select auth.uid()) or organisation_id in (select private.organisations_i_steward()));

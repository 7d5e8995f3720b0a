-- Networks, and who has which role in them.
--
-- Access: everyone reads public networks; people with a role read their own too; coordinators describe their network
-- and keep its roles; site administrators make networks. Roles live in these tables and are never read from token
-- claims.

create table public.networks (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	-- In an address "all" means all networks.
	slug text not null unique check (private.is_slug(slug) and slug <> 'all'),
	name text not null check (length(name) between 1 and 160),
	summary text check (length(summary) <= 2000),
	url text check (private.is_web_address(url)),
	colour text check (colour ~ '^#[0-9a-f]{6}$'),
	membership_kind public.membership_kind not null default 'organisations',
	is_public boolean not null default true,
	is_sample boolean not null default false,
	-- A public record tells who did one thing and has no members. Without being asked for, nothing counts what is in it.
	is_record boolean not null default false,
	started_on date,
	started_precision public.date_precision not null default 'day',
	new_months smallint not null default 3 check (new_months between 0 and 60),
	grace_months smallint not null default 3 check (grace_months between 0 and 60),
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	created_at timestamptz not null default now()
);

create table public.network_roles (
	network_id uuid not null references public.networks (id) on delete cascade,
	user_id uuid not null references auth.users (id) on delete cascade,
	role public.network_role not null,
	created_at timestamptz not null default now(),
	primary key (network_id, user_id, role)
);
create index network_roles_user_idx on public.network_roles (user_id, role);

create function private.my_networks(roles public.network_role[]) returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select network_id from public.network_roles
	where user_id = (select auth.uid()) and role = any (roles)
$$;

create function private.all_my_networks() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select distinct network_id from public.network_roles where user_id = (select auth.uid())
$$;

-- Who already belongs to which of the networks that the caller coordinates.
create function private.people_i_coordinate() returns table (network_id uuid, user_id uuid)
language sql stable security definer
set search_path = ''
as $$
	select distinct theirs.network_id, theirs.user_id
	from public.network_roles mine
	join public.network_roles theirs on theirs.network_id = mine.network_id
	where mine.user_id = (select auth.uid()) and mine.role = 'coordinator'
$$;

-- Networks that the caller describes.
create function private.networks_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select private.my_networks('{coordinator}')
	union
	select id from public.networks where (select private.is_administrator())
$$;

create function private.can_change_network(network uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select network in (select private.networks_i_change())
$$;

select private.keep_changes('public.networks');
select private.keep_changes('public.network_roles', '{network_id,role}');
select private.count_revisions('public.networks');

revoke execute on all functions in schema private from public;

grant execute on function
	private.my_networks(public.network_role[]),
	private.all_my_networks(),
	private.networks_i_change(),
	private.can_change_network(uuid),
	private.people_i_coordinate()
to anon, authenticated, service_role;

alter table public.networks enable row level security;
alter table public.network_roles enable row level security;

revoke all on public.networks, public.network_roles from anon, authenticated;
grant all on public.networks, public.network_roles to service_role;
grant select on public.networks to anon, authenticated;
grant insert (slug, name, summary, url, colour, membership_kind, is_public, is_record, started_on,
	started_precision, new_months, grace_months, source_url, source_on, note) on public.networks to
	authenticated;
grant update (name, summary, url, colour, is_public, started_on, started_precision, new_months, grace_months,
	source_url, source_on, note) on public.networks to authenticated;
grant delete on public.networks to authenticated;
grant select, delete on public.network_roles to authenticated;
grant insert (network_id, user_id, role) on public.network_roles to authenticated;

create policy "everyone reads public networks" on public.networks
	for select to anon, authenticated
	using (is_public);

create policy "people with a role read their network" on public.networks
	for select to authenticated
	using (id in (select private.all_my_networks()) or (select private.is_administrator()));

create policy "administrators make networks" on public.networks
	for insert to authenticated
	with check ((select private.is_administrator()));

create policy "coordinators and administrators describe a network" on public.networks
	for update to authenticated
	using (id in (select private.networks_i_change()))
	with check (id in (select private.networks_i_change()));

create policy "administrators remove networks" on public.networks
	for delete to authenticated
	using ((select private.is_administrator()));

create policy "people read their own roles, coordinators their network's" on public.network_roles
	for select to authenticated
	using (
		user_id = (select auth.uid())
		or network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
	);

-- A stranger gets a first role by redeeming an invitation, never by being named.
create policy "coordinators add roles to people of their network" on public.network_roles
	for insert to authenticated
	with check (
		(network_id, user_id) in (select network_id, user_id from private.people_i_coordinate())
		or (select private.is_administrator())
	);

create policy "people leave, coordinators and administrators take roles away" on public.network_roles
	for delete to authenticated
	using (
		user_id = (select auth.uid())
		or network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
	);

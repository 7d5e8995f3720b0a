-- Groups (cells) of a network, and who is in them.
--
-- Access: people with a role in the network read its groups; its coordinators keep them. Who is in a group is read by
-- coordinators, and by the person.

create table public.groups (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	name text not null check (length(name) between 1 and 160),
	summary text check (length(summary) <= 2000),
	area_code text references public.areas (code) on update cascade on delete set null,
	unique (network_id, name)
);
create index groups_area_idx on public.groups (area_code);

create table public.group_memberships (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	group_id uuid not null references public.groups (id) on delete cascade,
	person_id uuid not null references public.people (id) on delete cascade,
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	confirmed_at timestamptz,
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index group_memberships_group_idx on public.group_memberships (group_id);
create index group_memberships_person_idx on public.group_memberships (person_id);
create unique index group_memberships_one_open_idx on public.group_memberships (group_id, person_id)
	where ended_on is null;

select private.keep_changes('public.groups', '{id,network_id,area_code}');
select private.keep_changes('public.group_memberships', '{id,group_id,person_id}');
select private.count_revisions('public.groups');
select private.count_revisions('public.group_memberships');

alter table public.groups enable row level security;
alter table public.group_memberships enable row level security;

revoke all on public.groups, public.group_memberships from anon, authenticated;
grant all on public.groups, public.group_memberships to service_role;
grant select, delete on public.groups to authenticated;
grant insert (network_id, name, summary, area_code), update (name, summary, area_code)
	on public.groups to authenticated;
grant select, insert, delete on public.group_memberships to authenticated;
grant update (started_on, started_bound, started_precision, ended_on, ended_precision, confidence, source_url,
	source_on, note, confirmed_at) on public.group_memberships to authenticated;

create policy "people of a network read its groups" on public.groups
	for select to authenticated
	using (network_id in (select private.all_my_networks()));

create policy "coordinators keep their network's groups" on public.groups
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));

create policy "people read the groups they are in" on public.group_memberships
	for select to authenticated
	using (person_id in (select private.my_person_records()));

create policy "coordinators keep who is in a group" on public.group_memberships
	for all to authenticated
	using (person_id in (select private.people_i_keep()))
	with check (
		person_id in (select private.people_i_keep())
		and exists (select from public.groups where groups.id = group_id)
	);

-- Memberships of a network: an organisation, a person or a group. Status is computed from the dates.
--
-- Access: everyone reads public memberships of organisations they see. A person's own membership is read by
-- them; an organisation's by those who change it. Coordinators and editors of the network read all,
-- coordinators write.

create table public.memberships (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_id uuid references public.organisations (id) on delete cascade,
	person_id uuid references public.people (id) on delete cascade,
	group_id uuid references public.groups (id) on delete cascade,
	role text check (length(role) between 1 and 120),
	invited_on date,
	renews_on date,
	status_override public.membership_status,
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	end_kind public.end_kind not null default 'not known',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	withheld boolean not null default false,
	stated_by uuid references auth.users (id) on delete set null,
	confirmed_by uuid references auth.users (id) on delete set null,
	confirmed_at timestamptz,
	-- An invitation is nobody's business until it is taken up; people and groups are never public.
	is_public boolean not null generated always as (
		not withheld and (source_url is not null or confirmed_at is not null)
		and organisation_id is not null
		and (invited_on is null or started_on is not null or ended_on is not null)
	) stored,
	created_at timestamptz not null default now(),
	constraint memberships_one_subject check (num_nonnulls(organisation_id, person_id, group_id) = 1),
	check (ended_on is not null or end_kind = 'not known'),
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision)),
	check (renews_on >= started_on),
	-- Spells known to the day may follow one another but not overlap.
	constraint memberships_no_overlap exclude using gist (
		network_id with =,
		organisation_id with =,
		daterange(started_on, ended_on) with &&
	) where (
		organisation_id is not null and started_on is not null
		and started_precision = 'day' and ended_precision = 'day' and started_bound = 'on'
	)
);
create index memberships_network_idx on public.memberships (network_id);
create index memberships_organisation_idx on public.memberships (organisation_id);
create index memberships_person_idx on public.memberships (person_id);
create index memberships_group_idx on public.memberships (group_id);
create unique index memberships_one_open_organisation_idx on public.memberships (network_id, organisation_id)
	where ended_on is null and organisation_id is not null;
create unique index memberships_one_open_person_idx on public.memberships (network_id, person_id)
	where ended_on is null and person_id is not null;
create unique index memberships_one_open_group_idx on public.memberships (network_id, group_id)
	where ended_on is null and group_id is not null;
create index memberships_stated_by_idx on public.memberships (stated_by) where stated_by is not null;
create index memberships_confirmed_by_idx on public.memberships (confirmed_by) where confirmed_by is not null;

create trigger sign_membership before insert or update on public.memberships
	for each row execute function private.sign_spell();

create function private.memberships_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.memberships where network_id in (select private.my_networks('{coordinator}'))
$$;

create function private.can_change_membership(membership uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select membership in (select private.memberships_i_keep())
$$;

create function private.memberships_of_my_networks() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.memberships where network_id in (select private.all_my_networks())
$$;

-- Whether a network stewards an organisation or has it as a member today (src/lib/domain/membership-status.ts).
create function private.speaks_for(network uuid, organisation uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select exists (
		select from public.organisations where id = organisation and steward_network_id = network
	) or exists (
		select from public.memberships membership
		join public.networks home on home.id = membership.network_id
		where membership.network_id = network
			and membership.organisation_id = organisation
			and not membership.withheld
			and (membership.ended_on is null or membership.ended_on > current_date)
			and (membership.started_on is not null or membership.invited_on is null)
			and (membership.started_on is null or membership.started_on <= current_date)
			and coalesce(
				membership.status_override in ('new', 'current', 'grace'),
				membership.renews_on + make_interval(months => home.grace_months) >= current_date,
				true
			)
	)
$$;

select private.keep_changes('public.memberships');
select private.count_revisions('public.memberships');

revoke execute on all functions in schema private from public;

grant execute on function
	private.memberships_i_keep(),
	private.can_change_membership(uuid),
	private.memberships_of_my_networks()
to anon, authenticated, service_role;
grant execute on function private.speaks_for(uuid, uuid) to authenticated, service_role;

alter table public.memberships enable row level security;

revoke all on public.memberships from anon, authenticated;
grant all on public.memberships to service_role;
grant select (id, key, revision, network_id, organisation_id, person_id, group_id, role, invited_on, renews_on,
	status_override, started_on, started_bound, started_precision, ended_on, ended_precision, end_kind,
	confidence, source_url, source_on, withheld, confirmed_at, is_public, created_at) on public.memberships to
	anon, authenticated;
grant insert (network_id, organisation_id, person_id, group_id, role, invited_on, renews_on,
	status_override, started_on, started_bound, started_precision, ended_on, ended_precision, end_kind,
	confidence, source_url, source_on, withheld, confirmed_at) on public.memberships to authenticated;
grant update (role, invited_on, renews_on, status_override, started_on, started_bound, started_precision,
	ended_on, ended_precision, end_kind, confidence, source_url, source_on, withheld, confirmed_at) on
	public.memberships to authenticated;
grant delete on public.memberships to authenticated;

create policy "everyone reads public memberships of what they see" on public.memberships
	for select to anon, authenticated
	using (
		is_public
		and exists (select from public.organisations where organisations.id = organisation_id)
		and exists (select from public.networks where networks.id = network_id)
	);

create policy "members, and those who look after them, read their memberships" on public.memberships
	for select to authenticated
	using (
		network_id in (select private.my_networks('{coordinator,editor}'))
		or person_id in (select private.my_person_records())
		or organisation_id in (select private.my_organisations())
	);

create policy "coordinators add members to their network" on public.memberships
	for insert to authenticated
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and (
			person_id in (select private.people_i_keep())
			or exists (select from public.organisations where organisations.id = organisation_id)
			or exists (
				select from public.groups
				where groups.id = group_id and groups.network_id = memberships.network_id
			)
		)
	);

create policy "coordinators change memberships of their network" on public.memberships
	for update to authenticated
	using (id in (select private.memberships_i_keep()))
	with check (id in (select private.memberships_i_keep()));

create policy "coordinators remove memberships of their network" on public.memberships
	for delete to authenticated
	using (network_id in (select private.my_networks('{coordinator}')));

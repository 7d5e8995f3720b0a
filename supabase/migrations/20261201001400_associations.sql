-- Associations of an organisation with a network, which are spells and never counted as membership: case study, award,
-- panel, funder, supporter.
--
-- Access: everyone reads public ones of what they see; coordinators write their network's.

create table public.associations (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	role text not null check (length(role) between 1 and 120),
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
	check (ended_on is not null or end_kind = 'not known'),
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index associations_network_idx on public.associations (network_id);
create index associations_organisation_idx on public.associations (organisation_id);
create unique index associations_one_open_idx on public.associations (network_id, organisation_id, role)
	where ended_on is null;
create index associations_stated_by_idx on public.associations (stated_by) where stated_by is not null;
create index associations_confirmed_by_idx on public.associations (confirmed_by) where confirmed_by is not null;

create trigger sign_association before insert or update on public.associations
	for each row execute function private.sign_spell();

select private.keep_changes('public.associations');
select private.count_revisions('public.associations');

alter table public.associations enable row level security;

revoke all on public.associations from anon, authenticated;
grant all on public.associations to service_role;
grant select (id, key, revision, network_id, organisation_id, role, started_on, started_bound,
	started_precision, ended_on, ended_precision, end_kind, confidence, source_url, source_on, note,
	withheld, confirmed_at, is_public, created_at) on public.associations to anon, authenticated;
grant insert (network_id, organisation_id, role, started_on, started_bound, started_precision, ended_on,
	ended_precision, end_kind, confidence, source_url, source_on, note, withheld, confirmed_at) on
	public.associations to authenticated;
grant update (role, started_on, started_bound, started_precision, ended_on, ended_precision, end_kind,
	confidence, source_url, source_on, note, withheld, confirmed_at) on public.associations to authenticated;
grant delete on public.associations to authenticated;

create policy "everyone reads public associations of what they see" on public.associations
	for select to anon, authenticated
	using (
		is_public
		and exists (select from public.organisations where organisations.id = organisation_id)
		and exists (select from public.networks where networks.id = network_id)
	);

create policy "coordinators keep their network's associations" on public.associations
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and exists (select from public.organisations where organisations.id = organisation_id)
	);

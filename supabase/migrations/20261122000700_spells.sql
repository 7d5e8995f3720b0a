-- What begins and may end between organisations, practices and networks: adoptions, ties, associations.
--
-- A spell says when, how well that is known, and who says so. started_on may be unknown; 'by' means in place
-- no later than that date. A spell is public (is_public) when it has a public source or a party confirmed
-- it, and nobody withheld it.
--
-- Access: everyone reads public spells between things they see. Those who change an organisation read and
-- write its adoptions and ties; coordinators write their network's associations.

create table public.adoptions (
	id uuid primary key default private.uuid_v7(),
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	practice_id uuid not null references public.practices (id) on delete cascade,
	-- Latest known; when it was reached, and the ones before, are in adoption_stages.
	stage public.adoption_stage not null default 'adopted',
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	evidence_url text check (private.is_web_address(evidence_url)),
	-- A public page of the organisation; a person as contact is in adoption_contacts.
	contact_route text check (private.is_web_address(contact_route)),
	learned_from_organisation_id uuid references public.organisations (id) on delete set null,
	learned_from_confidence public.confidence,
	learned_via_link_id uuid references public.learning_links (id) on delete set null,
	withheld boolean not null default false,
	stated_by uuid references auth.users (id) on delete set null,
	confirmed_by uuid references auth.users (id) on delete set null,
	confirmed_at timestamptz,
	is_public boolean not null
		generated always as (not withheld and (source_url is not null or confirmed_at is not null)) stored,
	created_at timestamptz not null default now(),
	-- One spell per organisation and practice, with its stages as events.
	unique (organisation_id, practice_id),
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision)),
	check (learned_from_organisation_id <> organisation_id)
);
create index adoptions_practice_idx on public.adoptions (practice_id);
create index adoptions_learned_from_idx on public.adoptions (learned_from_organisation_id);
create index adoptions_learned_via_idx on public.adoptions (learned_via_link_id);

create table public.adoption_stages (
	id uuid primary key default private.uuid_v7(),
	adoption_id uuid not null references public.adoptions (id) on delete cascade,
	stage public.adoption_stage not null,
	reached_on date,
	reached_precision public.date_precision not null default 'day',
	source_url text check (private.is_web_address(source_url)),
	note text check (length(note) <= 2000),
	unique (adoption_id, stage, reached_on)
);

create table public.ties (
	id uuid primary key default private.uuid_v7(),
	from_organisation_id uuid not null references public.organisations (id) on delete cascade,
	to_organisation_id uuid not null references public.organisations (id) on delete cascade,
	kind public.tie_kind not null,
	directed boolean not null default true,
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
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
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index ties_from_idx on public.ties (from_organisation_id);
create index ties_to_idx on public.ties (to_organisation_id);
create unique index ties_one_open_idx on public.ties (from_organisation_id, to_organisation_id, kind)
	where ended_on is null;

-- Case study, award, panel, funder, supporter: never counted as membership.
create table public.associations (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	role text not null check (length(role) between 1 and 120),
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
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
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index associations_network_idx on public.associations (network_id);
create index associations_organisation_idx on public.associations (organisation_id);
create unique index associations_one_open_idx on public.associations (network_id, organisation_id, role)
	where ended_on is null;

-- Who states and who confirms is the caller, never what the caller says.
create function private.sign_spell() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
begin
	if caller is null then
		return new;
	end if;
	if tg_op = 'INSERT' then
		new.stated_by := caller;
		new.confirmed_by := case when new.confirmed_at is not null then caller end;
	elsif new.confirmed_at is distinct from old.confirmed_at then
		new.confirmed_by := case when new.confirmed_at is not null then caller end;
	end if;
	return new;
end
$$;
create trigger sign_adoption before insert or update on public.adoptions
	for each row execute function private.sign_spell();
create trigger sign_tie before insert or update on public.ties
	for each row execute function private.sign_spell();
create trigger sign_association before insert or update on public.associations
	for each row execute function private.sign_spell();

create function private.adoptions_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.adoptions where organisation_id in (select private.organisations_i_change())
$$;
grant execute on function private.adoptions_i_change() to anon, authenticated, service_role;

revoke execute on all functions in schema private from public;

alter table public.adoptions enable row level security;
alter table public.adoption_stages enable row level security;
alter table public.ties enable row level security;
alter table public.associations enable row level security;

revoke all on public.adoptions, public.adoption_stages, public.ties, public.associations from anon, authenticated;
grant all on public.adoptions, public.adoption_stages, public.ties, public.associations to service_role;
-- Who stated and who confirmed are accounts of persons: not for readers.
grant select (id, organisation_id, practice_id, stage, started_on, started_bound, started_precision, ended_on,
	ended_precision, confidence, source_url, source_on, note, evidence_url, contact_route,
	learned_from_organisation_id, learned_from_confidence, learned_via_link_id, withheld, confirmed_at, is_public,
	created_at) on public.adoptions to anon, authenticated;
grant insert (organisation_id, practice_id, stage, started_on, started_bound, started_precision, ended_on,
	ended_precision, confidence, source_url, source_on, note, evidence_url, contact_route,
	learned_from_organisation_id, learned_from_confidence, learned_via_link_id, withheld, confirmed_at)
	on public.adoptions to authenticated;
grant update (stage, started_on, started_bound, started_precision, ended_on, ended_precision, confidence,
	source_url, source_on, note, evidence_url, contact_route, learned_from_organisation_id,
	learned_from_confidence, learned_via_link_id, withheld, confirmed_at) on public.adoptions to authenticated;
grant delete on public.adoptions to authenticated;
grant select on public.adoption_stages to anon, authenticated;
grant insert, update, delete on public.adoption_stages to authenticated;
grant select (id, from_organisation_id, to_organisation_id, kind, directed, started_on, started_bound,
	started_precision, ended_on, ended_precision, confidence, source_url, source_on, note, withheld, confirmed_at,
	is_public, created_at) on public.ties to anon, authenticated;
grant insert (from_organisation_id, to_organisation_id, kind, directed, started_on, started_bound,
	started_precision, ended_on, ended_precision, confidence, source_url, source_on, note, withheld, confirmed_at)
	on public.ties to authenticated;
grant update (kind, directed, started_on, started_bound, started_precision, ended_on, ended_precision,
	confidence, source_url, source_on, note, withheld, confirmed_at) on public.ties to authenticated;
grant delete on public.ties to authenticated;
grant select (id, network_id, organisation_id, role, started_on, started_bound, started_precision, ended_on,
	ended_precision, confidence, source_url, source_on, note, withheld, confirmed_at, is_public, created_at)
	on public.associations to anon, authenticated;
grant insert (network_id, organisation_id, role, started_on, started_bound, started_precision, ended_on,
	ended_precision, confidence, source_url, source_on, note, withheld, confirmed_at)
	on public.associations to authenticated;
grant update (role, started_on, started_bound, started_precision, ended_on, ended_precision, confidence,
	source_url, source_on, note, withheld, confirmed_at) on public.associations to authenticated;
grant delete on public.associations to authenticated;

create policy "everyone reads public adoptions of what they see" on public.adoptions
	for select to anon, authenticated
	using (
		is_public
		and exists (select from public.organisations where organisations.id = organisation_id)
		and exists (select from public.practices where practices.id = practice_id)
	);
create policy "those who change an organisation change its adoptions" on public.adoptions
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

create policy "stages are read with their adoption" on public.adoption_stages
	for select to anon, authenticated
	using (exists (select from public.adoptions where adoptions.id = adoption_id));
create policy "those who change an adoption change its stages" on public.adoption_stages
	for all to authenticated
	using (adoption_id in (select private.adoptions_i_change()))
	with check (adoption_id in (select private.adoptions_i_change()));

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
create policy "those who change either organisation correct or confirm a tie" on public.ties
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

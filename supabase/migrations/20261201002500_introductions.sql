-- Introductions: who should meet, why, and what came of it.
--
-- Access: coordinators of the network.

create table public.introductions (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_a_id uuid not null references public.organisations (id) on delete cascade,
	organisation_b_id uuid not null references public.organisations (id) on delete cascade,
	reason text not null check (length(reason) between 1 and 2000),
	state public.introduction_state not null default 'suggested',
	note text check (length(note) <= 4000),
	outcome text check (length(outcome) <= 2000),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	-- One pair once, in one order: what was declined is not suggested again.
	unique (network_id, organisation_a_id, organisation_b_id),
	check (organisation_a_id < organisation_b_id)
);
create index introductions_a_idx on public.introductions (organisation_a_id);
create index introductions_b_idx on public.introductions (organisation_b_id);

select private.keep_changes('public.introductions', '{id,network_id,organisation_a_id,organisation_b_id,state}');
select private.count_revisions('public.introductions');

alter table public.introductions enable row level security;

revoke all on public.introductions from anon, authenticated;
grant all on public.introductions to service_role;
grant select, delete on public.introductions to authenticated;
grant insert (network_id, organisation_a_id, organisation_b_id, reason, state, note, outcome),
	update (reason, state, note, outcome, updated_at) on public.introductions to authenticated;

create policy "coordinators keep introductions" on public.introductions
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and exists (select from public.organisations where organisations.id = organisation_a_id)
		and exists (select from public.organisations where organisations.id = organisation_b_id)
	);

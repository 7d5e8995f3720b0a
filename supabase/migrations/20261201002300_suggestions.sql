-- Suggestions: a change that somebody proposes and those who may make it decide.
--
-- Access: anyone signed in suggests and reads what they suggested; those who change the organisation, the network's
-- coordinators and editors, or administrators decide, through decide_suggestion() alone. Nobody reads which account made or decided a suggestion.

create table public.suggestions (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	table_name text not null check (
		table_name in (
			'organisations', 'practices', 'learning_links', 'adoptions', 'adoption_stages', 'ties', 'associations',
			'memberships', 'networks', 'frameworks', 'characteristics', 'milestones'
		)
	),
	row_id uuid,
	-- Who decides: those who steward this organisation, or this network's coordinators and editors; neither:
	-- administrators.
	organisation_id uuid references public.organisations (id) on delete cascade,
	network_id uuid references public.networks (id) on delete cascade,
	patch jsonb not null check (jsonb_typeof(patch) = 'object' and length(patch::text) <= 20000),
	message text check (length(message) <= 2000),
	proposer_id uuid default auth.uid() references auth.users (id) on delete set null,
	status public.review_status not null default 'pending',
	reason text check (length(reason) <= 2000),
	reviewer_id uuid references auth.users (id) on delete set null,
	reviewed_at timestamptz,
	created_at timestamptz not null default now(),
	check (num_nonnulls(organisation_id, network_id) <= 1)
);
create index suggestions_organisation_idx on public.suggestions (organisation_id);
create index suggestions_network_idx on public.suggestions (network_id);
create index suggestions_proposer_idx on public.suggestions (proposer_id);
create index suggestions_reviewer_idx on public.suggestions (reviewer_id) where reviewer_id is not null;

-- Whether the caller reviews what was suggested on an organisation, on a network, or on neither.
create function private.reviews(organisation uuid, network uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select coalesce(organisation in (select private.organisations_i_change()), false)
		or coalesce(network in (select private.my_networks('{coordinator,editor}')), false)
		or (organisation is null and network is null and private.is_administrator())
$$;

select private.keep_changes('public.suggestions', '{id,table_name,row_id,organisation_id,network_id,status,reviewed_at}');

revoke execute on all functions in schema private from public;
grant execute on function private.reviews(uuid, uuid) to authenticated, service_role;

alter table public.suggestions enable row level security;

revoke all on public.suggestions from anon, authenticated;
grant all on public.suggestions to service_role;
grant delete on public.suggestions to authenticated;
grant select (id, key, table_name, row_id, organisation_id, network_id, patch, message, status, reason,
	reviewed_at, created_at) on public.suggestions to authenticated;
grant insert (table_name, row_id, organisation_id, network_id, patch, message) on public.suggestions to
	authenticated;

create policy "people read what they suggested" on public.suggestions
	for select to authenticated
	using (proposer_id = (select auth.uid()));

create policy "signed-in people suggest" on public.suggestions
	for insert to authenticated
	with check (
		proposer_id = (select auth.uid()) and status = 'pending'
		and (
			organisation_id is null
			or exists (select from public.organisations where organisations.id = organisation_id)
		)
		and (network_id is null or exists (select from public.networks where networks.id = network_id))
	);

create policy "those who review read suggestions" on public.suggestions
	for select to authenticated
	using (private.reviews(organisation_id, network_id));

create policy "people take back what they suggested while it waits" on public.suggestions
	for delete to authenticated
	using (proposer_id = (select auth.uid()) and status = 'pending');

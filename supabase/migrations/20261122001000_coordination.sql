-- How a network is looked after: invitations, requests to join, suggestions, confirmations, introductions,
-- imports, merges, campaigns.
--
-- Access: coordinators of the network; site administrators for bodies without a steward. Anyone signed in
-- suggests and reads what they suggested. Tokens are stored as hashes that nobody reads.

create table public.invitations (
	id uuid primary key default private.uuid_v7(),
	email text not null check (length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	network_id uuid references public.networks (id) on delete cascade,
	role public.network_role,
	organisation_id uuid references public.organisations (id) on delete cascade,
	person_id uuid references public.people (id) on delete cascade,
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	expires_at timestamptz not null default now() + interval '14 days',
	redeemed_at timestamptz,
	created_at timestamptz not null default now(),
	-- To a role in a network, or to edit an organisation.
	check (num_nonnulls(network_id, organisation_id) = 1),
	check ((network_id is null) = (role is null))
);
create index invitations_network_idx on public.invitations (network_id);
create index invitations_organisation_idx on public.invitations (organisation_id);
create index invitations_person_idx on public.invitations (person_id);

create table public.join_requests (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_name text not null check (length(organisation_name) between 1 and 200),
	kind public.organisation_kind not null default 'other',
	website text check (private.is_web_address(website)),
	area_code text references public.areas (code) on update cascade on delete set null,
	contact_name text check (length(contact_name) between 1 and 160),
	contact_email text check (length(contact_email) <= 254 and contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	message text check (length(message) <= 2000),
	status public.review_status not null default 'pending',
	organisation_id uuid references public.organisations (id) on delete set null,
	created_at timestamptz not null default now()
);
create index join_requests_network_idx on public.join_requests (network_id, status);

create table public.suggestions (
	id uuid primary key default private.uuid_v7(),
	table_name text not null check (table_name ~ '^[a-z_]{1,60}$'),
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

create table public.confirmations (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	sent_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '60 days',
	used_at timestamptz
);
create index confirmations_network_idx on public.confirmations (network_id);
create index confirmations_organisation_idx on public.confirmations (organisation_id);

create table public.introductions (
	id uuid primary key default private.uuid_v7(),
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

create table public.import_batches (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	file_name text not null check (length(file_name) between 1 and 255),
	mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object' and length(mapping::text) <= 20000),
	created_by uuid default auth.uid() references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	applied_at timestamptz,
	undone_at timestamptz,
	check (undone_at >= applied_at)
);
create index import_batches_network_idx on public.import_batches (network_id);

create table public.import_rows (
	batch_id uuid not null references public.import_batches (id) on delete cascade,
	position integer not null check (position >= 1),
	content jsonb not null check (length(content::text) <= 60000),
	verdict public.import_verdict not null,
	message text check (length(message) <= 2000),
	-- Every row written, with what it was before: undo puts it back.
	written jsonb not null default '[]' check (jsonb_typeof(written) = 'array'),
	primary key (batch_id, position)
);

create table public.merges (
	id uuid primary key default private.uuid_v7(),
	survivor_id uuid not null references public.organisations (id) on delete cascade,
	-- No reference: the merged organisation is gone until the merge is undone.
	merged_id uuid not null,
	moved jsonb not null check (jsonb_typeof(moved) = 'object'),
	merged_by uuid default auth.uid() references auth.users (id) on delete set null,
	merged_at timestamptz not null default now(),
	undone_at timestamptz,
	check (survivor_id <> merged_id)
);
create index merges_survivor_idx on public.merges (survivor_id);

-- Pairs that someone looked at and found to be two bodies.
create table public.not_duplicates (
	organisation_a_id uuid not null references public.organisations (id) on delete cascade,
	organisation_b_id uuid not null references public.organisations (id) on delete cascade,
	decided_at timestamptz not null default now(),
	primary key (organisation_a_id, organisation_b_id),
	check (organisation_a_id < organisation_b_id)
);
create index not_duplicates_b_idx on public.not_duplicates (organisation_b_id);

-- A question put to the members of a network, and what organisations answered.
create table public.campaigns (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	name text not null check (length(name) between 1 and 160),
	question text not null check (length(question) between 1 and 1000),
	opens_on date,
	closes_on date,
	created_at timestamptz not null default now(),
	check (closes_on >= opens_on)
);
create index campaigns_network_idx on public.campaigns (network_id);

create table public.campaign_answers (
	campaign_id uuid not null references public.campaigns (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	answer text not null check (length(answer) between 1 and 4000),
	answered_at timestamptz not null default now(),
	primary key (campaign_id, organisation_id)
);
create index campaign_answers_organisation_idx on public.campaign_answers (organisation_id);

create function private.batches_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.import_batches where network_id in (select private.my_networks('{coordinator}'))
$$;
create function private.campaigns_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.campaigns where network_id in (select private.my_networks('{coordinator}'))
$$;
grant execute on function private.batches_i_keep(), private.campaigns_i_keep()
	to anon, authenticated, service_role;

revoke execute on all functions in schema private from public;

alter table public.invitations enable row level security;
alter table public.join_requests enable row level security;
alter table public.suggestions enable row level security;
alter table public.confirmations enable row level security;
alter table public.introductions enable row level security;
alter table public.import_batches enable row level security;
alter table public.import_rows enable row level security;
alter table public.merges enable row level security;
alter table public.not_duplicates enable row level security;
alter table public.campaigns enable row level security;
alter table public.campaign_answers enable row level security;

revoke all on public.invitations, public.join_requests, public.suggestions, public.confirmations,
	public.introductions, public.import_batches, public.import_rows, public.merges, public.not_duplicates,
	public.campaigns, public.campaign_answers from anon, authenticated;
grant all on public.invitations, public.join_requests, public.suggestions, public.confirmations,
	public.introductions, public.import_batches, public.import_rows, public.merges, public.not_duplicates,
	public.campaigns, public.campaign_answers to service_role;
grant select (id, email, network_id, role, organisation_id, person_id, expires_at, redeemed_at, created_at),
	insert (email, network_id, role, organisation_id, person_id, token_hash, expires_at)
	on public.invitations to authenticated;
grant delete on public.invitations to authenticated;
grant select, delete, update (status, organisation_id) on public.join_requests to authenticated;
grant select, delete on public.suggestions to authenticated;
grant insert (table_name, row_id, organisation_id, network_id, patch, message) on public.suggestions to authenticated;
grant update (status, reason) on public.suggestions to authenticated;
grant select (id, network_id, organisation_id, sent_at, expires_at, used_at),
	insert (network_id, organisation_id, token_hash, expires_at) on public.confirmations to authenticated;
grant delete on public.confirmations to authenticated;
grant select, delete on public.introductions to authenticated;
grant insert (network_id, organisation_a_id, organisation_b_id, reason, state, note, outcome),
	update (reason, state, note, outcome, updated_at) on public.introductions to authenticated;
grant select, delete on public.import_batches to authenticated;
grant insert (network_id, file_name, mapping), update (mapping, applied_at, undone_at)
	on public.import_batches to authenticated;
grant select, insert, delete, update (verdict, message, written) on public.import_rows to authenticated;
grant select on public.merges to authenticated;
grant insert (survivor_id, merged_id, moved), update (undone_at) on public.merges to authenticated;
grant select, delete on public.not_duplicates to authenticated;
grant insert (organisation_a_id, organisation_b_id) on public.not_duplicates to authenticated;
grant select, delete on public.campaigns to authenticated;
grant insert (network_id, name, question, opens_on, closes_on), update (name, question, opens_on, closes_on)
	on public.campaigns to authenticated;
grant select, delete on public.campaign_answers to authenticated;
grant insert (campaign_id, organisation_id, answer), update (answer) on public.campaign_answers to authenticated;

create policy "coordinators invite to a network, stewards to an organisation" on public.invitations
	for all to authenticated
	using (
		network_id in (select private.my_networks('{coordinator}'))
		or organisation_id in (select private.organisations_i_steward())
		or (network_id is not null and (select private.is_administrator()))
	)
	with check (
		(
			network_id in (select private.my_networks('{coordinator}'))
			or organisation_id in (select private.organisations_i_steward())
			or (network_id is not null and (select private.is_administrator()))
		)
		and (person_id is null or person_id in (select private.people_i_keep()))
	);

create policy "coordinators decide on requests to join" on public.join_requests
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));

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
	using (
		organisation_id in (select private.organisations_i_change())
		or network_id in (select private.my_networks('{coordinator,editor}'))
		or (organisation_id is null and network_id is null and (select private.is_administrator()))
	);
create policy "those who review decide on suggestions" on public.suggestions
	for update to authenticated
	using (
		organisation_id in (select private.organisations_i_change())
		or network_id in (select private.my_networks('{coordinator,editor}'))
		or (organisation_id is null and network_id is null and (select private.is_administrator()))
	)
	with check (
		organisation_id in (select private.organisations_i_change())
		or network_id in (select private.my_networks('{coordinator,editor}'))
		or (organisation_id is null and network_id is null and (select private.is_administrator()))
	);
create policy "people take back what they suggested while it waits" on public.suggestions
	for delete to authenticated
	using (proposer_id = (select auth.uid()) and status = 'pending');

create policy "coordinators ask organisations they steward to confirm" on public.confirmations
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and organisation_id in (select private.organisations_i_steward())
	);
create policy "coordinators keep introductions" on public.introductions
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and exists (select from public.organisations where organisations.id = organisation_a_id)
		and exists (select from public.organisations where organisations.id = organisation_b_id)
	);
create policy "coordinators import into their network" on public.import_batches
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));
create policy "coordinators keep the rows of an import" on public.import_rows
	for all to authenticated
	using (batch_id in (select private.batches_i_keep()))
	with check (batch_id in (select private.batches_i_keep()));
create policy "stewards read merges" on public.merges
	for select to authenticated
	using (survivor_id in (select private.organisations_i_steward()));
create policy "stewards of both merge two organisations" on public.merges
	for insert to authenticated
	with check (
		survivor_id in (select private.organisations_i_steward())
		and merged_id in (select private.organisations_i_steward())
	);
create policy "stewards undo merges" on public.merges
	for update to authenticated
	using (survivor_id in (select private.organisations_i_steward()))
	with check (survivor_id in (select private.organisations_i_steward()));
create policy "stewards of either decide that two are no duplicates" on public.not_duplicates
	for all to authenticated
	using (
		organisation_a_id in (select private.organisations_i_steward())
		or organisation_b_id in (select private.organisations_i_steward())
	)
	with check (
		organisation_a_id in (select private.organisations_i_steward())
		or organisation_b_id in (select private.organisations_i_steward())
	);
create policy "people of a network read its campaigns" on public.campaigns
	for select to authenticated
	using (
		network_id in (select private.all_my_networks())
		or exists (
			select from public.memberships
			where memberships.network_id = campaigns.network_id
				and memberships.organisation_id in (select private.my_organisations())
		)
	);
create policy "coordinators run campaigns" on public.campaigns
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));
create policy "coordinators read and keep answers" on public.campaign_answers
	for all to authenticated
	using (campaign_id in (select private.campaigns_i_keep()))
	with check (campaign_id in (select private.campaigns_i_keep()));
create policy "its editors answer for an organisation" on public.campaign_answers
	for all to authenticated
	using (organisation_id in (select private.my_organisations()))
	with check (
		organisation_id in (select private.my_organisations())
		and exists (select from public.campaigns where campaigns.id = campaign_id)
	);

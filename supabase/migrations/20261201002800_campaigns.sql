-- Questions put to the members of a network, and what organisations answered.
--
-- Access: people of the network read the questions, its coordinators ask them and read the answers; an organisation's
-- editors answer for it.

-- A question put to the members of a network, and what organisations answered.
create table public.campaigns (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
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
	revision integer not null default 1,
	primary key (campaign_id, organisation_id)
);
create index campaign_answers_organisation_idx on public.campaign_answers (organisation_id);

create function private.campaigns_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.campaigns where network_id in (select private.my_networks('{coordinator}'))
$$;

select private.keep_changes('public.campaigns');
select private.keep_changes('public.campaign_answers', '{campaign_id,organisation_id}');
select private.count_revisions('public.campaigns');
select private.count_revisions('public.campaign_answers');

revoke execute on all functions in schema private from public;

grant execute on function private.campaigns_i_keep() to anon, authenticated, service_role;

alter table public.campaigns enable row level security;
alter table public.campaign_answers enable row level security;

revoke all on public.campaigns, public.campaign_answers from anon, authenticated;
grant all on public.campaigns, public.campaign_answers to service_role;
grant select, delete on public.campaigns to authenticated;
grant insert (network_id, name, question, opens_on, closes_on), update (name, question, opens_on, closes_on)
	on public.campaigns to authenticated;
grant select, delete on public.campaign_answers to authenticated;
grant insert (campaign_id, organisation_id, answer), update (answer) on public.campaign_answers to
	authenticated;

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

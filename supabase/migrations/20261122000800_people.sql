-- People, their roles in organisations, the groups of a network, and what they consented to show.
--
-- Access: a network keeps its own record of a person. The person (when the record is linked to their account)
-- and that network's coordinators read and change it; nobody else, administrators included. What others see
-- goes through public.contacts(), field by field, as far as consent reaches.

create table public.people (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	user_id uuid references auth.users (id) on delete set null,
	name text not null check (length(name) between 1 and 160),
	email text check (length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	phone text check (length(phone) between 3 and 40),
	is_sample boolean not null default false,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	unique (network_id, user_id)
);
create index people_user_idx on public.people (user_id);
create trigger mark_person before insert or update on public.people
	for each row execute function private.mark_sample_of_network();

create table public.affiliations (
	id uuid primary key default private.uuid_v7(),
	person_id uuid not null references public.people (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	job_title text check (length(job_title) between 1 and 160),
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
create index affiliations_person_idx on public.affiliations (person_id);
create index affiliations_organisation_idx on public.affiliations (organisation_id);
create unique index affiliations_one_open_idx on public.affiliations (person_id, organisation_id)
	where ended_on is null;

create table public.groups (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	name text not null check (length(name) between 1 and 160),
	summary text check (length(summary) <= 2000),
	area_code text references public.areas (code) on update cascade on delete set null,
	unique (network_id, name)
);

create table public.group_memberships (
	id uuid primary key default private.uuid_v7(),
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

-- One row a decision; the latest that is not withdrawn counts, and history stays.
create table public.consents (
	id uuid primary key default private.uuid_v7(),
	person_id uuid not null references public.people (id) on delete cascade,
	field public.personal_field not null,
	visibility public.visibility not null,
	text_version text not null check (length(text_version) between 1 and 40),
	given_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	check (withdrawn_at >= given_at)
);
create index consents_person_idx on public.consents (person_id);
create unique index consents_one_standing_idx on public.consents (person_id, field) where withdrawn_at is null;

create table public.adoption_contacts (
	adoption_id uuid not null references public.adoptions (id) on delete cascade,
	person_id uuid not null references public.people (id) on delete cascade,
	primary key (adoption_id, person_id)
);
create index adoption_contacts_person_idx on public.adoption_contacts (person_id);

create function private.people_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.people where network_id in (select private.my_networks('{coordinator}'))
$$;

create function private.my_person_records() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.people where user_id = (select auth.uid())
$$;
grant execute on function private.people_i_keep(), private.my_person_records()
	to anon, authenticated, service_role;

revoke execute on all functions in schema private from public;

alter table public.people enable row level security;
alter table public.affiliations enable row level security;
alter table public.groups enable row level security;
alter table public.group_memberships enable row level security;
alter table public.consents enable row level security;
alter table public.adoption_contacts enable row level security;

revoke all on public.people, public.affiliations, public.groups, public.group_memberships, public.consents,
	public.adoption_contacts from anon, authenticated;
grant all on public.people, public.affiliations, public.groups, public.group_memberships, public.consents,
	public.adoption_contacts to service_role;
grant select, delete on public.people to authenticated;
grant insert (network_id, name, email, phone), update (name, email, phone) on public.people to authenticated;
grant select, insert, delete on public.affiliations, public.group_memberships to authenticated;
grant update (job_title, started_on, started_bound, started_precision, ended_on, ended_precision, confidence,
	source_url, source_on, note, confirmed_at) on public.affiliations to authenticated;
grant update (started_on, started_bound, started_precision, ended_on, ended_precision, confidence, source_url,
	source_on, note, confirmed_at) on public.group_memberships to authenticated;
grant select, delete on public.groups to authenticated;
grant insert (network_id, name, summary, area_code), update (name, summary, area_code)
	on public.groups to authenticated;
grant select on public.consents to authenticated;
grant insert (person_id, field, visibility, text_version), update (withdrawn_at) on public.consents to authenticated;
grant select, insert, delete on public.adoption_contacts to authenticated;

create policy "people read their own record, coordinators their network's" on public.people
	for select to authenticated
	using (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')));
create policy "coordinators add people to their network" on public.people
	for insert to authenticated
	with check (network_id in (select private.my_networks('{coordinator}')));
create policy "people correct their own record, coordinators their network's" on public.people
	for update to authenticated
	using (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')))
	with check (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')));
create policy "coordinators remove people of their network" on public.people
	for delete to authenticated
	using (network_id in (select private.my_networks('{coordinator}')));

create policy "people and their coordinators read affiliations" on public.affiliations
	for select to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));
create policy "people and their coordinators change affiliations" on public.affiliations
	for update to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()))
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));
create policy "coordinators add affiliations" on public.affiliations
	for insert to authenticated
	with check (
		person_id in (select private.people_i_keep())
		and exists (select from public.organisations where organisations.id = organisation_id)
	);
create policy "coordinators remove affiliations" on public.affiliations
	for delete to authenticated
	using (person_id in (select private.people_i_keep()));

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

create policy "people and their coordinators read consents" on public.consents
	for select to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));
create policy "people and their coordinators record consents" on public.consents
	for insert to authenticated
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));
create policy "people and their coordinators withdraw consents" on public.consents
	for update to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()))
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

create policy "coordinators keep who is the contact of an adoption" on public.adoption_contacts
	for all to authenticated
	using (person_id in (select private.people_i_keep()))
	with check (
		person_id in (select private.people_i_keep())
		and exists (select from public.adoptions where adoptions.id = adoption_id)
	);

-- What a person lets the caller see. Level of the caller: coordinator of the network that keeps the record,
-- someone with a role in it, or anyone. A field without standing consent stays null; a person of whom no
-- name may be shown is left out.
create function public.contacts(for_organisation uuid default null, for_adoption uuid default null)
returns table (
	organisation_id uuid, adoption_id uuid, name text, email text, phone text, job_title text
)
language sql stable security definer
set search_path = ''
as $$
	with shown as (
		select
			person.id,
			bool_or(consent.field = 'name') as name,
			bool_or(consent.field = 'email') as email,
			bool_or(consent.field = 'phone') as phone,
			bool_or(consent.field = 'job_title') as job_title
		from public.people person
		join public.consents consent on consent.person_id = person.id and consent.withdrawn_at is null
		where consent.visibility = 'public'
			or (consent.visibility = 'members' and person.network_id in (select private.all_my_networks()))
			or (
				consent.visibility = 'coordinators'
				and person.network_id in (select private.my_networks('{coordinator}'))
			)
		group by person.id
	)
	select
		affiliation.organisation_id,
		contact.adoption_id,
		person.name,
		case when shown.email then person.email end,
		case when shown.phone then person.phone end,
		case when shown.job_title then affiliation.job_title end
	from shown
	join public.people person on person.id = shown.id
	join public.affiliations affiliation on affiliation.person_id = person.id
		and (affiliation.ended_on is null or affiliation.ended_on > current_date)
	join public.organisations organisation on organisation.id = affiliation.organisation_id
		and organisation.status = 'published'
	left join public.adoption_contacts contact on contact.person_id = person.id
		and exists (
			select from public.adoptions adoption
			where adoption.id = contact.adoption_id and adoption.is_public
				and adoption.organisation_id = affiliation.organisation_id
		)
	where shown.name
		and (for_organisation is null or affiliation.organisation_id = for_organisation)
		and (for_adoption is null or contact.adoption_id = for_adoption)
		and (for_organisation is not null or for_adoption is not null)
	order by person.name
	limit 100
$$;
revoke execute on function public.contacts(uuid, uuid) from public;
grant execute on function public.contacts(uuid, uuid) to anon, authenticated, service_role;

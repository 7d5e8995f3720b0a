-- Whom to ask about an adoption, and what people let others see of them.
--
-- Access: coordinators name contacts of adoptions of organisations that their network speaks for. Everyone asks
-- public.contacts(), which answers field by field, as far as consent reaches.

create table public.adoption_contacts (
	adoption_id uuid not null references public.adoptions (id) on delete cascade,
	person_id uuid not null references public.people (id) on delete cascade,
	primary key (adoption_id, person_id)
);
create index adoption_contacts_person_idx on public.adoption_contacts (person_id);

-- What a person lets the caller see. Level of the caller: coordinator of the network that keeps the record, someone with
-- a role in it, or anyone. A field without standing consent stays null; a person of whom neither the name nor what
-- they do there may be shown is left out, so that an address alone gives nobody away.
--
create function public.contacts(for_organisation uuid default null, for_adoption uuid default null)
returns table (
	organisation_id uuid, adoption_id uuid, name text, email text, phone text, job_title text,
	network_slug text, network_name text
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
		case when shown.name then person.name end,
		case when shown.email then person.email end,
		case when shown.phone then person.phone end,
		case when shown.job_title then affiliation.job_title end,
		network.slug,
		network.name
	from shown
	join public.people person on person.id = shown.id
	join public.networks network on network.id = person.network_id
		and (network.is_public or network.id in (select private.all_my_networks()))
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
	where (shown.name or (shown.job_title and affiliation.job_title is not null))
		and (for_organisation is null or affiliation.organisation_id = for_organisation)
		and (for_adoption is null or contact.adoption_id = for_adoption)
		and (for_organisation is not null or for_adoption is not null)
		and private.speaks_for(person.network_id, affiliation.organisation_id)
	order by shown.name desc, case when shown.name then person.name else affiliation.job_title end, affiliation.id
	limit 100
$$;

select private.keep_changes('public.adoption_contacts', '{adoption_id,person_id}');

revoke execute on function public.contacts(uuid, uuid) from public;
grant execute on function public.contacts(uuid, uuid) to anon, authenticated, service_role;

alter table public.adoption_contacts enable row level security;

revoke all on public.adoption_contacts from anon, authenticated;
grant all on public.adoption_contacts to service_role;
grant select, insert, delete on public.adoption_contacts to authenticated;

create policy "coordinators read who is the contact of an adoption" on public.adoption_contacts
	for select to authenticated
	using (person_id in (select private.people_i_keep()));

create policy "coordinators remove who is the contact of an adoption" on public.adoption_contacts
	for delete to authenticated
	using (person_id in (select private.people_i_keep()));

create policy "coordinators name contacts of adoptions that their network speaks for" on public.adoption_contacts
	for insert to authenticated
	with check (
		person_id in (select private.people_i_keep())
		and exists (
			select from public.adoptions
			join public.people on people.id = person_id
			where adoptions.id = adoption_id and private.speaks_for(people.network_id, adoptions.organisation_id)
		)
	);

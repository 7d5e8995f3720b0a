-- A consent is withdrawn once and stays so; a contact is shown only where its network may speak for the
-- organisation, and with the name of that network.
--
-- Access: as before, but nobody reads which account recorded a consent, and coordinators name contacts only of
-- adoptions of organisations that their network stewards or has as members.

alter table public.consents
	add column recorded_by uuid default auth.uid() references auth.users (id) on delete set null;
create index consents_recorded_by_idx on public.consents (recorded_by) where recorded_by is not null;

-- Once, by the clock. Who changes their mind again gives a new consent, so that what was shown when stays known.
create function private.keep_withdrawal() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if old.withdrawn_at is null then
		new.withdrawn_at := case when new.withdrawn_at is not null then now() end;
	elsif new.withdrawn_at is distinct from old.withdrawn_at then
		raise exception 'This consent was withdrawn and stays so. Record a new one instead.' using errcode = '23514';
	end if;
	return new;
end
$$;
create trigger keep_withdrawal before update on public.consents
	for each row execute function private.keep_withdrawal();

drop trigger record_audit on public.consents;
create trigger record_audit after insert or update or delete on public.consents
	for each row execute function private.record_audit('id', 'id,field,visibility,text_version,withdrawn_at');

revoke select on public.consents from authenticated;
grant select (id, person_id, field, visibility, text_version, given_at, withdrawn_at)
	on public.consents to authenticated;

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

drop policy "coordinators keep who is the contact of an adoption" on public.adoption_contacts;
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

-- Any coordinator may keep a record that says somebody works anywhere: without these conditions that would put a
-- name of their choice on the page of an organisation that never heard of them. A network that the caller does
-- not see cannot vouch, since nobody could tell who did.
drop function public.contacts(uuid, uuid);
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
		person.name,
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
	where shown.name
		and (for_organisation is null or affiliation.organisation_id = for_organisation)
		and (for_adoption is null or contact.adoption_id = for_adoption)
		and (for_organisation is not null or for_adoption is not null)
		and private.speaks_for(person.network_id, affiliation.organisation_id)
	order by person.name
	limit 100
$$;

revoke execute on function private.keep_withdrawal(), private.speaks_for(uuid, uuid) from public;
revoke execute on function public.contacts(uuid, uuid) from public;
grant execute on function private.speaks_for(uuid, uuid) to authenticated, service_role;
grant execute on function public.contacts(uuid, uuid) to anon, authenticated, service_role;

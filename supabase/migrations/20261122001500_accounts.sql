-- What needs more than one table at once: redeeming an invitation, asking to join, confirming a record,
-- handing over stewardship, erasing a person.
--
-- Access: each function says who may call it, takes the caller from the session, and is one transaction.

create function private.token_hash(token text) returns text
language sql immutable
set search_path = ''
as $$ select encode(sha256(convert_to(left(token, 200), 'UTF8')), 'hex') $$;

-- The token alone gives the role, once; an address that matches gives nothing. Wrong, used and expired
-- tokens are told apart to nobody. PT404 makes the API answer "not found" with these words.
create function public.redeem_invitation(token text) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
	invitation public.invitations;
begin
	if caller is null then
		raise exception 'Sign in to use an invitation.' using errcode = '42501';
	end if;
	update public.invitations set redeemed_at = now()
	where token_hash = private.token_hash(token) and redeemed_at is null and expires_at > now()
	returning * into invitation;
	if not found then
		raise exception 'This invitation is not valid. It may have been used or have expired.' using errcode = 'PT404';
	end if;
	if invitation.network_id is not null then
		insert into public.network_roles (network_id, user_id, role)
		values (invitation.network_id, caller, invitation.role)
		on conflict do nothing;
	else
		insert into public.organisation_editors (organisation_id, user_id, status)
		values (invitation.organisation_id, caller, 'approved')
		on conflict (organisation_id, user_id) do update set status = 'approved';
	end if;
	if invitation.person_id is not null then
		update public.people person set user_id = caller
		where person.id = invitation.person_id and person.user_id is null
			and not exists (
				select from public.people mine where mine.user_id = caller and mine.network_id = person.network_id
			);
	end if;
	return jsonb_build_object(
		'network', (select slug from public.networks where id = invitation.network_id),
		'role', invitation.role,
		'organisation', (select slug from public.organisations where id = invitation.organisation_id)
	);
end
$$;

-- The one thing that a visitor may write. It answers nothing, so that it tells nothing.
create function public.request_to_join(
	network_slug text, organisation_name text, kind public.organisation_kind default 'other',
	website text default null, area_code text default null, contact_name text default null,
	contact_email text default null, message text default null
) returns void
language sql security definer
set search_path = ''
as $$
	insert into public.join_requests
		(network_id, organisation_name, kind, website, area_code, contact_name, contact_email, message)
	select network.id, organisation_name, kind, website, area_code, contact_name, contact_email, message
	from public.networks network where network.slug = network_slug and network.is_public
$$;

-- What a confirmation link shows before anything is done with it; null when the link is not valid.
create function public.confirmation(token text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'slug', organisation.slug, 'name', organisation.name, 'kind', organisation.kind,
		'summary', organisation.summary, 'website', organisation.website, 'network', network.name
	)
	from public.confirmations asked
	join public.organisations organisation on organisation.id = asked.organisation_id
	join public.networks network on network.id = asked.network_id
	where asked.token_hash = private.token_hash(token) and asked.used_at is null and asked.expires_at > now()
$$;

-- Confirms the record, or, with a correction, puts that before those who review.
create function public.confirm_organisation(token text, correction jsonb default null, message text default null)
returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	confirmed uuid;
begin
	update public.confirmations set used_at = now()
	where token_hash = private.token_hash(token) and used_at is null and expires_at > now()
	returning organisation_id into confirmed;
	if not found then
		raise exception 'This link is not valid. It may have been used or have expired.' using errcode = 'PT404';
	end if;
	if correction is null then
		update public.organisations set confirmed_at = now() where id = confirmed;
	else
		insert into public.suggestions (table_name, row_id, organisation_id, patch, message, proposer_id)
		values ('organisations', confirmed, confirmed, correction, message, null);
	end if;
end
$$;

create function public.set_steward(organisation uuid, network uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
	if not private.is_administrator() then
		raise exception 'Only a site administrator hands an organisation to another steward.' using errcode = '42501';
	end if;
	update public.organisations set steward_network_id = network where id = organisation;
end
$$;

-- Forgets a person's record in one network: the row, what hangs on it, and mentions in that network's own
-- papers. Called by the person, a coordinator of that network, or the server's own key.
create function public.erase_person(person uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
	found public.people;
	said text;
begin
	select * into found from public.people where id = person;
	if found.id is null or (
		caller is not null and found.user_id is distinct from caller
		and found.network_id not in (select private.my_networks('{coordinator}'))
	) then
		raise exception 'No such person, or not yours to erase.' using errcode = '42501';
	end if;

	delete from public.invitations
	where network_id = found.network_id and lower(email) = lower(found.email);
	update public.join_requests set contact_name = null, contact_email = null, message = null
	where network_id = found.network_id
		and (lower(contact_email) = lower(found.email) or lower(contact_name) = lower(found.name));
	foreach said in array array_remove(array[found.email, found.name, found.phone], null) loop
		update public.import_rows imported set content = '{"erased": true}', message = null, written = '[]'
		from public.import_batches batch
		where batch.id = imported.batch_id and batch.network_id = found.network_id
			and strpos(lower(imported.content::text || coalesce(imported.message, '') || imported.written::text), lower(said)) > 0;
		update public.membership_notes noted
		set note = private.without(noted.note, said), status_reason = private.without(noted.status_reason, said)
		from public.memberships membership
		where membership.id = noted.membership_id and membership.network_id = found.network_id;
		update public.memberships set note = private.without(note, said)
		where network_id = found.network_id and strpos(lower(note), lower(said)) > 0;
		update public.introductions
		set reason = private.without(reason, said), note = private.without(note, said),
			outcome = private.without(outcome, said)
		where network_id = found.network_id;
		update public.suggestions set patch = '{}', message = null, reason = null
		where network_id = found.network_id
			and strpos(lower(patch::text || coalesce(message, '') || coalesce(reason, '')), lower(said)) > 0;
		update public.campaign_answers answer set answer = private.without(answer.answer, said)
		from public.campaigns campaign
		where campaign.id = answer.campaign_id and campaign.network_id = found.network_id;
	end loop;
	delete from public.network_roles where network_id = found.network_id and user_id = found.user_id;
	delete from public.people where id = person;
	update public.audit_events set actor_id = null, actor_erased = true
	where actor_id = found.user_id and network_id = found.network_id;
end
$$;

-- Words without a name or address that must be forgotten, whatever its case.
create function private.without(words text, forgotten text) returns text
language sql immutable
set search_path = ''
as $$
	select case
		when words is null or length(forgotten) < 3 or strpos(lower(words), lower(forgotten)) = 0 then words
		else left(regexp_replace(
			words, regexp_replace(forgotten, '([^[:alnum:][:space:]])', '\\\1', 'g'), '[erased]', 'gi'
		), length(words))
	end
$$;

-- Forgets an account and every record of the person behind it. Called by the person, or for them with the
-- server's own key.
create function private.forget_account(account uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	address text;
	record uuid;
begin
	select email into address from auth.users where id = account;
	for record in select id from public.people where user_id = account loop
		perform public.erase_person(record);
	end loop;
	delete from public.invitations where lower(email) = lower(address);
	update public.join_requests set contact_name = null, contact_email = null, message = null
	where lower(contact_email) = lower(address);
	update public.replies set signed_as = null, author_id = null where author_id = account;
	update public.suggestions set message = null, proposer_id = null where proposer_id = account;
	update public.research_downloads set purpose = null, user_id = null where user_id = account;
	update public.audit_events set actor_id = null, actor_erased = true where actor_id = account;
	-- Roles, ratings, views and the profile go with the account.
	delete from auth.users where id = account;
	update public.audit_events set actor_id = null, actor_erased = true where actor_id = account;
end
$$;

create function public.erase_my_account() returns void
language plpgsql security definer
set search_path = ''
as $$
begin
	if auth.uid() is null then
		raise exception 'Sign in to erase your account.' using errcode = '42501';
	end if;
	perform private.forget_account(auth.uid());
end
$$;

create function public.erase_account(account uuid) returns void
language sql security definer
set search_path = ''
as $$ select private.forget_account(account) $$;

revoke execute on all functions in schema private from public;
revoke execute on function
	public.redeem_invitation(text), public.confirmation(text), public.confirm_organisation(text, jsonb, text),
	public.request_to_join(text, text, public.organisation_kind, text, text, text, text, text),
	public.set_steward(uuid, uuid), public.erase_person(uuid), public.erase_my_account(), public.erase_account(uuid)
from public;
grant execute on function
	public.request_to_join(text, text, public.organisation_kind, text, text, text, text, text),
	public.confirmation(text), public.confirm_organisation(text, jsonb, text)
to anon, authenticated, service_role;
grant execute on function
	public.redeem_invitation(text), public.set_steward(uuid, uuid), public.erase_my_account()
to authenticated;
grant execute on function public.erase_person(uuid) to authenticated, service_role;
grant execute on function public.erase_account(uuid) to service_role;

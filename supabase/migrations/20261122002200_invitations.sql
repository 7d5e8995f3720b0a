-- Invitations and confirmations end, invitations with the right of whoever sent them; requests to join are counted.
--
-- Access: as before. Nobody reads which account sent an invitation.

-- Spelt in hours: sixty days are an hour longer or shorter where clocks change, and a backup is restored anywhere.
update public.invitations set expires_at = created_at + interval '1440 hours'
where expires_at > created_at + interval '1440 hours';
alter table public.invitations
	add constraint invitations_longest_life check (expires_at <= created_at + interval '1440 hours'),
	-- Goes with the account: null means that the server itself invited.
	add column invited_by uuid default auth.uid() references auth.users (id) on delete cascade;
create index invitations_invited_by_idx on public.invitations (invited_by);

-- An hour more: those of before were given sixty days by the clocks of their server, and stand so in backups.
update public.confirmations set expires_at = sent_at + interval '1440 hours'
where expires_at > sent_at + interval '1441 hours';
alter table public.confirmations
	alter column expires_at set default now() + interval '1440 hours',
	add constraint confirmations_longest_life check (expires_at <= sent_at + interval '1441 hours');

-- Whether whoever sent an invitation may send it today: as the policy on invitations says, of somebody who is not
-- the caller.
create function private.stands(invitation public.invitations) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select invitation.invited_by is null
		or exists (select from public.site_administrators where user_id = invitation.invited_by)
		or exists (
			select from public.network_roles
			where user_id = invitation.invited_by and role = 'coordinator'
				and network_id = coalesce(
					invitation.network_id,
					(select steward_network_id from public.organisations where id = invitation.organisation_id)
				)
		)
$$;

create or replace function public.redeem_invitation(token text) returns jsonb
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
	update public.invitations invited set redeemed_at = now()
	where invited.token_hash = private.token_hash(token) and invited.redeemed_at is null
		and invited.expires_at > now() and private.stands(invited)
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

create index join_requests_waiting_idx on public.join_requests (network_id, lower(contact_email))
	where status = 'pending';

-- The one thing that a visitor may write, so it has an end. An address asks a network once while its request
-- waits; asking again is answered as the first time was, so that nobody learns whose address is known: what is
-- entered is checked before it is compared, and then undone with its event. That a network is full is said to
-- everyone. PT429 makes the API answer "too many requests" with these words.
create or replace function public.request_to_join(
	network_slug text, organisation_name text, kind public.organisation_kind default 'other',
	website text default null, area_code text default null, contact_name text default null,
	contact_email text default null, message text default null
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	most_waiting constant integer := 500;
	asked uuid;
	request uuid;
begin
	select id into asked from public.networks where slug = network_slug and is_public;
	if asked is null then
		return;
	end if;
	-- One at a time for a network, so that two at once are counted as two.
	perform pg_advisory_xact_lock(hashtextextended('request_to_join ' || asked::text, 0));
	if (select count(*) >= most_waiting from public.join_requests where network_id = asked and status = 'pending') then
		raise exception 'This network has more requests waiting than it can answer. Please try again in a few weeks.'
			using errcode = 'PT429';
	end if;
	begin
		insert into public.join_requests
			(network_id, organisation_name, kind, website, area_code, contact_name, contact_email, message)
		values (asked, organisation_name, kind, website, area_code, contact_name, contact_email, message)
		returning id into request;
		if exists (
			select from public.join_requests waiting
			where waiting.network_id = asked and waiting.status = 'pending' and waiting.id <> request
				and lower(waiting.contact_email) = lower(request_to_join.contact_email)
		) then
			raise sqlstate 'GW409';
		end if;
	exception when sqlstate 'GW409' then
		null;
	end;
end
$$;

revoke execute on function private.stands(public.invitations) from public;

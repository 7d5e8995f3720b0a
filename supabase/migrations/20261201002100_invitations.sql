-- Invitations to a role in a network, or to edit an organisation.
--
-- Access: coordinators and stewards invite. Tokens are stored as hashes that nobody reads, and nobody reads which
-- account sent an invitation.

create table public.invitations (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	email text not null check (length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	network_id uuid references public.networks (id) on delete cascade,
	role public.network_role,
	organisation_id uuid references public.organisations (id) on delete cascade,
	person_id uuid references public.people (id) on delete cascade,
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	expires_at timestamptz not null default now() + interval '14 days',
	redeemed_at timestamptz,
	created_at timestamptz not null default now(),
	-- Goes with the account: null means that the server itself invited.
	invited_by uuid default auth.uid() references auth.users (id) on delete cascade,
	-- To a role in a network, or to edit an organisation.
	check (num_nonnulls(network_id, organisation_id) = 1),
	check ((network_id is null) = (role is null)),
	-- Spelt in hours: sixty days are an hour longer or shorter where clocks change, and a backup is restored anywhere.
	constraint invitations_longest_life check (expires_at <= created_at + interval '1440 hours')
);
create index invitations_network_idx on public.invitations (network_id);
create index invitations_organisation_idx on public.invitations (organisation_id);
create index invitations_person_idx on public.invitations (person_id);
create index invitations_invited_by_idx on public.invitations (invited_by);

create function private.token_hash(token text) returns text
language sql immutable
set search_path = ''
as $$ select encode(sha256(convert_to(left(token, 200), 'UTF8')), 'hex') $$;

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
	perform private.begin_change('invite');
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

select private.keep_changes('public.invitations', '{id,network_id,role,organisation_id,person_id,redeemed_at}');

revoke execute on all functions in schema private from public;

revoke execute on function public.redeem_invitation(text) from public;
grant execute on function public.redeem_invitation(text) to authenticated;

alter table public.invitations enable row level security;

revoke all on public.invitations from anon, authenticated;
grant all on public.invitations to service_role;
grant select (id, email, network_id, role, organisation_id, person_id, expires_at, redeemed_at, created_at),
	insert (email, network_id, role, organisation_id, person_id, token_hash, expires_at)
	on public.invitations to authenticated;
grant delete on public.invitations to authenticated;

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

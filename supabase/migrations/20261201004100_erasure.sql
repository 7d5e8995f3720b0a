-- Forgetting a person: their record in one network, or their account with every record of them.
--
-- Access: a record is erased by the person, a coordinator of its network, or the server's own key; an account by the
-- person, or with that key. Each is one transaction.

-- Forgets a person's record in one network: the row, what hangs on it, and mentions in that network's own
-- papers.
create function public.erase_person(person uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
	found public.people;
	mentions text[];
	said text;
begin
	select * into found from public.people where id = person;
	if found.id is null or (
		caller is not null and found.user_id is distinct from caller
		and found.network_id not in (select private.my_networks('{coordinator}'))
	) then
		raise exception 'No such person, or not yours to erase.' using errcode = '42501';
	end if;

	perform private.begin_change('erase', found.network_id);
	select array_agg(mention.said) into mentions from private.person_mentions mention where mention.person_id = person;
	mentions := array_remove(
		coalesce(mentions, array[found.name, found.email, found.phone]) || private.verified_address(found.user_id), null
	);
	delete from public.invitations
	where network_id = found.network_id and lower(email) in (select lower(unnest(mentions)));
	delete from public.mails
	where network_id = found.network_id and lower(recipient) in (select lower(unnest(mentions)));
	update public.join_requests set contact_name = null, contact_email = null, message = null
	where network_id = found.network_id
		and (
			lower(contact_email) in (select lower(unnest(mentions)))
			or (length(contact_name) >= 5 and lower(contact_name) in (select lower(unnest(mentions))))
		);
	foreach said in array mentions loop
		perform private.forget_words(found.network_id, said);
	end loop;
	delete from public.network_roles where network_id = found.network_id and user_id = found.user_id;
	delete from public.people where id = person;
	perform private.forget_person_in_changes(person, found.network_id, found.user_id, mentions);
end
$$;

-- The sign-in service keeps a log of its own, with addresses, and codes of sign-ins under way. Not every server
-- has them, and those that do keep the payload in types of their own: its text is searched, unwrapped where one
-- document stands in another.
create function private.forget_sign_ins(account uuid, address text) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
	if to_regclass('auth.audit_log_entries') is not null then
		execute $sql$
			delete from auth.audit_log_entries
			where strpos(payload::text, $1) > 0
				or strpos(lower(replace(payload::text, '\"', '"')), lower('"' || $2 || '"')) > 0
		$sql$ using account::text, address;
	end if;
	if to_regclass('auth.flow_state') is not null then
		execute 'delete from auth.flow_state where user_id = $1' using account;
	end if;
end
$$;

-- Forgets an account and every record of the person behind it.
create function private.forget_account(account uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	address text := private.verified_address(account);
	record uuid;
begin
	for record in select id from public.people where user_id = account loop
		perform public.erase_person(record);
	end loop;
	perform private.begin_change('erase');
	delete from public.invitations where lower(email) = lower(address);
	delete from public.mails where lower(recipient) = lower(address);
	update public.join_requests set contact_name = null, contact_email = null, message = null
	where lower(contact_email) = lower(address);
	update public.replies set signed_as = null, author_id = null where author_id = account;
	update public.suggestions set message = null, proposer_id = null where proposer_id = account;
	update public.research_downloads set purpose = null, user_id = null where user_id = account;
	perform private.forget_sign_ins(account, address);
	-- Roles, ratings, views, invitations sent and the profile go with the account.
	delete from auth.users where id = account;
	perform private.forget_account_in_changes(account, address);
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

revoke execute on function public.erase_person(uuid), public.erase_my_account(), public.erase_account(uuid) from public;
grant execute on function public.erase_my_account() to authenticated;
grant execute on function public.erase_person(uuid) to authenticated, service_role;
grant execute on function public.erase_account(uuid) to service_role;

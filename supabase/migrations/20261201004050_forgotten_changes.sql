-- How a person is taken out of the ledger. What happened stays, by and about an erased person.
--
-- Access: nobody calls these; erase_person() and erase_my_account() do, after everything else, so that what they
-- themselves wrote is reached too.

-- A document without the values that are said, whole.
create function private.without_values(document jsonb, said text[]) returns jsonb
language sql immutable
set search_path = ''
as $$
	select coalesce(
		jsonb_object_agg(key, value) filter (where value = 'null' or lower(value #>> '{}') <> all (said)), '{}'
	)
	from jsonb_each(document)
$$;

-- Takes a person's record in one network out: its own part, and what they were called in others'.
create function private.forget_person_in_changes(person uuid, network uuid, account uuid, mentions text[]) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	said text;
	-- Shorter ones are values of too much else.
	whole constant text[] := array(select lower(mention) from unnest(mentions) mention where length(mention) >= 5);
begin
	delete from private.change_rows_apart
	where row_id in (select id from public.change_rows where persons @> array[person]);
	update private.change_rows_apart apart
	set before = private.without_values(apart.before, whole), after = private.without_values(apart.after, whole)
	from public.change_rows noted
	where noted.id = apart.row_id and noted.networks @> array[network];
	foreach said in array mentions loop
		update private.change_rows_apart apart
		set before = private.document_without(apart.before, said), after = private.document_without(apart.after, said)
		from public.change_rows noted
		where noted.id = apart.row_id and noted.networks @> array[network]
			and (private.is_said_in(apart.before, said) or private.is_said_in(apart.after, said));
		update public.change_rows
		set before = private.document_without(before, said), after = private.document_without(after, said),
			row_key = private.document_without(row_key, said)
		where networks @> array[network]
			and (private.is_said_in(before, said) or private.is_said_in(after, said) or private.is_said_in(row_key, said));
		update public.changes set reason = private.without(reason, said)
		where private.without(reason, said) <> reason
			and (
				network_id = network
				or exists (select from public.change_rows where change_id = changes.id and networks @> array[network])
			);
	end loop;
	update public.changes set actor_id = null, actor_erased = true
	where actor_id = account
		and (
			network_id = network
			or exists (select from public.change_rows where change_id = changes.id and networks @> array[network])
		);
end
$$;

-- Takes an account out, wherever it wrote or was written of.
create function private.forget_account_in_changes(account uuid, address text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	said constant text[] := array_remove(array[account::text, lower(address)], null);
begin
	-- What is theirs as a whole: a claim, a role, a reply, an invitation, a request.
	delete from private.change_rows_apart
	where exists (
		select from unnest(array[before, after]) part, unnest('{user_id,author_id,proposer_id,email,contact_email}'::text[]) name
		where lower(part ->> name) = any (said)
	);
	-- What others wrote and they stated, confirmed or decided.
	update private.change_rows_apart
	set before = private.without_values(before, said), after = private.without_values(after, said)
	where strpos(concat(before, after), account::text) > 0;
	update public.changes set reason = null where actor_id = account;
	update public.changes set actor_id = null, actor_erased = true where actor_id = account;
end
$$;

revoke execute on all functions in schema private from public;

-- How a person is taken out of what others wrote: their address, once verified, and what their network called them;
-- never what they call themselves, since a record named "e" would take every paper of the network along.
--
-- Access: nobody calls these; erase_person() and erase_my_account() do.

-- Address of an account; null while nobody has shown that it is theirs. Read as a whole row, because not every
-- server that signs people in keeps the day on which that happened.
create function private.verified_address(account uuid) returns text
language sql stable security definer
set search_path = ''
as $$
	select email from auth.users
	where id = account
		and (to_jsonb(users) ->> 'email_confirmed_at' is not null or not to_jsonb(users) ? 'email_confirmed_at')
$$;

-- Words without a name or address that must be forgotten, whatever its case, where it stands as words of its own.
-- Less than five letters are part of too much else. The mark is never longer than what it replaces.
create function private.without(words text, forgotten text) returns text
language sql immutable
set search_path = ''
as $$
	select case
		when words is null or length(forgotten) < 5 or strpos(lower(words), lower(forgotten)) = 0 then words
		else regexp_replace(
			words,
			'(?<![[:alnum:]])' || regexp_replace(forgotten, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])',
			case when length(forgotten) < 8 then '[…]' else '[erased]' end,
			'gi'
		)
	end
$$;

-- The same for every name and value in a document: a file without a heading has its first record as names.
create function private.document_without(document jsonb, forgotten text) returns jsonb
language plpgsql immutable
set search_path = ''
as $$
declare
	words text := document #>> '{}';
begin
	case jsonb_typeof(document)
		when 'object' then
			return (
				select coalesce(jsonb_object_agg(private.without(key, forgotten), private.document_without(value, forgotten)), '{}')
				from jsonb_each(document)
			);
		when 'array' then
			return (
				select coalesce(jsonb_agg(private.document_without(value, forgotten) order by place), '[]')
				from jsonb_array_elements(document) with ordinality as element (value, place)
			);
		when 'null' then
			return document;
		else
			return case
				when private.without(words, forgotten) = words then document
				else to_jsonb(private.without(words, forgotten))
			end;
	end case;
end
$$;

create function private.is_said_in(document jsonb, forgotten text) returns boolean
language sql immutable
set search_path = ''
as $$
	select length(forgotten) >= 5
		and strpos(lower(document::text), lower(substr(to_jsonb(forgotten)::text, 2, length(to_jsonb(forgotten)::text) - 2))) > 0
$$;

-- Takes words out of a network's own papers. What they stand in stays.
create function private.forget_words(network uuid, forgotten text) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
	update public.import_rows imported
	set content = private.document_without(imported.content, forgotten),
		message = private.without(imported.message, forgotten)
	from public.import_batches batch
	where batch.id = imported.batch_id and batch.network_id = network
		and (
			private.is_said_in(imported.content, forgotten)
			or private.without(imported.message, forgotten) <> imported.message
		);
	update public.import_batches
	set file_name = private.without(file_name, forgotten), mapping = private.document_without(mapping, forgotten)
	where network_id = network
		and (private.without(file_name, forgotten) <> file_name or private.is_said_in(mapping, forgotten));
	update public.join_requests set message = private.without(message, forgotten)
	where network_id = network and private.without(message, forgotten) <> message;
	update public.groups
	set name = private.without(name, forgotten), summary = private.without(summary, forgotten)
	where network_id = network
		and (private.without(name, forgotten) <> name or private.without(summary, forgotten) <> summary);
	update public.associations set note = private.without(note, forgotten)
	where network_id = network and private.without(note, forgotten) <> note;
	update public.membership_notes noted
	set note = private.without(noted.note, forgotten), status_reason = private.without(noted.status_reason, forgotten)
	from public.memberships membership
	where membership.id = noted.membership_id and membership.network_id = network;
	update public.introductions
	set reason = private.without(reason, forgotten), note = private.without(note, forgotten),
		outcome = private.without(outcome, forgotten)
	where network_id = network;
	update public.suggestions
	set patch = private.document_without(patch, forgotten), message = private.without(message, forgotten),
		reason = private.without(reason, forgotten)
	where (
			network_id = network
			or organisation_id in (select id from public.organisations where steward_network_id = network)
		)
		and (
			private.is_said_in(patch, forgotten)
			or private.without(message, forgotten) <> message
			or private.without(reason, forgotten) <> reason
		);
	update public.campaign_answers answer set answer = private.without(answer.answer, forgotten)
	from public.campaigns campaign
	where campaign.id = answer.campaign_id and campaign.network_id = network;
end
$$;

revoke execute on all functions in schema private from public;

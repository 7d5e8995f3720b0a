-- What is forgotten with a person: their address, once verified, and what their network called them; never what
-- they call themselves, since a record named "e" would take every paper of the network along.
--
-- Access: as before; the new table is read by nobody.

-- Kept as it changes, for a person who was renamed stands in older papers under the older name.
create table private.person_mentions (
	person_id uuid not null references public.people (id) on delete cascade,
	said text not null,
	primary key (person_id, said)
);
insert into private.person_mentions
select distinct person.id, called.said
from public.people person, unnest(array[person.name, person.email, person.phone]) called (said)
where called.said is not null;

create function private.keep_mentions() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	-- Records restored from a backup of before this table have none: what stood there before the first change counts.
	if tg_op = 'UPDATE' then
		if not exists (select from private.person_mentions where person_id = new.id) then
			insert into private.person_mentions
			select distinct new.id, said from unnest(array[old.name, old.email, old.phone]) said where said is not null;
		end if;
	end if;
	if auth.uid() is null or new.network_id in (select private.my_networks('{coordinator}')) then
		insert into private.person_mentions
		select distinct new.id, said from unnest(array[new.name, new.email, new.phone]) said where said is not null
		on conflict do nothing;
	end if;
	return null;
end
$$;
create trigger keep_mentions after insert or update of name, email, phone on public.people
	for each row execute function private.keep_mentions();

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
create or replace function private.without(words text, forgotten text) returns text
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
		message = private.without(imported.message, forgotten),
		written = private.document_without(imported.written, forgotten)
	from public.import_batches batch
	where batch.id = imported.batch_id and batch.network_id = network
		and (
			private.is_said_in(imported.content, forgotten)
			or private.is_said_in(imported.written, forgotten)
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
	update public.memberships set note = private.without(note, forgotten)
	where network_id = network and private.without(note, forgotten) <> note;
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

-- Names of files and of groups may be those of persons, so the audit keeps neither, nor what it has of them. Its
-- guard is set aside for this one time, by its owner.
drop trigger record_audit on public.import_batches;
create trigger record_audit after insert or update or delete on public.import_batches
	for each row execute function private.record_audit('id', 'id,network_id,applied_at,undone_at');
drop trigger record_audit on public.groups;
create trigger record_audit after insert or update or delete on public.groups
	for each row execute function private.record_audit('id', 'id,network_id,area_code');
alter table public.audit_events disable trigger keep_audit;
update public.audit_events
set before = before - '{file_name,mapping,name,summary}'::text[], after = after - '{file_name,mapping,name,summary}'::text[]
where table_name in ('import_batches', 'groups');
alter table public.audit_events enable trigger keep_audit;

create or replace function public.erase_person(person uuid) returns void
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

	select array_agg(mention.said) into mentions from private.person_mentions mention where mention.person_id = person;
	mentions := array_remove(
		coalesce(mentions, array[found.name, found.email, found.phone]) || private.verified_address(found.user_id), null
	);
	delete from public.invitations
	where network_id = found.network_id and lower(email) in (select lower(unnest(mentions)));
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
	update public.audit_events set actor_id = null, actor_erased = true
	where actor_id = found.user_id and network_id = found.network_id;
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

create or replace function private.forget_account(account uuid) returns void
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
	delete from public.invitations where lower(email) = lower(address);
	update public.join_requests set contact_name = null, contact_email = null, message = null
	where lower(contact_email) = lower(address);
	update public.replies set signed_as = null, author_id = null where author_id = account;
	update public.suggestions set message = null, proposer_id = null where proposer_id = account;
	update public.research_downloads set purpose = null, user_id = null where user_id = account;
	update public.audit_events set actor_id = null, actor_erased = true where actor_id = account;
	perform private.forget_sign_ins(account, address);
	-- Roles, ratings, views, invitations sent and the profile go with the account.
	delete from auth.users where id = account;
	update public.audit_events set actor_id = null, actor_erased = true where actor_id = account;
end
$$;

revoke execute on function
	private.keep_mentions(), private.verified_address(uuid), private.without(text, text),
	private.document_without(jsonb, text), private.is_said_in(jsonb, text), private.forget_words(uuid, text),
	private.forget_sign_ins(uuid, text), private.forget_account(uuid)
from public;

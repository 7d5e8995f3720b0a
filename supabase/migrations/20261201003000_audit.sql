-- Who changed what, when: written by trigger, append-only for everyone, without personal columns.
--
-- Access: coordinators read events of their network, administrators all. Nobody writes. The one permitted
-- change is to forget the actor when a person is erased. Changes made by SQL outside a request (seed, restore)
-- are not events: they have their own records.

create table public.audit_events (
	id bigint generated always as identity primary key,
	happened_at timestamptz not null default now(),
	-- No reference to the account: the event outlives it.
	actor_id uuid,
	actor_erased boolean not null default false,
	verb text not null check (verb in ('insert', 'update', 'delete')),
	table_name text not null,
	row_key text not null,
	network_id uuid,
	before jsonb,
	after jsonb
);
create index audit_events_network_idx on public.audit_events (network_id, happened_at);
create index audit_events_row_idx on public.audit_events (table_name, row_key);
create index audit_events_actor_idx on public.audit_events (actor_id);

-- Arguments: 'key=<columns>' names the row, 'keep=<columns>' (optional) keeps only these columns in before and
-- after; accounts of persons, hashes of tokens and notes (which may name somebody) are never kept.
--
-- The average moves in the request of whoever rated. An event of it would tell coordinators who that was, and the
-- averages before and after what the score was.
create function private.record_audit() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	counted constant text[] := '{rating_average,rating_count}';
	hidden constant text[] := counted || '{user_id,author_id,proposer_id,reviewer_id,owner_id,stated_by,confirmed_by,created_by,merged_by,recorded_by,invited_by,token_hash,unsubscribe_hash,note}'::text[];
	key_columns text[] := string_to_array(tg_argv[0], ',');
	kept text[] := string_to_array(tg_argv[1], ',');
	old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
	new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
	any_row jsonb := coalesce(new_row, old_row);
	was jsonb;
	is_now jsonb;
begin
	if not private.is_request()
		or (tg_op = 'UPDATE' and old_row - counted - 'updated_at' = new_row - counted - 'updated_at') then
		return null;
	end if;
	select jsonb_object_agg(key, value) into was from jsonb_each(old_row)
	where key <> all (hidden) and (kept is null or key = any (kept));
	select jsonb_object_agg(key, value) into is_now from jsonb_each(new_row)
	where key <> all (hidden) and (kept is null or key = any (kept));
	insert into public.audit_events (actor_id, verb, table_name, row_key, network_id, before, after)
	values (
		auth.uid(),
		lower(tg_op),
		tg_table_name,
		(select string_agg(any_row ->> name, ' ' order by place)
			from unnest(key_columns) with ordinality as k (name, place)),
		coalesce(any_row ->> 'network_id', any_row ->> 'steward_network_id')::uuid,
		was,
		is_now
	);
	return null;
end
$$;

create function private.keep_audit() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if tg_op = 'UPDATE'
		and new.actor_id is null and new.actor_erased
		and to_jsonb(new) - 'actor_id' - 'actor_erased' = to_jsonb(old) - 'actor_id' - 'actor_erased' then
		return new;
	end if;
	raise exception 'Audit events are never changed or removed.' using errcode = '42501';
end
$$;

create trigger keep_audit before update or delete on public.audit_events
	for each row execute function private.keep_audit();
create trigger keep_all_audit before truncate on public.audit_events
	for each statement execute function private.keep_audit();

-- Tables of facts keep whole rows; tables about persons keep only what is not personal.
do $$
declare
	audited record;
begin
	for audited in
		select * from (values
			('networks', 'id', null), ('network_roles', 'network_id,user_id,role', 'network_id,role'),
			('site_administrators', 'user_id', ''), ('settings', 'key', null),
			('organisations', 'id', null), ('organisation_editors', 'organisation_id,user_id', 'organisation_id,status'),
			('organisation_identifiers', 'scheme,value', null), ('organisation_names', 'id', null),
			('organisation_interests', 'organisation_id,label', null),
			('organisation_successions', 'predecessor_id,successor_id', null),
			('frameworks', 'id', null), ('characteristics', 'id', null), ('practices', 'id', null),
			('practice_characteristics', 'practice_id,characteristic_id', null),
			('adoptions', 'id', null), ('adoption_stages', 'id', null), ('adoption_gaps', 'organisation_id,practice_id', null), ('ties', 'id', null),
			('associations', 'id', null), ('memberships', 'id', null),
			('membership_tiers', 'membership_id', null), ('membership_notes', 'membership_id', 'membership_id'),
			('learning_links', 'id', null), ('learning_link_practices', 'link_id,practice_id', null),
			('learning_link_characteristics', 'link_id,characteristic_id', null),
			('learning_link_organisations', 'link_id,organisation_id,role', null),
			('replies', 'id', 'id,link_id,status'),
			('people', 'id', 'id,network_id'), ('affiliations', 'id', 'id,organisation_id'),
			('groups', 'id', 'id,network_id,area_code'), ('group_memberships', 'id', 'id,group_id'),
			('consents', 'id', 'id,field,visibility,text_version,withdrawn_at'), ('adoption_contacts', 'adoption_id,person_id', 'adoption_id'),
			('invitations', 'id', 'id,network_id,role,organisation_id'), ('join_requests', 'id', 'id,network_id,status'),
			('suggestions', 'id', 'id,table_name,row_id,organisation_id,network_id,status'),
			('confirmations', 'id', null), ('introductions', 'id', 'id,network_id,organisation_a_id,organisation_b_id,state'),
			('import_batches', 'id', 'id,network_id,applied_at,undone_at'), ('merges', 'id', 'id,survivor_id,merged_id,undone_at'),
			('not_duplicates', 'organisation_a_id,organisation_b_id', null),
			('campaigns', 'id', null), ('campaign_answers', 'campaign_id,organisation_id', 'campaign_id,organisation_id'),
			('research_downloads', 'id', 'id,network_id,terms_version,content')
		) as list (name, row_key, kept)
	loop
		execute format(
			'create trigger record_audit after insert or update or delete on public.%I
				for each row execute function private.record_audit(%L%s)',
			audited.name, audited.row_key, coalesce(', ' || quote_literal(audited.kept), '')
		);
	end loop;
end
$$;

revoke execute on all functions in schema private from public;

alter table public.audit_events enable row level security;
revoke all on public.audit_events from anon, authenticated, service_role;
grant select on public.audit_events to authenticated, service_role;

create policy "coordinators read events of their network, administrators all" on public.audit_events
	for select to authenticated
	using (
		network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator())
	);

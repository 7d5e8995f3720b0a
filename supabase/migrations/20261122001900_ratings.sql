-- Nobody learns from the audit how somebody rated, and a rating that is sent again changes nothing.
--
-- Access: as before.

-- The average moves in the request of whoever rated. An event of it would tell coordinators who that was, and the
-- averages before and after what the score was.
create or replace function private.record_audit() returns trigger
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

create or replace function private.count_ratings() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	changed uuid := coalesce(new.link_id, old.link_id);
begin
	if tg_op = 'UPDATE' then
		if new.score = old.score then
			return null;
		end if;
	end if;
	update public.learning_links link
	set rating_average = given.average, rating_count = given.count
	from (
		select round(avg(score), 2) as average, count(*)::integer as count
		from public.ratings where link_id = changed
	) given
	where link.id = changed
		and (link.rating_average, link.rating_count) is distinct from (given.average, given.count);
	return null;
end
$$;
revoke execute on function private.record_audit(), private.count_ratings() from public;

-- What was recorded before this: events of nothing but a rating go, the others lose the average and the count.
-- The guard of the audit is set aside for this one time, by its owner.
alter table public.audit_events disable trigger keep_audit;
delete from public.audit_events
where table_name = 'learning_links' and verb = 'update'
	and before - '{rating_average,rating_count,updated_at}'::text[]
		= after - '{rating_average,rating_count,updated_at}'::text[];
update public.audit_events
set before = before - '{rating_average,rating_count}'::text[], after = after - '{rating_average,rating_count}'::text[]
where table_name = 'learning_links';
alter table public.audit_events enable trigger keep_audit;

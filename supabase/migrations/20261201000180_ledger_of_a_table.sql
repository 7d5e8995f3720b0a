-- What a table says once of itself: keep_changes() records its rows in the ledger, count_revisions() counts how often
-- they were changed.
--
-- Access: migrations call these.

-- What the ledger keeps of a table. Accounts of persons go apart. `shown` names the columns of a table about persons
-- that do not: all others go apart. `within` records rows only where a function has begun a change (a merge that moves
-- a saved view), because what people keep for themselves is no business of others.
create function private.keep_changes(
	of_table regclass, shown text[] default null, within boolean default false
) returns void
language plpgsql
set search_path = ''
as $$
declare
	accounts constant text[] := '{user_id,author_id,proposer_id,reviewer_id,owner_id,stated_by,confirmed_by,created_by,recorded_by,invited_by}';
	secrets constant text[] := '{note,status_reason,token_hash,unsubscribe_hash}';
	-- Counted or computed by the database.
	derived constant text[] := '{rating_average,rating_count,updated_at}';
	concerned constant text[] := '{organisations,practices,learning_links,networks,people,adoptions,memberships,frameworks,groups,campaigns}';
	all_columns text[];
	key_columns text[];
	apart text[];
	never text[];
	points jsonb;
	verb text;
begin
	select
		array_agg(a.attname::text),
		array_agg(a.attname::text) filter (where a.attname = any (secrets || derived) or a.attgenerated <> ''),
		array_agg(a.attname::text) filter (
			where a.attname = any (accounts)
				or (shown is not null and a.attname <> all (shown || secrets || derived || 'revision'::text) and a.attgenerated = '')
		)
	into all_columns, never, apart
	from pg_catalog.pg_attribute a
	where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped;

	select array_agg(a.attname::text order by array_position(k.conkey, a.attnum)) into key_columns
	from pg_catalog.pg_constraint k
	join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
	where k.conrelid = of_table and k.contype = 'p';

	select coalesce(jsonb_object_agg(pointed.name, pointed.columns), '{}') into points
	from (
		select found.name, jsonb_agg(found.column) as columns
		from (
			select parent.relname as name, a.attname as column
			from pg_catalog.pg_constraint k
			join pg_catalog.pg_class parent on parent.oid = k.confrelid
				and parent.relnamespace = 'public'::regnamespace and parent.relname = any (concerned)
			join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
			where k.conrelid = of_table and k.contype = 'f'
			union
			select own.relname, 'id' from pg_catalog.pg_class own
			where own.oid = of_table and own.relname in ('organisations', 'practices', 'learning_links', 'networks', 'people')
		) found
		group by found.name
	) pointed;

	foreach verb in array '{insert,update,delete}'::text[] loop
		execute format(
			'create or replace trigger record_%s after %s on %s referencing %s
				for each statement execute function private.record_change(%L, %L, %L, %L, %L)',
			verb, verb, of_table,
			case verb
				when 'insert' then 'new table as after_rows'
				when 'delete' then 'old table as before_rows'
				else 'old table as before_rows new table as after_rows'
			end,
			key_columns, coalesce(apart, '{}'), coalesce(never, '{}'), points, case when within then 'within' else 'always' end
		);
	end loop;
end
$$;

-- A form sends the revision that it showed, so that of two who save at once the second is told.
create function private.raise_revision() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	passing constant text[] := '{rating_average,rating_count,updated_at,revision}';
begin
	new.revision := old.revision
		+ case when to_jsonb(new) - passing - tg_argv[0]::text[] is distinct from to_jsonb(old) - passing - tg_argv[0]::text[] then 1 else 0 end;
	return new;
end
$$;

create function private.count_revisions(of_table regclass) returns void
language plpgsql
set search_path = ''
as $$
begin
	-- What is computed is not there yet when this trigger runs, and never changes alone. Its name comes last.
	execute format(
		'create or replace trigger raise_revision before update on %s
			for each row execute function private.raise_revision(%L)',
		of_table,
		coalesce(
			(
				select array_agg(attname::text) from pg_catalog.pg_attribute
				where attrelid = of_table and attgenerated <> '' and not attisdropped
			),
			'{}'
		)
	);
end
$$;

revoke execute on all functions in schema private from public;

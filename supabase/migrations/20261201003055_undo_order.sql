-- What decides in which order the rows of a change come back: what has to be there before them, and what need not come
-- back at all.
--
-- Access: undo_change() calls these.

-- Rows that a change both made and took away: there is nothing to put back of them.
create function private.passing_rows(ids bigint[]) returns bigint[]
language sql stable
set search_path = ''
as $$
	select coalesce(array_agg(noted.id), '{}')
	from public.change_rows noted
	join (
		select table_name, row_mark from public.change_rows
		where id = any (ids)
		group by table_name, row_mark
		having (array_agg(verb order by id))[1] = 'insert' and (array_agg(verb order by id desc))[1] = 'delete'
	) passed using (table_name, row_mark)
	where noted.id = any (ids)
$$;

-- Rows that belong to something which is no longer there: each with what that was.
create function private.missing_parents(of_table regclass, ids bigint[])
returns table (id bigint, gone_table text, gone_key jsonb)
language plpgsql stable
set search_path = ''
as $$
declare
	reference record;
begin
	for reference in
		select parent.oid::regclass as parent, parent.relname, own.attname as own_column, theirs.attname as their_column
		from pg_catalog.pg_constraint k
		join pg_catalog.pg_class parent on parent.oid = k.confrelid and parent.relnamespace = 'public'::regnamespace
		join pg_catalog.pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
		join pg_catalog.pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
		where k.contype = 'f' and k.conrelid = of_table and cardinality(k.conkey) = 1
	loop
		return query execute format(
			$sql$
				select recorded.id, %1$L::text, jsonb_build_object(%4$L, recorded.before -> %3$L)
				from private.recorded_rows($1) recorded
				where recorded.before ->> %3$L is not null
					and not exists (select from %2$s t where t.%4$I::text = recorded.before ->> %3$L)
			$sql$,
			reference.relname, reference.parent, reference.own_column, reference.their_column
		) using ids;
	end loop;
end
$$;

-- Rows whose parent is gone, with who took that away and when.
create function private.described_orphans(of_table regclass, ids bigint[], apart_from uuid[]) returns jsonb
language sql stable
set search_path = ''
as $$
	select coalesce(jsonb_agg(
		jsonb_build_object(
			'table', noted.table_name, 'key', noted.row_key,
			'gone', jsonb_build_object('table', missing.gone_table, 'key', missing.gone_key)
		) || coalesce(
			private.last_touch(missing.gone_table, private.row_mark(missing.gone_table, missing.gone_key), apart_from), '{}'
		)
		order by noted.id
	), '[]')
	from private.missing_parents(of_table, ids) missing
	join public.change_rows noted on noted.id = missing.id
$$;

revoke execute on all functions in schema private from public;

-- Undoing a change.
--
-- Access: whoever reads a change may ask; every row is put back only as far as they could write it themselves. A merge
-- is undone by those who could have merged.

create function private.described(row_ids bigint[], details jsonb default '{}') returns jsonb
language sql stable
set search_path = ''
as $$
	select coalesce(jsonb_agg(
		jsonb_build_object('table', noted.table_name, 'key', noted.row_key) || details order by noted.id
	), '[]')
	from public.change_rows noted where noted.id = any (row_ids)
$$;

-- The last who wrote a row, apart from some changes; null where nobody did over the API.
create function private.last_touch(of_table text, mark text, apart_from uuid[]) returns jsonb
language sql stable
set search_path = ''
as $$
	select jsonb_build_object(
		'change', touching.id, 'kind', touching.kind, 'at', touching.happened_at, 'actor', touching.actor_id,
		'who', (select display_name from public.profiles where user_id = touching.actor_id)
	)
	from public.change_rows noted
	join public.changes touching on touching.id = noted.change_id
	where noted.table_name = of_table and noted.row_mark = mark and touching.id <> all (apart_from)
	order by noted.id desc limit 1
$$;

-- Rows that were changed since, with who and when, and what hangs on each.
create function private.described_since(row_ids bigint[], apart_from uuid[], of_table regclass, verb public.change_verb)
returns jsonb
language sql stable
set search_path = ''
as $$
	select coalesce(jsonb_agg(
		jsonb_build_object('table', noted.table_name, 'key', noted.row_key)
			|| case
				when hangs.hangs_table is null then '{}'::jsonb
				else jsonb_build_object('hangs', jsonb_build_object('table', hangs.hangs_table, 'key', hangs.hangs_key))
			end
			|| coalesce(
				case when hangs.hangs_table is null then private.last_touch(noted.table_name, noted.row_mark, apart_from)
				else private.last_touch(hangs.hangs_table, private.row_mark(hangs.hangs_table, hangs.hangs_key), apart_from) end,
				'{}'
			)
		order by noted.id
	), '[]')
	from public.change_rows noted
	left join lateral (
		select * from private.hanging_rows(of_table, array[noted.id]) hanging
		where verb = 'insert' limit 1
	) hangs on true
	where noted.id = any (row_ids)
$$;

-- Rows that a later change, which stands, touched after this one.
create function private.overtaken_rows(ids bigint[], apart_from uuid[]) returns bigint[]
language sql stable
set search_path = ''
as $$
	select coalesce(array_agg(mine.id), '{}')
	from public.change_rows mine
	where mine.id = any (ids) and exists (
		select from public.change_rows later join public.changes touching on touching.id = later.change_id
		where later.table_name = mine.table_name and later.row_mark = mine.row_mark and later.id > mine.id
			and later.undone_by is null and touching.kind not in ('undo', 'erase')
			and touching.id <> all (apart_from)
	)
$$;

-- Rows that cannot be put back whatever happened since: those of a person who was erased, and those of which only the
-- text of a note was changed.
create function private.lost_rows(ids bigint[], verb public.change_verb) returns bigint[]
language sql stable
set search_path = ''
as $$
	select coalesce(array_agg(recorded.id), '{}')
	from private.recorded_rows(ids) recorded
	where case
		when recorded.is_emptied then verb = 'delete' or recorded.row_key = '{}'
		else verb = 'update' and recorded.before - 'revision'::text = recorded.after - 'revision'::text
	end
$$;

-- Whether the caller stewards every organisation that a merge put together.
create function private.stewards_merge(change uuid) returns boolean
language sql stable
set search_path = ''
as $$
	select private.is_administrator() or coalesce(bool_and(
		coalesce(noted.before, noted.after) ->> 'steward_network_id'
			in (select id::text from private.my_networks('{coordinator}') id)
	), false)
	from public.change_rows noted
	where noted.change_id = change and noted.table_name = 'organisations'
$$;

create function private.why_refused(code text, words text) returns text
language sql immutable
set search_path = ''
as $$
	select case
		when code in ('23505', '23P01') then 'Something else stands in its place now.'
		when code = '23503' then 'What it belongs to is no longer there.'
		when code = '23502' then 'A part of it is never kept, so it cannot be made again.'
		when code = '23514' then 'It would no longer be allowed.'
		else words
	end
$$;

create function private.others(ids bigint[], without bigint[]) returns bigint[]
language sql immutable
set search_path = ''
as $$ select array(select unnest(ids) except select unnest(without)) $$;

-- Puts the rows of one statement back at once; where that fails, one by one, so that it is known which do not go.
create function private.put_back_safely(
	of_table regclass, verb public.change_verb, ids bigint[], out put_back bigint[], out refused jsonb
)
language plpgsql
set search_path = ''
as $$
declare
	one bigint;
begin
	put_back := '{}';
	refused := '[]';
	begin
		perform private.put_back(of_table, verb, ids);
		put_back := ids;
	exception when others then
		if sqlstate !~ '^(23|42501|PT4)' then
			raise;
		end if;
		foreach one in array ids loop
			begin
				perform private.put_back(of_table, verb, array[one]);
				put_back := put_back || one;
			exception when others then
				if sqlstate !~ '^(23|42501|PT4)' then
					raise;
				end if;
				refused := refused || private.described(
					array[one], jsonb_build_object('reason', private.why_refused(sqlstate, sqlerrm))
				);
			end;
		end loop;
	end;
end
$$;

revoke execute on all functions in schema private from public;

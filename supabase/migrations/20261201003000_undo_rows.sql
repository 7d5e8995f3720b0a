-- Putting rows of the ledger back: what stands in the way of one, and how a statement's rows are written.
--
-- Access: only undo_change() calls these, with the rights of the owner; each row is tried against the policies of its
-- table, so that nobody writes by an undo what they could not write otherwise.

-- The condition under which the caller may write a row of a table, out of its own policies: there is no second
-- definition of it. `part` is qual for rows that are there, with_check for rows as they shall be.
create function private.policy_condition(of_table regclass, verb public.change_verb, part text) returns text
language sql stable
set search_path = ''
as $$
	select coalesce(string_agg(condition, ' or '), 'false')
	from (
		select '(' || pg_catalog.pg_get_expr(
			case part when 'qual' then policy.polqual else coalesce(policy.polwithcheck, policy.polqual) end, of_table
		) || ')' as condition
		from pg_catalog.pg_policy policy
		where policy.polrelid = of_table
			and policy.polpermissive and policy.polcmd::text in ('*', case verb when 'insert' then 'a' when 'update' then 'w' else 'd' end)
			and (0::oid = any (policy.polroles) or 'authenticated'::regrole = any (policy.polroles))
	) conditions
$$;

-- The key of a recorded row, column by column, for the row that goes by `alias`.
create function private.key_condition(of_table regclass, alias text) returns text
language sql stable
set search_path = ''
as $$
	select string_agg(
		format(
			'%I.%I = (recorded.whole_key ->> %L)::%s', alias, a.attname, a.attname, format_type(a.atttypid, a.atttypmod)
		),
		' and '
	)
	from pg_catalog.pg_constraint k
	join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
	where k.conrelid = of_table and k.contype = 'p'
$$;

-- A recorded row whole: with what is kept apart, as far as that was not emptied.
create function private.recorded_rows(ids bigint[])
returns table (id bigint, row_key jsonb, whole_key jsonb, before jsonb, after jsonb, columns text[], is_emptied boolean)
language sql stable
set search_path = ''
as $$
	select
		noted.id, noted.row_key,
		noted.row_key || coalesce(apart.before, '{}') || coalesce(apart.after, '{}'),
		noted.before || coalesce(apart.before, '{}'),
		noted.after || coalesce(apart.after, '{}'),
		noted.columns, noted.is_apart and apart.row_id is null
	from public.change_rows noted
	left join private.change_rows_apart apart on apart.row_id = noted.id
	where noted.id = any (ids)
$$;

-- Which of the rows of one statement are no longer as it left them.
create function private.changed_rows(of_table regclass, verb public.change_verb, ids bigint[]) returns bigint[]
language plpgsql stable
set search_path = ''
as $$
declare
	found bigint[];
begin
	execute format(
		$sql$
			select array_agg(recorded.id)
			from private.recorded_rows($1) recorded
			left join %s t on %s
			where case
				when $2 = 'delete' then to_jsonb(t) is not null
				else to_jsonb(t) is null or exists (
					select from jsonb_each(recorded.after - 'revision'::text) kept
					where to_jsonb(t) ? kept.key and to_jsonb(t) -> kept.key <> kept.value
				)
			end
		$sql$,
		of_table, private.key_condition(of_table, 't')
	) into found using ids, verb;
	return coalesce(found, '{}');
end
$$;

-- Rows that hang on what a statement made, and would go with it: each with the row that hangs on it.
create function private.hanging_rows(of_table regclass, ids bigint[])
returns table (id bigint, hangs_table text, hangs_key jsonb)
language plpgsql stable
set search_path = ''
as $$
declare
	reference record;
begin
	for reference in
		select
			k.conrelid::regclass as child, child_column.attname as child_column, parent_column.attname as parent_column,
			(
				select array_agg(a.attname::text) from pg_catalog.pg_constraint p
				join pg_catalog.pg_attribute a on a.attrelid = p.conrelid and a.attnum = any (p.conkey)
				where p.conrelid = k.conrelid and p.contype = 'p'
			) as child_key
		from pg_catalog.pg_constraint k
		join pg_catalog.pg_attribute child_column on child_column.attrelid = k.conrelid and child_column.attnum = k.conkey[1]
		join pg_catalog.pg_attribute parent_column on parent_column.attrelid = k.confrelid and parent_column.attnum = k.confkey[1]
		where k.contype = 'f' and k.confrelid = of_table and k.connamespace = 'public'::regnamespace
	loop
		return query execute format(
			$sql$
				select recorded.id, %L::text, private.pick(to_jsonb(t), $2)
				from private.recorded_rows($1) recorded
				join %s t on t.%I::text = recorded.after ->> %L
			$sql$,
			(select relname from pg_catalog.pg_class where oid = reference.child), reference.child,
			reference.child_column, reference.parent_column
		) using ids, reference.child_key;
	end loop;
end
$$;

-- Which of the rows of one statement the caller may not put back: neither write them as they are, nor as they were. Who
-- may delete a row may bring it back too, unless it was its own person who took it away.
create function private.forbidden_rows(of_table regclass, verb public.change_verb, ids bigint[], actor uuid) returns bigint[]
language plpgsql stable
set search_path = ''
as $$
declare
	-- Policies call the row by the name of its table.
	alias constant name := (select relname from pg_catalog.pg_class where oid = of_table);
	is_now constant text := format(
		'exists (select from %s as %I where %s and (%%s))', of_table, alias, private.key_condition(of_table, alias)
	);
	was constant text := format(
		'exists (select from jsonb_populate_record(null::%s, recorded.before) as %I where (%%s))', of_table, alias
	);
	found bigint[];
begin
	execute 'select array_agg(recorded.id) from private.recorded_rows($1) recorded where not (' || case verb
		when 'insert' then format(is_now, private.policy_condition(of_table, 'delete', 'qual'))
		when 'update' then
			format(is_now, private.policy_condition(of_table, 'update', 'qual'))
			|| ' and ' || format(was, private.policy_condition(of_table, 'update', 'with_check'))
		else
			format(was, private.policy_condition(of_table, 'insert', 'with_check'))
			|| ' or not exists (select from jsonb_each_text(recorded.before) field where field.value = $2::text) and '
			|| format(was, private.policy_condition(of_table, 'delete', 'qual'))
	end || ')' into found using ids, actor;
	return coalesce(found, '{}');
end
$$;

-- Writes rows of one statement back, as they were before it. What is never kept stays as it is now.
create function private.put_back(of_table regclass, verb public.change_verb, ids bigint[]) returns void
language plpgsql
set search_path = ''
as $$
declare
	written text[];
begin
	select array_agg(quote_ident(a.attname)) into written
	from pg_catalog.pg_attribute a
	where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		and case
			when verb = 'update' then exists (
				select from public.change_rows noted where noted.id = any (ids) and a.attname = any (noted.columns)
			) and a.attname <> 'revision'
			else exists (
				select from private.recorded_rows(ids) recorded where recorded.before ? a.attname
			)
		end;
	if verb = 'insert' then
		execute format(
			'delete from %s t using private.recorded_rows($1) recorded where %s', of_table, private.key_condition(of_table, 't')
		) using ids;
	elsif verb = 'delete' then
		-- A form that still shows what was deleted must not take what comes back for what it holds.
		execute format(
			$sql$
				insert into %s (%s)
				select %s from private.recorded_rows($1) recorded, lateral jsonb_populate_record(
					null::%s,
					recorded.before || jsonb_build_object('revision', (recorded.before ->> 'revision')::integer + 1)
				) r
			$sql$,
			of_table, array_to_string(written, ', '),
			(select string_agg('r.' || name, ', ') from unnest(written) name), of_table
		) using ids;
	else
		execute format(
			$sql$
				update %s t set (%s) = (select %s from jsonb_populate_record(t, recorded.before) r)
				from private.recorded_rows($1) recorded where %s
			$sql$,
			of_table, array_to_string(written, ', '),
			(select string_agg('r.' || name, ', ') from unnest(written) name), private.key_condition(of_table, 't')
		) using ids;
	end if;
end
$$;

revoke execute on all functions in schema private from public;

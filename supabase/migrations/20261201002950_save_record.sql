-- save_record(): what a form of one row sends, saved if nobody saved that row since the form was opened.
--
-- Access: anyone signed in calls it, with their own rights: policies and column grants of the table decide, and nothing
-- here adds to them.

-- A reason makes the change; without one the triggers make it of whatever is written.
create function private.begin_edit(reason text) returns void
language sql security definer
set search_path = ''
as $$ select private.begin_change('edit', null, reason) $$;

-- Columns of a table that its forms may change, or fill in a new row: those that signed-in people were granted.
create function private.editable_columns(of_table regclass, verb text)
returns table (name text, category "char", shown_type text)
language sql stable
set search_path = ''
as $$
	select a.attname::text, t.typcategory, pg_catalog.format_type(a.atttypid, null)
	from pg_catalog.pg_attribute a
	join pg_catalog.pg_type t on t.oid = a.atttypid
	where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		and pg_catalog.has_column_privilege('authenticated', of_table, a.attnum, verb)
$$;

-- Raises invalid, with its field, for what is no column to change or not of its type.
create function private.check_patch(of_table regclass, patch jsonb, verb text) returns void
language plpgsql stable
set search_path = ''
as $$
declare
	entered record;
begin
	if pg_catalog.jsonb_typeof(patch) is distinct from 'object' then
		perform private.raise_invalid('', 'What was sent is not a record.');
	end if;
	for entered in
		select given.key as field, given.value, editable.category, editable.shown_type
		from pg_catalog.jsonb_each(patch) given
		left join private.editable_columns(of_table, verb) editable on editable.name = given.key
		order by given.key
	loop
		if entered.shown_type is null then
			perform private.raise_invalid(entered.field, 'This cannot be changed here.');
		end if;
		continue when entered.value = 'null';
		if pg_catalog.jsonb_typeof(entered.value) <> (
			case entered.category when 'B' then 'boolean' when 'N' then 'number' when 'A' then 'array' else 'string' end
		) then
			perform private.raise_invalid(entered.field, 'This is not of the kind that is asked for.');
		end if;
		begin
			execute pg_catalog.format('select ($1 #>> ''{}'')::%s', entered.shown_type) using entered.value;
		exception when data_exception or invalid_text_representation then
			perform private.raise_invalid(entered.field, 'This is not of the kind that is asked for.');
		end;
	end loop;
end
$$;

-- Column of a patch that a constraint is about; empty where it is about several.
create function private.constrained_field(of_table regclass, constraint_name text, column_name text, patch jsonb)
returns text
language sql stable
set search_path = ''
as $$
	select coalesce(nullif(column_name, ''), (
		select min(a.attname) from pg_catalog.pg_constraint k
		join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
		where k.conrelid = of_table and k.conname = constraint_name and patch ? a.attname::text
		having count(*) = 1
	)::text, '')
$$;

-- `key` is the row's public key or its id, `seen` the revision that the form showed. Answers the new revision.
create function public.save_record(record text, key text, seen integer, patch jsonb, reason text default null)
returns integer
language plpgsql
set search_path = ''
as $$
declare
	saved constant text[] := '{organisations,practices,learning_links,adoptions,adoption_stages,ties,associations,
		memberships,networks,frameworks,characteristics,milestones}';
	of_table regclass;
	of_row uuid;
	stands integer;
	columns text;
	differs boolean;
	said_constraint text;
	said_column text;
begin
	if record is null or record <> all (saved) then
		perform private.raise_condition('missing', 'There is no such kind of record.');
	end if;
	of_table := pg_catalog.format('public.%I', record)::regclass;
	execute pg_catalog.format('select id, revision from %s where key = $1 or id::text = $1', of_table)
		into of_row, stands using key;
	if of_row is null then
		perform private.raise_condition('missing', 'This record is no longer there, or it is not yours to see.');
	end if;
	perform private.check_patch(of_table, patch, 'UPDATE');
	if length(reason) > 2000 then
		perform private.raise_invalid('reason', 'Use at most 2000 characters.');
	end if;
	select string_agg(quote_ident(given), ', ') into columns from pg_catalog.jsonb_object_keys(patch) given;
	if stands is distinct from seen then
		perform private.raise_condition(
			'conflict', 'Somebody else saved this record meanwhile.', jsonb_build_object('revision', stands)
		);
	elsif columns is null then
		return stands;
	end if;
	execute pg_catalog.format(
		'select row(%s) is distinct from row(%s) from %s t, pg_catalog.jsonb_populate_record(null::%s, $1) r where t.id = $2',
		(select string_agg('t.' || quote_ident(given), ', ') from pg_catalog.jsonb_object_keys(patch) given),
		(select string_agg('r.' || quote_ident(given), ', ') from pg_catalog.jsonb_object_keys(patch) given),
		of_table, of_table
	) into differs using patch, of_row;
	begin
		-- What changes nothing is no change, so that a reason alone leaves nothing behind; its right is still asked for.
		if differs and nullif(trim(reason), '') is not null then
			perform private.begin_edit(reason);
		end if;
		execute pg_catalog.format(
			'update %s set (%s) = (select %s from pg_catalog.jsonb_populate_record(null::%s, $1) r)
			where id = $2 and revision = $3 returning revision',
			of_table, columns,
			(select string_agg('r.' || quote_ident(given), ', ') from pg_catalog.jsonb_object_keys(patch) given), of_table
		) into stands using patch, of_row, seen;
	exception
		when insufficient_privilege then
			perform private.raise_condition('refused', 'This record is not yours to change.');
		when unique_violation or exclusion_violation then
			get stacked diagnostics said_constraint = constraint_name;
			perform private.raise_invalid(
				private.constrained_field(of_table, said_constraint, '', patch), 'Something else stands in its place already.'
			);
		when integrity_constraint_violation then
			get stacked diagnostics said_constraint = constraint_name, said_column = column_name;
			perform private.raise_invalid(
				private.constrained_field(of_table, said_constraint, said_column, patch),
				'This cannot be recorded: it is missing, too long, of the wrong form, or does not fit with the rest.'
			);
	end;
	if stands is null then
		execute pg_catalog.format('select revision from %s where id = $1', of_table) into stands using of_row;
		if stands is null then
			perform private.raise_condition('missing', 'This record is no longer there, or it is not yours to see.');
		elsif stands <> seen then
			perform private.raise_condition(
				'conflict', 'Somebody else saved this record meanwhile.', jsonb_build_object('revision', stands)
			);
		end if;
		perform private.raise_condition('refused', 'This record is not yours to change.');
	end if;
	return stands;
end
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.begin_edit(text), private.editable_columns(regclass, text), private.check_patch(regclass, jsonb, text),
	private.constrained_field(regclass, text, text, jsonb)
to authenticated;
revoke execute on function public.save_record(text, text, integer, jsonb, text) from public;
grant execute on function public.save_record(text, text, integer, jsonb, text) to authenticated;

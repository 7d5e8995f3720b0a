-- How rows come into the ledger: keep_changes() is called once for each table, in the migration of the table.
--
-- Access: nobody calls these; triggers do.

create function private.pick(document jsonb, names text[]) returns jsonb
language sql immutable
set search_path = ''
as $$
	select jsonb_object_agg(name, document -> name) from unnest(names) name where document ? name
$$;

create function private.row_mark(of_table text, whole_key jsonb) returns text
language sql immutable
set search_path = ''
as $$ select md5(of_table || whole_key::text) $$;

-- Rows that columns of a row point at, before and after.
create function private.ids(before jsonb, after jsonb, names jsonb) returns uuid[]
language sql immutable
set search_path = ''
as $$
	select coalesce(array_agg(distinct pointed.id::uuid), '{}')
	from jsonb_array_elements_text(names) of_column (name),
		unnest(array[before ->> of_column.name, after ->> of_column.name]) pointed (id)
	where pointed.id is not null
$$;

create function private.union_of(variadic lists uuid[]) returns uuid[]
language sql immutable
set search_path = ''
as $$ select coalesce(array_agg(distinct id), '{}') from unnest(lists) id where id is not null $$;

-- What a row concerns, by the columns that point at each table (see keep_changes).
create function private.concern_of(
	before jsonb, after jsonb, points jsonb,
	out organisations uuid[], out practices uuid[], out links uuid[], out networks uuid[], out persons uuid[]
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
	more uuid[];
	others uuid[];
begin
	organisations := private.ids(before, after, points -> 'organisations');
	practices := private.ids(before, after, points -> 'practices');
	links := private.ids(before, after, points -> 'learning_links');
	networks := private.ids(before, after, points -> 'networks');
	persons := private.ids(before, after, points -> 'people');
	if points ? 'adoptions' then
		select array_agg(organisation_id), array_agg(practice_id) into more, others
		from public.adoptions where id = any (private.ids(before, after, points -> 'adoptions'));
		organisations := organisations || more;
		practices := practices || others;
	end if;
	if points ? 'memberships' then
		select array_agg(organisation_id), array_agg(network_id) into more, others
		from public.memberships where id = any (private.ids(before, after, points -> 'memberships'));
		organisations := organisations || more;
		networks := networks || others;
	end if;
	-- Networks of what belongs to one, and those that look after what the row is about.
	networks := networks
		|| array(select network_id from public.people where id = any (concern_of.persons))
		|| array(select steward_network_id from public.organisations where id = any (concern_of.organisations))
		|| array(select network_id from public.practices where id = any (concern_of.practices))
		|| array(select network_id from public.learning_links where id = any (concern_of.links))
		|| array(select network_id from public.frameworks where id = any (private.ids(before, after, points -> 'frameworks')))
		|| array(select network_id from public.groups where id = any (private.ids(before, after, points -> 'groups')))
		|| array(select network_id from public.campaigns where id = any (private.ids(before, after, points -> 'campaigns')));
	organisations := private.union_of(variadic organisations);
	practices := private.union_of(variadic practices);
	networks := private.union_of(variadic networks);
end
$$;

-- What is deleted with its parent is recorded after it, when the parent can no longer be asked what it was about.
create function private.inherit_concern(of_change uuid, of_step bigint) returns void
language sql security definer
set search_path = ''
as $$
	update public.change_rows child
	set organisations = private.union_of(variadic child.organisations || parent.organisations),
		practices = private.union_of(variadic child.practices || parent.practices),
		links = private.union_of(variadic child.links || parent.links),
		networks = private.union_of(variadic child.networks || parent.networks),
		persons = private.union_of(variadic child.persons || parent.persons)
	from (
		select orphan.id, pointed.value
		from public.change_rows orphan, lateral (
			select field.value from jsonb_each_text(orphan.before) field
			union
			select unnest(orphan.organisations || orphan.practices || orphan.links || orphan.persons)::text
		) pointed (value)
		where orphan.change_id = of_change and orphan.step = of_step
	) pointing
	join public.change_rows parent
		on parent.change_id = of_change and parent.step < of_step and parent.verb = 'delete'
		and parent.row_key ->> 'id' = pointing.value
	where child.id = pointing.id
$$;

create function private.record_change() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	key_columns constant text[] := tg_argv[0];
	apart constant text[] := tg_argv[1];
	never constant text[] := tg_argv[2];
	points constant jsonb := tg_argv[3];
	-- Of ratings, which move with every vote, and of the clock: alone they are no change.
	passing constant text[] := '{rating_average,rating_count,updated_at,revision}';
	-- Rows as they were and are. A row whose key was changed is one that went and one that came.
	pairs constant text := 'with pair as materialized (' || case tg_op
		when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(after_rows) as new_row from after_rows'
		when 'DELETE' then 'select to_jsonb(before_rows) as old_row, null::jsonb as new_row from before_rows'
		else format(
			'select to_jsonb(before_rows) as old_row, to_jsonb(after_rows) as new_row
			from before_rows full join after_rows using (%s)
			where (to_jsonb(before_rows) - $1) is distinct from (to_jsonb(after_rows) - $1)',
			(select string_agg(quote_ident(name), ', ') from unnest(key_columns) name)
		)
	end || ')';
	this uuid := private.begun_change();
	is_written boolean;
	step bigint;
begin
	if this is null then
		if tg_argv[4] = 'within' or not private.is_request() then
			return null;
		end if;
		-- No change is begun for a statement that wrote nothing, nor for the votes on a link: it would tell who voted.
		execute pairs || 'select exists (select from pair)' into is_written using passing;
		if not is_written then
			return null;
		end if;
		this := private.begin_change('edit');
	end if;
	step := nextval('public.change_rows_id_seq');
	execute pairs || $sql$,
		written as materialized (
			select nextval('public.change_rows_id_seq') as id, old_row, new_row, coalesce(new_row, old_row) as any_row
			from pair
		),
		recorded as (
			insert into public.change_rows (
				id, change_id, step, table_name, row_key, row_mark, verb, before, after, columns, is_apart,
				organisations, practices, links, networks, persons
			)
			overriding system value
			select
				id, $2, $3, $4, coalesce(private.pick(any_row, $5) - $6, '{}'), private.row_mark($4, private.pick(any_row, $5)),
				(case when old_row is null then 'insert' when new_row is null then 'delete' else 'update' end)::public.change_verb,
				old_row - $6 - $7, new_row - $6 - $7,
				case when old_row is not null and new_row is not null then array(
					select key from jsonb_each(new_row) where value is distinct from old_row -> key and key <> all ($1)
				) end,
				cardinality($6) > 0,
				concern.*
			from written, private.concern_of(old_row, new_row, $8) concern
		)
		insert into private.change_rows_apart (row_id, before, after)
		select id, private.pick(old_row, $6), private.pick(new_row, $6) from written where cardinality($6) > 0
	$sql$ using passing, this, step, tg_table_name, key_columns, apart, never, points;
	if tg_op = 'DELETE' then
		perform private.inherit_concern(this, step);
	end if;
	return null;
end
$$;

revoke execute on all functions in schema private from public;

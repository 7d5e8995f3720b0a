-- A cheap version of the atlas, and one of the figures on areas alone: what an open page and a cache ask for.
--
-- Access: everyone asks for a version.

-- One row a table, raised in the writing transaction, so that nobody sees a version before its data. Starts
-- at the clock: a database made anew never repeats a version that a browser holds.
create table private.atlas_changes (
	table_name text primary key,
	version bigint not null
);

-- Counting a statement that wrote no row would let anybody signed in raise the version for ever by changes that
-- the policies refuse, each of which makes every browser fetch the atlas again.
create function private.note_atlas_change() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	if tg_op <> 'TRUNCATE' then
		-- A statement of its own: a truncation has no such rows to ask for.
		if not exists (select from written) then
			return null;
		end if;
	end if;
	update private.atlas_changes set version = version + 1 where table_name = tg_table_name;
	return null;
end
$$;

-- A trigger that sees its rows is for one verb only.
do $$
declare
	shown text;
begin
	foreach shown in array '{
		areas,area_codes,area_adjacency,indicators,indicator_values,networks,frameworks,characteristics,
		organisations,organisation_names,organisation_interests,organisation_successions,practices,
		practice_characteristics,adoptions,adoption_stages,adoption_gaps,ties,learning_links,learning_link_practices,
		learning_link_characteristics,learning_link_organisations,memberships,membership_tiers,associations
	}'::text[] loop
		insert into private.atlas_changes values (shown, extract(epoch from clock_timestamp()) * 1000);
		execute format(
			'create trigger note_atlas_insert after insert on public.%1$I
				referencing new table as written
				for each statement execute function private.note_atlas_change();
			create trigger note_atlas_update after update on public.%1$I
				referencing new table as written
				for each statement execute function private.note_atlas_change();
			create trigger note_atlas_delete after delete on public.%1$I
				referencing old table as written
				for each statement execute function private.note_atlas_change();
			create trigger note_atlas_truncate after truncate on public.%1$I
				for each statement execute function private.note_atlas_change()',
			shown
		);
	end loop;
end
$$;

-- A restore brings the counts of an earlier moment back, from which the same versions would be counted again with
-- other rows behind them. So it leaves a mark of its own, which is no row, in the comment of the table.
create function public.atlas_version() returns text
language sql stable security definer
set search_path = ''
as $$
	select to_char(current_date, 'YYYYMMDD') || '-' || sum(version)::text || '-'
		|| coalesce(pg_catalog.obj_description('private.atlas_changes'::regclass, 'pg_class'), 'new')
	from private.atlas_changes
$$;

-- Of areas, their former codes and borders, and the indicators: ten thousand values that hardly ever change, and
-- need not be read again because an organisation did. Has no day in it, since nothing among them depends on one.
create function public.areas_version() returns text
language sql stable security definer
set search_path = ''
as $$
	select sum(version)::text || '-'
		|| coalesce(pg_catalog.obj_description('private.atlas_changes'::regclass, 'pg_class'), 'new')
	from private.atlas_changes
	where table_name in ('areas', 'area_codes', 'area_adjacency', 'indicators', 'indicator_values')
$$;

revoke execute on all functions in schema private from public;

revoke execute on function public.atlas_version(), public.areas_version() from public;
grant execute on function public.atlas_version(), public.areas_version() to anon, authenticated, service_role;

-- A version that is raised by rows and not by statements, and one for the figures on areas alone.
--
-- Access: as before; everyone asks for a version.

-- Counting a statement that wrote no row would let anybody signed in raise the version for ever by changes that
-- the policies refuse, each of which makes every browser fetch the atlas again.
create or replace function private.note_atlas_change() returns trigger
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
revoke execute on function private.note_atlas_change() from public;

-- A trigger that sees its rows is for one verb only.
do $$
declare
	shown text;
begin
	for shown in select table_name from private.atlas_changes loop
		execute format(
			'drop trigger note_atlas_change on public.%1$I;
			create trigger note_atlas_insert after insert on public.%1$I
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

revoke execute on function public.areas_version() from public;
grant execute on function public.areas_version() to anon, authenticated, service_role;

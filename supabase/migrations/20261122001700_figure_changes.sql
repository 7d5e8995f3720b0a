-- Figures on areas change the atlas's version too, and so does a restored backup.
--
-- Access: as before; everyone asks for the version.

do $$
declare
	shown text;
begin
	foreach shown in array '{indicators,indicator_values,area_adjacency}'::text[] loop
		insert into private.atlas_changes values (shown, extract(epoch from clock_timestamp()) * 1000);
		execute format(
			'create trigger note_atlas_change after insert or update or delete or truncate on public.%I
				for each statement execute function private.note_atlas_change()',
			shown
		);
	end loop;
end
$$;

-- A restore brings the counts of an earlier moment back, from which the same versions would be counted again with
-- other rows behind them. So it leaves a mark of its own, which is no row, in the comment of the table.
create or replace function public.atlas_version() returns text
language sql stable security definer
set search_path = ''
as $$
	select to_char(current_date, 'YYYYMMDD') || '-' || sum(version)::text || '-'
		|| coalesce(pg_catalog.obj_description('private.atlas_changes'::regclass, 'pg_class'), 'new')
	from private.atlas_changes
$$;

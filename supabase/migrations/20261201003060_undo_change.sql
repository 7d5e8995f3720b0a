-- undo_change(): puts every row of a change back, in one transaction that is itself a change.
--
-- Access: see the migrations before this one, which hold its parts.

-- Without `partly` it is all or nothing: a row that was changed since, or that the caller may not write, stops it with
-- the condition conflict or refused and the lists in its details. With it, the others are put back and three lists
-- come back. `rehearse` answers what would happen and writes nothing. Rows are put back in the order against that in
-- which they were written. What was deleted with its parent was recorded after it and is tried before it, so whatever
-- does not go yet is tried again while anything does.
create function public.undo_change(
	change uuid, partly boolean default false, rehearse boolean default false, reason text default null
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
	asked public.changes;
	undo uuid;
	step record;
	of_table regclass;
	remaining bigint[];
	passing bigint[];
	before_pass integer;
	waiting bigint[];
	these bigint[];
	answer record;
	ours uuid[];
	may_all boolean;
	put_back bigint[] := '{}';
	changed_since jsonb := '[]';
	refused jsonb := '[]';
begin
	select * into asked from public.changes where id = change for update;
	if asked.id is null or not private.reads_change(change) then
		perform private.raise_condition('missing', 'There is no such change, or it is not yours to see.');
	elsif asked.kind = 'erase' then
		perform private.raise_condition('refused', 'What was erased stays erased.');
	elsif asked.undone_by is not null then
		perform private.raise_condition('conflict', 'This change was undone already.', (
			select jsonb_build_object('change', id, 'at', happened_at, 'actor', actor_id)
			from public.changes where id = asked.undone_by
		));
	end if;
	may_all := asked.kind = 'merge' and private.stewards_merge(change);

	begin
		undo := private.begin_change('undo', asked.network_id, reason);
		update public.changes set undoes = change where id = undo;
		ours := array[change, undo];
		remaining := array(select id from public.change_rows where change_id = change and undone_by is null);
		passing := private.passing_rows(remaining);
		remaining := private.others(remaining, passing);
		loop
			before_pass := cardinality(remaining);
			changed_since := '[]';
			refused := '[]';
			for step in
				select noted.step, noted.table_name, noted.verb, array_agg(noted.id) as ids
				from public.change_rows noted
				where noted.id = any (remaining)
				group by noted.step, noted.table_name, noted.verb
				order by noted.step desc, noted.verb
			loop
				of_table := format('public.%I', step.table_name)::regclass;
				waiting := step.ids;

				these := private.lost_rows(waiting, step.verb);
				refused := refused || private.described(these, jsonb_build_object('reason', case step.verb
					when 'update' then 'The former text of a note is never kept.' else 'What was erased stays erased.'
				end));
				waiting := private.others(waiting, these);

				these := private.overtaken_rows(waiting, ours) || private.changed_rows(of_table, step.verb, waiting);
				if step.verb = 'insert' then
					these := these || array(select id from private.hanging_rows(of_table, waiting));
				end if;
				changed_since := changed_since || private.described_since(these, ours, of_table, step.verb);
				waiting := private.others(waiting, these);

				if step.verb <> 'insert' then
					changed_since := changed_since || private.described_orphans(of_table, waiting, ours);
					waiting := private.others(waiting, array(select id from private.missing_parents(of_table, waiting)));
				end if;

				if not may_all then
					these := private.forbidden_rows(of_table, step.verb, waiting, asked.actor_id);
					refused := refused || private.described(these, '{"reason": "It is not yours to change."}');
					waiting := private.others(waiting, these);
				end if;

				continue when cardinality(waiting) = 0;
				answer := private.put_back_safely(of_table, step.verb, waiting);
				remaining := private.others(remaining, answer.put_back);
				put_back := put_back || answer.put_back;
				refused := refused || answer.refused;
			end loop;
			exit when cardinality(remaining) in (0, before_pass);
		end loop;

		if not partly and not rehearse and (changed_since <> '[]' or refused <> '[]') then
			perform private.raise_condition(
				case when changed_since <> '[]' then 'conflict' else 'refused' end,
				'This change cannot be undone as a whole: ' || jsonb_array_length(changed_since)
					|| ' of its rows were changed since, ' || jsonb_array_length(refused) || ' cannot be put back.',
				jsonb_build_object('changed_since', changed_since, 'refused', refused)
			);
		end if;

		-- What an undo had put back stands again when the undo itself is undone.
		update public.change_rows former set undone_by = null
		from public.change_rows noted
		where noted.id = any (put_back) and former.undone_by = change
			and former.table_name = noted.table_name and former.row_mark = noted.row_mark;
		update public.changes former set undone_by = null
		where former.undone_by = change
			and exists (select from public.change_rows where change_id = former.id and undone_by is null);
		update public.change_rows set undone_by = undo
		where id = any (put_back || passing) and put_back <> '{}';
		update public.changes set undone_by = undo
		where id = change and not exists (select from public.change_rows where change_id = change and undone_by is null);
		if rehearse then
			raise sqlstate 'GW000';
		elsif put_back = '{}' then
			delete from public.changes where id = undo;
			undo := null;
		end if;
	exception when sqlstate 'GW000' then
		undo := null;
	end;
	-- What is written after this in the same transaction is no part of it.
	perform set_config('goodways.change', '', true);
	return jsonb_build_object(
		'change', undo, 'put_back', private.described(put_back), 'changed_since', changed_since, 'refused', refused
	);
end
$$;

revoke execute on function public.undo_change(uuid, boolean, boolean, text) from public;
grant execute on function public.undo_change(uuid, boolean, boolean, text) to authenticated;

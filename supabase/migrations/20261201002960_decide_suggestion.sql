-- Deciding on what somebody proposed.
--
-- Access: whoever reviews a suggestion decides on it, with their own rights to the record that it would change: nothing
-- is written here that they could not write themselves.

-- Decisions are written by the functions of this migration alone. Where something was decided already, who asks again is
-- told what and when.
create function private.note_decision(suggestion uuid, decided public.review_status, because text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	noted public.suggestions;
begin
	select * into noted from public.suggestions where id = suggestion for update;
	if noted.id is null or not private.reviews(noted.organisation_id, noted.network_id) then
		perform private.raise_condition('missing', 'There is no such suggestion, or it is not yours to decide.');
	elsif noted.status <> 'pending' then
		perform private.raise_condition(
			'conflict', 'This suggestion was ' || noted.status || ' already; nothing was changed.',
			jsonb_build_object('status', noted.status, 'at', noted.reviewed_at)
		);
	end if;
	perform private.begin_change('review', noted.network_id, because);
	update public.suggestions
	set status = decided, reason = because, reviewer_id = auth.uid(), reviewed_at = now()
	where id = suggestion;
end
$$;

-- Adds a row of a proposal with the rights of the caller.
create function private.add_record(of_table regclass, patch jsonb) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	columns text;
	added uuid;
begin
	select string_agg(quote_ident(given), ', ' order by given) into columns from pg_catalog.jsonb_object_keys(patch) given;
	execute pg_catalog.format(
		'insert into %s (%s) select %s from pg_catalog.jsonb_populate_record(null::%s, $1) returning id',
		of_table, columns, columns, of_table
	) into added using patch;
	return added;
exception
	when insufficient_privilege then
		perform private.raise_condition('refused', 'This record is not yours to add.');
	when unique_violation or exclusion_violation then
		perform private.raise_invalid('', 'Something else stands in its place already.');
	when integrity_constraint_violation then
		perform private.raise_invalid('', 'This cannot be recorded: something is missing, or does not fit with the rest.');
end
$$;

-- Accepts a suggestion, as it was made or amended, or declines it with a reason that its sender reads. One change.
-- Answers the row that was written, null where it was declined.
create function public.decide_suggestion(
	suggestion uuid, accept boolean, reason text default null, amended jsonb default null
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
	asked record;
	of_table regclass;
	stands integer;
begin
	if accept is null then
		perform private.raise_invalid('accept', 'Say whether you accept this suggestion.');
	elsif not accept and nullif(trim(reason), '') is null then
		perform private.raise_invalid('reason', 'Say why, for whoever sent it to read.');
	elsif length(reason) > 2000 then
		perform private.raise_invalid('reason', 'Use at most 2000 characters.');
	end if;
	perform private.note_decision(
		suggestion, (case when accept then 'accepted' else 'declined' end)::public.review_status, nullif(trim(reason), '')
	);
	if not accept then
		return null;
	end if;
	select table_name, row_id, coalesce(amended, patch) as patch into asked
	from public.suggestions where id = suggestion;
	of_table := pg_catalog.format('public.%I', asked.table_name)::regclass;
	if asked.row_id is null then
		perform private.check_patch(of_table, asked.patch, 'INSERT');
		return private.add_record(of_table, asked.patch);
	end if;
	execute pg_catalog.format('select revision from %s where id = $1', of_table) into stands using asked.row_id;
	perform public.save_record(asked.table_name, asked.row_id::text, stands, asked.patch);
	return asked.row_id;
end
$$;

-- What cannot be accepted is refused when it is sent: a record that is not there for the sender to see, a key that no
-- form may change, a value of another type.
create function private.check_suggestion() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	is_there boolean := true;
	of_table constant regclass := pg_catalog.format('public.%I', new.table_name)::regclass;
begin
	if private.is_undo() then
		return new;
	end if;
	perform private.check_patch(of_table, new.patch, case when new.row_id is null then 'INSERT' else 'UPDATE' end);
	if new.row_id is not null then
		execute pg_catalog.format('select exists (select from %s where id = $1)', of_table) into is_there using new.row_id;
		if not is_there then
			perform private.raise_condition('missing', 'This record is no longer there, or it is not yours to see.');
		end if;
	end if;
	return new;
end
$$;

create trigger check_suggestion before insert on public.suggestions
	for each row execute function private.check_suggestion();

revoke execute on all functions in schema private from public;
grant execute on function
	private.note_decision(uuid, public.review_status, text), private.add_record(regclass, jsonb)
to authenticated;
revoke execute on function public.decide_suggestion(uuid, boolean, text, jsonb) from public;
grant execute on function public.decide_suggestion(uuid, boolean, text, jsonb) to authenticated;

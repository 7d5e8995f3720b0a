-- The named conditions under which a write does not happen. src/lib/server/database-fault.ts gives each its status.
--
-- Access: functions of ours raise them. The sentence is for the reader, so it names nothing that they may not know.

-- conflict: somebody else was first. refused: not yours to do. invalid: what was entered, with its field. missing: not
-- there, or not for you to see. full: too much at once. The details go to the page that asked, as JSON.
create function private.raise_condition(condition text, sentence text, details jsonb default '{}') returns void
language plpgsql
set search_path = ''
as $$
begin
	raise exception using
		message = sentence,
		detail = (details || jsonb_build_object('condition', condition))::text,
		errcode = case condition
			when 'conflict' then 'PT409'
			when 'refused' then '42501'
			when 'invalid' then 'PT422'
			when 'missing' then 'PT404'
			when 'full' then 'PT429'
		end;
end
$$;

create function private.raise_invalid(field text, sentence text) returns void
language sql
set search_path = ''
as $$
	select private.raise_condition('invalid', sentence, jsonb_build_object('field', field))
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.raise_condition(text, text, jsonb), private.raise_invalid(text, text)
	to anon, authenticated, service_role;

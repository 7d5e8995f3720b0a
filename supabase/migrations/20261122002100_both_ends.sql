-- What is said of two organisations is not written by one of them over the head of the other.
--
-- Access: a succession is kept by those who change both organisations, which administrators always do. A tie is
-- stated and corrected by those who change the organisation it starts from; those who change the other one
-- confirm it or withhold it.

-- A succession stands on the pages of both, and moves the history of the predecessor to the successor.
drop policy "those who change the successor change its succession" on public.organisation_successions;
create policy "those who change both organisations change their succession" on public.organisation_successions
	for all to authenticated
	using (
		predecessor_id in (select private.organisations_i_change())
		and successor_id in (select private.organisations_i_change())
	)
	with check (
		predecessor_id in (select private.organisations_i_change())
		and successor_id in (select private.organisations_i_change())
	);

-- A policy sees a row before or after a change and never both, so this is a trigger.
create function private.keep_what_a_tie_states() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	answered constant text[] := '{withheld,confirmed_at,confirmed_by,is_public}';
begin
	if auth.uid() is null or old.from_organisation_id in (select private.organisations_i_change()) then
		return new;
	end if;
	if to_jsonb(new) - answered <> to_jsonb(old) - answered then
		raise exception 'You may confirm or withhold this tie; what it says is for the other organisation to correct.'
			using errcode = '42501';
	end if;
	if new.confirmed_at is distinct from old.confirmed_at then
		new.confirmed_at := case when new.confirmed_at is not null then now() end;
	end if;
	return new;
end
$$;
create trigger keep_what_a_tie_states before update on public.ties
	for each row execute function private.keep_what_a_tie_states();
revoke execute on function private.keep_what_a_tie_states() from public;

alter policy "those who change either organisation correct or confirm a tie" on public.ties
	rename to "those who change either organisation correct, confirm or withhold a tie";

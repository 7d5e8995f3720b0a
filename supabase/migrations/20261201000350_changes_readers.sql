-- Who reads the ledger.
--
-- Access: coordinators read the changes of what their network has or looks after, administrators all, and everybody
-- their own.

create function private.my_changes() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.changes where actor_id = (select auth.uid())
$$;

create function private.reads_change(change uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select exists (
		select from public.changes
		where id = change and (
			actor_id = (select auth.uid())
			or network_id in (select private.my_networks('{coordinator}'))
			or (select private.is_administrator())
			or exists (
				select from public.change_rows
				where change_id = change and networks && array(select private.my_networks('{coordinator}'))
			)
		)
	)
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.my_changes(), private.reads_change(uuid) to authenticated, service_role;

create policy "coordinators read what was written of their network, others what they wrote" on public.change_rows
	for select to authenticated
	using (
		networks && array(select private.my_networks('{coordinator}'))
		or change_id in (select private.my_changes())
		or (select private.is_administrator())
	);

create policy "changes are read with any of their rows" on public.changes
	for select to authenticated
	using (private.reads_change(id));

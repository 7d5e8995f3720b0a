-- Fewer readers: shared views and peer sets by their address, who suggested what, notes on memberships.
--
-- Access: saved views and peer sets are read by their owner; one that was shared by everyone who has its address,
-- through view_at() and peer_set_at(), which do not say whose it is. Nobody reads which account made or decided a
-- suggestion. Notes on memberships are in membership_notes, for coordinators.

drop policy "everyone reads shared views" on public.saved_views;
drop policy "everyone reads shared peer sets" on public.peer_sets;
revoke select on public.saved_views, public.peer_sets from anon;

create function public.view_at(address uuid)
returns table (id uuid, name text, path text, pins jsonb, is_shared boolean, created_at timestamptz)
language sql stable security definer
set search_path = ''
as $$
	select kept.id, kept.name, kept.path, kept.pins, kept.is_shared, kept.created_at
	from public.saved_views kept
	where kept.id = address and (kept.is_shared or kept.user_id = (select auth.uid()))
$$;

create function public.peer_set_at(address uuid)
returns table (id uuid, name text, area_codes text[], note text, is_shared boolean, created_at timestamptz)
language sql stable security definer
set search_path = ''
as $$
	select kept.id, kept.name, kept.area_codes, kept.note, kept.is_shared, kept.created_at
	from public.peer_sets kept
	where kept.id = address and (kept.is_shared or kept.user_id = (select auth.uid()))
$$;
revoke execute on function public.view_at(uuid), public.peer_set_at(uuid) from public;
grant execute on function public.view_at(uuid), public.peer_set_at(uuid) to anon, authenticated, service_role;

revoke select on public.suggestions from authenticated;
grant select (id, table_name, row_id, organisation_id, network_id, patch, message, status, reason, reviewed_at,
	created_at) on public.suggestions to authenticated;

-- The column stays: backups from before name it, and so do the compiled figures.
insert into public.membership_notes (membership_id, note)
select id, note from public.memberships where note is not null
on conflict (membership_id) do update
set note = left(concat_ws(E'\n', membership_notes.note, excluded.note), 4000);
update public.memberships set note = null where note is not null;
revoke select (note), insert (note), update (note) on public.memberships from anon, authenticated;
comment on column public.memberships.note is
	'Of the compiled figures only, and read by nobody through the API: notes are in membership_notes.';

comment on column public.merges.moved is
	'Written by the client that merged. An undo with the owner''s rights must not trust it: it checks that the caller may write every row that this names.';
comment on column public.import_rows.written is
	'Written by the client that imported. An undo with the owner''s rights must not trust it: it checks that the caller may write every row that this names.';

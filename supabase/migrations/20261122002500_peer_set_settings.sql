-- How a kept list of peers came about: whose peers, by which setting of the page, and the version of the distances.
-- Lists kept before, and lists put together by hand, have none.
--
-- Access: as for the list itself: its owner, and whoever has the address of a shared one, through peer_set_at().

alter table public.peer_sets
	add column council_code text check (length(council_code) <= 20),
	add column setting text check (length(setting) <= 4000),
	add column universe text check (length(universe) <= 100),
	add column model text check (length(model) <= 100),
	add constraint peer_sets_setting_is_whole check (
		num_nonnulls(council_code, setting, universe, model) in (0, 4)
	);
grant insert (council_code, setting, universe, model) on public.peer_sets to authenticated;

-- What a function answers cannot be widened in place.
drop function public.peer_set_at(uuid);
create function public.peer_set_at(address uuid)
returns table (
	id uuid, name text, area_codes text[], note text, is_shared boolean, created_at timestamptz,
	council_code text, setting text, universe text, model text
)
language sql stable security definer
set search_path = ''
as $$
	select kept.id, kept.name, kept.area_codes, kept.note, kept.is_shared, kept.created_at,
		kept.council_code, kept.setting, kept.universe, kept.model
	from public.peer_sets kept
	where kept.id = address and (kept.is_shared or kept.user_id = (select auth.uid()))
$$;
revoke execute on function public.peer_set_at(uuid) from public;
grant execute on function public.peer_set_at(uuid) to anon, authenticated, service_role;

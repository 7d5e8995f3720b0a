-- Site administrators, and what they set for the whole site.
--
-- Access: administrators name and dismiss one another; everyone reads the settings, administrators write them.

create table public.site_administrators (
	user_id uuid primary key references auth.users (id) on delete cascade,
	created_at timestamptz not null default now()
);

-- The caller is read from the session, never from an argument. Security definer, so that policies on the tables
-- that it asks can use it without recursion. So are all functions that say what the caller may do.
create function private.is_administrator() returns boolean
language sql stable security definer
set search_path = ''
as $$
	select exists (select from public.site_administrators where user_id = (select auth.uid()))
$$;

-- What an administrator sets for the whole site, such as the address of a map style.
create table public.settings (
	key text primary key check (key ~ '^[a-z][a-z_]{0,59}$'),
	value jsonb not null check (length(value::text) <= 4000),
	updated_at timestamptz not null default now(),
	revision integer not null default 1,
	-- The network that the front page shows when nothing is asked; null for all of them.
	check (key <> 'site_network' or jsonb_typeof(value) = 'null' or coalesce(private.is_slug(value #>> '{}'), false)),
	check (key <> 'map_style_url' or jsonb_typeof(value) = 'null' or private.is_web_address(value #>> '{}'))
);

select private.keep_changes('public.site_administrators', '{}');
select private.keep_changes('public.settings');
select private.count_revisions('public.settings');

revoke execute on all functions in schema private from public;

grant execute on function private.is_administrator() to anon, authenticated, service_role;

alter table public.site_administrators enable row level security;
alter table public.settings enable row level security;

revoke all on public.site_administrators, public.settings from anon, authenticated;
grant all on public.site_administrators, public.settings to service_role;
grant select, delete on public.site_administrators to authenticated;
grant insert (user_id) on public.site_administrators to authenticated;
grant select on public.settings to anon, authenticated;
grant insert, update, delete on public.settings to authenticated;

create policy "administrators read administrators" on public.site_administrators
	for select to authenticated
	using (user_id = (select auth.uid()) or (select private.is_administrator()));

create policy "administrators name administrators" on public.site_administrators
	for insert to authenticated
	with check ((select private.is_administrator()));

create policy "administrators dismiss administrators" on public.site_administrators
	for delete to authenticated
	using ((select private.is_administrator()));

create policy "everyone reads settings" on public.settings for select to anon, authenticated using (true);

create policy "administrators write settings" on public.settings for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));

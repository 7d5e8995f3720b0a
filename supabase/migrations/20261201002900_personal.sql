-- What people keep for themselves: saved views, peer sets, subscriptions; the log of research downloads.
--
-- Access: their owner. A view or a peer set that was shared is read by everyone who has its address, through view_at()
-- and peer_set_at(), which do not say whose it is. Researchers and coordinators log their downloads; coordinators
-- read the log of their network; nobody changes it.

create table public.saved_views (
	id uuid primary key default private.uuid_v7(),
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	name text not null check (length(name) between 1 and 120),
	-- Path and query of a page here, never an address elsewhere.
	path text not null check (length(path) <= 4000 and path ~ '^/[^/\\]'),
	is_shared boolean not null default false,
	pins jsonb check (length(pins::text) <= 200000),
	created_at timestamptz not null default now()
);
create index saved_views_user_idx on public.saved_views (user_id);

create function public.view_at(address uuid)
returns table (id uuid, name text, path text, pins jsonb, is_shared boolean, created_at timestamptz)
language sql stable security definer
set search_path = ''
as $$
	select kept.id, kept.name, kept.path, kept.pins, kept.is_shared, kept.created_at
	from public.saved_views kept
	where kept.id = address and (kept.is_shared or kept.user_id = (select auth.uid()))
$$;

create table public.peer_sets (
	id uuid primary key default private.uuid_v7(),
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	name text not null check (length(name) between 1 and 120),
	area_codes text[] not null check (cardinality(area_codes) between 1 and 400),
	note text check (length(note) <= 2000),
	is_shared boolean not null default false,
	created_at timestamptz not null default now(),
	-- How it came about: whose peers, by which setting of the page, and the version of the distances. Lists that were put
	-- together by hand have none.
	council_code text check (length(council_code) <= 20),
	setting text check (length(setting) <= 4000),
	universe text check (length(universe) <= 100),
	model text check (length(model) <= 100),
	constraint peer_sets_setting_is_whole check (num_nonnulls(council_code, setting, universe, model) in (0, 4))
);
create index peer_sets_user_idx on public.peer_sets (user_id);

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

create table public.subscriptions (
	id uuid primary key default private.uuid_v7(),
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	topic text not null check (length(topic) between 1 and 400),
	every text not null default 'week' check (every in ('day', 'week', 'month')),
	unsubscribe_hash text not null unique check (unsubscribe_hash ~ '^[0-9a-f]{64}$'),
	last_sent_at timestamptz,
	created_at timestamptz not null default now(),
	unique (user_id, topic)
);

create table public.research_downloads (
	id uuid primary key default private.uuid_v7(),
	network_id uuid not null references public.networks (id) on delete cascade,
	user_id uuid default auth.uid() references auth.users (id) on delete set null,
	terms_version text not null check (length(terms_version) between 1 and 40),
	purpose text check (length(purpose) <= 1000),
	content text not null check (length(content) between 1 and 400),
	accepted_at timestamptz not null default now()
);
create index research_downloads_network_idx on public.research_downloads (network_id);
create index research_downloads_user_idx on public.research_downloads (user_id);

select private.keep_changes('public.saved_views', '{id}', within => true);
select private.keep_changes('public.peer_sets', '{id}', within => true);
select private.keep_changes('public.subscriptions', '{id}', within => true);
select private.keep_changes('public.research_downloads', '{id,network_id,terms_version,content}');

revoke execute on function public.view_at(uuid), public.peer_set_at(uuid) from public;
grant execute on function public.view_at(uuid), public.peer_set_at(uuid) to anon, authenticated, service_role;

alter table public.saved_views enable row level security;
alter table public.peer_sets enable row level security;
alter table public.subscriptions enable row level security;
alter table public.research_downloads enable row level security;

revoke all on public.saved_views, public.peer_sets, public.subscriptions,
	public.research_downloads from anon, authenticated;
grant all on public.saved_views, public.peer_sets, public.subscriptions,
	public.research_downloads to service_role;
grant select, delete on public.saved_views to authenticated;
grant insert (name, path, is_shared, pins), update (name, path, is_shared, pins)
	on public.saved_views to authenticated;
grant select, delete on public.peer_sets to authenticated;
grant insert (name, area_codes, note, is_shared, council_code, setting, universe, model),
	update (name, area_codes, note, is_shared) on public.peer_sets to authenticated;
grant select (id, user_id, topic, every, last_sent_at, created_at) on public.subscriptions to authenticated;
grant insert (topic, every, unsubscribe_hash), update (topic, every), delete on public.subscriptions to
	authenticated;
grant select on public.research_downloads to authenticated;
grant insert (network_id, terms_version, purpose, content) on public.research_downloads to authenticated;

create policy "people keep their own views" on public.saved_views
	for all to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

create policy "people keep their own peer sets" on public.peer_sets
	for all to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

create policy "people keep their own subscriptions" on public.subscriptions
	for all to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

create policy "people read their own downloads, coordinators their network's" on public.research_downloads
	for select to authenticated
	using (
		user_id = (select auth.uid())
		or network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
	);

create policy "researchers and coordinators log a download" on public.research_downloads
	for insert to authenticated
	with check (
		user_id = (select auth.uid())
		and network_id in (select private.my_networks('{coordinator,researcher}'))
	);

-- What people keep for themselves: saved views, peer sets, subscriptions; the log of research downloads.
--
-- Access: their owner. Saved views and peer sets that were shared are read by everyone who has the address.
-- Researchers and coordinators log their downloads; coordinators read the log of their network; nobody
-- changes it.

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

create table public.peer_sets (
	id uuid primary key default private.uuid_v7(),
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	name text not null check (length(name) between 1 and 120),
	area_codes text[] not null check (cardinality(area_codes) between 1 and 400),
	note text check (length(note) <= 2000),
	is_shared boolean not null default false,
	created_at timestamptz not null default now()
);
create index peer_sets_user_idx on public.peer_sets (user_id);

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

alter table public.saved_views enable row level security;
alter table public.peer_sets enable row level security;
alter table public.subscriptions enable row level security;
alter table public.research_downloads enable row level security;

revoke all on public.saved_views, public.peer_sets, public.subscriptions, public.research_downloads
	from anon, authenticated;
grant all on public.saved_views, public.peer_sets, public.subscriptions, public.research_downloads to service_role;
grant select (id, name, path, is_shared, pins, created_at) on public.saved_views to anon;
grant select, delete on public.saved_views to authenticated;
grant insert (name, path, is_shared, pins), update (name, path, is_shared, pins)
	on public.saved_views to authenticated;
grant select (id, name, area_codes, note, is_shared, created_at) on public.peer_sets to anon;
grant select, delete on public.peer_sets to authenticated;
grant insert (name, area_codes, note, is_shared), update (name, area_codes, note, is_shared)
	on public.peer_sets to authenticated;
grant select (id, user_id, topic, every, last_sent_at, created_at) on public.subscriptions to authenticated;
grant insert (topic, every, unsubscribe_hash), update (topic, every), delete on public.subscriptions to authenticated;
grant select on public.research_downloads to authenticated;
grant insert (network_id, terms_version, purpose, content) on public.research_downloads to authenticated;

create policy "everyone reads shared views" on public.saved_views
	for select to anon, authenticated
	using (is_shared);
create policy "people keep their own views" on public.saved_views
	for all to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));
create policy "everyone reads shared peer sets" on public.peer_sets
	for select to anon, authenticated
	using (is_shared);
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

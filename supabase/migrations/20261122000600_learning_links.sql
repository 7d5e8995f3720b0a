-- The library of shared learning: links, what they are about, ratings and replies.
--
-- Access: everyone reads published links of networks they see, and replies that are shown. Coordinators and
-- editors keep their network's links, administrators the shared ones (network_id null). Anyone signed in rates
-- and replies; replies wait for a coordinator or editor. Ratings are private; links carry average and count.

create table public.learning_links (
	id uuid primary key default private.uuid_v7(),
	slug text not null unique check (private.is_slug(slug)),
	-- Null only while unpublished: some documents have no address but a mirror.
	url text unique check (private.is_web_address(url)),
	title text not null check (length(title) between 1 and 300),
	kind public.link_kind not null,
	publisher text check (length(publisher) <= 200),
	summary text check (length(summary) <= 4000),
	question text check (length(question) <= 300),
	network_id uuid references public.networks (id) on delete set null,
	published_on date,
	published_precision public.date_precision not null default 'day',
	starts_at timestamptz,
	ends_at timestamptz,
	all_day boolean not null default false,
	language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
	is_mirror boolean not null default false,
	archive_url text check (private.is_web_address(archive_url)),
	checked_at timestamptz,
	check_status smallint check (check_status between 0 and 599),
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	status public.record_status not null default 'draft',
	is_sample boolean not null default false,
	-- Kept by trigger from ratings, so that nobody needs to read who gave what.
	rating_average numeric(3, 2) check (rating_average between 1 and 5),
	rating_count integer not null default 0 check (rating_count >= 0),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	check (ends_at >= starts_at),
	check (status <> 'published' or url is not null),
	check ((rating_average is null) = (rating_count = 0))
);
create index learning_links_network_idx on public.learning_links (network_id);
create index learning_links_title_idx
	on public.learning_links using gin (private.fold(title) extensions.gin_trgm_ops);
create trigger mark_learning_link before insert or update on public.learning_links
	for each row execute function private.mark_sample_of_network();

create table public.learning_link_practices (
	link_id uuid not null references public.learning_links (id) on delete cascade,
	practice_id uuid not null references public.practices (id) on delete cascade,
	primary key (link_id, practice_id)
);
create index learning_link_practices_practice_idx on public.learning_link_practices (practice_id);

create table public.learning_link_characteristics (
	link_id uuid not null references public.learning_links (id) on delete cascade,
	characteristic_id uuid not null references public.characteristics (id) on delete cascade,
	primary key (link_id, characteristic_id)
);
create index learning_link_characteristics_characteristic_idx
	on public.learning_link_characteristics (characteristic_id);

create table public.learning_link_organisations (
	link_id uuid not null references public.learning_links (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	role public.link_role not null,
	primary key (link_id, organisation_id, role)
);
create index learning_link_organisations_organisation_idx
	on public.learning_link_organisations (organisation_id);

create table public.ratings (
	link_id uuid not null references public.learning_links (id) on delete cascade,
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	score smallint not null check (score between 1 and 5),
	rated_at timestamptz not null default now(),
	primary key (link_id, user_id)
);
create index ratings_user_idx on public.ratings (user_id);

create table public.replies (
	id uuid primary key default private.uuid_v7(),
	link_id uuid not null references public.learning_links (id) on delete cascade,
	author_id uuid default auth.uid() references auth.users (id) on delete set null,
	-- The name that the author chose to show; nothing is taken from the account.
	signed_as text check (length(signed_as) between 1 and 120),
	body text not null check (length(body) between 1 and 4000),
	status public.reply_status not null default 'pending',
	written_at timestamptz not null default now()
);
create index replies_link_idx on public.replies (link_id);
create index replies_author_idx on public.replies (author_id);

create function private.count_ratings() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	changed uuid := coalesce(new.link_id, old.link_id);
begin
	update public.learning_links link
	set rating_average = given.average, rating_count = given.count
	from (
		select round(avg(score), 2) as average, count(*)::integer as count
		from public.ratings where link_id = changed
	) given
	where link.id = changed;
	return null;
end
$$;
create trigger count_ratings after insert or update or delete on public.ratings
	for each row execute function private.count_ratings();

create function private.links_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.learning_links
	where network_id in (select private.my_networks('{coordinator,editor}'))
		or (select private.is_administrator())
$$;

-- Pending replies are seen by the people of the link's network.
create function private.links_of_my_networks() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.learning_links where network_id in (select private.all_my_networks())
$$;
grant execute on function private.links_i_change(), private.links_of_my_networks()
	to anon, authenticated, service_role;

revoke execute on all functions in schema private from public;

alter table public.learning_links enable row level security;
alter table public.learning_link_practices enable row level security;
alter table public.learning_link_characteristics enable row level security;
alter table public.learning_link_organisations enable row level security;
alter table public.ratings enable row level security;
alter table public.replies enable row level security;

revoke all on public.learning_links, public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations, public.ratings, public.replies from anon, authenticated;
grant all on public.learning_links, public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations, public.ratings, public.replies to service_role;
grant select on public.learning_links, public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations to anon, authenticated;
grant insert (slug, url, title, kind, publisher, summary, question, network_id, published_on,
	published_precision, starts_at, ends_at, all_day, language, is_mirror, archive_url, source_url, source_on,
	note, status) on public.learning_links to authenticated;
grant update (url, title, kind, publisher, summary, question, published_on, published_precision, starts_at,
	ends_at, all_day, language, is_mirror, archive_url, source_url, source_on, note, status)
	on public.learning_links to authenticated;
grant delete on public.learning_links to authenticated;
grant insert, delete on public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations to authenticated;
grant select, delete on public.ratings to authenticated;
grant insert (link_id, user_id, score), update (score) on public.ratings to authenticated;
-- Who wrote a reply is known to its author and to nobody else through the table.
grant select (id, link_id, signed_as, body, status, written_at) on public.replies to anon, authenticated;
grant insert (link_id, signed_as, body), update (status) on public.replies to authenticated;
grant delete on public.replies to authenticated;

create policy "everyone reads published links of networks they see" on public.learning_links
	for select to anon, authenticated
	using (
		status = 'published'
		and (network_id is null or exists (select from public.networks where networks.id = network_id))
	);
create policy "coordinators and editors read their unpublished links" on public.learning_links
	for select to authenticated
	using (network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator()));
create policy "coordinators and editors add links to their network" on public.learning_links
	for insert to authenticated
	with check (
		network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator())
	);
create policy "coordinators and editors change links of their network" on public.learning_links
	for update to authenticated
	using (network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator()))
	with check (
		network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator())
	);
create policy "coordinators and administrators remove links" on public.learning_links
	for delete to authenticated
	using (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()));

create policy "practices of a link are read with both" on public.learning_link_practices
	for select to anon, authenticated
	using (
		exists (select from public.learning_links where id = link_id)
		and exists (select from public.practices where id = practice_id)
	);
create policy "those who change a link change its practices" on public.learning_link_practices
	for all to authenticated
	using (link_id in (select private.links_i_change()))
	with check (link_id in (select private.links_i_change()));
create policy "characteristics of a link are read with both" on public.learning_link_characteristics
	for select to anon, authenticated
	using (
		exists (select from public.learning_links where id = link_id)
		and exists (select from public.characteristics where id = characteristic_id)
	);
create policy "those who change a link change its characteristics" on public.learning_link_characteristics
	for all to authenticated
	using (link_id in (select private.links_i_change()))
	with check (link_id in (select private.links_i_change()));
create policy "organisations of a link are read with both" on public.learning_link_organisations
	for select to anon, authenticated
	using (
		exists (select from public.learning_links where id = link_id)
		and exists (select from public.organisations where id = organisation_id)
	);
create policy "those who change a link change its organisations" on public.learning_link_organisations
	for all to authenticated
	using (link_id in (select private.links_i_change()))
	with check (link_id in (select private.links_i_change()));

create policy "people read their own ratings" on public.ratings
	for select to authenticated
	using (user_id = (select auth.uid()));
create policy "signed-in people rate a link they see" on public.ratings
	for insert to authenticated
	with check (
		user_id = (select auth.uid()) and exists (select from public.learning_links where id = link_id)
	);
create policy "people change their own rating" on public.ratings
	for update to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));
create policy "people take back their own rating" on public.ratings
	for delete to authenticated
	using (user_id = (select auth.uid()));

create policy "everyone reads replies that are shown" on public.replies
	for select to anon, authenticated
	using (status = 'shown' and exists (select from public.learning_links where learning_links.id = link_id));
create policy "authors and people of the network read replies that wait" on public.replies
	for select to authenticated
	using (
		author_id = (select auth.uid())
		or (status = 'pending' and link_id in (select private.links_of_my_networks()))
		or link_id in (select private.links_i_change())
	);
create policy "signed-in people reply to a link they see" on public.replies
	for insert to authenticated
	with check (
		author_id = (select auth.uid()) and status = 'pending'
		and exists (select from public.learning_links where learning_links.id = link_id)
	);
create policy "coordinators and editors decide on replies" on public.replies
	for update to authenticated
	using (link_id in (select private.links_i_change()))
	with check (link_id in (select private.links_i_change()));
create policy "authors take back replies, coordinators and editors remove them" on public.replies
	for delete to authenticated
	using (author_id = (select auth.uid()) or link_id in (select private.links_i_change()));

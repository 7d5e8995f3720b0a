-- The library of shared learning: links, and what they are about.
--
-- Access: everyone reads published links of networks they see. Coordinators and editors keep their network's links,
-- administrators the shared ones (network_id null).

create table public.learning_links (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
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
create trigger mark_learning_link before insert or update on public.learning_links
	for each row execute function private.mark_sample_of_network();

create function private.links_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.learning_links
	where network_id in (select private.my_networks('{coordinator,editor}'))
		or (select private.is_administrator())
$$;

create function private.can_change_link(link uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select link in (select private.links_i_change())
$$;

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

select private.keep_changes('public.learning_links');
select private.keep_changes('public.learning_link_practices');
select private.keep_changes('public.learning_link_characteristics');
select private.keep_changes('public.learning_link_organisations');
select private.count_revisions('public.learning_links');

revoke execute on all functions in schema private from public;

grant execute on function private.links_i_change(), private.can_change_link(uuid) to anon, authenticated, service_role;

alter table public.learning_links enable row level security;
alter table public.learning_link_practices enable row level security;
alter table public.learning_link_characteristics enable row level security;
alter table public.learning_link_organisations enable row level security;

revoke all on public.learning_links, public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations from anon, authenticated;
grant all on public.learning_links, public.learning_link_practices, public.learning_link_characteristics,
	public.learning_link_organisations to service_role;
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
	using (id in (select private.links_i_change()))
	with check (id in (select private.links_i_change()));

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

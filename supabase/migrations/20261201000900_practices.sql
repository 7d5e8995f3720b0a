-- Frameworks of principles, and the practices that members do.
--
-- Access: everyone reads the frameworks of networks they see, and published practices. Coordinators keep their
-- network's framework; coordinators and editors its practices; administrators what is shared by all
-- (network_id null).

create table public.frameworks (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	name text not null check (length(name) between 1 and 160),
	source_url text check (private.is_web_address(source_url)),
	note text check (length(note) <= 2000),
	unique (network_id, name)
);

create table public.characteristics (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	framework_id uuid not null references public.frameworks (id) on delete cascade,
	position smallint not null check (position between 1 and 99),
	label text not null check (length(label) between 1 and 160),
	description text check (length(description) <= 2000),
	unique (framework_id, position) deferrable initially immediate
);

create function private.frameworks_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.frameworks
	where network_id in (select private.my_networks('{coordinator}'))
		or (select private.is_administrator())
$$;

create table public.practices (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	slug text not null unique check (private.is_slug(slug)),
	name text not null check (length(name) between 1 and 200),
	summary text check (length(summary) <= 4000),
	network_id uuid references public.networks (id) on delete set null,
	originator text check (length(originator) <= 200),
	started_on date,
	started_precision public.date_precision not null default 'day',
	evidence_level public.evidence_level,
	evidence_note text check (length(evidence_note) <= 2000),
	url text check (private.is_web_address(url)),
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	-- Whom the record of who does it covers without gaps, and up to which day: only then is who is not on record known
	-- not to have adopted. Null where nobody vouches for that.
	recorded_for text check (length(recorded_for) between 1 and 200),
	recorded_until date,
	status public.record_status not null default 'draft',
	is_sample boolean not null default false,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	check ((recorded_for is null) = (recorded_until is null))
);
create index practices_network_idx on public.practices (network_id);

-- What belongs to a sample network is sample data, whoever writes it.
create function private.mark_sample_of_network() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	new.is_sample := new.is_sample
		or coalesce((select is_sample from public.networks where id = new.network_id), false);
	new.updated_at := now();
	return new;
end
$$;

create trigger mark_practice before insert or update on public.practices
	for each row execute function private.mark_sample_of_network();

create function private.practices_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.practices
	where network_id in (select private.my_networks('{coordinator,editor}'))
		or (select private.is_administrator())
$$;

create function private.can_change_practice(practice uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select practice in (select private.practices_i_change())
$$;

create table public.practice_characteristics (
	practice_id uuid not null references public.practices (id) on delete cascade,
	characteristic_id uuid not null references public.characteristics (id) on delete cascade,
	primary key (practice_id, characteristic_id)
);
create index practice_characteristics_characteristic_idx on public.practice_characteristics (characteristic_id);

select private.keep_changes('public.frameworks');
select private.keep_changes('public.characteristics');
select private.keep_changes('public.practices');
select private.keep_changes('public.practice_characteristics');
select private.count_revisions('public.frameworks');
select private.count_revisions('public.characteristics');
select private.count_revisions('public.practices');

revoke execute on all functions in schema private from public;

grant execute on function
	private.practices_i_change(),
	private.can_change_practice(uuid),
	private.frameworks_i_change()
to anon, authenticated, service_role;

alter table public.frameworks enable row level security;
alter table public.characteristics enable row level security;
alter table public.practices enable row level security;
alter table public.practice_characteristics enable row level security;

revoke all on public.frameworks, public.characteristics, public.practices,
	public.practice_characteristics from anon, authenticated;
grant all on public.frameworks, public.characteristics, public.practices,
	public.practice_characteristics to service_role;
grant select on public.frameworks, public.characteristics, public.practices, public.practice_characteristics
	to anon, authenticated;
grant insert, delete on public.frameworks, public.characteristics, public.practice_characteristics to authenticated;
grant update (name, source_url, note) on public.frameworks to authenticated;
grant update (position, label, description) on public.characteristics to authenticated;
grant insert (slug, name, summary, network_id, originator, started_on, started_precision, evidence_level,
	evidence_note, url, source_url, source_on, note, recorded_for, recorded_until, status)
on public.practices to authenticated;
grant update (name, summary, originator, started_on, started_precision, evidence_level, evidence_note, url,
	source_url, source_on, note, recorded_for, recorded_until, status) on public.practices to authenticated;
grant delete on public.practices to authenticated;

create policy "frameworks are read with their network" on public.frameworks
	for select to anon, authenticated
	using (exists (select from public.networks where networks.id = network_id));

create policy "coordinators and administrators keep a network's framework" on public.frameworks
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()))
	with check (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()));

create policy "characteristics are read with their framework" on public.characteristics
	for select to anon, authenticated
	using (exists (select from public.frameworks where frameworks.id = framework_id));

create policy "coordinators and administrators keep characteristics" on public.characteristics
	for all to authenticated
	using (framework_id in (select private.frameworks_i_change()))
	with check (framework_id in (select private.frameworks_i_change()));

create policy "everyone reads published practices of networks they see" on public.practices
	for select to anon, authenticated
	using (
		status = 'published'
		and (network_id is null or exists (select from public.networks where networks.id = network_id))
	);

create policy "coordinators and editors read their unpublished practices" on public.practices
	for select to authenticated
	using (network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator()));

create policy "coordinators and editors add practices to their network" on public.practices
	for insert to authenticated
	with check (
		network_id in (select private.my_networks('{coordinator,editor}')) or (select private.is_administrator())
	);

create policy "coordinators and editors change practices of their network" on public.practices
	for update to authenticated
	using (id in (select private.practices_i_change()))
	with check (id in (select private.practices_i_change()));

create policy "coordinators and administrators remove practices" on public.practices
	for delete to authenticated
	using (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()));

create policy "characteristics of a practice are read with it" on public.practice_characteristics
	for select to anon, authenticated
	using (
		exists (select from public.practices where id = practice_id)
		and exists (select from public.characteristics where id = characteristic_id)
	);

create policy "those who change a practice change its characteristics" on public.practice_characteristics
	for all to authenticated
	using (practice_id in (select private.practices_i_change()))
	with check (practice_id in (select private.practices_i_change()));

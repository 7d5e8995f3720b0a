-- Councils' areas with their histories, neighbours and imported boundaries.
--
-- Access: everyone reads; site administrators write. An area is a territory: the council that runs it is an
-- organisation that points to it.

create table public.areas (
	code text primary key check (code ~ '^[A-Z][0-9]{8}$'),
	name text not null check (length(name) between 1 and 160),
	kind text not null check (length(kind) between 1 and 60),
	nation text not null check (length(nation) between 1 and 60),
	region_code text check (region_code ~ '^[A-Z][0-9]{8}$'),
	region_name text check (length(region_name) between 1 and 120),
	county_code text check (county_code ~ '^[A-Z][0-9]{8}$'),
	county_name text check (length(county_name) between 1 and 120),
	combined_authority_code text check (combined_authority_code ~ '^[A-Z][0-9]{8}$'),
	combined_authority_name text check (length(combined_authority_name) between 1 and 160),
	valid_from date,
	valid_to date,
	centre_longitude double precision check (centre_longitude between -180 and 180),
	centre_latitude double precision check (centre_latitude between -90 and 90),
	population_centre_longitude double precision check (population_centre_longitude between -180 and 180),
	population_centre_latitude double precision check (population_centre_latitude between -90 and 90),
	hex_q smallint,
	hex_r smallint,
	source text check (length(source) <= 300),
	check (valid_to >= valid_from),
	check ((centre_longitude is null) = (centre_latitude is null)),
	check ((population_centre_longitude is null) = (population_centre_latitude is null)),
	check ((hex_q is null) = (hex_r is null))
);

create table public.area_codes (
	former_code text not null check (former_code ~ '^[A-Z][0-9]{8}$'),
	area_code text not null references public.areas (code) on update cascade on delete cascade,
	name text check (length(name) between 1 and 160),
	valid_to date,
	primary key (former_code, area_code),
	check (former_code <> area_code)
);
create index area_codes_area_idx on public.area_codes (area_code);

-- Each pair once, the smaller code first.
create table public.area_adjacency (
	area_a text not null references public.areas (code) on update cascade on delete cascade,
	area_b text not null references public.areas (code) on update cascade on delete cascade,
	shared_border_km double precision not null check (shared_border_km >= 0),
	primary key (area_a, area_b),
	check (area_a < area_b)
);
create index area_adjacency_b_idx on public.area_adjacency (area_b);

create table public.area_boundaries (
	area_code text primary key references public.areas (code) on update cascade on delete cascade,
	geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
	source text not null check (length(source) between 1 and 500),
	imported_at timestamptz not null default now()
);

alter table public.areas enable row level security;
alter table public.area_codes enable row level security;
alter table public.area_adjacency enable row level security;
alter table public.area_boundaries enable row level security;

revoke all on public.areas, public.area_codes, public.area_adjacency,
	public.area_boundaries from anon, authenticated;
grant all on public.areas, public.area_codes, public.area_adjacency, public.area_boundaries to service_role;
grant select on public.areas, public.area_codes, public.area_adjacency, public.area_boundaries
	to anon, authenticated;
grant insert, update, delete on public.areas, public.area_codes, public.area_adjacency, public.area_boundaries
	to authenticated;

create policy "everyone reads areas" on public.areas for select to anon, authenticated using (true);
create policy "everyone reads area codes" on public.area_codes for select to anon, authenticated using (true);
create policy "everyone reads neighbours" on public.area_adjacency for select to anon, authenticated using (true);
create policy "everyone reads boundaries" on public.area_boundaries for select to anon, authenticated using (true);

create policy "administrators write areas" on public.areas for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));
create policy "administrators write area codes" on public.area_codes for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));
create policy "administrators write neighbours" on public.area_adjacency for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));
create policy "administrators write boundaries" on public.area_boundaries for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));

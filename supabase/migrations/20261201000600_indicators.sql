-- Indicators of areas and their published values.
--
-- Access: everyone reads; site administrators write.

create table public.indicators (
	slug text primary key check (private.is_slug(slug)),
	label text not null check (length(label) between 1 and 160),
	description text check (length(description) <= 1000),
	unit text not null check (length(unit) between 1 and 60),
	theme text not null check (length(theme) between 1 and 60),
	transform public.indicator_transform not null default 'none',
	decimals smallint not null default 1 check (decimals between 0 and 6),
	position smallint not null default 0,
	vintage text not null check (length(vintage) between 1 and 160),
	source text not null check (length(source) between 1 and 500),
	source_url text check (private.is_web_address(source_url)),
	licence text not null check (length(licence) between 1 and 160),
	-- What it is a share, rate or average of, and how it is had for a larger area: figures without their denominator
	-- cannot be added up rightly by whoever takes them away.
	denominator text check (length(denominator) between 1 and 160),
	aggregation public.indicator_aggregation not null default 'none'
);

create table public.indicator_values (
	indicator_slug text not null references public.indicators (slug) on update cascade on delete cascade,
	area_code text not null references public.areas (code) on update cascade on delete cascade,
	period text not null check (length(period) between 1 and 20),
	value double precision not null check (value = value and abs(value) < 'Infinity'::double precision),
	primary key (indicator_slug, area_code, period)
);
create index indicator_values_area_idx on public.indicator_values (area_code);

alter table public.indicators enable row level security;
alter table public.indicator_values enable row level security;

revoke all on public.indicators, public.indicator_values from anon, authenticated;
grant all on public.indicators, public.indicator_values to service_role;
grant select on public.indicators, public.indicator_values to anon, authenticated;
grant insert, update, delete on public.indicators, public.indicator_values to authenticated;

create policy "everyone reads indicators" on public.indicators for select to anon, authenticated using (true);
create policy "everyone reads indicator values" on public.indicator_values
	for select to anon, authenticated using (true);

create policy "administrators write indicators" on public.indicators for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));
create policy "administrators write indicator values" on public.indicator_values for all to authenticated
	using ((select private.is_administrator())) with check ((select private.is_administrator()));

-- What identifies an organisation, what else it is called, what it looks for, and what it came from.
--
-- Access: read with the organisation, changed by those who change it. A succession stands on the pages of both
-- organisations and moves the history of one to the other, so it needs the right to change both.

create table public.organisation_identifiers (
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	scheme text not null check (scheme ~ '^[A-Z]{2,3}-[A-Z0-9_]{2,20}$'),
	value text not null check (length(value) between 1 and 80),
	revision integer not null default 1,
	primary key (scheme, value)
);
create index organisation_identifiers_organisation_idx on public.organisation_identifiers (organisation_id);

create table public.organisation_names (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	name text not null check (length(name) between 1 and 200),
	kind public.name_kind not null default 'alias',
	used_until date,
	unique (organisation_id, name)
);

create table public.organisation_interests (
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	label text not null check (length(label) between 1 and 120),
	revision integer not null default 1,
	primary key (organisation_id, label)
);

create table public.organisation_successions (
	predecessor_id uuid not null references public.organisations (id) on delete cascade,
	successor_id uuid not null references public.organisations (id) on delete cascade,
	succeeded_on date,
	share double precision check (share > 0 and share <= 1),
	source_url text check (private.is_web_address(source_url)),
	note text check (length(note) <= 2000),
	revision integer not null default 1,
	primary key (predecessor_id, successor_id),
	check (predecessor_id <> successor_id)
);
create index organisation_successions_successor_idx on public.organisation_successions (successor_id);

select private.keep_changes('public.organisation_identifiers');
select private.keep_changes('public.organisation_names');
select private.keep_changes('public.organisation_interests');
select private.keep_changes('public.organisation_successions');
select private.count_revisions('public.organisation_identifiers');
select private.count_revisions('public.organisation_names');
select private.count_revisions('public.organisation_interests');
select private.count_revisions('public.organisation_successions');

alter table public.organisation_identifiers enable row level security;
alter table public.organisation_names enable row level security;
alter table public.organisation_interests enable row level security;
alter table public.organisation_successions enable row level security;

revoke all on public.organisation_identifiers, public.organisation_names, public.organisation_interests,
	public.organisation_successions from anon, authenticated;
grant all on public.organisation_identifiers, public.organisation_names, public.organisation_interests,
	public.organisation_successions to service_role;
grant select on public.organisation_identifiers, public.organisation_names, public.organisation_interests,
	public.organisation_successions to anon, authenticated;
grant insert, update, delete on public.organisation_identifiers, public.organisation_names,
	public.organisation_interests, public.organisation_successions to authenticated;

create policy "identifiers are read with their organisation" on public.organisation_identifiers
	for select to anon, authenticated
	using (exists (select from public.organisations where id = organisation_id));

create policy "those who change an organisation change its identifiers" on public.organisation_identifiers
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

create policy "names are read with their organisation" on public.organisation_names
	for select to anon, authenticated
	using (exists (select from public.organisations where organisations.id = organisation_id));

create policy "those who change an organisation change its names" on public.organisation_names
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

create policy "interests are read with their organisation" on public.organisation_interests
	for select to anon, authenticated
	using (exists (select from public.organisations where id = organisation_id));

create policy "those who change an organisation change its interests" on public.organisation_interests
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

create policy "successions are read with both organisations" on public.organisation_successions
	for select to anon, authenticated
	using (
		exists (select from public.organisations where id = predecessor_id)
		and exists (select from public.organisations where id = successor_id)
	);

create policy "those who change both organisations change their succession" on public.organisation_successions
	for all to authenticated
	using (
		predecessor_id in (select private.organisations_i_change())
		and successor_id in (select private.organisations_i_change())
	)
	with check (
		predecessor_id in (select private.organisations_i_change())
		and successor_id in (select private.organisations_i_change())
	);

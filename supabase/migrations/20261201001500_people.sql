-- People, and their roles in organisations.
--
-- Access: a network keeps its own record of a person. The person (when the record is linked to their account) and that
-- network's coordinators read and change it; nobody else, administrators included. What others see goes through
-- public.contacts(), field by field, as far as consent reaches.

create table public.people (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	user_id uuid references auth.users (id) on delete set null,
	name text not null check (length(name) between 1 and 160),
	email text check (length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	phone text check (length(phone) between 3 and 40),
	is_sample boolean not null default false,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	unique (network_id, user_id)
);
create index people_user_idx on public.people (user_id);
create trigger mark_person before insert or update on public.people
	for each row execute function private.mark_sample_of_network();

create function private.people_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.people where network_id in (select private.my_networks('{coordinator}'))
$$;

create function private.my_person_records() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.people where user_id = (select auth.uid())
$$;

-- What a person was called in the records of their network. Kept as it changes, for a person who was renamed stands in
-- older papers under the older name, which erasing them must find too.
create table private.person_mentions (
	person_id uuid not null references public.people (id) on delete cascade,
	said text not null,
	primary key (person_id, said)
);

create function private.keep_mentions() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	-- Records restored from a backup of before this table have none: what stood there before the first change counts.
	if tg_op = 'UPDATE' then
		if not exists (select from private.person_mentions where person_id = new.id) then
			insert into private.person_mentions
			select distinct new.id, said from unnest(array[old.name, old.email, old.phone]) said where said is not null;
		end if;
	end if;
	if auth.uid() is null or new.network_id in (select private.my_networks('{coordinator}')) then
		insert into private.person_mentions
		select distinct new.id, said from unnest(array[new.name, new.email, new.phone]) said where said is not null
		on conflict do nothing;
	end if;
	return null;
end
$$;

create trigger keep_mentions after insert or update of name, email, phone on public.people
	for each row execute function private.keep_mentions();

create table public.affiliations (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	person_id uuid not null references public.people (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	job_title text check (length(job_title) between 1 and 160),
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	confirmed_at timestamptz,
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision))
);
create index affiliations_person_idx on public.affiliations (person_id);
create index affiliations_organisation_idx on public.affiliations (organisation_id);
create unique index affiliations_one_open_idx on public.affiliations (person_id, organisation_id)
	where ended_on is null;

select private.keep_changes('public.people', '{id,network_id,is_sample}');
select private.keep_changes('public.affiliations', '{id,person_id,organisation_id}');
select private.count_revisions('public.people');
select private.count_revisions('public.affiliations');

revoke execute on all functions in schema private from public;

grant execute on function
	private.people_i_keep(),
	private.my_person_records()
to anon, authenticated, service_role;

alter table public.people enable row level security;
alter table public.affiliations enable row level security;

revoke all on public.people, public.affiliations from anon, authenticated;
grant all on public.people, public.affiliations to service_role;
grant select, delete on public.people to authenticated;
grant insert (network_id, name, email, phone), update (name, email, phone) on public.people to authenticated;
grant select, insert, delete on public.affiliations to authenticated;
grant update (job_title, started_on, started_bound, started_precision, ended_on, ended_precision, confidence,
	source_url, source_on, note, confirmed_at) on public.affiliations to authenticated;

create policy "people read their own record, coordinators their network's" on public.people
	for select to authenticated
	using (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')));

create policy "coordinators add people to their network" on public.people
	for insert to authenticated
	with check (network_id in (select private.my_networks('{coordinator}')));

create policy "people correct their own record, coordinators their network's" on public.people
	for update to authenticated
	using (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')))
	with check (user_id = (select auth.uid()) or network_id in (select private.my_networks('{coordinator}')));

create policy "coordinators remove people of their network" on public.people
	for delete to authenticated
	using (network_id in (select private.my_networks('{coordinator}')));

create policy "people and their coordinators read affiliations" on public.affiliations
	for select to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

create policy "people and their coordinators change affiliations" on public.affiliations
	for update to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()))
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

create policy "coordinators add affiliations" on public.affiliations
	for insert to authenticated
	with check (
		person_id in (select private.people_i_keep())
		and exists (select from public.organisations where organisations.id = organisation_id)
	);

create policy "coordinators remove affiliations" on public.affiliations
	for delete to authenticated
	using (person_id in (select private.people_i_keep()));

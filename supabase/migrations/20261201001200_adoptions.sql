-- Who does which practice: adoptions, their stages, and what a record says nothing about.
--
-- A spell says when, how well that is known, and who says so. started_on may be unknown; 'by' means in place no later
-- than that date. A spell is public (is_public) when it has a public source or a party confirmed it, and nobody
-- withheld it.
--
-- Access: everyone reads public adoptions between things they see, and the gaps of what they see. Those who change an
-- organisation read and write its adoptions, and its gaps, since a gap is what is filled by its adoption.

-- Who states and who confirms is the caller, never what the caller says.
create function private.sign_spell() returns trigger
language plpgsql
set search_path = ''
as $$
declare
	caller uuid := auth.uid();
begin
	if caller is null or private.is_undo() then
		return new;
	end if;
	if tg_op = 'INSERT' then
		new.stated_by := caller;
		new.confirmed_by := case when new.confirmed_at is not null then caller end;
	elsif new.confirmed_at is distinct from old.confirmed_at then
		new.confirmed_by := case when new.confirmed_at is not null then caller end;
	end if;
	return new;
end
$$;

create table public.adoptions (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	practice_id uuid not null references public.practices (id) on delete cascade,
	-- Latest known; when it was reached, and the ones before, are in adoption_stages.
	stage public.adoption_stage not null default 'adopted',
	started_on date,
	started_bound public.date_bound not null default 'on',
	started_precision public.date_precision not null default 'day',
	ended_on date,
	ended_precision public.date_precision not null default 'day',
	end_kind public.end_kind not null default 'not known',
	confidence public.confidence not null default 'stated',
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	evidence_url text check (private.is_web_address(evidence_url)),
	-- A public page of the organisation; a person as contact is in adoption_contacts.
	contact_route text check (private.is_web_address(contact_route)),
	learned_from_organisation_id uuid references public.organisations (id) on delete set null,
	learned_from_confidence public.confidence,
	learned_via_link_id uuid references public.learning_links (id) on delete set null,
	withheld boolean not null default false,
	stated_by uuid references auth.users (id) on delete set null,
	confirmed_by uuid references auth.users (id) on delete set null,
	confirmed_at timestamptz,
	is_public boolean not null
		generated always as (not withheld and (source_url is not null or confirmed_at is not null)) stored,
	created_at timestamptz not null default now(),
	-- One spell per organisation and practice, with its stages as events.
	unique (organisation_id, practice_id),
	check (ended_on is not null or end_kind = 'not known'),
	check (private.is_in_order(started_on, started_precision, ended_on, ended_precision)),
	check (learned_from_organisation_id <> organisation_id)
);
create index adoptions_practice_idx on public.adoptions (practice_id);
create index adoptions_learned_from_idx on public.adoptions (learned_from_organisation_id);
create index adoptions_learned_via_idx on public.adoptions (learned_via_link_id);
create index adoptions_stated_by_idx on public.adoptions (stated_by) where stated_by is not null;
create index adoptions_confirmed_by_idx on public.adoptions (confirmed_by) where confirmed_by is not null;

create trigger sign_adoption before insert or update on public.adoptions
	for each row execute function private.sign_spell();

create function private.adoptions_i_change() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.adoptions where organisation_id in (select private.organisations_i_change())
$$;

create function private.can_change_adoption(adoption uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select adoption in (select private.adoptions_i_change())
$$;

create table public.adoption_stages (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	adoption_id uuid not null references public.adoptions (id) on delete cascade,
	stage public.adoption_stage not null,
	reached_on date,
	reached_precision public.date_precision not null default 'day',
	source_url text check (private.is_web_address(source_url)),
	note text check (length(note) <= 2000),
	unique (adoption_id, stage, reached_on)
);

-- Whether this organisation does this practice is not recorded: the source that covers the others is silent about it.
-- It is not "not adopted", and nobody may count it as that.
create table public.adoption_gaps (
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	practice_id uuid not null references public.practices (id) on delete cascade,
	-- The record that is silent.
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	created_at timestamptz not null default now(),
	revision integer not null default 1,
	primary key (organisation_id, practice_id)
);
create index adoption_gaps_practice_idx on public.adoption_gaps (practice_id);

select private.keep_changes('public.adoptions');
select private.keep_changes('public.adoption_stages');
select private.keep_changes('public.adoption_gaps');
select private.count_revisions('public.adoptions');
select private.count_revisions('public.adoption_stages');
select private.count_revisions('public.adoption_gaps');

revoke execute on all functions in schema private from public;

grant execute on function private.adoptions_i_change(), private.can_change_adoption(uuid) to anon, authenticated, service_role;

alter table public.adoptions enable row level security;
alter table public.adoption_stages enable row level security;
alter table public.adoption_gaps enable row level security;

revoke all on public.adoptions, public.adoption_stages, public.adoption_gaps from anon, authenticated;
grant all on public.adoptions, public.adoption_stages, public.adoption_gaps to service_role;
-- Who stated and who confirmed are accounts of persons: not for readers.
grant select (id, key, revision, organisation_id, practice_id, stage, started_on, started_bound,
	started_precision, ended_on, ended_precision, end_kind, confidence, source_url, source_on, note,
	evidence_url, contact_route, learned_from_organisation_id, learned_from_confidence, learned_via_link_id,
	withheld, confirmed_at, is_public, created_at) on public.adoptions to anon, authenticated;
grant insert (organisation_id, practice_id, stage, started_on, started_bound, started_precision, ended_on,
	ended_precision, end_kind, confidence, source_url, source_on, note, evidence_url, contact_route,
	learned_from_organisation_id, learned_from_confidence, learned_via_link_id, withheld, confirmed_at) on
	public.adoptions to authenticated;
grant update (stage, started_on, started_bound, started_precision, ended_on, ended_precision, end_kind,
	confidence, source_url, source_on, note, evidence_url, contact_route, learned_from_organisation_id,
	learned_from_confidence, learned_via_link_id, withheld, confirmed_at) on public.adoptions to authenticated;
grant delete on public.adoptions to authenticated;
grant select on public.adoption_stages to anon, authenticated;
grant insert, delete, update (stage, reached_on, reached_precision, source_url, note) on public.adoption_stages to
	authenticated;
grant select on public.adoption_gaps to anon, authenticated;
grant insert (organisation_id, practice_id, source_url, source_on, note), update (source_url, source_on,
	note), delete on public.adoption_gaps to authenticated;

create policy "everyone reads public adoptions of what they see" on public.adoptions
	for select to anon, authenticated
	using (
		is_public
		and exists (select from public.organisations where organisations.id = organisation_id)
		and exists (select from public.practices where practices.id = practice_id)
	);

create policy "those who change an organisation change its adoptions" on public.adoptions
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

create policy "stages are read with their adoption" on public.adoption_stages
	for select to anon, authenticated
	using (exists (select from public.adoptions where adoptions.id = adoption_id));

create policy "those who change an adoption change its stages" on public.adoption_stages
	for all to authenticated
	using (adoption_id in (select private.adoptions_i_change()))
	with check (adoption_id in (select private.adoptions_i_change()));

create policy "everyone reads the gaps of what they see" on public.adoption_gaps
	for select to anon, authenticated
	using (
		exists (select from public.organisations where organisations.id = organisation_id)
		and exists (select from public.practices where practices.id = practice_id)
	);

create policy "those who change an organisation write its gaps" on public.adoption_gaps
	for all to authenticated
	using (organisation_id in (select private.organisations_i_change()))
	with check (organisation_id in (select private.organisations_i_change()));

-- What people agreed to show, field by field.
--
-- Access: the person and the coordinators of the network that keeps the record read, give and withdraw. Nobody reads
-- which account recorded a consent.

-- One row a decision; the latest that is not withdrawn counts, and history stays.
create table public.consents (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	person_id uuid not null references public.people (id) on delete cascade,
	field public.personal_field not null,
	visibility public.visibility not null,
	text_version text not null check (length(text_version) between 1 and 40),
	given_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	recorded_by uuid default auth.uid() references auth.users (id) on delete set null,
	check (withdrawn_at >= given_at)
);
create index consents_person_idx on public.consents (person_id);
create unique index consents_one_standing_idx on public.consents (person_id, field) where withdrawn_at is null;
create index consents_recorded_by_idx on public.consents (recorded_by) where recorded_by is not null;

-- Once, by the clock. Who changes their mind again gives a new consent, so that what was shown when stays known.
create function private.keep_withdrawal() returns trigger
language plpgsql
set search_path = ''
as $$
begin
	if old.withdrawn_at is null then
		new.withdrawn_at := case when new.withdrawn_at is not null then now() end;
	elsif new.withdrawn_at is distinct from old.withdrawn_at then
		raise exception 'This consent was withdrawn and stays so. Record a new one instead.' using errcode = '23514';
	end if;
	return new;
end
$$;

create trigger keep_withdrawal before update on public.consents
	for each row execute function private.keep_withdrawal();

select private.keep_changes('public.consents', '{id,person_id,field,visibility,text_version,withdrawn_at}');

revoke execute on all functions in schema private from public;

alter table public.consents enable row level security;

revoke all on public.consents from anon, authenticated;
grant all on public.consents to service_role;
grant select (id, person_id, field, visibility, text_version, given_at, withdrawn_at)
	on public.consents to authenticated;
grant insert (person_id, field, visibility, text_version), update (withdrawn_at) on public.consents to
	authenticated;

create policy "people and their coordinators read consents" on public.consents
	for select to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

create policy "people and their coordinators record consents" on public.consents
	for insert to authenticated
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

create policy "people and their coordinators withdraw consents" on public.consents
	for update to authenticated
	using (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()))
	with check (person_id in (select private.my_person_records()) or person_id in (select private.people_i_keep()));

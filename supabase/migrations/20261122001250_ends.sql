-- How spells end, what a record says nothing about, and which networks are public records.
--
-- Ended is not stopped: a commission of two years that finished is complete, a practice that another took the
-- place of is replaced, and what a body did when it closed may go on elsewhere. Where nobody says, it is not known.
--
-- Access: as for the spells. Everyone reads the gaps of what they see; those who change an organisation write
-- them, since a gap is what is filled by its adoption. Only administrators say that a new network is a record.

create type public.end_kind as enum ('completed', 'stopped', 'replaced', 'body closed', 'not known');

alter table public.adoptions
	add end_kind public.end_kind not null default 'not known',
	add check (ended_on is not null or end_kind = 'not known');
alter table public.ties
	add end_kind public.end_kind not null default 'not known',
	add check (ended_on is not null or end_kind = 'not known');
alter table public.associations
	add end_kind public.end_kind not null default 'not known',
	add check (ended_on is not null or end_kind = 'not known');
alter table public.memberships
	add end_kind public.end_kind not null default 'not known',
	add check (ended_on is not null or end_kind = 'not known');

grant select (end_kind) on public.adoptions, public.ties, public.associations, public.memberships
	to anon, authenticated;
grant insert (end_kind), update (end_kind)
	on public.adoptions, public.ties, public.associations, public.memberships to authenticated;

-- Whether this organisation does this practice is not recorded: the source that covers the others is silent
-- about it. It is not "not adopted", and nobody may count it as that.
create table public.adoption_gaps (
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	practice_id uuid not null references public.practices (id) on delete cascade,
	-- The record that is silent.
	source_url text check (private.is_web_address(source_url)),
	source_on date,
	note text check (length(note) <= 2000),
	created_at timestamptz not null default now(),
	primary key (organisation_id, practice_id)
);
create index adoption_gaps_practice_idx on public.adoption_gaps (practice_id);
create trigger record_audit after insert or update or delete on public.adoption_gaps
	for each row execute function private.record_audit('organisation_id,practice_id');

alter table public.adoption_gaps enable row level security;
revoke all on public.adoption_gaps from anon, authenticated;
grant all on public.adoption_gaps to service_role;
grant select on public.adoption_gaps to anon, authenticated;
grant insert (organisation_id, practice_id, source_url, source_on, note), update (source_url, source_on, note), delete
	on public.adoption_gaps to authenticated;

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

-- A record tells who did one thing and has no members. Without being asked for, nothing counts what is in it.
alter table public.networks add is_record boolean not null default false;
grant insert (is_record) on public.networks to authenticated;

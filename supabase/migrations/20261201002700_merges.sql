-- Two records of one body: merges, and pairs that were looked at and are two.
--
-- Access: those who steward both organisations merge them; those who steward either say that two are no duplicates.

create table public.merges (
	id uuid primary key default private.uuid_v7(),
	survivor_id uuid not null references public.organisations (id) on delete cascade,
	-- No reference: the merged organisation is gone until the merge is undone.
	merged_id uuid not null,
	moved jsonb not null check (jsonb_typeof(moved) = 'object'),
	merged_by uuid default auth.uid() references auth.users (id) on delete set null,
	merged_at timestamptz not null default now(),
	undone_at timestamptz,
	check (survivor_id <> merged_id)
);
create index merges_survivor_idx on public.merges (survivor_id);
create index merges_merged_by_idx on public.merges (merged_by) where merged_by is not null;

comment on column public.merges.moved is
	'Written by the client that merged. An undo with the owner''s rights must not trust it: it checks that the caller may write every row that this names.';

-- Pairs that someone looked at and found to be two bodies.
create table public.not_duplicates (
	organisation_a_id uuid not null references public.organisations (id) on delete cascade,
	organisation_b_id uuid not null references public.organisations (id) on delete cascade,
	decided_at timestamptz not null default now(),
	primary key (organisation_a_id, organisation_b_id),
	check (organisation_a_id < organisation_b_id)
);
create index not_duplicates_b_idx on public.not_duplicates (organisation_b_id);

alter table public.merges enable row level security;
alter table public.not_duplicates enable row level security;

revoke all on public.merges, public.not_duplicates from anon, authenticated;
grant all on public.merges, public.not_duplicates to service_role;
grant select on public.merges to authenticated;
grant insert (survivor_id, merged_id, moved), update (undone_at) on public.merges to authenticated;
grant select, delete on public.not_duplicates to authenticated;
grant insert (organisation_a_id, organisation_b_id) on public.not_duplicates to authenticated;

create policy "stewards read merges" on public.merges
	for select to authenticated
	using (survivor_id in (select private.organisations_i_steward()));

create policy "stewards of both merge two organisations" on public.merges
	for insert to authenticated
	with check (
		survivor_id in (select private.organisations_i_steward())
		and merged_id in (select private.organisations_i_steward())
	);

create policy "stewards undo merges" on public.merges
	for update to authenticated
	using (survivor_id in (select private.organisations_i_steward()))
	with check (survivor_id in (select private.organisations_i_steward()));

create policy "stewards of either decide that two are no duplicates" on public.not_duplicates
	for all to authenticated
	using (
		organisation_a_id in (select private.organisations_i_steward())
		or organisation_b_id in (select private.organisations_i_steward())
	)
	with check (
		organisation_a_id in (select private.organisations_i_steward())
		or organisation_b_id in (select private.organisations_i_steward())
	);

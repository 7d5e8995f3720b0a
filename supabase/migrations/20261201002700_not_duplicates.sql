-- Pairs of records that someone looked at and found to be two bodies. Where two are one they are merged, which is a
-- change like any other.
--
-- Access: those who steward either.

create table public.not_duplicates (
	organisation_a_id uuid not null references public.organisations (id) on delete cascade,
	organisation_b_id uuid not null references public.organisations (id) on delete cascade,
	decided_at timestamptz not null default now(),
	primary key (organisation_a_id, organisation_b_id),
	check (organisation_a_id < organisation_b_id)
);
create index not_duplicates_b_idx on public.not_duplicates (organisation_b_id);

select private.keep_changes('public.not_duplicates');

alter table public.not_duplicates enable row level security;

revoke all on public.not_duplicates from anon, authenticated;
grant all on public.not_duplicates to service_role;
grant select, delete on public.not_duplicates to authenticated;
grant insert (organisation_a_id, organisation_b_id) on public.not_duplicates to authenticated;

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

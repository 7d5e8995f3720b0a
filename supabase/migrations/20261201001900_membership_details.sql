-- What only a network's own people know of a membership: tables of their own, because a grant cannot tell one network's
-- reader from another's.
--
-- Access: tiers are for the network's people and the organisation's editors; owners and notes for coordinators.

create table public.membership_tiers (
	membership_id uuid primary key references public.memberships (id) on delete cascade,
	tier text not null check (length(tier) between 1 and 80),
	revision integer not null default 1
);

create table public.membership_notes (
	membership_id uuid primary key references public.memberships (id) on delete cascade,
	owner_id uuid references auth.users (id) on delete set null,
	status_reason text check (length(status_reason) <= 1000),
	note text check (length(note) <= 4000),
	revision integer not null default 1
);
create index membership_notes_owner_idx on public.membership_notes (owner_id);

select private.keep_changes('public.membership_tiers');
select private.keep_changes('public.membership_notes', '{membership_id}');
select private.count_revisions('public.membership_tiers');
select private.count_revisions('public.membership_notes');

alter table public.membership_tiers enable row level security;
alter table public.membership_notes enable row level security;

revoke all on public.membership_tiers, public.membership_notes from anon, authenticated;
grant all on public.membership_tiers, public.membership_notes to service_role;
grant select, insert, update, delete on public.membership_tiers, public.membership_notes to authenticated;

create policy "people of a network read its tiers" on public.membership_tiers
	for select to authenticated
	using (
		membership_id in (select private.memberships_of_my_networks())
		or exists (
			select from public.memberships
			where memberships.id = membership_id
				and memberships.organisation_id in (select private.my_organisations())
		)
	);

create policy "coordinators set tiers" on public.membership_tiers
	for all to authenticated
	using (membership_id in (select private.memberships_i_keep()))
	with check (membership_id in (select private.memberships_i_keep()));

create policy "coordinators keep notes on memberships" on public.membership_notes
	for all to authenticated
	using (membership_id in (select private.memberships_i_keep()))
	with check (membership_id in (select private.memberships_i_keep()));

-- What happened in the life of a network or movement, dated and sourced: its timeline.
--
-- Access: everyone reads those of networks they see; the network's coordinators, and administrators, keep them.

create table public.milestones (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	revision integer not null default 1,
	network_id uuid not null references public.networks (id) on delete cascade,
	happened_on date not null,
	happened_precision public.date_precision not null default 'day',
	title text not null check (length(title) between 1 and 200),
	note text check (length(note) <= 1000),
	-- A milestone that nobody can check is none.
	source_url text not null check (private.is_web_address(source_url)),
	created_at timestamptz not null default now(),
	unique (network_id, happened_on, title)
);

select private.keep_changes('public.milestones');
select private.count_revisions('public.milestones');

alter table public.milestones enable row level security;
revoke all on public.milestones from anon, authenticated;
grant all on public.milestones to service_role;
grant select on public.milestones to anon, authenticated;
grant insert (network_id, happened_on, happened_precision, title, note, source_url),
	update (happened_on, happened_precision, title, note, source_url) on public.milestones to authenticated;
grant delete on public.milestones to authenticated;

create policy "milestones are read with their network" on public.milestones
	for select to anon, authenticated
	using (exists (select from public.networks where networks.id = network_id));
create policy "coordinators and administrators keep a network's milestones" on public.milestones
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()))
	with check (network_id in (select private.my_networks('{coordinator}')) or (select private.is_administrator()));

-- Imports of a file into a network, row by row with its verdict.
--
-- Access: coordinators of the network.

create table public.import_batches (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	network_id uuid not null references public.networks (id) on delete cascade,
	file_name text not null check (length(file_name) between 1 and 255),
	mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object' and length(mapping::text) <= 20000),
	created_by uuid default auth.uid() references auth.users (id) on delete set null,
	created_at timestamptz not null default now(),
	applied_at timestamptz,
	undone_at timestamptz,
	-- What it wrote, and by what it is undone; the rows below are only what was read and found.
	change_id uuid references public.changes (id) on delete set null,
	check (undone_at >= applied_at)
);
create index import_batches_network_idx on public.import_batches (network_id);
create index import_batches_change_idx on public.import_batches (change_id) where change_id is not null;
create index import_batches_created_by_idx on public.import_batches (created_by) where created_by is not null;

create table public.import_rows (
	batch_id uuid not null references public.import_batches (id) on delete cascade,
	position integer not null check (position >= 1),
	content jsonb not null check (length(content::text) <= 60000),
	verdict public.import_verdict not null,
	message text check (length(message) <= 2000),
	primary key (batch_id, position)
);

create function private.batches_i_keep() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.import_batches where network_id in (select private.my_networks('{coordinator}'))
$$;

select private.keep_changes('public.import_batches', '{id,network_id,applied_at,undone_at,change_id}');

revoke execute on all functions in schema private from public;

grant execute on function private.batches_i_keep() to anon, authenticated, service_role;

alter table public.import_batches enable row level security;
alter table public.import_rows enable row level security;

revoke all on public.import_batches, public.import_rows from anon, authenticated;
grant all on public.import_batches, public.import_rows to service_role;
-- change_id is written by the function that imports.
grant select, delete on public.import_batches to authenticated;
grant insert (network_id, file_name, mapping), update (mapping, applied_at, undone_at)
	on public.import_batches to authenticated;
grant select, insert, delete, update (verdict, message) on public.import_rows to authenticated;

create policy "coordinators import into their network" on public.import_batches
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));

create policy "coordinators keep the rows of an import" on public.import_rows
	for all to authenticated
	using (batch_id in (select private.batches_i_keep()))
	with check (batch_id in (select private.batches_i_keep()));

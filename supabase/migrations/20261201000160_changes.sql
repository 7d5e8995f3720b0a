-- The ledger. Every write is a change, and a change is the rows that it wrote, each as it was before and after.
--
-- A change is what one caller does in one transaction, or a part of it that a function names: an import, a merge, a
-- review. Rows are recorded by trigger inside the transaction that writes them (record_change, in the next migration).
-- What is personal is kept apart, in a table that nobody reads, and erasing a person empties it. The text of notes and
-- the hashes of tokens never enter.
--
-- Access: nobody writes. Who reads is in changes_readers.

create type public.change_kind as enum (
	'edit', 'import', 'merge', 'review', 'join', 'confirm', 'invite', 'hand over', 'erase', 'undo'
);
create type public.change_verb as enum ('insert', 'update', 'delete');

create table public.changes (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	kind public.change_kind not null default 'edit',
	-- In whose name; null where the change belongs to no one network. No reference: the ledger outlives what it tells of.
	network_id uuid,
	actor_id uuid,
	actor_erased boolean not null default false,
	reason text check (length(reason) <= 2000),
	happened_at timestamptz not null default now(),
	-- The change that this one puts back, and the one that put all of it back.
	undoes uuid references public.changes (id),
	undone_by uuid references public.changes (id)
);
create index changes_network_idx on public.changes (network_id, happened_at);
create index changes_actor_idx on public.changes (actor_id);
create index changes_undoes_idx on public.changes (undoes) where undoes is not null;
create index changes_undone_by_idx on public.changes (undone_by) where undone_by is not null;

create table public.change_rows (
	id bigint generated always as identity primary key,
	change_id uuid not null references public.changes (id) on delete cascade,
	-- Number of the first row that the same statement wrote.
	step bigint not null,
	table_name text not null,
	-- The key as far as it names no account, and a mark of the whole key, by which one row is found again.
	row_key jsonb not null,
	row_mark text not null,
	verb public.change_verb not null,
	before jsonb,
	after jsonb,
	-- Names of what an update changed, of what is kept apart or never kept too.
	columns text[],
	-- Whether there is a part in private.change_rows_apart; it may have been emptied since.
	is_apart boolean not null,
	-- What it concerns; networks are those that the row belongs to and those that look after what it is about.
	organisations uuid[] not null,
	practices uuid[] not null,
	links uuid[] not null,
	networks uuid[] not null,
	persons uuid[] not null,
	undone_by uuid references public.changes (id)
);
create index change_rows_change_idx on public.change_rows (change_id, step);
create index change_rows_row_idx on public.change_rows (table_name, row_mark, id);
create index change_rows_organisations_idx on public.change_rows using gin (organisations);
create index change_rows_practices_idx on public.change_rows using gin (practices);
create index change_rows_links_idx on public.change_rows using gin (links);
create index change_rows_networks_idx on public.change_rows using gin (networks);
create index change_rows_persons_idx on public.change_rows using gin (persons);
create index change_rows_undone_by_idx on public.change_rows (undone_by) where undone_by is not null;

-- Personal columns of a recorded row.
create table private.change_rows_apart (
	row_id bigint primary key references public.change_rows (id) on delete cascade,
	before jsonb,
	after jsonb
);

-- Begins a change of its own within a transaction: what is written from here on belongs to it. The setting ends with
-- the transaction, and is undone with a savepoint.
create function private.begin_change(kind public.change_kind, network uuid default null, reason text default null)
returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
	begun uuid;
begin
	insert into public.changes (kind, network_id, actor_id, reason)
	values (begin_change.kind, network, auth.uid(), nullif(trim(begin_change.reason), ''))
	returning id into begun;
	perform set_config('goodways.change', begun::text, true);
	return begun;
end
$$;

-- The change that this transaction has begun for this caller; null where there is none. The setting alone is not
-- believed: anybody may set it, but nobody can make a change of this very transaction.
create function private.begun_change() returns uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.changes
	where id = nullif(current_setting('goodways.change', true), '')::uuid
		and happened_at = now() and actor_id is not distinct from auth.uid()
$$;

-- Whether rows are being put back: they already are what the triggers made of them.
create function private.is_undo() returns boolean
language sql stable security definer
set search_path = ''
as $$
	select coalesce(
		nullif(current_setting('goodways.change', true), '') is not null
			and (select kind = 'undo' from public.changes where id = private.begun_change()),
		false
	)
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.is_undo() to anon, authenticated, service_role;

alter table public.changes enable row level security;
alter table public.change_rows enable row level security;

revoke all on public.changes, public.change_rows from anon, authenticated, service_role;
grant select on public.changes, public.change_rows to authenticated, service_role;

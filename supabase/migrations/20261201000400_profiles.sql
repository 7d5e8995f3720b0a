-- Profiles: what people call themselves.
--
-- Access: people read and change their own; coordinators read those of their network's people, administrators all.

create table public.profiles (
	user_id uuid primary key references auth.users (id) on delete cascade,
	display_name text check (length(display_name) between 1 and 120),
	created_at timestamptz not null default now(),
	revision integer not null default 1
);

-- Every account has a profile. Some servers hand the metadata over as a JSON string: unwrapped here.
create function private.make_profile() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	metadata jsonb := to_jsonb(new) -> 'raw_user_meta_data';
begin
	if jsonb_typeof(metadata) = 'string' then
		metadata := (metadata #>> '{}')::jsonb;
	end if;
	insert into public.profiles (user_id, display_name)
	values (new.id, nullif(left(trim(metadata ->> 'display_name'), 120), ''))
	on conflict (user_id) do nothing;
	return new;
exception when invalid_text_representation then
	insert into public.profiles (user_id) values (new.id) on conflict (user_id) do nothing;
	return new;
end
$$;

create trigger make_profile after insert on auth.users
	for each row execute function private.make_profile();

select private.count_revisions('public.profiles');

revoke execute on all functions in schema private from public;

alter table public.profiles enable row level security;

revoke all on public.profiles from anon, authenticated;
grant all on public.profiles to service_role;
grant select on public.profiles to authenticated;
grant update (display_name) on public.profiles to authenticated;

create policy "people read their own profile, coordinators their network's" on public.profiles
	for select to authenticated
	using (
		user_id = (select auth.uid())
		or user_id in (select user_id from private.people_i_coordinate())
		or (select private.is_administrator())
	);

create policy "people change their own profile" on public.profiles
	for update to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

-- What a Supabase project has before the first migration: roles, schemas, auth.users and auth.uid().
--
-- Idempotent, and tolerant of a server that made part of it already. Default privileges grant nothing, as on
-- hosted Supabase: each migration says what each role may do.

do $$
begin
	if not exists (select from pg_roles where rolname = 'anon') then
		create role anon nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'authenticated') then
		create role authenticated nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'service_role') then
		create role service_role nologin noinherit bypassrls;
	end if;
end
$$;

create schema if not exists auth;
create schema if not exists extensions;

create table if not exists auth.users (
	id uuid primary key,
	email varchar(255),
	raw_user_meta_data jsonb,
	created_at timestamptz default now()
);

-- Both spellings of the claim: one setting for each, and all of them as JSON.
create or replace function auth.uid() returns uuid
language sql stable
as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.sub', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
	)::uuid
$$;

revoke create on schema public from public;
grant usage on schema public, auth, extensions to anon, authenticated, service_role;
grant execute on function auth.uid() to anon, authenticated, service_role;

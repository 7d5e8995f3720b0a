-- What every later migration stands on: extensions, the closed lists of the domain, and small pure functions.
--
-- Access: nothing here holds data. Helpers live in schema private, which the API does not expose.

create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;

create schema private;
grant usage on schema private to anon, authenticated, service_role;

-- Older Supabase projects grant everything on what is new; these migrations grant one by one. PostgreSQL
-- itself lets everyone run new functions, so each migration revokes that.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- Order matters: the atlas sends positions in these lists (src/lib/domain/vocabulary.ts).
create type public.organisation_kind as enum (
	'council', 'charity', 'social enterprise', 'NHS body', 'housing association', 'university',
	'think tank', 'company', 'community group', 'government', 'other'
);
create type public.location_basis as enum ('exact', 'postcode', 'area centre', 'none');
create type public.date_precision as enum ('day', 'month', 'year');
create type public.date_bound as enum ('on', 'by');
create type public.confidence as enum ('stated', 'inferred');
create type public.adoption_stage as enum ('exploring', 'piloting', 'adopted', 'embedded', 'ended');
-- Ended is not stopped: a commission of two years that finished is complete, a practice that another took the place of is
-- replaced, and what a body did when it closed may go on elsewhere. Where nobody says, it is not known.
create type public.end_kind as enum ('completed', 'stopped', 'replaced', 'body closed', 'not known');
create type public.tie_kind as enum (
	'learnt from', 'works with', 'visited', 'mentors', 'funds', 'member of', 'lies within'
);
create type public.link_kind as enum (
	'report', 'paper', 'webinar', 'event', 'video', 'post', 'toolkit', 'case study', 'story', 'website'
);
create type public.evidence_level as enum ('idea', 'promising', 'evaluated', 'replicated');
create type public.membership_kind as enum ('organisations', 'people', 'programme');
create type public.membership_status as enum ('invited', 'new', 'current', 'grace', 'lapsed', 'left');
create type public.network_role as enum ('coordinator', 'editor', 'researcher', 'member');
create type public.record_status as enum ('draft', 'published', 'archived');
create type public.link_role as enum ('about', 'made', 'hosted', 'attended', 'shared');
create type public.name_kind as enum ('former', 'alias', 'abbreviation');
create type public.editor_status as enum ('claimed', 'approved');
create type public.review_status as enum ('pending', 'accepted', 'declined', 'withdrawn');
create type public.reply_status as enum ('pending', 'shown', 'hidden');
create type public.introduction_state as enum ('suggested', 'sent', 'met', 'declined');
create type public.import_verdict as enum ('new', 'update', 'same', 'duplicate', 'error');
create type public.visibility as enum ('private', 'coordinators', 'members', 'public');
create type public.personal_field as enum ('name', 'email', 'phone', 'job_title');
create type public.indicator_transform as enum ('none', 'log');
create type public.indicator_aggregation as enum ('sum', 'mean', 'none');

-- Keys sort by time of creation, so that new rows land together; PostgreSQL 15 has no uuidv7().
create function private.uuid_v7() returns uuid
language sql volatile parallel safe
set search_path = ''
as $$
	select encode(
		set_bit(
			set_bit(
				overlay(
					uuid_send(gen_random_uuid())
					placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
					from 1 for 6
				),
				52, 1
			),
			53, 1
		),
		'hex'
	)::uuid
$$;

-- What pages and files call a row by: derived from the key of the database, from which nobody gets back to it. Letters
-- only, without vowels: a spreadsheet takes it for no number, no formula and no word.
create function private.public_key(id uuid) returns text
language sql immutable parallel safe
set search_path = ''
as $$
	select translate(left(encode(sha256(uuid_send(id)), 'hex'), 14), '0123456789abcdef', 'bcdfghjkmnpqrstv')
$$;

create function private.is_web_address(address text) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$
	select length(address) <= 2000 and address ~* '^https?://[^[:space:]<>"]+$'
$$;

create function private.is_slug(slug text) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$
	select length(slug) <= 120 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
$$;

-- True unless the end lies before the start, compared no finer than the coarser of the two is known.
create function private.is_in_order(
	started_on date, started_precision public.date_precision,
	ended_on date, ended_precision public.date_precision
) returns boolean
language sql immutable parallel safe
set search_path = ''
as $$
	select coalesce(
		date_trunc(greatest(started_precision, ended_precision)::text, ended_on::timestamp)
			>= date_trunc(greatest(started_precision, ended_precision)::text, started_on::timestamp),
		true
	)
$$;

-- Whether a person or a visitor sent the statement: not the owner of the tables, nor the server with its own key.
create function private.is_request() returns boolean
language sql stable
set search_path = ''
as $$
	select coalesce(
		coalesce(
			nullif(current_setting('request.jwt.claim.role', true), ''),
			nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
		) in ('anon', 'authenticated'),
		false
	)
$$;

revoke execute on all functions in schema private from public;

grant execute on function
	private.uuid_v7(),
	private.public_key(uuid),
	private.is_web_address(text),
	private.is_slug(text),
	private.is_in_order(date, public.date_precision, date, public.date_precision)
to anon, authenticated, service_role;

-- Questions to an organisation whether its record is right, answered with a token and without an account.
--
-- Access: coordinators ask organisations that they steward. Tokens are stored as hashes that nobody reads.

create table public.confirmations (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_id uuid not null references public.organisations (id) on delete cascade,
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	sent_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '1440 hours',
	used_at timestamptz,
	-- An hour more: sixty days by the clock of a server are that much longer where clocks change.
	constraint confirmations_longest_life check (expires_at <= sent_at + interval '1441 hours')
);
create index confirmations_network_idx on public.confirmations (network_id);
create index confirmations_organisation_idx on public.confirmations (organisation_id);

-- What a confirmation link shows before anything is done with it; null when the link is not valid.
create function public.confirmation(token text) returns jsonb
language sql stable security definer
set search_path = ''
as $$
	select jsonb_build_object(
		'slug', organisation.slug, 'name', organisation.name, 'kind', organisation.kind,
		'summary', organisation.summary, 'website', organisation.website, 'network', network.name
	)
	from public.confirmations asked
	join public.organisations organisation on organisation.id = asked.organisation_id
	join public.networks network on network.id = asked.network_id
	where asked.token_hash = private.token_hash(token) and asked.used_at is null and asked.expires_at > now()
$$;

-- Confirms the record, or, with a correction, puts that before those who review.
create function public.confirm_organisation(token text, correction jsonb default null, message text default null)
returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	confirmed uuid;
begin
	perform private.begin_change('confirm');
	update public.confirmations set used_at = now()
	where token_hash = private.token_hash(token) and used_at is null and expires_at > now()
	returning organisation_id into confirmed;
	if not found then
		raise exception 'This link is not valid. It may have been used or have expired.' using errcode = 'PT404';
	end if;
	if correction is null then
		update public.organisations set confirmed_at = now() where id = confirmed;
	else
		insert into public.suggestions (table_name, row_id, organisation_id, patch, message, proposer_id)
		values ('organisations', confirmed, confirmed, correction, message, null);
	end if;
end
$$;

select private.keep_changes('public.confirmations');

revoke execute on function public.confirmation(text), public.confirm_organisation(text, jsonb, text) from public;
grant execute on function public.confirmation(text), public.confirm_organisation(text, jsonb, text)
	to anon, authenticated, service_role;

alter table public.confirmations enable row level security;

revoke all on public.confirmations from anon, authenticated;
grant all on public.confirmations to service_role;
grant select (id, key, network_id, organisation_id, sent_at, expires_at, used_at),
	insert (network_id, organisation_id, token_hash, expires_at) on public.confirmations to authenticated;
grant delete on public.confirmations to authenticated;

create policy "coordinators ask organisations they steward to confirm" on public.confirmations
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (
		network_id in (select private.my_networks('{coordinator}'))
		and organisation_id in (select private.organisations_i_steward())
	);

-- Requests to join a network.
--
-- Access: anybody asks, through request_to_join(), which answers nothing; coordinators decide.

create table public.join_requests (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	network_id uuid not null references public.networks (id) on delete cascade,
	organisation_name text not null check (length(organisation_name) between 1 and 200),
	kind public.organisation_kind not null default 'other',
	website text check (private.is_web_address(website)),
	area_code text references public.areas (code) on update cascade on delete set null,
	contact_name text check (length(contact_name) between 1 and 160),
	contact_email text check (length(contact_email) <= 254 and contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	message text check (length(message) <= 2000),
	status public.review_status not null default 'pending',
	organisation_id uuid references public.organisations (id) on delete set null,
	created_at timestamptz not null default now()
);
create index join_requests_network_idx on public.join_requests (network_id, status);
create index join_requests_area_idx on public.join_requests (area_code);
create index join_requests_organisation_idx on public.join_requests (organisation_id);
create index join_requests_waiting_idx on public.join_requests (network_id, lower(contact_email))
	where status = 'pending';

create function public.request_to_join(
	network_slug text, organisation_name text, kind public.organisation_kind default 'other',
	website text default null, area_code text default null, contact_name text default null,
	contact_email text default null, message text default null
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	most_a_week constant integer := 500;
	asked uuid;
	request uuid;
begin
	select id into asked from public.networks where slug = network_slug and is_public;
	if asked is null then
		return;
	end if;
	-- One at a time for a network, so that two at once are counted as two.
	perform pg_advisory_xact_lock(hashtextextended('request_to_join ' || asked::text, 0));
	if (
		select count(*) >= most_a_week from public.join_requests
		where network_id = asked and status = 'pending' and created_at > now() - interval '168 hours'
	) then
		raise exception 'This network has had more requests this week than it can answer. Please try again in a few days.'
			using errcode = 'PT429';
	end if;
	begin
		perform private.begin_change('join', asked);
		insert into public.join_requests
			(network_id, organisation_name, kind, website, area_code, contact_name, contact_email, message)
		values (asked, organisation_name, kind, website, area_code, contact_name, contact_email, message)
		returning id into request;
		if exists (
			select from public.join_requests waiting
			where waiting.network_id = asked and waiting.status = 'pending' and waiting.id <> request
				and lower(waiting.contact_email) = lower(request_to_join.contact_email)
		) then
			raise sqlstate 'GW409';
		end if;
	exception when sqlstate 'GW409' then
		null;
	end;
end
$$;

select private.keep_changes('public.join_requests', '{id,network_id,status,organisation_id}');

revoke execute on function
	public.request_to_join(text, text, public.organisation_kind, text, text, text, text, text)
from public;
grant execute on function
	public.request_to_join(text, text, public.organisation_kind, text, text, text, text, text)
to anon, authenticated, service_role;

alter table public.join_requests enable row level security;

revoke all on public.join_requests from anon, authenticated;
grant all on public.join_requests to service_role;
grant select, delete, update (status, organisation_id) on public.join_requests to authenticated;

create policy "coordinators decide on requests to join" on public.join_requests
	for all to authenticated
	using (network_id in (select private.my_networks('{coordinator}')))
	with check (network_id in (select private.my_networks('{coordinator}')));

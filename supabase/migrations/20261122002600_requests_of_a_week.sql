-- The most requests to join that a network takes are counted by the week: whoever filled the queue once would
-- otherwise keep everybody out until somebody had answered hundreds of requests by hand.
--
-- Access: as before.

create or replace function public.request_to_join(
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

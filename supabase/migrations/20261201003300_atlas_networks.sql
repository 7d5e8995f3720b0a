-- The atlas's areas, networks and characteristics, and how many people a network has.
--
-- Access: read under the caller's own rights. Inputs of aggregates are sorted in a subquery with nothing above it, so
-- that all columns of a table keep one order at the cost of one sort; so in every function of the atlas.

create function private.atlas_areas(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'code', coalesce(json_agg(code), '[]'),
		'name', coalesce(json_agg(name), '[]'),
		'kind', coalesce(json_agg(kind), '[]'),
		'nation', coalesce(json_agg(nation), '[]'),
		'region', coalesce(json_agg(coalesce(region_name, nation)), '[]'),
		'county', coalesce(json_agg(county_name), '[]'),
		'combined_authority', coalesce(json_agg(combined_authority_name), '[]'),
		'lon', coalesce(json_agg(coalesce(population_centre_longitude, centre_longitude)), '[]'),
		'lat', coalesce(json_agg(coalesce(population_centre_latitude, centre_latitude)), '[]'),
		'hex_q', coalesce(json_agg(hex_q), '[]'),
		'hex_r', coalesce(json_agg(hex_r), '[]')
	)
	from (
		select area.*
		from unnest(sight.areas) with ordinality as seen (code, place)
		join public.areas area on area.code = seen.code
		order by seen.place
	) as sorted
$$;

create function private.atlas_networks(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'slug', coalesce(json_agg(slug), '[]'),
		'name', coalesce(json_agg(name), '[]'),
		'summary', coalesce(json_agg(summary), '[]'),
		'url', coalesce(json_agg(url), '[]'),
		'colour', coalesce(json_agg(colour), '[]'),
		'membership_kind', coalesce(json_agg(membership_kind_at), '[]'),
		'is_sample', coalesce(json_agg(is_sample::integer), '[]'),
		'is_record', coalesce(json_agg(is_record::integer), '[]'),
		'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
		'started_precision', coalesce(json_agg(precision_at), '[]'),
		'new_months', coalesce(json_agg(new_months), '[]'),
		'grace_months', coalesce(json_agg(grace_months), '[]')
	)
	from (
		select
			network.*,
			array_position((select enum_range(null::public.membership_kind)), network.membership_kind) - 1
				as membership_kind_at,
			array_position((select enum_range(null::public.date_precision)), network.started_precision) - 1
				as precision_at
		from unnest(sight.networks) with ordinality as seen (id, place)
		join public.networks network on network.id = seen.id
		order by seen.place
	) as sorted
$$;

create function private.atlas_characteristics(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'network', coalesce(json_agg(network_at), '[]'),
		'position', coalesce(json_agg(position), '[]'),
		'label', coalesce(json_agg(label), '[]'),
		'description', coalesce(json_agg(description), '[]')
	)
	from (
		select characteristic.*, network.place - 1 as network_at
		from unnest(sight.characteristics) with ordinality as seen (id, place)
		join public.characteristics characteristic on characteristic.id = seen.id
		join public.frameworks framework on framework.id = characteristic.framework_id
		join unnest(sight.networks) with ordinality as network (id, place) on network.id = framework.network_id
		order by seen.place
	) as sorted
$$;

-- Counts of people, five or more, of whom the caller may not read a single row.
create function private.people_counts() returns table (network_id uuid, members integer)
language sql stable security definer
set search_path = ''
as $$
	select membership.network_id, count(*)::integer
	from public.memberships membership
	where membership.person_id is not null
		and not membership.withheld
		and membership.ended_on is null
		and (membership.invited_on is null or membership.started_on is not null)
	group by membership.network_id
	having count(*) >= 5
$$;

create function private.atlas_people_counts(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'network', coalesce(json_agg(network_at), '[]'),
		'members', coalesce(json_agg(members), '[]')
	)
	from (
		select network.place - 1 as network_at, counts.members
		from private.people_counts() counts
		join unnest(sight.networks) with ordinality as network (id, place) on network.id = counts.network_id
		order by network.place
	) as sorted
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.atlas_areas(private.atlas_sight),
	private.atlas_networks(private.atlas_sight),
	private.atlas_characteristics(private.atlas_sight),
	private.people_counts(),
	private.atlas_people_counts(private.atlas_sight)
to anon, authenticated, service_role;

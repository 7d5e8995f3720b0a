-- The atlas's organisations, what else they are called, what they look for, and what they came from.
--
-- Access: read under the caller's own rights.

create function private.atlas_organisations(sight private.atlas_sight) returns json
language sql stable
as $$
	with
	area as materialized (
		select code, place - 1 as area_at from unnest(sight.areas) with ordinality as seen (code, place)
	),
	-- Former codes that became one area; those that were split have no single place.
	former as materialized (
		select codes.former_code, min(area.area_at) as area_at
		from public.area_codes codes join area on area.code = codes.area_code
		group by codes.former_code having count(*) = 1
	)
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'slug', coalesce(json_agg(slug), '[]'),
		'name', coalesce(json_agg(name), '[]'),
		'kind', coalesce(json_agg(kind_at), '[]'),
		'area', coalesce(json_agg(area_at), '[]'),
		'lon', coalesce(json_agg(longitude), '[]'),
		'lat', coalesce(json_agg(latitude), '[]'),
		'location_basis', coalesce(json_agg(basis_at), '[]'),
		'founded_on', coalesce(json_agg(private.day(founded_on)), '[]'),
		'closed_on', coalesce(json_agg(private.day(closed_on)), '[]'),
		'confirmed_on', coalesce(json_agg(private.day((confirmed_at at time zone 'UTC')::date)), '[]'),
		'is_sample', coalesce(json_agg(is_sample::integer), '[]')
	)
	from (
		select
			organisation.key, organisation.slug, organisation.name, organisation.longitude, organisation.latitude,
			organisation.founded_on, organisation.closed_on, organisation.confirmed_at, organisation.is_sample,
			array_position((select enum_range(null::public.organisation_kind)), organisation.kind) - 1 as kind_at,
			array_position((select enum_range(null::public.location_basis)), organisation.location_basis) - 1
				as basis_at,
			coalesce(area.area_at, former.area_at) as area_at
		from unnest(sight.organisations) with ordinality as seen (id, place)
		join public.organisations organisation on organisation.id = seen.id
		left join area on area.code = organisation.area_code
		left join former on former.former_code = organisation.area_code
		order by seen.place
	) as sorted
$$;

create function private.atlas_organisation_names(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'name', coalesce(json_agg(name), '[]')
	)
	from (
		select seen.place - 1 as organisation_at, names.name
		from public.organisation_names names
		join unnest(sight.organisations) with ordinality as seen (id, place) on seen.id = names.organisation_id
		order by seen.place, names.name collate "C"
	) as sorted
$$;

create function private.atlas_organisation_interests(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'label', coalesce(json_agg(label), '[]')
	)
	from (
		select seen.place - 1 as organisation_at, interest.label
		from public.organisation_interests interest
		join unnest(sight.organisations) with ordinality as seen (id, place) on seen.id = interest.organisation_id
		order by seen.place, interest.label collate "C"
	) as sorted
$$;

create function private.atlas_successions(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'predecessor', coalesce(json_agg(predecessor_at), '[]'),
		'successor', coalesce(json_agg(successor_at), '[]'),
		'on', coalesce(json_agg(private.day(succeeded_on)), '[]'),
		'source_url', coalesce(json_agg(source_url), '[]')
	)
	from (
		select before.place - 1 as predecessor_at, after.place - 1 as successor_at, succession.succeeded_on,
			succession.source_url
		from public.organisation_successions succession
		join unnest(sight.organisations) with ordinality as before (id, place)
			on before.id = succession.predecessor_id
		join unnest(sight.organisations) with ordinality as after (id, place) on after.id = succession.successor_id
		order by before.place, after.place
	) as sorted
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.atlas_organisations(private.atlas_sight),
	private.atlas_organisation_names(private.atlas_sight),
	private.atlas_organisation_interests(private.atlas_sight),
	private.atlas_successions(private.atlas_sight)
to anon, authenticated, service_role;

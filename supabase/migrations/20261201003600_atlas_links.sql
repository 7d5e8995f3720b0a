-- The atlas's learning links, and what they are about.
--
-- Access: read under the caller's own rights.

create function private.atlas_links(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'slug', coalesce(json_agg(slug), '[]'),
		'title', coalesce(json_agg(title), '[]'),
		'url', coalesce(json_agg(url), '[]'),
		'kind', coalesce(json_agg(kind_at), '[]'),
		'publisher', coalesce(json_agg(publisher), '[]'),
		'summary', coalesce(json_agg(summary), '[]'),
		'question', coalesce(json_agg(question), '[]'),
		'language', coalesce(json_agg(language), '[]'),
		'network', coalesce(json_agg(network_at), '[]'),
		'published_on', coalesce(json_agg(private.day(published_on)), '[]'),
		'published_precision', coalesce(json_agg(precision_at), '[]'),
		'starts_at', coalesce(json_agg(to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), '[]'),
		'ends_at', coalesce(json_agg(to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), '[]'),
		'all_day', coalesce(json_agg(all_day::integer), '[]'),
		'rating_average', coalesce(json_agg(rating_average), '[]'),
		'rating_count', coalesce(json_agg(rating_count), '[]'),
		'is_sample', coalesce(json_agg(is_sample::integer), '[]')
	)
	from (
		select
			link.*, network.place - 1 as network_at,
			array_position((select enum_range(null::public.link_kind)), link.kind) - 1 as kind_at,
			array_position((select enum_range(null::public.date_precision)), link.published_precision) - 1
				as precision_at
		from unnest(sight.links) with ordinality as seen (id, place)
		join public.learning_links link on link.id = seen.id
		left join unnest(sight.networks) with ordinality as network (id, place) on network.id = link.network_id
		order by seen.place
	) as sorted
$$;

create function private.atlas_link_practices(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'link', coalesce(json_agg(link_at), '[]'),
		'practice', coalesce(json_agg(practice_at), '[]')
	)
	from (
		select link.place - 1 as link_at, practice.place - 1 as practice_at
		from public.learning_link_practices pair
		join unnest(sight.links) with ordinality as link (id, place) on link.id = pair.link_id
		join unnest(sight.practices) with ordinality as practice (id, place) on practice.id = pair.practice_id
		order by link.place, practice.place
	) as sorted
$$;

create function private.atlas_link_characteristics(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'link', coalesce(json_agg(link_at), '[]'),
		'characteristic', coalesce(json_agg(characteristic_at), '[]')
	)
	from (
		select link.place - 1 as link_at, characteristic.place - 1 as characteristic_at
		from public.learning_link_characteristics pair
		join unnest(sight.links) with ordinality as link (id, place) on link.id = pair.link_id
		join unnest(sight.characteristics) with ordinality as characteristic (id, place)
			on characteristic.id = pair.characteristic_id
		order by link.place, characteristic.place
	) as sorted
$$;

create function private.atlas_link_organisations(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'link', coalesce(json_agg(link_at), '[]'),
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'role', coalesce(json_agg(role), '[]')
	)
	from (
		select link.place - 1 as link_at, organisation.place - 1 as organisation_at, pair.role
		from public.learning_link_organisations pair
		join unnest(sight.links) with ordinality as link (id, place) on link.id = pair.link_id
		join unnest(sight.organisations) with ordinality as organisation (id, place)
			on organisation.id = pair.organisation_id
		order by link.place, organisation.place, pair.role
	) as sorted
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.atlas_links(private.atlas_sight),
	private.atlas_link_practices(private.atlas_sight),
	private.atlas_link_characteristics(private.atlas_sight),
	private.atlas_link_organisations(private.atlas_sight)
to anon, authenticated, service_role;

-- The atlas's practices, the characteristics that they show, who does them, and of whom that is not recorded.
--
-- Access: read under the caller's own rights.

create function private.atlas_practices(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'slug', coalesce(json_agg(slug), '[]'),
		'name', coalesce(json_agg(name), '[]'),
		'summary', coalesce(json_agg(summary), '[]'),
		'network', coalesce(json_agg(network_at), '[]'),
		'evidence_level', coalesce(json_agg(evidence_at), '[]'),
		'originator', coalesce(json_agg(originator), '[]'),
		'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
		'started_precision', coalesce(json_agg(precision_at), '[]'),
		'recorded_for', coalesce(json_agg(recorded_for), '[]'),
		'recorded_until', coalesce(json_agg(private.day(recorded_until)), '[]'),
		'is_sample', coalesce(json_agg(is_sample::integer), '[]')
	)
	from (
		select
			practice.*, network.place - 1 as network_at,
			array_position((select enum_range(null::public.evidence_level)), practice.evidence_level) - 1
				as evidence_at,
			array_position((select enum_range(null::public.date_precision)), practice.started_precision) - 1
				as precision_at
		from unnest(sight.practices) with ordinality as seen (id, place)
		join public.practices practice on practice.id = seen.id
		left join unnest(sight.networks) with ordinality as network (id, place) on network.id = practice.network_id
		order by seen.place
	) as sorted
$$;

create function private.atlas_practice_characteristics(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'practice', coalesce(json_agg(practice_at), '[]'),
		'characteristic', coalesce(json_agg(characteristic_at), '[]')
	)
	from (
		select practice.place - 1 as practice_at, characteristic.place - 1 as characteristic_at
		from public.practice_characteristics pair
		join unnest(sight.practices) with ordinality as practice (id, place) on practice.id = pair.practice_id
		join unnest(sight.characteristics) with ordinality as characteristic (id, place)
			on characteristic.id = pair.characteristic_id
		order by practice.place, characteristic.place
	) as sorted
$$;

-- Adoptions and their stages together, because a stage names the place of its adoption, and adoptions are too many to
-- be found twice.
create function private.atlas_adoptions(
	sight private.atlas_sight, out adoptions json, out adoption_stages json
)
language sql stable
as $$
	with adoption as materialized (
		select
			row_number() over (order by organisation.place, practice.place) - 1 as adoption_at,
			organisation.place - 1 as organisation_at, practice.place - 1 as practice_at,
			source.place - 1 as source_at, link.place - 1 as link_at,
			spell.id, spell.key, spell.stage, spell.started_on, spell.started_bound, spell.started_precision, spell.ended_on,
			spell.ended_precision, spell.end_kind, spell.confidence, spell.source_url, spell.evidence_url,
			spell.learned_from_confidence
		from public.adoptions spell
		join unnest(sight.organisations) with ordinality as organisation (id, place)
			on organisation.id = spell.organisation_id
		join unnest(sight.practices) with ordinality as practice (id, place) on practice.id = spell.practice_id
		left join unnest(sight.organisations) with ordinality as source (id, place)
			on source.id = spell.learned_from_organisation_id
		left join unnest(sight.links) with ordinality as link (id, place) on link.id = spell.learned_via_link_id
		where spell.is_public or spell.organisation_id in (select unnest(sight.stewarded))
	)
	select
		(
			select json_build_object(
				'key', coalesce(json_agg(key), '[]'),
				'organisation', coalesce(json_agg(organisation_at), '[]'),
				'practice', coalesce(json_agg(practice_at), '[]'),
				'stage', coalesce(json_agg(stage_at), '[]'),
				'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
				'started_bound', coalesce(json_agg(bound_at), '[]'),
				'started_precision', coalesce(json_agg(started_precision_at), '[]'),
				'ended_on', coalesce(json_agg(private.day(ended_on)), '[]'),
				'ended_precision', coalesce(json_agg(ended_precision_at), '[]'),
				'end_kind', coalesce(json_agg(end_kind_at), '[]'),
				'confidence', coalesce(json_agg(confidence_at), '[]'),
				'source_url', coalesce(json_agg(source_url), '[]'),
				'evidence_url', coalesce(json_agg(evidence_url), '[]'),
				'learned_from', coalesce(json_agg(source_at), '[]'),
				'learned_from_confidence', coalesce(json_agg(learned_confidence_at), '[]'),
				'learned_via', coalesce(json_agg(link_at), '[]')
			)
			from (
				select
					adoption.*,
					array_position((select enum_range(null::public.adoption_stage)), stage) - 1 as stage_at,
					array_position((select enum_range(null::public.date_bound)), started_bound) - 1 as bound_at,
					array_position((select enum_range(null::public.date_precision)), started_precision) - 1
						as started_precision_at,
					array_position((select enum_range(null::public.date_precision)), ended_precision) - 1
						as ended_precision_at,
					array_position((select enum_range(null::public.end_kind)), end_kind) - 1 as end_kind_at,
					array_position((select enum_range(null::public.confidence)), confidence) - 1 as confidence_at,
					case when source_at is not null then
						array_position((select enum_range(null::public.confidence)), learned_from_confidence) - 1
					end as learned_confidence_at
				from adoption order by adoption_at
			) as sorted
		),
		(
			select json_build_object(
				'key', coalesce(json_agg(key), '[]'),
				'adoption', coalesce(json_agg(adoption_at), '[]'),
				'stage', coalesce(json_agg(stage_at), '[]'),
				'on', coalesce(json_agg(private.day(reached_on)), '[]'),
				'precision', coalesce(json_agg(precision_at), '[]')
			)
			from (
				select
					step.key, adoption.adoption_at, step.reached_on,
					array_position((select enum_range(null::public.adoption_stage)), step.stage) - 1 as stage_at,
					array_position((select enum_range(null::public.date_precision)), step.reached_precision) - 1
						as precision_at
				from public.adoption_stages step join adoption on adoption.id = step.adoption_id
				order by adoption.adoption_at, step.reached_on nulls first, step.stage
			) as sorted
		)
$$;

create function private.atlas_adoption_gaps(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'practice', coalesce(json_agg(practice_at), '[]')
	)
	from (
		select organisation.place - 1 as organisation_at, practice.place - 1 as practice_at
		from public.adoption_gaps gap
		join unnest(sight.organisations) with ordinality as organisation (id, place)
			on organisation.id = gap.organisation_id
		join unnest(sight.practices) with ordinality as practice (id, place) on practice.id = gap.practice_id
		order by organisation.place, practice.place
	) as sorted
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.atlas_practices(private.atlas_sight),
	private.atlas_practice_characteristics(private.atlas_sight),
	private.atlas_adoptions(private.atlas_sight),
	private.atlas_adoption_gaps(private.atlas_sight)
to anon, authenticated, service_role;

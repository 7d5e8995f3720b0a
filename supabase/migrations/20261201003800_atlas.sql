-- The atlas: one snapshot of what the caller may see, column by column.
--
-- Access: everyone calls it. It runs under the caller's own rights. People appear only as counts of five or more.
-- The format is src/lib/domain/atlas-wire.ts; each table has a function of its own in the migrations before this one,
-- and a column is added there.

-- Compiling statements of this size takes longer than running them; sorting 100,000 rows on disk too. The places of rows
-- come in arrays, of which the planner expects ten: joining row by row would read an index 100,000 times.
create function public.atlas(network_slug text default null) returns json
language sql stable
set search_path = ''
set jit = off
set work_mem = '64MB'
set enable_nestloop = off
as $$
	select json_build_object(
		'format', 1,
		'version', public.atlas_version(),
		'as_of', private.day(current_date),
		'network', network_slug,
		'vocabularies', json_build_object(
			'organisation_kind', enum_range(null::public.organisation_kind),
			'location_basis', enum_range(null::public.location_basis),
			'date_precision', enum_range(null::public.date_precision),
			'date_bound', enum_range(null::public.date_bound),
			'confidence', enum_range(null::public.confidence),
			'end_kind', enum_range(null::public.end_kind),
			'stage', enum_range(null::public.adoption_stage),
			'tie_kind', enum_range(null::public.tie_kind),
			'link_kind', enum_range(null::public.link_kind),
			'evidence_level', enum_range(null::public.evidence_level),
			'membership_kind', enum_range(null::public.membership_kind)
		),
		'areas', private.atlas_areas(found.sight),
		'networks', private.atlas_networks(found.sight),
		'characteristics', private.atlas_characteristics(found.sight),
		'organisations', private.atlas_organisations(found.sight),
		'organisation_names', private.atlas_organisation_names(found.sight),
		'organisation_interests', private.atlas_organisation_interests(found.sight),
		'successions', private.atlas_successions(found.sight),
		'practices', private.atlas_practices(found.sight),
		'practice_characteristics', private.atlas_practice_characteristics(found.sight),
		'adoptions', spread.adoptions,
		'adoption_stages', spread.adoption_stages,
		'adoption_gaps', private.atlas_adoption_gaps(found.sight),
		'ties', private.atlas_ties(found.sight),
		'links', private.atlas_links(found.sight),
		'link_practices', private.atlas_link_practices(found.sight),
		'link_characteristics', private.atlas_link_characteristics(found.sight),
		'link_organisations', private.atlas_link_organisations(found.sight),
		'memberships', private.atlas_memberships(found.sight),
		'associations', private.atlas_associations(found.sight),
		'people_counts', private.atlas_people_counts(found.sight)
	)
	-- Found once, whoever asks for it below.
	from (select private.atlas_sight(network_slug) as sight offset 0) found,
		private.atlas_adoptions(found.sight) spread
	where not (found.sight is null)
$$;

revoke execute on function public.atlas(text) from public;
grant execute on function public.atlas(text) to anon, authenticated, service_role;

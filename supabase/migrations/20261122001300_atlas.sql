-- The atlas: one snapshot of what the caller may see, column by column, and a cheap version of it.
--
-- Access: everyone calls both. The snapshot runs under the caller's own rights and leaves out what is theirs
-- alone (own drafts, own organisation, administrators' sight), so that it depends on nothing but the
-- (network, role) pairs of the caller and may be cached by them. People appear only as counts of five or more.
-- The format is src/lib/domain/atlas-wire.ts.

-- One row a table, raised in the writing transaction, so that nobody sees a version before its data. Starts
-- at the clock: a database made anew never repeats a version that a browser holds.
create table private.atlas_changes (
	table_name text primary key,
	version bigint not null
);

create function private.note_atlas_change() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
	update private.atlas_changes set version = version + 1 where table_name = tg_table_name;
	return null;
end
$$;

do $$
declare
	shown text;
begin
	foreach shown in array '{
		areas,area_codes,networks,frameworks,characteristics,organisations,organisation_names,
		organisation_interests,organisation_successions,practices,practice_characteristics,adoptions,
		adoption_stages,adoption_gaps,ties,learning_links,learning_link_practices,learning_link_characteristics,
		learning_link_organisations,memberships,membership_tiers,associations
	}'::text[] loop
		insert into private.atlas_changes values (shown, extract(epoch from clock_timestamp()) * 1000);
		execute format(
			'create trigger note_atlas_change after insert or update or delete or truncate on public.%I
				for each statement execute function private.note_atlas_change()',
			shown
		);
	end loop;
end
$$;

create function public.atlas_version() returns text
language sql stable security definer
set search_path = ''
as $$
	select to_char(current_date, 'YYYYMMDD') || '-' || sum(version)::text from private.atlas_changes
$$;

-- Counts of people, of which the caller may not read a single row.
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

-- Tiers are for the network's own people, and visitors hold no privilege to ask.
create function private.tiers_of_my_networks() returns table (membership_id uuid, tier text)
language sql stable security definer
set search_path = ''
as $$
	select membership_id, tier from public.membership_tiers
	where membership_id in (select private.memberships_of_my_networks())
$$;

create function private.day(on_date date) returns integer
language sql immutable parallel safe
as $$ select on_date - date '1970-01-01' $$;

revoke execute on all functions in schema private from public;
grant execute on function private.people_counts(), private.tiers_of_my_networks(), private.day(date)
	to anon, authenticated, service_role;

-- Positions: each table is numbered once, and every reference joins to that number. Inputs of aggregates are
-- sorted in a subquery with nothing above it, so that all columns of a table keep one order at the cost of
-- one sort.
-- Compiling a statement of this size takes longer than running it; sorting 100,000 rows on disk too.
create function public.atlas(network_slug text default null) returns json
language sql stable
set search_path = ''
set jit = off
set work_mem = '64MB'
as $$
with
words as materialized (
	select
		enum_range(null::public.organisation_kind) as organisation_kind,
		enum_range(null::public.location_basis) as location_basis,
		enum_range(null::public.date_precision) as date_precision,
		enum_range(null::public.date_bound) as date_bound,
		enum_range(null::public.confidence) as confidence,
		enum_range(null::public.end_kind) as end_kind,
		enum_range(null::public.adoption_stage) as stage,
		enum_range(null::public.tie_kind) as tie_kind,
		enum_range(null::public.link_kind) as link_kind,
		enum_range(null::public.evidence_level) as evidence_level,
		enum_range(null::public.membership_kind) as membership_kind
),
cut as materialized (select id from public.networks where slug = network_slug),
edited as materialized (select private.my_networks('{coordinator,editor}') as network_id),
joined as materialized (select private.all_my_networks() as network_id),
area as materialized (
	select row_number() over (order by code collate "C") - 1 as i, *
	from public.areas where valid_to is null or valid_to > current_date
),
-- Former codes that became one area; those that were split have no single place.
former as (
	select codes.former_code, min(area.i) as i
	from public.area_codes codes join area on area.code = codes.area_code
	group by codes.former_code having count(*) = 1
),
network as materialized (
	select row_number() over (order by slug collate "C") - 1 as i, *
	from public.networks where is_public or id in (select network_id from joined)
),
characteristic as materialized (
	select row_number() over (order by network.i, framework.name collate "C", c.position) - 1 as i, c.*, network.i as network
	from public.characteristics c
	join public.frameworks framework on framework.id = c.framework_id
	join network on network.id = framework.network_id
),
seen_practice as materialized (
	select * from public.practices
	where (status = 'published' or network_id in (select network_id from edited))
		and (network_id is null or network_id in (select id from network))
),
seen_organisation as materialized (
	select id, slug, name, kind, area_code, longitude, latitude, location_basis, founded_on, closed_on,
		confirmed_at, is_sample, steward_network_id
	from public.organisations
	where status = 'published' or steward_network_id in (select network_id from edited)
),
seen_adoption as materialized (
	select
		adoption.id, adoption.organisation_id, adoption.practice_id, adoption.stage, adoption.started_on,
		adoption.started_bound, adoption.started_precision, adoption.ended_on, adoption.ended_precision, adoption.end_kind,
		adoption.confidence, adoption.source_url, adoption.evidence_url, adoption.learned_from_organisation_id,
		adoption.learned_from_confidence, adoption.learned_via_link_id
	from public.adoptions adoption
	join seen_organisation organisation on organisation.id = adoption.organisation_id
	join seen_practice practice on practice.id = adoption.practice_id
	where adoption.is_public or organisation.steward_network_id in (select network_id from edited)
),
seen_membership as materialized (
	select
		id, organisation_id, network_id, role, invited_on, renews_on, status_override, started_on, started_bound,
		started_precision, ended_on, ended_precision, end_kind, confidence, source_url
	from public.memberships
	where organisation_id is not null
		and (is_public or network_id in (select network_id from edited))
		and network_id in (select id from network)
),
seen_association as materialized (
	select
		organisation_id, network_id, role, started_on, started_bound, started_precision, ended_on, ended_precision,
		end_kind, confidence, source_url
	from public.associations
	where (is_public or network_id in (select network_id from edited))
		and network_id in (select id from network)
),
-- A cut keeps who is a member of the network, is associated with it, or does one of its own practices.
organisation as materialized (
	select row_number() over (order by slug collate "C") - 1 as i, *
	from seen_organisation
	where network_slug is null or id in (
		select organisation_id from seen_membership where network_id in (select id from cut)
		union
		select organisation_id from seen_association where network_id in (select id from cut)
		union
		select seen_adoption.organisation_id
		from seen_adoption join seen_practice on seen_practice.id = seen_adoption.practice_id
		where seen_practice.network_id in (select id from cut)
	)
),
practice as materialized (
	select row_number() over (order by slug collate "C") - 1 as i, *
	from seen_practice
	where network_slug is null or network_id in (select id from cut) or id in (
		select seen_adoption.practice_id
		from seen_adoption join organisation on organisation.id = seen_adoption.organisation_id
	)
),
link as materialized (
	select row_number() over (order by slug collate "C") - 1 as i, *
	from public.learning_links
	where (status = 'published' or network_id in (select network_id from edited))
		and url is not null
		and (network_id is null or network_id in (select id from network))
		and (
			network_slug is null or network_id in (select id from cut)
			or id in (
				select about.link_id
				from public.learning_link_practices about join practice on practice.id = about.practice_id
			)
			or id in (
				select party.link_id
				from public.learning_link_organisations party
				join organisation on organisation.id = party.organisation_id
			)
		)
),
adoption as materialized (
	select
		row_number() over (order by organisation.i, practice.i) - 1 as i,
		seen_adoption.*, organisation.i as organisation, practice.i as practice,
		source.i as source, link.i as link
	from seen_adoption
	join organisation on organisation.id = seen_adoption.organisation_id
	join practice on practice.id = seen_adoption.practice_id
	left join organisation source on source.id = seen_adoption.learned_from_organisation_id
	left join link on link.id = seen_adoption.learned_via_link_id
)
select json_build_object(
	'format', 1,
	'version', public.atlas_version(),
	'as_of', private.day(current_date),
	'network', network_slug,
	'vocabularies', (select row_to_json(words) from words),
	'areas', (
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
		from (select * from area order by i) as sorted
	),
	'networks', (
		select json_build_object(
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
				array_position(words.membership_kind, network.membership_kind) - 1 as membership_kind_at,
				array_position(words.date_precision, network.started_precision) - 1 as precision_at
			from network cross join words order by i
		) as sorted
	),
	'characteristics', (
		select json_build_object(
			'network', coalesce(json_agg(network), '[]'),
			'position', coalesce(json_agg(position), '[]'),
			'label', coalesce(json_agg(label), '[]'),
			'description', coalesce(json_agg(description), '[]')
		)
		from (select * from characteristic order by i) as sorted
	),
	'organisations', (
		select json_build_object(
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
				organisation.*,
				array_position(words.organisation_kind, organisation.kind) - 1 as kind_at,
				array_position(words.location_basis, organisation.location_basis) - 1 as basis_at,
				coalesce(area.i, former.i) as area_at
			from organisation cross join words
			left join area on area.code = organisation.area_code
			left join former on former.former_code = organisation.area_code
			order by organisation.i
		) as sorted
	),
	'organisation_names', (
		select json_build_object(
			'organisation', coalesce(json_agg(i), '[]'), 'name', coalesce(json_agg(name), '[]')
		)
		from (
			select organisation.i, names.name
			from public.organisation_names names join organisation on organisation.id = names.organisation_id
			order by organisation.i, names.name collate "C"
		) as sorted
	),
	'organisation_interests', (
		select json_build_object(
			'organisation', coalesce(json_agg(i), '[]'), 'label', coalesce(json_agg(label), '[]')
		)
		from (
			select organisation.i, interest.label
			from public.organisation_interests interest
			join organisation on organisation.id = interest.organisation_id
			order by organisation.i, interest.label collate "C"
		) as sorted
	),
	'successions', (
		select json_build_object(
			'predecessor', coalesce(json_agg(predecessor), '[]'),
			'successor', coalesce(json_agg(successor), '[]'),
			'on', coalesce(json_agg(private.day(succeeded_on)), '[]')
		)
		from (
			select before.i as predecessor, after.i as successor, succession.succeeded_on
			from public.organisation_successions succession
			join organisation before on before.id = succession.predecessor_id
			join organisation after on after.id = succession.successor_id
			order by before.i, after.i
		) as sorted
	),
	'practices', (
		select json_build_object(
			'slug', coalesce(json_agg(slug), '[]'),
			'name', coalesce(json_agg(name), '[]'),
			'summary', coalesce(json_agg(summary), '[]'),
			'network', coalesce(json_agg(network_at), '[]'),
			'evidence_level', coalesce(json_agg(evidence_at), '[]'),
			'originator', coalesce(json_agg(originator), '[]'),
			'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
			'started_precision', coalesce(json_agg(precision_at), '[]'),
			'is_sample', coalesce(json_agg(is_sample::integer), '[]')
		)
		from (
			select
				practice.*,
				network.i as network_at,
				array_position(words.evidence_level, practice.evidence_level) - 1 as evidence_at,
				array_position(words.date_precision, practice.started_precision) - 1 as precision_at
			from practice cross join words
			left join network on network.id = practice.network_id
			order by practice.i
		) as sorted
	),
	'practice_characteristics', (
		select json_build_object(
			'practice', coalesce(json_agg(practice), '[]'),
			'characteristic', coalesce(json_agg(characteristic), '[]')
		)
		from (
			select practice.i as practice, characteristic.i as characteristic
			from public.practice_characteristics pair
			join practice on practice.id = pair.practice_id
			join characteristic on characteristic.id = pair.characteristic_id
			order by practice.i, characteristic.i
		) as sorted
	),
	'adoptions', (
		select json_build_object(
			'organisation', coalesce(json_agg(organisation), '[]'),
			'practice', coalesce(json_agg(practice), '[]'),
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
			'learned_from', coalesce(json_agg(source), '[]'),
			'learned_from_confidence', coalesce(json_agg(learned_confidence_at), '[]'),
			'learned_via', coalesce(json_agg(link), '[]')
		)
		from (
			select
				adoption.*,
				array_position(words.stage, adoption.stage) - 1 as stage_at,
				array_position(words.date_bound, adoption.started_bound) - 1 as bound_at,
				array_position(words.date_precision, adoption.started_precision) - 1 as started_precision_at,
				array_position(words.date_precision, adoption.ended_precision) - 1 as ended_precision_at,
				array_position(words.end_kind, adoption.end_kind) - 1 as end_kind_at,
				array_position(words.confidence, adoption.confidence) - 1 as confidence_at,
				case when adoption.source is not null then
					array_position(words.confidence, adoption.learned_from_confidence) - 1
				end as learned_confidence_at
			from adoption cross join words order by adoption.i
		) as sorted
	),
	'adoption_stages', (
		select json_build_object(
			'adoption', coalesce(json_agg(i), '[]'),
			'stage', coalesce(json_agg(stage_at), '[]'),
			'on', coalesce(json_agg(private.day(reached_on)), '[]'),
			'precision', coalesce(json_agg(precision_at), '[]')
		)
		from (
			select
				adoption.i, step.reached_on,
				array_position(words.stage, step.stage) - 1 as stage_at,
				array_position(words.date_precision, step.reached_precision) - 1 as precision_at
			from public.adoption_stages step
			join adoption on adoption.id = step.adoption_id
			cross join words
			order by adoption.i, step.reached_on nulls first, step.stage
		) as sorted
	),
	'adoption_gaps', (
		select json_build_object(
			'organisation', coalesce(json_agg(organisation), '[]'), 'practice', coalesce(json_agg(practice), '[]')
		)
		from (
			select organisation.i as organisation, practice.i as practice
			from public.adoption_gaps gap
			join organisation on organisation.id = gap.organisation_id
			join practice on practice.id = gap.practice_id
			order by organisation.i, practice.i
		) as sorted
	),
	'ties', (
		select json_build_object(
			'from', coalesce(json_agg(from_at), '[]'),
			'to', coalesce(json_agg(to_at), '[]'),
			'kind', coalesce(json_agg(kind_at), '[]'),
			'directed', coalesce(json_agg(directed::integer), '[]'),
			'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
			'started_bound', coalesce(json_agg(bound_at), '[]'),
			'started_precision', coalesce(json_agg(started_precision_at), '[]'),
			'ended_on', coalesce(json_agg(private.day(ended_on)), '[]'),
			'ended_precision', coalesce(json_agg(ended_precision_at), '[]'),
			'end_kind', coalesce(json_agg(end_kind_at), '[]'),
			'confidence', coalesce(json_agg(confidence_at), '[]'),
			'source_url', coalesce(json_agg(source_url), '[]')
		)
		from (
			select
				tie.*, one.i as from_at, other.i as to_at,
				array_position(words.tie_kind, tie.kind) - 1 as kind_at,
				array_position(words.date_bound, tie.started_bound) - 1 as bound_at,
				array_position(words.date_precision, tie.started_precision) - 1 as started_precision_at,
				array_position(words.date_precision, tie.ended_precision) - 1 as ended_precision_at,
				array_position(words.end_kind, tie.end_kind) - 1 as end_kind_at,
				array_position(words.confidence, tie.confidence) - 1 as confidence_at
			from (
				select from_organisation_id, to_organisation_id, kind, directed, started_on, started_bound,
					started_precision, ended_on, ended_precision, end_kind, confidence, source_url, is_public
				from public.ties
			) tie
			join organisation one on one.id = tie.from_organisation_id
			join organisation other on other.id = tie.to_organisation_id
			cross join words
			where tie.is_public
				or one.steward_network_id in (select network_id from edited)
				or other.steward_network_id in (select network_id from edited)
			order by one.i, other.i, tie.kind, tie.started_on nulls first
		) as sorted
	),
	'links', (
		select json_build_object(
			'slug', coalesce(json_agg(slug), '[]'),
			'title', coalesce(json_agg(title), '[]'),
			'url', coalesce(json_agg(url), '[]'),
			'kind', coalesce(json_agg(kind_at), '[]'),
			'publisher', coalesce(json_agg(publisher), '[]'),
			'summary', coalesce(json_agg(summary), '[]'),
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
				link.*, network.i as network_at,
				array_position(words.link_kind, link.kind) - 1 as kind_at,
				array_position(words.date_precision, link.published_precision) - 1 as precision_at
			from link cross join words
			left join network on network.id = link.network_id
			order by link.i
		) as sorted
	),
	'link_practices', (
		select json_build_object('link', coalesce(json_agg(link), '[]'), 'practice', coalesce(json_agg(practice), '[]'))
		from (
			select link.i as link, practice.i as practice
			from public.learning_link_practices pair
			join link on link.id = pair.link_id
			join practice on practice.id = pair.practice_id
			order by link.i, practice.i
		) as sorted
	),
	'link_characteristics', (
		select json_build_object(
			'link', coalesce(json_agg(link), '[]'), 'characteristic', coalesce(json_agg(characteristic), '[]')
		)
		from (
			select link.i as link, characteristic.i as characteristic
			from public.learning_link_characteristics pair
			join link on link.id = pair.link_id
			join characteristic on characteristic.id = pair.characteristic_id
			order by link.i, characteristic.i
		) as sorted
	),
	'link_organisations', (
		select json_build_object(
			'link', coalesce(json_agg(link), '[]'),
			'organisation', coalesce(json_agg(organisation), '[]'),
			'role', coalesce(json_agg(role), '[]')
		)
		from (
			select link.i as link, organisation.i as organisation, pair.role
			from public.learning_link_organisations pair
			join link on link.id = pair.link_id
			join organisation on organisation.id = pair.organisation_id
			order by link.i, organisation.i, pair.role
		) as sorted
	),
	'memberships', (
		select json_build_object(
			'organisation', coalesce(json_agg(organisation), '[]'),
			'network', coalesce(json_agg(network), '[]'),
			'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
			'started_bound', coalesce(json_agg(bound_at), '[]'),
			'started_precision', coalesce(json_agg(started_precision_at), '[]'),
			'ended_on', coalesce(json_agg(private.day(ended_on)), '[]'),
			'ended_precision', coalesce(json_agg(ended_precision_at), '[]'),
			'end_kind', coalesce(json_agg(end_kind_at), '[]'),
			'confidence', coalesce(json_agg(confidence_at), '[]'),
			'source_url', coalesce(json_agg(source_url), '[]'),
			'invited_on', coalesce(json_agg(private.day(invited_on)), '[]'),
			'renews_on', coalesce(json_agg(private.day(renews_on)), '[]'),
			'tier', coalesce(json_agg(tier), '[]'),
			'status_override', coalesce(json_agg(status_override), '[]'),
			'role', coalesce(json_agg(role), '[]')
		)
		from (
			select
				membership.*, organisation.i as organisation, network.i as network, tiers.tier,
				array_position(words.date_bound, membership.started_bound) - 1 as bound_at,
				array_position(words.date_precision, membership.started_precision) - 1 as started_precision_at,
				array_position(words.date_precision, membership.ended_precision) - 1 as ended_precision_at,
				array_position(words.end_kind, membership.end_kind) - 1 as end_kind_at,
				array_position(words.confidence, membership.confidence) - 1 as confidence_at
			from seen_membership membership
			join organisation on organisation.id = membership.organisation_id
			join network on network.id = membership.network_id
			cross join words
			left join private.tiers_of_my_networks() tiers on tiers.membership_id = membership.id
			order by organisation.i, network.i, membership.started_on nulls first
		) as sorted
	),
	'associations', (
		select json_build_object(
			'organisation', coalesce(json_agg(organisation), '[]'),
			'network', coalesce(json_agg(network), '[]'),
			'role', coalesce(json_agg(role), '[]'),
			'started_on', coalesce(json_agg(private.day(started_on)), '[]'),
			'started_bound', coalesce(json_agg(bound_at), '[]'),
			'started_precision', coalesce(json_agg(started_precision_at), '[]'),
			'ended_on', coalesce(json_agg(private.day(ended_on)), '[]'),
			'ended_precision', coalesce(json_agg(ended_precision_at), '[]'),
			'end_kind', coalesce(json_agg(end_kind_at), '[]'),
			'confidence', coalesce(json_agg(confidence_at), '[]'),
			'source_url', coalesce(json_agg(source_url), '[]')
		)
		from (
			select
				association.*, organisation.i as organisation, network.i as network,
				array_position(words.date_bound, association.started_bound) - 1 as bound_at,
				array_position(words.date_precision, association.started_precision) - 1 as started_precision_at,
				array_position(words.date_precision, association.ended_precision) - 1 as ended_precision_at,
				array_position(words.end_kind, association.end_kind) - 1 as end_kind_at,
				array_position(words.confidence, association.confidence) - 1 as confidence_at
			from seen_association association
			join organisation on organisation.id = association.organisation_id
			join network on network.id = association.network_id
			cross join words
			order by organisation.i, network.i, association.role collate "C"
		) as sorted
	),
	'people_counts', (
		select json_build_object('network', coalesce(json_agg(i), '[]'), 'members', coalesce(json_agg(members), '[]'))
		from (
			select network.i, counts.members
			from private.people_counts() counts join network on network.id = counts.network_id
			order by network.i
		) as sorted
	)
)
where network_slug is null or exists (select from cut)
$$;

revoke execute on function public.atlas(text), public.atlas_version() from public;
grant execute on function public.atlas(text), public.atlas_version() to anon, authenticated, service_role;

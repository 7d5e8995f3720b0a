-- The atlas's ties, memberships and associations.
--
-- Access: read under the caller's own rights. People are in none of them.

create function private.atlas_ties(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
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
			tie.key, one.place - 1 as from_at, other.place - 1 as to_at, tie.directed, tie.started_on, tie.ended_on,
			tie.source_url,
			array_position((select enum_range(null::public.tie_kind)), tie.kind) - 1 as kind_at,
			array_position((select enum_range(null::public.date_bound)), tie.started_bound) - 1 as bound_at,
			array_position((select enum_range(null::public.date_precision)), tie.started_precision) - 1
				as started_precision_at,
			array_position((select enum_range(null::public.date_precision)), tie.ended_precision) - 1
				as ended_precision_at,
			array_position((select enum_range(null::public.end_kind)), tie.end_kind) - 1 as end_kind_at,
			array_position((select enum_range(null::public.confidence)), tie.confidence) - 1 as confidence_at
		from public.ties tie
		join unnest(sight.organisations) with ordinality as one (id, place) on one.id = tie.from_organisation_id
		join unnest(sight.organisations) with ordinality as other (id, place) on other.id = tie.to_organisation_id
		where tie.is_public
			or one.id in (select unnest(sight.stewarded))
			or other.id in (select unnest(sight.stewarded))
		order by one.place, other.place, tie.kind, tie.started_on nulls first
	) as sorted
$$;

-- Tiers are for the network's own people, and visitors hold no privilege to ask.
create function private.tiers_of_my_networks() returns table (membership_id uuid, tier text)
language sql stable security definer
set search_path = ''
as $$
	select membership_id, tier from public.membership_tiers
	where membership_id in (select private.memberships_of_my_networks())
$$;

create function private.atlas_memberships(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'network', coalesce(json_agg(network_at), '[]'),
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
			membership.key, organisation.place - 1 as organisation_at, network.place - 1 as network_at,
			membership.started_on, membership.ended_on, membership.source_url, membership.invited_on,
			membership.renews_on, tiers.tier, membership.status_override, membership.role,
			array_position((select enum_range(null::public.date_bound)), membership.started_bound) - 1 as bound_at,
			array_position((select enum_range(null::public.date_precision)), membership.started_precision) - 1
				as started_precision_at,
			array_position((select enum_range(null::public.date_precision)), membership.ended_precision) - 1
				as ended_precision_at,
			array_position((select enum_range(null::public.end_kind)), membership.end_kind) - 1 as end_kind_at,
			array_position((select enum_range(null::public.confidence)), membership.confidence) - 1 as confidence_at
		from public.memberships membership
		join unnest(sight.organisations) with ordinality as organisation (id, place)
			on organisation.id = membership.organisation_id
		join unnest(sight.networks) with ordinality as network (id, place) on network.id = membership.network_id
		left join private.tiers_of_my_networks() tiers on tiers.membership_id = membership.id
		where membership.is_public or network.id = any (sight.edited)
		order by organisation.place, network.place, membership.started_on nulls first
	) as sorted
$$;

create function private.atlas_associations(sight private.atlas_sight) returns json
language sql stable
as $$
	select json_build_object(
		'key', coalesce(json_agg(key), '[]'),
		'organisation', coalesce(json_agg(organisation_at), '[]'),
		'network', coalesce(json_agg(network_at), '[]'),
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
			association.key, organisation.place - 1 as organisation_at, network.place - 1 as network_at, association.role,
			association.started_on, association.ended_on, association.source_url,
			array_position((select enum_range(null::public.date_bound)), association.started_bound) - 1 as bound_at,
			array_position((select enum_range(null::public.date_precision)), association.started_precision) - 1
				as started_precision_at,
			array_position((select enum_range(null::public.date_precision)), association.ended_precision) - 1
				as ended_precision_at,
			array_position((select enum_range(null::public.end_kind)), association.end_kind) - 1 as end_kind_at,
			array_position((select enum_range(null::public.confidence)), association.confidence) - 1 as confidence_at
		from public.associations association
		join unnest(sight.organisations) with ordinality as organisation (id, place)
			on organisation.id = association.organisation_id
		join unnest(sight.networks) with ordinality as network (id, place) on network.id = association.network_id
		where association.is_public or network.id = any (sight.edited)
		order by organisation.place, network.place, association.role collate "C"
	) as sorted
$$;

revoke execute on all functions in schema private from public;
grant execute on function
	private.atlas_ties(private.atlas_sight),
	private.tiers_of_my_networks(),
	private.atlas_memberships(private.atlas_sight),
	private.atlas_associations(private.atlas_sight)
to anon, authenticated, service_role;

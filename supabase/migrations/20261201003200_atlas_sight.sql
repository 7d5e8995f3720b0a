-- What the caller's atlas holds: every row in its place, found once and handed to the function of each table.
--
-- Access: the rows are read under the caller's own rights. What is theirs alone (own drafts, own organisation,
-- administrators' sight) is left out, so that an atlas depends on nothing but the (network, role) pairs of the caller
-- and may be cached by them.

-- Places of rows in the atlas count from 0 in the order of these arrays.
create type private.atlas_sight as (
	-- The network asked for; null for the whole.
	cut uuid,
	-- Networks whose unpublished rows the caller sees.
	edited uuid[],
	-- Organisations that those steward.
	stewarded uuid[],
	areas text[],
	networks uuid[],
	characteristics uuid[],
	organisations uuid[],
	practices uuid[],
	links uuid[]
);

create function private.day(on_date date) returns integer
language sql immutable parallel safe
as $$ select on_date - date '1970-01-01' $$;

-- Null where the network asked for is not there, or not for the caller to see. A cut keeps who is a member of the network, is associated with it, or does one of its own practices; the practices
-- that those do; and the links about either.
create function private.atlas_sight(network_slug text) returns private.atlas_sight
language sql stable
as $$
with
cut as materialized (select id from public.networks where slug = network_slug),
edited as materialized (select private.my_networks('{coordinator,editor}') as network_id),
network as materialized (
	select id, slug from public.networks where is_public or id in (select private.all_my_networks())
),
seen_practice as materialized (
	select id, slug, network_id from public.practices
	where (status = 'published' or network_id in (select network_id from edited))
		and (network_id is null or network_id in (select id from network))
),
seen_organisation as materialized (
	select id, slug, steward_network_id from public.organisations
	where status = 'published' or steward_network_id in (select network_id from edited)
),
-- Read for a cut only.
seen_adoption as materialized (
	select adoption.organisation_id, adoption.practice_id, practice.network_id
	from public.adoptions adoption
	join seen_organisation organisation on organisation.id = adoption.organisation_id
	join seen_practice practice on practice.id = adoption.practice_id
	where adoption.is_public or organisation.steward_network_id in (select network_id from edited)
),
organisation as materialized (
	select id, slug, steward_network_id from seen_organisation
	where network_slug is null or id in (
		select organisation_id from public.memberships
		where network_id in (select id from cut) and (is_public or network_id in (select network_id from edited))
		union
		select organisation_id from public.associations
		where network_id in (select id from cut) and (is_public or network_id in (select network_id from edited))
		union
		select organisation_id from seen_adoption where network_id in (select id from cut)
	)
),
practice as materialized (
	select id, slug from seen_practice
	where network_slug is null or network_id in (select id from cut) or id in (
		select practice_id from seen_adoption where organisation_id in (select id from organisation)
	)
)
select row(
	(select id from cut),
	array(select network_id from edited),
	array(select id from organisation where steward_network_id in (select network_id from edited)),
	array(select code from public.areas where valid_to is null or valid_to > current_date order by code collate "C"),
	array(select id from network order by slug collate "C"),
	array(
		select characteristic.id
		from public.characteristics characteristic
		join public.frameworks framework on framework.id = characteristic.framework_id
		join network on network.id = framework.network_id
		order by network.slug collate "C", framework.name collate "C", characteristic.position
	),
	array(select id from organisation order by slug collate "C"),
	array(select id from practice order by slug collate "C"),
	array(
		select id from public.learning_links
		where (status = 'published' or network_id in (select network_id from edited))
			and url is not null
			and (network_id is null or network_id in (select id from network))
			and (
				network_slug is null or network_id in (select id from cut)
				or id in (
					select link_id from public.learning_link_practices
					where practice_id in (select id from practice)
				)
				or id in (
					select link_id from public.learning_link_organisations
					where organisation_id in (select id from organisation)
				)
			)
		order by slug collate "C"
	)
)::private.atlas_sight
where network_slug is null or exists (select from cut)
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.day(date), private.atlas_sight(text) to anon, authenticated, service_role;

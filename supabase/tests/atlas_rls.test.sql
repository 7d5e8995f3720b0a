-- The atlas: what each reader gets, and that nothing private leaves through it.
begin;
create extension if not exists pgtap with schema extensions;
select plan(42);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000a', 'administrator@example.org'),
	('00000000-0000-0000-0000-00000000000b', 'owner@example.org'),
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000d', 'member@example.org');
insert into public.site_administrators values ('00000000-0000-0000-0000-00000000000a');
insert into public.networks (id, slug, name, is_public) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River', true),
	('00000000-0000-0000-0000-0000000000a2', 'cellar', 'Secret cellar', false),
	('00000000-0000-0000-0000-0000000000a3', 'hill', 'Hill', true);
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'member');
insert into public.areas (code, name, kind, nation, region_name, valid_to) values
	('E06000001', 'Riverton', 'unitary_authority', 'England', 'North', null),
	('E06000002', 'Hillbury', 'unitary_authority', 'England', 'North', null),
	('W06000001', 'Valley', 'unitary_authority', 'Wales', null, null),
	('E07000009', 'Old Riverton', 'non_metropolitan_district', 'England', 'North', '2020-04-01');
insert into public.area_codes (former_code, area_code) values ('E07000009', 'E06000001');
insert into public.organisations (id, slug, name, status, steward_network_id, area_code, founded_on) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill of Saint-Étienne', 'published', '00000000-0000-0000-0000-0000000000a1', 'E07000009', '1970-01-11'),
	('00000000-0000-0000-0000-0000000000b2', 'farm', 'Farm', 'published', null, 'W06000001', null),
	('00000000-0000-0000-0000-0000000000b3', 'dredge', 'Secret dredger', 'draft', '00000000-0000-0000-0000-0000000000a1', null, null),
	('00000000-0000-0000-0000-0000000000b4', 'zoo', 'Zoo', 'published', null, null, null);
insert into public.organisation_editors values
	('00000000-0000-0000-0000-0000000000b3', '00000000-0000-0000-0000-00000000000b', 'approved'),
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-00000000000b', 'approved');
insert into public.organisation_names (organisation_id, name) values
	('00000000-0000-0000-0000-0000000000b1', 'Grinding House'),
	('00000000-0000-0000-0000-0000000000b3', 'Secret alias');
insert into public.organisation_interests values ('00000000-0000-0000-0000-0000000000b3', 'Secret interest');
insert into public.organisation_successions values
	('00000000-0000-0000-0000-0000000000b3', '00000000-0000-0000-0000-0000000000b1'),
	('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000b1');
insert into public.practices (id, slug, name, network_id, status) values
	('00000000-0000-0000-0000-0000000000c1', 'rafting', 'Rafting', '00000000-0000-0000-0000-0000000000a1', 'published'),
	('00000000-0000-0000-0000-0000000000c2', 'damming', 'Secret damming', '00000000-0000-0000-0000-0000000000a1', 'draft'),
	('00000000-0000-0000-0000-0000000000c3', 'hoarding', 'Secret hoarding', '00000000-0000-0000-0000-0000000000a2', 'published'),
	('00000000-0000-0000-0000-0000000000c4', 'herding', 'Herding', null, 'published');
insert into public.learning_links (id, slug, url, title, kind, status, published_on) values
	('00000000-0000-0000-0000-0000000000e1', 'how-to', 'https://example.org/how-to', 'How to raft', 'post', 'published', '1969-12-31'),
	('00000000-0000-0000-0000-0000000000e2', 'hush', 'https://example.org/hush', 'Secret manual', 'post', 'draft', null);
insert into public.learning_link_practices values
	('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-0000000000c1'),
	('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-0000000000c2'),
	('00000000-0000-0000-0000-0000000000e2', '00000000-0000-0000-0000-0000000000c1');
insert into public.adoptions (organisation_id, practice_id, started_on, source_url, note, learned_from_organisation_id, learned_from_confidence, learned_via_link_id) values
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', '2020-02-29', 'https://example.org/a', null, '00000000-0000-0000-0000-0000000000b3', 'stated', '00000000-0000-0000-0000-0000000000e2'),
	('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000c1', null, 'https://example.org/b', null, '00000000-0000-0000-0000-0000000000b1', 'inferred', '00000000-0000-0000-0000-0000000000e1'),
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c4', '2021-01-01', null, 'Secret adoption', null, null, null),
	('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000c3', '2021-01-01', 'https://example.org/secret', null, null, null, null);
insert into public.ties (from_organisation_id, to_organisation_id, kind, source_url) values
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2', 'visited', 'https://example.org/c'),
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b3', 'funds', 'https://example.org/secret-tie'),
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b4', 'mentors', null);
insert into public.memberships (id, network_id, organisation_id, source_url, invited_on) values
	('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', 'https://example.org/d', null),
	('00000000-0000-0000-0000-0000000000d2', '00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-0000000000b1', 'https://example.org/secret-cellar', null),
	('00000000-0000-0000-0000-0000000000d3', '00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b4', 'https://example.org/d', '2026-01-01');
insert into public.membership_tiers values ('00000000-0000-0000-0000-0000000000d1', 'Secret gold');
insert into public.membership_notes (membership_id, note) values ('00000000-0000-0000-0000-0000000000d1', 'Secret note');
insert into public.people (network_id, name)
	select '00000000-0000-0000-0000-0000000000a1', 'Secret person ' || n from generate_series(1, 5) n;
insert into public.memberships (network_id, person_id, started_on)
	select network_id, id, '2020-01-01' from public.people;
insert into public.people (network_id, name)
	select '00000000-0000-0000-0000-0000000000a3', 'Secret hill person ' || n from generate_series(1, 4) n;
insert into public.memberships (network_id, person_id, started_on)
	select network_id, id, '2020-01-01' from public.people where network_id = '00000000-0000-0000-0000-0000000000a3';

-- Visitor
select pg_temp.act_as(null);
create temporary table seen on commit drop as select public.atlas()::jsonb as atlas;
select unalike((select atlas::text from seen), '%ecret%', 'nothing private leaves through the atlas');
select is((select atlas -> 'organisations' -> 'slug' from seen), '["farm", "mill", "zoo"]', 'what is published is in it');
select is((select atlas -> 'organisations' -> 'area' from seen), '[2, 0, null]', 'an old code leads to the area of today');
select is((select atlas -> 'organisations' -> 'founded_on' from seen), '[null, 10, null]', 'dates are days since 1970');
select is((select atlas -> 'links' -> 'published_on' from seen), '[-1]', 'negative before it');
select is((select atlas -> 'areas' -> 'region' from seen), '["North", "North", "Wales"]', 'a nation without regions stands for its region');
select is((select atlas -> 'practices' -> 'slug' from seen), '["herding", "rafting"]', 'practices of networks one sees');
select is((select atlas -> 'practices' -> 'network' from seen), '[null, 1]', 'a reference is a position');
select is((select atlas -> 'adoptions' -> 'organisation' from seen), '[0, 1]', 'public adoptions only');
select is((select atlas -> 'adoptions' -> 'learned_from' from seen), '[1, null]', 'a source that is not in the atlas is null');
select is((select atlas -> 'adoptions' -> 'learned_from_confidence' from seen), '[1, null]', 'and so is its confidence');
select is((select atlas -> 'adoptions' -> 'learned_via' from seen), '[0, null]', 'and a link that is not in it');
select is((select atlas -> 'adoptions' -> 'started_on' from seen), '[null, 18321]', 'an unknown start is null');
select is((select atlas -> 'ties' -> 'to' from seen), '[0]', 'a tie to what is not in it is left out');
select is((select atlas -> 'successions' from seen), '{"on": [null], "successor": [1], "source_url": [null], "predecessor": [0]}', 'and a succession');
select is((select atlas -> 'memberships' -> 'tier' from seen), '[null]', 'tiers are not for visitors');
select is((select atlas -> 'people_counts' from seen), '{"members": [5], "network": [1]}', 'people are counted from five on');
select ok(
	(select bool_and(lengths.one) from seen, lateral (
		select count(distinct jsonb_array_length(columns.value)) = 1 as one
		from jsonb_each(atlas) tables (name, content), jsonb_each(content) columns
		where jsonb_typeof(content) = 'object' and tables.name <> 'vocabularies'
		group by tables.name
	) lengths),
	'all columns of a table are of one length'
);
select is((public.atlas('river')::jsonb -> 'organisations' -> 'slug'), '["farm", "mill"]', 'a network''s atlas holds its members and who does its practices');
select is(public.atlas('cellar')::jsonb, null, 'a network that one does not see has no atlas');
select is(public.atlas('no-such')::jsonb, null, 'nor has one that does not exist');

-- Member, coordinator, and rights that are a person's own
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select is((public.atlas()::jsonb -> 'memberships' -> 'tier'), '["Secret gold"]', 'a member sees tiers');
select unalike(public.atlas()::text, '%dredge%', 'but no drafts');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select alike(public.atlas()::text, '%dredge%', 'a coordinator sees the drafts of the network');
select unalike(public.atlas()::text, '%ecret person%', 'but no people');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000b');
select unalike(
	public.atlas()::text, '%ecret%', 'an editor''s own drafts are not in an atlas that others share'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000a');
select unalike(public.atlas()::text, '%ecret%', 'nor are those that an administrator could read');

-- Version
reset role;
create temporary table versions on commit drop as select public.atlas_version() as before;
update public.organisations set name = 'Windmill' where slug = 'mill';
select isnt(public.atlas_version(), (select before from versions), 'a change of what is shown changes the version');
update versions set before = public.atlas_version();
update public.people set phone = '020 7946 0000';
select is(public.atlas_version(), (select before from versions), 'another change does not');
insert into public.area_codes (former_code, area_code) values ('E07000009', 'E06000001') on conflict do nothing;
select is(public.atlas_version(), (select before from versions), 'nor does an insertion of what is there');

-- By people who may not write: the statement runs, the policies leave it no row.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select is_empty(
	$$ update public.organisations set summary = 'x' where slug = 'farm' returning id $$, 'a member changes no organisation'
);
select is_empty($$ delete from public.areas returning code $$, 'and removes no area');
select is_empty($$ delete from public.ties returning id $$, 'nor a tie');
reset role;
select is(public.atlas_version(), (select before from versions), 'and what was refused raises no version');

create temporary table figures on commit drop as select public.areas_version() as before;
update public.organisations set name = 'Watermill' where slug = 'mill';
select is(
	public.areas_version(), (select before from figures), 'a change to an organisation leaves the version of the figures'
);
insert into public.indicators (slug, label, unit, theme, vintage, source, licence)
	values ('people', 'People', 'persons', 'people', '2024', 'made up', 'none');
select isnt(public.areas_version(), (select before from figures), 'a new indicator raises it');
update figures set before = public.areas_version();
insert into public.indicator_values values ('people', 'E06000001', '2024', 1000);
select isnt(public.areas_version(), (select before from figures), 'so does a value');
update figures set before = public.areas_version();
delete from public.indicator_values;
select isnt(public.areas_version(), (select before from figures), 'and its removal');
update figures set before = public.areas_version();
truncate public.area_adjacency;
select isnt(public.areas_version(), (select before from figures), 'and emptying a table');
select isnt(public.atlas_version(), (select before from versions), 'each of which raises the version of the whole too');
select pg_temp.act_as(null);
select isnt(public.areas_version(), null, 'a visitor asks for it');
select is(public.atlas() ->> 'version', public.atlas_version(), 'the atlas carries its version');

select * from finish();
rollback;

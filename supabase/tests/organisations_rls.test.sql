-- Stewardship: who may change an organisation, and who may not although they have it as a member.
begin;
create extension if not exists pgtap with schema extensions;
select plan(26);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000a', 'administrator@example.org'),
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000e', 'stranger@example.org'),
	('00000000-0000-0000-0000-00000000000f', 'other@example.org');
insert into public.site_administrators values ('00000000-0000-0000-0000-00000000000a');
insert into public.networks (id, slug, name, is_sample) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River', false),
	('00000000-0000-0000-0000-0000000000a2', 'hill', 'Hill', false),
	('00000000-0000-0000-0000-0000000000a3', 'sample', 'Sample', true);
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a3', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'coordinator');
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1');
insert into public.memberships (network_id, organisation_id, confirmed_at) values
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-0000000000b1', now());

-- A network that has it as a member, but does not steward it
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select is_empty(
	$$ update public.organisations set name = 'Ours' returning id $$,
	'being a member of a network gives it no right over the record'
);
select throws_ok(
	$$ insert into public.adoptions (organisation_id, practice_id)
		values ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b1') $$,
	'42501', null, 'nor over what it has adopted'
);
select isnt_empty(
	$$ update public.memberships set role = 'host' returning id $$, 'but over its membership'
);
select throws_ok(
	$$ select public.set_steward('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a2') $$,
	'42501', null, 'a coordinator cannot take stewardship'
);
select throws_ok(
	$$ insert into public.organisations (slug, name, steward_network_id)
		values ('new', 'New', '00000000-0000-0000-0000-0000000000a1') $$,
	'42501', null, 'nor add an organisation in the name of another network'
);
select throws_ok(
	$$ insert into public.organisations (slug, name) values ('new', 'New') $$,
	'42501', null, 'nor one without a steward'
);

-- Its steward
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty(
	$$ update public.organisations set name = 'Mill on the river' returning id $$, 'its steward changes it'
);
select throws_ok(
	$$ update public.organisations set steward_network_id = null $$, '42501', null, 'but does not hand it over'
);
select throws_ok(
	$$ update public.organisations set slug = 'elsewhere' $$, '42501', null, 'nor move its page'
);
select lives_ok(
	$$ insert into public.organisations (slug, name, steward_network_id)
		values ('invented', 'Invented', '00000000-0000-0000-0000-0000000000a3') $$,
	'a coordinator of a sample network adds an organisation'
);
select results_eq(
	$$ select is_sample from public.organisations where slug = 'invented' $$, array[true],
	'which is marked as sample by the database'
);
select throws_ok(
	$$ update public.organisations set is_sample = false where slug = 'invented' $$,
	'42501', null, 'and cannot lose the mark'
);

-- A claim
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok(
	$$ insert into public.organisation_editors (organisation_id, user_id, status) values
		('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-00000000000e', 'approved') $$,
	'42501', null, 'nobody approves their own claim'
);
select lives_ok(
	$$ insert into public.organisation_editors (organisation_id, user_id) values
		('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-00000000000e') $$,
	'anyone signed in may claim an organisation'
);
select is_empty(
	$$ update public.organisations set name = 'Claimed' returning id $$, 'a claim alone changes nothing'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty(
	$$ update public.organisation_editors set status = 'approved' returning user_id $$, 'its steward approves it'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select isnt_empty(
	$$ update public.organisations set summary = 'We mill.' where slug = 'mill' returning id $$,
	'and then the editor changes the record'
);

-- A succession stands on two pages.
reset role;
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b2', 'farm', 'Farm', 'published', '00000000-0000-0000-0000-0000000000a2'),
	('00000000-0000-0000-0000-0000000000b3', 'weir', 'Weir', 'published', '00000000-0000-0000-0000-0000000000a1');
prepare succeed(uuid, uuid) as
	insert into public.organisation_successions (predecessor_id, successor_id) values ($1, $2);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok(
	$$ execute succeed('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000b1') $$,
	'42501', null, 'the editor of one organisation does not make it the successor of another'
);
select throws_ok(
	$$ execute succeed('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2') $$,
	'42501', null, 'nor its predecessor'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select throws_ok(
	$$ execute succeed('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000b1') $$,
	'42501', null, 'nor does a coordinator who stewards only one of the two'
);
select lives_ok(
	$$ execute succeed('00000000-0000-0000-0000-0000000000b3', '00000000-0000-0000-0000-0000000000b1') $$,
	'one who stewards both does'
);
select throws_ok(
	$$ update public.organisation_successions set predecessor_id = '00000000-0000-0000-0000-0000000000b2' $$,
	'42501', null, 'and does not move it to another'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is_empty('delete from public.organisation_successions returning share', 'one end alone does not remove it');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000a');
select lives_ok(
	$$ execute succeed('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000b1') $$,
	'an administrator states any'
);

-- Administrator and visitor
select pg_temp.act_as('00000000-0000-0000-0000-00000000000a');
select lives_ok(
	$$ select public.set_steward('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a2') $$,
	'an administrator hands stewardship over'
);
select pg_temp.act_as(null);
select throws_ok(
	$$ update public.organisations set name = 'Mine' $$, '42501', null, 'a visitor may not even try'
);

select * from finish();
rollback;

-- Roles in networks: who gives them, and that an invitation is the only way in.
begin;
create extension if not exists pgtap with schema extensions;
select plan(17);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000d', 'member@example.org'),
	('00000000-0000-0000-0000-00000000000e', 'guest@example.org'),
	('00000000-0000-0000-0000-00000000000f', 'other@example.org');
insert into auth.users (id, email, raw_user_meta_data) values
	('00000000-0000-0000-0000-0000000000aa', 'ann@example.org', '{"display_name": "Ann"}'),
	('00000000-0000-0000-0000-0000000000ab', 'bob@example.org', to_jsonb('{"display_name": "Bob"}'::text)),
	('00000000-0000-0000-0000-0000000000ac', 'cay@example.org', to_jsonb('not json'::text));
insert into public.networks (id, slug, name) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River'),
	('00000000-0000-0000-0000-0000000000a2', 'hill', 'Hill');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'member'),
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'coordinator');
insert into public.invitations (email, network_id, role, token_hash, expires_at) values
	('guest@example.org', '00000000-0000-0000-0000-0000000000a1', 'editor',
		encode(sha256('river-token'), 'hex'), now() + interval '1 day'),
	('guest@example.org', '00000000-0000-0000-0000-0000000000a1', 'coordinator',
		encode(sha256('stale-token'), 'hex'), now() - interval '1 second');

select results_eq(
	$$ select display_name from public.profiles where user_id in
		('00000000-0000-0000-0000-0000000000aa', '00000000-0000-0000-0000-0000000000ab',
		'00000000-0000-0000-0000-0000000000ac') order by user_id $$,
	array['Ann', 'Bob', null],
	'an account gets a profile, whether its metadata is JSON, JSON in a string, or neither'
);

-- Coordinator
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select lives_ok(
	$$ insert into public.network_roles (network_id, user_id, role) values
		('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'editor') $$,
	'a coordinator gives a member of the network another role'
);
select throws_ok(
	$$ insert into public.network_roles (network_id, user_id, role) values
		('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000e', 'editor') $$,
	'42501', null, 'a coordinator cannot name somebody who was not invited'
);
select throws_ok(
	$$ insert into public.network_roles (network_id, user_id, role) values
		('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000d', 'member') $$,
	'42501', null, 'nor carry a member of one network into another of theirs'
);
select throws_ok(
	'select token_hash from public.invitations', '42501', null, 'nobody reads the hash of a token'
);
select throws_ok(
	$$ update public.networks set slug = 'elsewhere' $$, '42501', null, 'the address of a network stays'
);
select throws_ok(
	$$ update public.networks set is_sample = true $$, '42501', null, 'nobody unmarks or marks a sample'
);

-- Coordinator of another network
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select is_empty(
	$$ update public.networks set name = 'Mine' where slug = 'river' returning id $$,
	'a coordinator changes no other network'
);
select is_empty(
	$$ delete from public.network_roles
		where network_id = '00000000-0000-0000-0000-0000000000a1' returning user_id $$,
	'nor takes roles away there'
);

-- Guest
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is_empty('select role from public.network_roles', 'an address that was invited gives nothing by itself');
select throws_ok(
	$$ select public.redeem_invitation('wrong-token') $$, 'PT404', null, 'a wrong token gives nothing'
);
select throws_ok(
	$$ select public.redeem_invitation('stale-token') $$, 'PT404',
	'This invitation is not valid. It may have been used or have expired.', 'nor one that expired'
);
select is(
	public.redeem_invitation('river-token') ->> 'role', 'editor', 'the token gives the role to who redeems it'
);
select results_eq(
	'select role::text from public.network_roles', array['editor'], 'and no other role'
);
select throws_ok(
	$$ select public.redeem_invitation('river-token') $$, 'PT404', null, 'it does so once'
);
select throws_ok(
	$$ insert into public.network_roles (network_id, user_id, role) values
		('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000e', 'coordinator') $$,
	'42501', null, 'nobody grants themselves a role'
);

-- Visitor
select pg_temp.act_as(null);
select throws_ok(
	$$ select public.redeem_invitation('river-token') $$, '42501', null, 'a visitor cannot redeem'
);

select * from finish();
rollback;

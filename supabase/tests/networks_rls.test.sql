-- Roles in networks: who gives them, and that an invitation is the only way in.
begin;
create extension if not exists pgtap with schema extensions;
select plan(28);

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

-- An invitation holds as long as whoever sent it may invite, and never long.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
prepare invite(text, interval) as
	insert into public.invitations (email, network_id, role, token_hash, expires_at)
	values ('guest@example.org', '00000000-0000-0000-0000-0000000000a2', 'member', encode(sha256($1::bytea), 'hex'), now() + $2);
select throws_ok(
	$$ execute invite('long', '10 years') $$, '23514', null, 'an invitation is not for ever'
);
select throws_ok(
	$$ insert into public.invitations (email, network_id, role, token_hash, invited_by) values
		('guest@example.org', '00000000-0000-0000-0000-0000000000a2', 'member', repeat('e', 64), '00000000-0000-0000-0000-00000000000c') $$,
	'42501', null, 'and not in the name of somebody else'
);
select throws_ok('select invited_by from public.invitations', '42501', null, 'nobody reads whose account sent it');
select lives_ok($$ execute invite('first', '60 days') $$, 'sixty days are the longest');
select lives_ok($$ execute invite('second', '1 day') $$, 'fewer will do');
reset role;
delete from public.network_roles where user_id = '00000000-0000-0000-0000-00000000000f';
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok(
	$$ select public.redeem_invitation('first') $$, 'PT404',
	'This invitation is not valid. It may have been used or have expired.', 'who may no longer invite has not invited'
);
reset role;
insert into public.network_roles values
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'editor');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok($$ select public.redeem_invitation('first') $$, 'PT404', null, 'another role is not enough');
reset role;
insert into public.network_roles values
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'coordinator');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select lives_ok($$ select public.redeem_invitation('first') $$, 'as a coordinator they have');
reset role;
delete from auth.users where id = '00000000-0000-0000-0000-00000000000f';
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok(
	$$ select public.redeem_invitation('second') $$, 'PT404', null, 'an invitation goes with the account that sent it'
);
reset role;
insert into public.organisations (id, slug, name, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', '00000000-0000-0000-0000-0000000000a1');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
insert into public.invitations (email, organisation_id, token_hash) values
	('guest@example.org', '00000000-0000-0000-0000-0000000000b1', encode(sha256('edit'), 'hex'));
reset role;
update public.organisations set steward_network_id = null;
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select throws_ok(
	$$ select public.redeem_invitation('edit') $$, 'PT404', null,
	'nor may somebody invite to an organisation that they no longer steward'
);
reset role;
update public.organisations set steward_network_id = '00000000-0000-0000-0000-0000000000a1';
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is(public.redeem_invitation('edit') ->> 'organisation', 'mill', 'but to one that they steward');

-- Visitor
select pg_temp.act_as(null);
select throws_ok(
	$$ select public.redeem_invitation('river-token') $$, '42501', null, 'a visitor cannot redeem'
);

select * from finish();
rollback;

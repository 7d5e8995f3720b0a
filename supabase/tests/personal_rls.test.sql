-- What people keep for themselves or suggest: read by its address or by its reviewers, and never with their account.
begin;
create extension if not exists pgtap with schema extensions;
select plan(20);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000d', 'owner@example.org'),
	('00000000-0000-0000-0000-00000000000e', 'stranger@example.org'),
	('00000000-0000-0000-0000-00000000000f', 'editor@example.org');
insert into public.networks (id, slug, name) values ('00000000-0000-0000-0000-0000000000a1', 'river', 'River');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator');
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1');
insert into public.organisation_editors values
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-00000000000f', 'approved');
insert into public.saved_views (id, user_id, name, path, is_shared) values
	('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000d', 'Shared view', '/map', true),
	('00000000-0000-0000-0000-0000000000c2', '00000000-0000-0000-0000-00000000000d', 'Kept view', '/map', false);
insert into public.peer_sets (id, user_id, name, area_codes, is_shared) values
	('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000d', 'Shared set', '{E06000001}', true),
	('00000000-0000-0000-0000-0000000000d2', '00000000-0000-0000-0000-00000000000d', 'Kept set', '{E06000001}', false);
insert into public.memberships (network_id, organisation_id, source_url) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', 'https://example.org/members');
insert into public.membership_notes (membership_id, note) select id, 'Owes us for two years' from public.memberships;

prepare view(uuid) as select name from public.view_at($1);
prepare peer_set(uuid) as select name from public.peer_set_at($1);
select pg_temp.act_as(null);
select throws_ok('select id from public.saved_views', '42501', null, 'a visitor may not ask which views were shared');
select throws_ok('select id from public.peer_sets', '42501', null, 'nor which peer sets');
select results_eq(
	$$ execute view('00000000-0000-0000-0000-0000000000c1') $$, array['Shared view'], 'who has the address reads a shared view'
);
select results_eq(
	$$ execute peer_set('00000000-0000-0000-0000-0000000000d1') $$, array['Shared set'], 'and a shared set'
);
select is_empty($$ execute view('00000000-0000-0000-0000-0000000000c2') $$, 'not a view that was not shared');
select is_empty($$ execute peer_set('00000000-0000-0000-0000-0000000000d2') $$, 'nor a set');
select is_empty('execute view(null)', 'nor anything without an address');
select unalike(
	(select row_to_json(shared)::text from public.view_at('00000000-0000-0000-0000-0000000000c1') shared), '%00000000000d%',
	'and not whose view it is'
);
select unalike(
	(select row_to_json(shared)::text from public.peer_set_at('00000000-0000-0000-0000-0000000000d1') shared), '%00000000000d"%',
	'nor whose set'
);
select throws_ok('select note from public.membership_notes', '42501', null, 'nor what was noted on a membership');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is_empty('select id from public.saved_views', 'somebody signed in finds none of another''s views');
select is_empty('select id from public.peer_sets', 'nor sets');
select lives_ok(
	$$ insert into public.suggestions (table_name, organisation_id, patch)
		values ('organisations', '00000000-0000-0000-0000-0000000000b1', '{"name": "Windmill"}') $$,
	'they suggest a change'
);
select isnt_empty('select id from public.suggestions', 'and read what they suggested');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select results_eq(
	$$ select patch ->> 'name' from public.suggestions $$, array['Windmill'], 'an organisation''s editor reads the suggestion'
);
select throws_ok('select proposer_id from public.suggestions', '42501', null, 'and not who made it');
select throws_ok('select reviewer_id from public.suggestions', '42501', null, 'nor who decided');
select is_empty('select note from public.membership_notes', 'nor notes on their membership');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select is((select count(*)::integer from public.saved_views), 2, 'their owner reads both views');
select results_eq(
	$$ execute peer_set('00000000-0000-0000-0000-0000000000d2') $$, array['Kept set'], 'and finds a set of theirs by its address'
);

select * from finish();
rollback;

-- What a visitor may do without an account: ask to join, and confirm a record with the token that was sent.
begin;
create extension if not exists pgtap with schema extensions;
select plan(26);

insert into auth.users (id, email) values ('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org');
insert into public.networks (id, slug, name, is_public) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River', true),
	('00000000-0000-0000-0000-0000000000a2', 'cellar', 'Cellar', false);
insert into public.organisations (id, slug, name, status, steward_network_id, note) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1', 'Kept by us');
insert into public.confirmations (network_id, organisation_id, token_hash, expires_at) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', encode(sha256('yes'), 'hex'), now() + interval '1 day'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', encode(sha256('but'), 'hex'), now() + interval '1 day'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', encode(sha256('old'), 'hex'), now() - interval '1 day');

set local role anon;
select is(public.confirmation('yes') ->> 'slug', 'mill', 'a link shows the record that it is about');
select is(public.confirmation('yes') ? 'note', false, 'and nothing that is not asked');
select is(public.confirmation('old'), null, 'a link that expired shows nothing');
select is(public.confirmation('none'), null, 'nor does an invented one');
select throws_ok(
	$$ select public.confirm_organisation('old') $$, 'PT404', null, 'a link that expired confirms nothing'
);
select lives_ok($$ select public.confirm_organisation('yes') $$, 'a link confirms');
select throws_ok($$ select public.confirm_organisation('yes') $$, 'PT404', null, 'once');
select lives_ok(
	$$ select public.confirm_organisation('but', '{"name": "Windmill"}', 'We moved.') $$, 'or corrects'
);
select throws_ok(
	$$ select public.request_to_join('river', 'Mill', website => 'javascript:alert(1)') $$,
	'23514', null, 'a request to join takes web addresses only'
);
select throws_ok(
	$$ select public.request_to_join('river', repeat('x', 201)) $$, '23514', null, 'and names of a bearable length'
);
select lives_ok($$ select public.request_to_join('cellar', 'Mill') $$, 'a network that is not public gives no sign');
reset role;
select isnt(
	(select confirmed_at from public.organisations where slug = 'mill'), null, 'the record is confirmed'
);
select results_eq(
	$$ select o.name, s.patch ->> 'name' from public.suggestions s join public.organisations o on o.id = s.organisation_id $$,
	$$ values ('Mill', 'Windmill') $$, 'a correction waits for review'
);
select is_empty('select id from public.join_requests', 'and nothing was written for it, nor for the refused ones');

-- Requests to join: one an address and network while it waits, with nothing that tells them apart; and an end.
select set_config('request.jwt.claims', '{"role": "anon"}', true);
set local role anon;
prepare ask(text, text, text) as
	select public.request_to_join('river', $1, website => $3, contact_name => 'Iris Quill', contact_email => $2);
select lives_ok($$ execute ask('Mill', 'iris@example.org', null) $$, 'a visitor asks to join');
select lives_ok($$ execute ask('Windmill', 'IRIS@example.org', null) $$, 'asking again is answered as the first time');
select throws_ok(
	$$ execute ask('Windmill', 'iris@example.org', 'javascript:alert(1)') $$, '23514', null,
	'what is entered by a known address is checked'
);
select throws_ok(
	$$ execute ask('Windmill', 'nobody@example.org', 'javascript:alert(1)') $$, '23514', null,
	'as it is by an unknown one, so that neither is told apart'
);
reset role;
select results_eq(
	'select organisation_name from public.join_requests', array['Mill'], 'the first request waits, alone'
);
select is(
	(select count(*)::integer from public.change_rows where table_name = 'join_requests'), 1,
	'and the second left no change either'
);
update public.join_requests set status = 'declined';
set local role anon;
select lives_ok($$ execute ask('Windmill', 'iris@example.org', null) $$, 'once it was answered, they may ask again');
reset role;
select is((select count(*)::integer from public.join_requests), 2, 'and are heard');
insert into public.join_requests (network_id, organisation_name, contact_email)
	select '00000000-0000-0000-0000-0000000000a1', 'Flood', n || '@example.org' from generate_series(1, 499) n;
set local role anon;
select throws_ok(
	$$ execute ask('Mill', 'late@example.org', null) $$, 'PT429',
	'This network has had more requests this week than it can answer. Please try again in a few days.',
	'a network with 500 requests in a week takes no more, and says so'
);
select throws_ok(
	$$ execute ask('Mill', 'iris@example.org', null) $$, 'PT429', null, 'to an address that it knows too'
);
reset role;
update public.join_requests set created_at = now() - interval '169 hours' where organisation_name = 'Flood';
set local role anon;
select lives_ok(
	$$ execute ask('Mill', 'later@example.org', null) $$, 'and takes them again once the flood is a week old, answered or not'
);
reset role;
select throws_ok(
	$$ insert into public.confirmations (network_id, organisation_id, token_hash, expires_at) values
		('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', repeat('e', 64), now() + interval '61 days') $$,
	'23514', null, 'a link to confirm a record holds for sixty days at most'
);

select * from finish();
rollback;

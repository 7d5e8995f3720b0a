-- What a visitor may do without an account: ask to join, and confirm a record with the token that was sent.
begin;
create extension if not exists pgtap with schema extensions;
select plan(14);

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

select * from finish();
rollback;

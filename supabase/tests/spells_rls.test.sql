-- What a spell may be, when it is public, and who is on record as having said so.
begin;
create extension if not exists pgtap with schema extensions;
select plan(49);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org');
insert into public.networks (id, slug, name) values ('00000000-0000-0000-0000-0000000000a1', 'river', 'River');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator');
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1'),
	('00000000-0000-0000-0000-0000000000b2', 'farm', 'Farm', 'published', '00000000-0000-0000-0000-0000000000a1'),
	('00000000-0000-0000-0000-0000000000b3', 'draft', 'Draft', 'draft', '00000000-0000-0000-0000-0000000000a1');
insert into public.practices (id, slug, name, status) values
	('00000000-0000-0000-0000-0000000000c1', 'rafting', 'Rafting', 'published'),
	('00000000-0000-0000-0000-0000000000c2', 'fishing', 'Fishing', 'published'),
	('00000000-0000-0000-0000-0000000000c3', 'damming', 'Damming', 'draft');
insert into public.groups (id, network_id, name) values
	('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-0000000000a1', 'Cell');

-- Adoptions that cannot be
prepare adopt(date, date, public.date_precision, public.date_precision) as
	insert into public.adoptions
		(organisation_id, practice_id, started_on, ended_on, started_precision, ended_precision)
	values ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', $1, $2, $3, $4);
select throws_ok(
	$$ execute adopt('2020-05-02', '2020-05-01', 'day', 'day') $$, '23514', null, 'a spell does not end before it starts'
);
select throws_ok(
	$$ execute adopt('2020-06-01', '2020-05-01', 'day', 'month') $$, '23514', null, 'nor in a month before'
);
select lives_ok(
	$$ execute adopt('2020-05-20', '2020-01-01', 'day', 'year') $$,
	'but may end in the year in which it began, as far as that is known'
);
select throws_ok(
	$$ execute adopt(null, null, 'day', 'day') $$, '23505', null, 'one spell per organisation and practice'
);
select throws_ok(
	$$ update public.adoptions set learned_from_organisation_id = organisation_id $$,
	'23514', null, 'nobody learns from themselves'
);
select throws_ok(
	$$ update public.adoptions set source_url = 'javascript:alert(1)' $$, '23514', null, 'a source is a web address'
);
select throws_ok(
	$$ update public.adoptions set source_url = 'https://example.org/a b' $$, '23514', null, 'without blanks'
);
select throws_ok(
	$$ update public.adoptions set evidence_url = 'ftp://example.org/' $$, '23514', null, 'evidence too'
);
select throws_ok(
	$$ update public.adoptions set note = repeat('x', 2001) $$, '23514', null, 'a note has an end'
);
select throws_ok(
	$$ update public.adoptions set is_public = true $$, '428C9', null, 'nobody says that a spell is public: it is or is not'
);
delete from public.adoptions;

-- Ties and memberships that cannot be
prepare tie(uuid, uuid, date, date) as
	insert into public.ties (from_organisation_id, to_organisation_id, kind, started_on, ended_on)
	values ($1, $2, 'works with', $3, $4);
select lives_ok(
	$$ execute tie('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2', '2019-01-01', null) $$,
	'two organisations work together'
);
select throws_ok(
	$$ execute tie('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2', '2020-01-01', null) $$,
	'23505', null, 'an open tie of one kind between the same two exists once'
);
select lives_ok(
	$$ execute tie('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2', '2015-01-01', '2016-01-01') $$,
	'an ended one beside it may stand'
);
select throws_ok(
	$$ execute tie('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b1', null, null) $$,
	'23514', null, 'nobody is tied to themselves'
);
prepare join_in(uuid, uuid, date, date) as
	insert into public.memberships (network_id, organisation_id, group_id, started_on, ended_on)
	values ('00000000-0000-0000-0000-0000000000a1', $1, $2, $3, $4);
select throws_ok(
	$$ execute join_in('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000d1', null, null) $$,
	'23514', null, 'a membership is not of two'
);
select throws_ok($$ execute join_in(null, null, null, null) $$, '23514', null, 'nor of nobody');
select lives_ok(
	$$ execute join_in('00000000-0000-0000-0000-0000000000b1', null, '2018-01-01', '2020-01-01') $$, 'a member joins and leaves'
);
select lives_ok(
	$$ execute join_in('00000000-0000-0000-0000-0000000000b1', null, '2020-01-01', null) $$, 'and returns'
);
select throws_ok(
	$$ execute join_in('00000000-0000-0000-0000-0000000000b1', null, null, null) $$,
	'23505', null, 'but is not a member twice at once'
);
select throws_ok(
	$$ execute join_in('00000000-0000-0000-0000-0000000000b1', null, '2019-01-01', '2019-06-01') $$,
	'23P01', null, 'not even in the past'
);
select throws_ok(
	$$ update public.memberships set renews_on = '2000-01-01' $$, '23514', null, 'nobody renews before they join'
);

-- Other rows that cannot be
select throws_ok(
	$$ insert into public.organisations (slug, name) values ('Bad Slug', 'x') $$, '23514', null, 'a slug is lower case and hyphens'
);
select throws_ok(
	$$ update public.organisations set longitude = 0, latitude = 0, location_basis = 'exact' $$,
	'23514', null, 'nothing lies at 0,0'
);
select throws_ok(
	$$ update public.organisations set longitude = 51, latitude = 181, location_basis = 'exact' $$,
	'23514', null, 'nor beyond a pole'
);
select throws_ok(
	$$ update public.organisations set location_basis = 'postcode' $$, '23514', null, 'a place has coordinates or no basis'
);
select throws_ok(
	$$ insert into public.learning_links (slug, title, kind, status) values ('x', 'x', 'post', 'published') $$,
	'23514', null, 'a link without an address is not published'
);
select throws_ok(
	$$ insert into public.indicators (slug, label, unit, theme, vintage, source, licence)
		values ('x', repeat('x', 161), 'u', 't', 'v', 's', 'l') $$,
	'23514', null, 'a label has an end'
);

-- What is public
insert into public.adoptions (organisation_id, practice_id, source_url, note) values
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', 'https://example.org/a', 'sourced'),
	('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000c1', null, 'unsourced'),
	('00000000-0000-0000-0000-0000000000b3', '00000000-0000-0000-0000-0000000000c1', 'https://example.org/a', 'of a draft'),
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c3', 'https://example.org/a', 'of a draft practice');
select pg_temp.act_as(null);
select results_eq(
	'select note from public.adoptions', array['sourced'],
	'a visitor sees spells with a public source, between things that are published'
);
select is(
	(select count(*)::integer from public.adoptions), 1, 'and counts no others'
);
select throws_ok(
	'select stated_by from public.adoptions', '42501', null, 'and does not see who stated them'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty(
	$$ update public.adoptions set confirmed_at = now() where note = 'unsourced' returning id $$, 'a party confirms'
);
select throws_ok(
	$$ update public.adoptions set confirmed_by = null $$, '42501', null, 'and cannot say that somebody else did'
);
select pg_temp.act_as(null);
select is(
	(select count(*)::integer from public.adoptions), 2, 'what a party confirmed is public'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty(
	$$ update public.adoptions set withheld = true where note = 'sourced' returning id $$, 'a spell is withheld'
);
select pg_temp.act_as(null);
select results_eq('select note from public.adoptions', array['unsourced'], 'and then is public no longer');
reset role;
select is(
	(select confirmed_by from public.adoptions where note = 'unsourced'),
	'00000000-0000-0000-0000-00000000000c'::uuid, 'the database knows who confirmed'
);

-- A tie has two ends: one states it, the other answers.
insert into auth.users (id, email) values ('00000000-0000-0000-0000-00000000000f', 'other@example.org');
insert into public.networks (id, slug, name) values ('00000000-0000-0000-0000-0000000000a2', 'hill', 'Hill');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'coordinator');
update public.organisations set steward_network_id = '00000000-0000-0000-0000-0000000000a2' where slug = 'farm';
delete from public.ties;
insert into public.ties (from_organisation_id, to_organisation_id, kind, source_url, note) values
	('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2', 'works with', null, 'As we say');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select throws_ok($$ update public.ties set note = 'As they say' $$, '42501', null, 'the other end does not reword a tie');
select throws_ok($$ update public.ties set kind = 'funds' $$, '42501', null, 'nor make it another');
select throws_ok($$ update public.ties set directed = false $$, '42501', null, 'nor turn it');
select throws_ok(
	$$ update public.ties set source_url = 'https://example.org/else' $$, '42501', null, 'nor give it another source'
);
select throws_ok($$ update public.ties set started_on = '2000-01-01' $$, '42501', null, 'nor another date');
select throws_ok(
	$$ update public.ties set confirmed_at = now(), note = 'x' $$, '42501', null, 'not even with a confirmation'
);
select isnt_empty(
	$$ update public.ties set confirmed_at = '2001-01-01' returning id $$, 'it confirms'
);
select results_eq('select confirmed_at from public.ties', array[now()], 'today, whatever was sent');
select isnt_empty('update public.ties set withheld = true returning id', 'it withholds');
select is_empty('delete from public.ties returning id', 'and does not remove');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty($$ update public.ties set note = 'Better said' returning id $$, 'who stated it corrects it');
reset role;
select results_eq(
	'select note, confirmed_by from public.ties',
	$$ values ('Better said', '00000000-0000-0000-0000-00000000000f'::uuid) $$, 'and it is on record who confirmed'
);
select lives_ok($$ update public.ties set note = 'By the server' $$, 'the server itself corrects anything');

select * from finish();
rollback;

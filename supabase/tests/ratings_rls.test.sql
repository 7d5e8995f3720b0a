-- Ratings: an average that moves without telling who moved it.
begin;
create extension if not exists pgtap with schema extensions;
select plan(11);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000d', 'member@example.org');
insert into public.networks (id, slug, name) values ('00000000-0000-0000-0000-0000000000a1', 'river', 'River');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'member');
insert into public.learning_links (id, slug, url, title, kind, status, network_id) values
	('00000000-0000-0000-0000-0000000000e1', 'how-to', 'https://example.org/how-to', 'How to', 'post', 'published', '00000000-0000-0000-0000-0000000000a1');

create temporary table versions on commit drop as select public.atlas_version() as before;
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
insert into public.ratings (link_id, score) values ('00000000-0000-0000-0000-0000000000e1', 5);
select results_eq(
	'select rating_average, rating_count from public.learning_links', $$ values (5.00, 1) $$, 'a rating moves the average'
);
reset role;
select isnt(public.atlas_version(), (select before from versions), 'which everybody is shown');
update versions set before = public.atlas_version();
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select isnt_empty('update public.ratings set score = 5 returning score', 'the same rating is sent again');
select isnt_empty(
	$$ insert into public.ratings (link_id, score) values ('00000000-0000-0000-0000-0000000000e1', 5)
		on conflict (link_id, user_id) do update set score = excluded.score returning score $$,
	'and again, as a form does'
);
reset role;
select is(public.atlas_version(), (select before from versions), 'and raises no version');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
update public.ratings set score = 2;
select results_eq(
	'select rating_average, rating_count from public.learning_links', $$ values (2.00, 1) $$, 'another score moves it'
);
delete from public.ratings;
select results_eq(
	'select rating_average, rating_count from public.learning_links', $$ values (null::numeric, 0) $$,
	'and taking it back does too'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select is_empty('select id from public.changes', 'a coordinator finds no change of any of it');
update public.learning_links set title = 'How to raft';
select results_eq(
	$$ select before ->> 'title', after ->> 'title' from public.change_rows $$,
	$$ values ('How to', 'How to raft') $$, 'but of what was changed in the link'
);
select is_empty(
	$$ select id from public.change_rows where before ? 'rating_count' or after ? 'rating_average' $$,
	'without the average and the count, which would tell what was given between two changes'
);
reset role;
select is_empty(
	$$ select id from public.changes where actor_id = '00000000-0000-0000-0000-00000000000d' $$,
	'nothing anywhere says that the member rated'
);

select * from finish();
rollback;

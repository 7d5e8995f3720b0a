-- People: seen by consent, field by field; forgotten when they ask; never in the audit.
begin;
create extension if not exists pgtap with schema extensions;
select plan(53);

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
	('00000000-0000-0000-0000-00000000000d', 'iris.quill@example.org'),
	('00000000-0000-0000-0000-00000000000e', 'member@example.org'),
	('00000000-0000-0000-0000-00000000000f', 'other@example.org');
insert into public.site_administrators values ('00000000-0000-0000-0000-00000000000a');
insert into public.networks (id, slug, name) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River'),
	('00000000-0000-0000-0000-0000000000a2', 'hill', 'Hill');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'member'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000e', 'member'),
	('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-00000000000f', 'coordinator');
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1');
insert into public.learning_links (id, slug, url, title, kind, status) values
	('00000000-0000-0000-0000-0000000000e1', 'how-to', 'https://example.org/how-to', 'How to', 'post', 'published');

-- A coordinator keeps a record; the person decides what is shown.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
insert into public.people (network_id, name, email, phone) values
	('00000000-0000-0000-0000-0000000000a1', 'Iris Quill', 'iris.quill@example.org', '020 7946 0018');
insert into public.affiliations (person_id, organisation_id, job_title)
	select id, '00000000-0000-0000-0000-0000000000b1', 'Miller' from public.people;
select throws_ok(
	$$ update public.people set user_id = '00000000-0000-0000-0000-00000000000f' $$,
	'42501', null, 'a coordinator does not tie a record to an account of their choice'
);
reset role;
update public.people set user_id = '00000000-0000-0000-0000-00000000000d';
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select results_eq('select name from public.people', array['Iris Quill'], 'a person reads their own record');
insert into public.consents (person_id, field, visibility, text_version)
	select id, field::public.personal_field, visibility::public.visibility, '2026-01'
	from public.people, (values ('name', 'public'), ('email', 'members'), ('phone', 'coordinators')) c (field, visibility);
select throws_ok(
	$$ insert into public.consents (person_id, field, visibility, text_version)
		select id, 'name', 'private', '2026-02' from public.people $$,
	'23505', null, 'one consent stands for a field: the old one is withdrawn first'
);

select pg_temp.act_as(null);
select throws_ok('select * from public.people', '42501', null, 'a visitor may not ask for people');
prepare contact as select name, email, phone, job_title
	from public.contacts('00000000-0000-0000-0000-0000000000b1');
select results_eq(
	'execute contact', $$ values ('Iris Quill', null::text, null::text, null::text) $$,
	'a visitor sees what is public, and nothing else'
);
select is_empty('select * from public.contacts()', 'and nobody gets a list of everybody');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select results_eq(
	'execute contact', $$ values ('Iris Quill', null::text, null::text, null::text) $$,
	'so does the coordinator of another network'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000a');
select is_empty('select id from public.people', 'an administrator has no sight of people');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is_empty('select id from public.people', 'a member reads nobody else''s record');
select results_eq(
	'execute contact', $$ values ('Iris Quill', 'iris.quill@example.org', null::text, null::text) $$,
	'but what the person shows to members'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select results_eq(
	'execute contact', $$ values ('Iris Quill', 'iris.quill@example.org', '020 7946 0018', null::text) $$,
	'a coordinator sees what was shown to coordinators'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
update public.consents set withdrawn_at = now() + interval '1 second' where field = 'name';
select pg_temp.act_as(null);
select is_empty('execute contact', 'when the name is withdrawn, nothing is shown');

-- Nobody takes a withdrawal back, and nobody dates it.
reset role;
select is(
	(select withdrawn_at from public.consents where field = 'name'), now(), 'a consent is withdrawn now, whatever was sent'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select throws_ok(
	$$ update public.consents set withdrawn_at = null where field = 'name' $$,
	'23514', null, 'a coordinator does not bring a withdrawn consent back'
);
select throws_ok(
	$$ update public.consents set withdrawn_at = '2099-01-01' where field = 'name' $$, '23514', null, 'nor puts it off'
);
select lives_ok(
	$$ update public.consents set withdrawn_at = withdrawn_at where field = 'name' $$, 'to leave it as it is does nothing'
);
select throws_ok('select recorded_by from public.consents', '42501', null, 'nobody reads which account recorded it');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select throws_ok(
	$$ update public.consents set withdrawn_at = null where field = 'name' $$,
	'23514', null, 'nor does the person, who gives a new one'
);
select throws_ok(
	$$ insert into public.consents (person_id, field, visibility, text_version, recorded_by)
		select id, 'job_title', 'public', '2026-01', '00000000-0000-0000-0000-00000000000c' from public.people $$,
	'42501', null, 'nobody records a consent in the name of somebody else'
);
select pg_temp.act_as(null);
select is_empty('execute contact', 'and nothing is shown still');

-- Somebody may be reached by what they do there, without their name.
reset role;
insert into public.consents (person_id, field, visibility, text_version, recorded_by)
	select id, 'job_title', 'public', '2026-01', '00000000-0000-0000-0000-00000000000d' from public.people;
select pg_temp.act_as(null);
select results_eq(
	'execute contact', $$ values (null::text, null::text, null::text, 'Miller') $$,
	'a role that may be shown is shown without the name that may not'
);
reset role;
delete from public.consents where field = 'job_title';
select results_eq(
	'select distinct recorded_by from public.consents', array['00000000-0000-0000-0000-00000000000d'::uuid],
	'the database knows who recorded them'
);
select isnt_empty(
	$$ select id from public.change_rows where table_name = 'consents' and verb = 'update' and after ->> 'withdrawn_at' is not null $$,
	'and when they were withdrawn'
);

-- The coordinator of another network makes up a person who works at the mill.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
insert into public.people (network_id, name) values ('00000000-0000-0000-0000-0000000000a2', 'Mallory');
insert into public.affiliations (person_id, organisation_id)
	select id, '00000000-0000-0000-0000-0000000000b1' from public.people;
insert into public.consents (person_id, field, visibility, text_version)
	select id, 'name', 'public', '2026-01' from public.people;
select pg_temp.act_as(null);
select is_empty('execute contact', 'nobody is shown at an organisation that their network does not speak for');
reset role;
insert into public.practices (id, slug, name, status) values
	('00000000-0000-0000-0000-0000000000c1', 'rafting', 'Rafting', 'published');
insert into public.adoptions (id, organisation_id, practice_id, source_url) values
	('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', 'https://example.org/a');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
prepare name_contact as insert into public.adoption_contacts
	select '00000000-0000-0000-0000-0000000000f1', id from public.people;
select throws_ok('execute name_contact', '42501', null, 'nor named for what it does');
insert into public.memberships (network_id, organisation_id, invited_on)
	values ('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-0000000000b1', current_date);
select throws_ok('execute name_contact', '42501', null, 'not even when the network has invited it');
update public.memberships set started_on = current_date;
select lives_ok('execute name_contact', 'as a member it is spoken for');
select pg_temp.act_as(null);
select results_eq(
	$$ select name, network_slug from public.contacts('00000000-0000-0000-0000-0000000000b1') $$,
	$$ values ('Mallory', 'hill') $$, 'and the network that says so is named'
);
reset role;
update public.networks set is_public = false where slug = 'hill';
select pg_temp.act_as(null);
select is_empty('execute contact', 'which one that the reader does not see cannot do');
reset role;
delete from public.memberships;
delete from public.adoptions;

-- What the person left behind
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
insert into public.ratings (link_id, score) values ('00000000-0000-0000-0000-0000000000e1', 5);
insert into public.replies (link_id, signed_as, body) values ('00000000-0000-0000-0000-0000000000e1', 'Iris Quill', 'It works.');
insert into public.suggestions (table_name, patch, message) values ('practices', '{}', 'Write to iris.quill@example.org');
select results_eq(
	'select rating_count from public.learning_links', array[1], 'a link carries how many rated it'
);
select throws_ok('select author_id from public.replies', '42501', null, 'nobody reads which account replied');
select throws_ok(
	$$ update public.learning_links set rating_average = 5 $$, '42501', null, 'nobody writes the average'
);
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
select is_empty('select score from public.ratings', 'nobody reads how somebody else rated');
select is_empty('select id from public.replies', 'nor a reply that waits, when the link has no network of theirs');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
insert into public.invitations (email, network_id, role, token_hash)
	values ('Iris.Quill@example.org', '00000000-0000-0000-0000-0000000000a1', 'editor', repeat('a', 64));
insert into public.memberships (network_id, organisation_id)
	values ('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1');
insert into public.membership_notes (membership_id, note)
	select id, 'Joined through Iris Quill (iris.quill@example.org). IRIS QUILL is on leave' from public.memberships;
insert into public.import_batches (network_id, file_name) values ('00000000-0000-0000-0000-0000000000a1', 'members.csv');
insert into public.import_rows (batch_id, position, content, verdict)
	select id, 1, '{"contact": "iris.quill@example.org"}', 'new' from public.import_batches;
select pg_temp.act_as(null);
select lives_ok(
	$$ select public.request_to_join('river', 'Quill Ltd', contact_name => 'Iris Quill', contact_email => 'iris.quill@example.org') $$,
	'a visitor asks to join'
);
select throws_ok('select * from public.join_requests', '42501', null, 'and reads no requests');
select lives_ok(
	$$ select public.request_to_join('no-such-network', 'Quill Ltd') $$, 'an unknown network is not told apart'
);

-- The ledger
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
select isnt_empty(
	$$ select id from public.change_rows where table_name = 'memberships' $$, 'a coordinator reads what was changed'
);
select throws_ok('delete from public.change_rows', '42501', null, 'and cannot remove it');
select throws_ok('delete from public.changes', '42501', null, 'nor what it belongs to');
select throws_ok('select * from private.change_rows_apart', '42501', null, 'nor read what is personal in it');
reset role;
select is_empty(
	$$ select id from public.change_rows where concat(before, after, row_key) ~* 'iris|quill|7946|Miller|works|on leave' $$,
	'no personal column is in the ledger'
);
set local role service_role;
select throws_ok('delete from public.change_rows', '42501', null, 'not even the server with its own key removes a row');
select throws_ok('truncate public.changes', '42501', null, 'nor all of them');
select throws_ok(
	$$ update public.change_rows set verb = 'insert' $$, '42501', null, 'nor rewrites one'
);
reset role;

-- Erasing
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
prepare erase as select public.erase_person('00000000-0000-0000-0000-000000000001');
select throws_ok('execute erase', '42501', null, 'a person who is not there is not told apart from one who is not yours');
select pg_temp.act_as(null);
select throws_ok('select public.erase_my_account()', '42501', null, 'a visitor erases nothing');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
select throws_ok(
	$$ select public.erase_account('00000000-0000-0000-0000-00000000000c') $$,
	'42501', null, 'nobody erases somebody else''s account'
);
select lives_ok('select public.erase_my_account()', 'a person erases their account');
reset role;
select is_empty(
	$$ select id from auth.users where email like 'iris%' $$, 'the account is gone'
);
create temporary table mentions (place text);
do $$
declare
	place record;
	found boolean;
begin
	for place in
		select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
			and a.atttypid in ('text'::regtype, 'jsonb'::regtype) and a.attgenerated = ''
	loop
		execute format(
			'select exists (select from public.%I where %I::text ~* $1)', place.relname, place.attname
		) into found using 'iris|7946 0018';
		if found then
			insert into mentions values (place.relname || '.' || place.attname);
		end if;
	end loop;
end
$$;
select is_empty('select place from mentions', 'no table mentions the name, the address or the number any more');
select is_empty(
	$$ select id from public.changes where actor_id = '00000000-0000-0000-0000-00000000000d' $$,
	'the ledger no longer knows who it was'
);
select isnt_empty(
	'select id from public.changes where actor_erased', 'but keeps what happened, by an erased person'
);

select * from finish();
rollback;

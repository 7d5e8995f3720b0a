-- Erasing a person takes the person out of a network's papers, and nothing else, whatever they call themselves.
begin;
create extension if not exists pgtap with schema extensions;
select plan(31);

-- Takes on an account (null: a visitor) as a request to the API does.
create function pg_temp.act_as(account uuid) returns void language sql as $$
	select
		set_config('role', case when account is null then 'anon' else 'authenticated' end, true),
		set_config('request.jwt.claims', json_build_object('sub', account, 'role',
			case when account is null then 'anon' else 'authenticated' end)::text, true)
$$;

-- As the sign-in service makes it, where there is one.
create table if not exists auth.audit_log_entries (
	id uuid primary key, payload json, created_at timestamptz default now(), ip_address varchar(64) default ''
);

insert into auth.users (id, email) values
	('00000000-0000-0000-0000-00000000000c', 'coordinator@example.org'),
	('00000000-0000-0000-0000-00000000000d', 'iris.quill@example.org'),
	('00000000-0000-0000-0000-00000000000e', 'mallory@example.org');
insert into auth.audit_log_entries (id, payload) values
	(gen_random_uuid(), '{"action": "login", "actor_id": "00000000-0000-0000-0000-00000000000d", "actor_username": "iris.quill@example.org"}'),
	(gen_random_uuid(), '{"action": "user_invited", "actor_username": "coordinator@example.org", "traits": {"user_email": "Iris.Quill@example.org"}}'),
	(gen_random_uuid(), to_json('{"actor_username":"iris.quill@example.org"}'::text)),
	(gen_random_uuid(), '{"action": "login", "actor_id": "00000000-0000-0000-0000-00000000000c", "actor_username": "coordinator@example.org"}'),
	(gen_random_uuid(), '{"action": "login", "actor_username": "not.iris.quill@example.org"}');
insert into public.networks (id, slug, name) values
	('00000000-0000-0000-0000-0000000000a1', 'river', 'River'),
	('00000000-0000-0000-0000-0000000000a2', 'hill', 'Hill');
insert into public.network_roles (network_id, user_id, role) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000c', 'coordinator'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000d', 'member'),
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-00000000000e', 'member');
insert into public.organisations (id, slug, name, status, steward_network_id) values
	('00000000-0000-0000-0000-0000000000b1', 'mill', 'Mill', 'published', '00000000-0000-0000-0000-0000000000a1'),
	('00000000-0000-0000-0000-0000000000b2', 'weir', 'Weir', 'published', '00000000-0000-0000-0000-0000000000a1');

-- The papers of a network
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
insert into public.people (network_id, name, email, phone) values
	('00000000-0000-0000-0000-0000000000a1', 'Iris Quill', 'i.quill@mill.example', '447700900118'),
	('00000000-0000-0000-0000-0000000000a1', 'Mal', null, null);
insert into public.import_batches (network_id, file_name, mapping)
	values ('00000000-0000-0000-0000-0000000000a1', 'Members, from Iris Quill.csv', '{"Ask i.quill@mill.example": "name"}');
insert into public.groups (network_id, name, summary)
	values ('00000000-0000-0000-0000-0000000000a1', 'Friends of Iris Quill', 'Led by Iris Quill');
insert into public.associations (network_id, organisation_id, role, note)
	values ('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', 'funder', 'Through Iris Quill');
insert into public.import_rows (batch_id, position, content, verdict, message)
	select id, r.* from public.import_batches, (values
		(1, '{"organisation": "Mill", "contact": "IRIS QUILL <i.quill@mill.example>", "phone": 447700900118, "tags": ["house", null, true]}'::jsonb,
			'new'::public.import_verdict, 'Named by Iris Quill.'),
		(2, '{"organisation": "House of Iris Quillfeather", "contact": "bridget@example.org"}', 'new', null)
	) r;
insert into public.memberships (network_id, organisation_id)
	values ('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1');
insert into public.membership_notes (membership_id, note)
	select id, 'The house was opened by Iris Quill in 2019, says Malcolm' from public.memberships;
insert into public.suggestions (table_name, organisation_id, patch, message) values
	('organisations', '00000000-0000-0000-0000-0000000000b1', '{"summary": "The house by the river, kept by Iris Quill"}', 'Iris Quill said so');
insert into public.invitations (email, network_id, role, token_hash) values
	('bridget@example.org', '00000000-0000-0000-0000-0000000000a1', 'member', repeat('a', 64));
reset role;
insert into public.join_requests (network_id, organisation_name, contact_name, contact_email, message) values
	('00000000-0000-0000-0000-0000000000a1', 'Bridge', 'Bridget Ford', 'bridget@example.org', 'Let us in'),
	('00000000-0000-0000-0000-0000000000a1', 'Boat', null, null, 'Iris Quill told us of you');
update public.people set user_id = case name
	when 'Mal' then '00000000-0000-0000-0000-00000000000e' else '00000000-0000-0000-0000-00000000000d' end::uuid;
create temporary table papers on commit drop as
	select (select jsonb_agg(r order by r.position) from public.import_rows r) as rows,
		(select jsonb_agg(s) from public.suggestions s) as suggestions,
		(select jsonb_agg(n) from public.membership_notes n) as notes,
		(select jsonb_agg(j) from public.join_requests j where organisation_name = 'Bridge') as requests,
		(select jsonb_agg(i) from public.invitations i) as invitations;

-- A member calls themselves what stands in every paper, then in some, then as somebody else is called; and goes.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000e');
update public.people set name = 'e';
update public.people set name = 'house', email = 'bridget@example.org', phone = '447700900118';
update public.people set name = 'Bridget Ford';
update public.people set name = 'Iris Quill';
select lives_ok('select public.erase_my_account()', 'a member who took other names erases their account');
reset role;
select is_empty(
	$$ select id from auth.users where email like 'mallory%' union all select id from public.people where user_id is null $$,
	'and is gone'
);
select is((select jsonb_agg(r order by r.position) from public.import_rows r), (select rows from papers), 'every import row stays as it was');
select is((select jsonb_agg(s) from public.suggestions s), (select suggestions from papers), 'every suggestion');
select is((select jsonb_agg(n) from public.membership_notes n), (select notes from papers), 'every note, for "Mal" is part of other words');
select is((select jsonb_agg(j) from public.join_requests j where organisation_name = 'Bridge'), (select requests from papers), 'every request of somebody else');
select is((select jsonb_agg(i) from public.invitations i), (select invitations from papers), 'and every invitation to somebody else');

-- The account's own address, before anybody has shown that it is theirs
alter table auth.users add column if not exists email_confirmed_at timestamptz;
update auth.users set email_confirmed_at = null;
insert into auth.users (id, email) values ('00000000-0000-0000-0000-00000000000f', 'bridget@example.org');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000f');
select lives_ok('select public.erase_my_account()', 'somebody who signed up with an address that is not theirs goes');
reset role;
select is((select jsonb_agg(i) from public.invitations i), (select invitations from papers), 'the invitation to it stays');
select is((select jsonb_agg(j) from public.join_requests j where organisation_name = 'Bridge'), (select requests from papers), 'and the request from it');
update auth.users set email_confirmed_at = now();

-- A coordinator renames the person; the person takes another name again; and goes.
select pg_temp.act_as('00000000-0000-0000-0000-00000000000c');
update public.people set name = 'Iris Feather' where name = 'Iris Quill';
insert into public.introductions (network_id, organisation_a_id, organisation_b_id, reason) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000b2',
		'Iris Feather asked for it');
select pg_temp.act_as('00000000-0000-0000-0000-00000000000d');
update public.people set name = 'house', email = null, phone = null;
select lives_ok('select public.erase_my_account()', 'a person erases their account');
reset role;
select results_eq(
	'select content from public.import_rows order by position',
	$$ values
		('{"organisation": "Mill", "contact": "[erased] <[erased]>", "phone": "[erased]", "tags": ["house", null, true]}'::jsonb),
		('{"organisation": "House of Iris Quillfeather", "contact": "bridget@example.org"}') $$,
	'import rows lose the name, the address and the number, and nothing else: not even longer words that begin alike'
);
select results_eq(
	'select message from public.import_rows where position = 1', array['Named by [erased].'], 'so does what was said of them'
);
select results_eq(
	'select note from public.membership_notes', array['The house was opened by [erased] in 2019, says Malcolm'],
	'notes lose what a coordinator called the person, before and after'
);
select results_eq(
	'select patch, message from public.suggestions',
	$$ values ('{"summary": "The house by the river, kept by [erased]"}'::jsonb, '[erased] said so') $$,
	'suggestions on organisations of the network too'
);
select results_eq(
	'select reason from public.introductions', array['[erased] asked for it'], 'and introductions'
);
select is((select jsonb_agg(j) from public.join_requests j where organisation_name = 'Bridge'), (select requests from papers), 'still nothing of anybody else');

-- Nothing anywhere, the sign-in service's own papers included
create temporary table mentions (place text);
do $$
declare
	place record;
	found boolean;
begin
	for place in
		select n.nspname, c.relname, a.attname
		from pg_attribute a
		join pg_class c on c.oid = a.attrelid
		join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('public', 'private', 'auth') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
			and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'json'::regtype, 'varchar'::regtype, 'uuid'::regtype)
			and a.attgenerated = ''
	loop
		execute format(
			'select exists (select from %I.%I where %I::text ~* $1)', place.nspname, place.relname, place.attname
		) into found using 'iris quill\M|feather\M(?<!quillfeather)|i\.quill@|^iris\.quill@|"iris\.quill@|7700900118|00000000000d$';
		if found then
			insert into mentions values (place.nspname || '.' || place.relname || '.' || place.attname);
		end if;
	end loop;
end
$$;
select is_empty('select place from mentions', 'no table of any schema mentions the name, the address, the number or the account');
select results_eq(
	$$ select payload ->> 'actor_username' from auth.audit_log_entries order by 1 $$,
	array['coordinator@example.org', 'not.iris.quill@example.org'], 'the log of sign-ins keeps what others did'
);

-- Word by word
prepare without(text, text) as select private.without($1, $2);
select results_eq($$ execute without('Ann Lee and Annika', 'Anni') $$, array['Ann Lee and Annika'], 'four letters are too few');
select results_eq($$ execute without('Annika, ANNIKA; annikas', 'Annika') $$, array['[…], […]; annikas'], 'words of their own, in any case');
select results_eq($$ execute without('a.b+c@d.org', 'a.b+c@d.org') $$, array['[erased]'], 'signs are signs and no pattern');
select results_eq($$ execute without('axb+c@d.org', 'a.b+c@d.org') $$, array['axb+c@d.org'], 'not even a dot');
select results_eq($$ execute without('Call (.*) now', '(.*) now') $$, array['Call [erased]'], 'however it looks');
select results_eq($$ execute without('O''Neil\Smith', 'O''Neil\Smith') $$, array['[erased]'], 'whatever is in it');
select results_eq($$ execute without('Søren Ærø, Søren Ærøe', 'Søren Ærø') $$, array['[erased], Søren Ærøe'], 'in any alphabet');
select results_eq($$ execute without(null, 'Annika') $$, array[null::text], 'nothing stays nothing');
select is(
	private.document_without('{"Annika": [1, 12345, "12345", {"a": "Annika \"A\" B"}], "x": {}, "y": []}', '12345'),
	'{"Annika": [1, "[…]", "[…]", {"a": "Annika \"A\" B"}], "x": {}, "y": []}', 'documents keep their shape'
);
select is(
	private.document_without('{"Annika": "name", "x": 1}', 'Annika'), '{"[…]": "name", "x": 1}',
	'and names that are somebody''s are forgotten too'
);
select is(
	private.document_without('{"a": "Annika \"A\" B"}', 'Annika "A" B'), '{"a": "[erased]"}', 'and their quotes'
);
select is(private.is_said_in('{"a": "Annika \"A\" B"}', 'annika "a" b'), true, 'in which they are found');

select * from finish();
rollback;

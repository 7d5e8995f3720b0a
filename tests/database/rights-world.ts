import type { SignedInRole } from './rights-matrix.ts';

type Value = string | number | boolean | null | object;

/** What is tried on one line of the matrix. */
export interface RightsCase {
	/** Columns that find the one row the line is about. */
	key: Record<string, Value>;
	/** A row to add; absent where no role may, and nothing sensible could be tried. */
	insert: Record<string, Value>;
	/** A harmless change of that row. */
	update: Record<string, Value>;
}

/** Accounts by role; in SQL tests these are made up, over the API they sign up. */
export type Accounts = Record<SignedInRole, string>;

/** Id of row number `n` of the world. */
export const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const RIVER = id(1);
export const HILL = id(2);
export const CELLAR = id(3);
const MILL = id(11);
const BROOK = id(12);
const COMMON = id(13);
const FARM = id(14);
const WEIR = id(15);
const HEX = (letter: string) => letter.repeat(64);

/** Rows of every table, for accounts that exist already. Written with the owner's rights. */
export function worldSql(by: Accounts): string {
	return `
insert into public.networks (id, slug, name, is_public) values
	('${RIVER}', 'river', 'River', true), ('${HILL}', 'hill', 'Hill', true), ('${CELLAR}', 'cellar', 'Cellar', false);
insert into public.network_roles (network_id, user_id, role)
	select network, account::uuid, role::public.network_role from
	unnest(array['${RIVER}', '${CELLAR}']::uuid[]) network,
	(values ('${by.member}', 'member'), ('${by['network editor']}', 'editor'),
		('${by.coordinator}', 'coordinator'), ('${by.researcher}', 'researcher')) r (account, role);
insert into public.network_roles values ('${HILL}', '${by['other coordinator']}', 'coordinator');
insert into public.site_administrators values ('${by.administrator}');
insert into public.settings values ('footer', '"Hello"');
insert into public.areas (code, name, kind, nation) values
	('E06000001', 'Riverton', 'unitary_authority', 'England'), ('E06000002', 'Hillbury', 'unitary_authority', 'England'),
	('E06000003', 'Farfield', 'unitary_authority', 'England');
insert into public.area_codes values ('E06000901', 'E06000001');
insert into public.area_adjacency values ('E06000001', 'E06000002', 5);
insert into public.area_boundaries values ('E06000001', '{"type": "Polygon", "coordinates": []}', 'made up');
insert into public.indicators (slug, label, unit, theme, vintage, source, licence)
	values ('people', 'People', 'persons', 'people', '2024', 'made up', 'none');
insert into public.indicator_values values ('people', 'E06000001', '2024', 1000);
insert into public.organisations (id, slug, name, status, steward_network_id, area_code) values
	('${MILL}', 'mill', 'Mill', 'published', '${RIVER}', 'E06000001'),
	('${BROOK}', 'brook', 'Brook Secretdraft', 'draft', '${RIVER}', null),
	('${COMMON}', 'common', 'Common', 'published', null, null),
	('${FARM}', 'farm', 'Farm', 'published', '${HILL}', null),
	('${WEIR}', 'weir', 'Weir', 'published', '${RIVER}', null);
insert into public.organisation_editors values
	('${MILL}', '${by['organisation editor']}', 'approved'), ('${MILL}', '${by.stranger}', 'claimed');
insert into public.organisation_identifiers values ('${MILL}', 'GB-LAE', 'MIL');
insert into public.organisation_names (id, organisation_id, name) values
	('${id(21)}', '${MILL}', 'The old mill'), ('${id(22)}', '${BROOK}', 'Secretdraft alias');
insert into public.organisation_interests values ('${MILL}', 'water');
insert into public.organisation_successions values
	('${COMMON}', '${MILL}', '2020-04-01'), ('${WEIR}', '${MILL}', '2020-04-01');
insert into public.frameworks (id, network_id, name) values ('${id(31)}', '${RIVER}', 'River rules');
insert into public.milestones (id, network_id, happened_on, title, source_url) values
	('${id(34)}', '${RIVER}', '2019-01-01', 'It began', 'https://example.org/news');
insert into public.characteristics (id, framework_id, position, label) values
	('${id(32)}', '${id(31)}', 1, 'Flow'), ('${id(33)}', '${id(31)}', 2, 'Depth');
insert into public.practices (id, slug, name, network_id, status) values
	('${id(41)}', 'rafting', 'Rafting', '${RIVER}', 'published'),
	('${id(42)}', 'damming', 'Damming Secretdraft', '${RIVER}', 'draft'),
	('${id(43)}', 'bridging', 'Bridging', null, 'published'), ('${id(44)}', 'fishing', 'Fishing', null, 'published');
insert into public.practice_characteristics values ('${id(41)}', '${id(32)}');
insert into public.learning_links (id, slug, url, title, kind, network_id, status) values
	('${id(51)}', 'how-to-raft', 'https://example.org/raft', 'How to raft', 'video', '${RIVER}', 'published'),
	('${id(52)}', 'how-to-dam', 'https://example.org/dam', 'How to dam Secretdraft', 'report', '${RIVER}', 'draft'),
	('${id(53)}', 'how-to-bridge', 'https://example.org/bridge', 'How to bridge', 'post', null, 'published');
insert into public.learning_link_practices values ('${id(51)}', '${id(41)}');
insert into public.learning_link_characteristics values ('${id(51)}', '${id(32)}');
insert into public.learning_link_organisations values ('${id(51)}', '${MILL}', 'made');
insert into public.ratings (link_id, user_id, score) values ('${id(51)}', '${by.member}', 4);
insert into public.replies (id, link_id, author_id, body, status) values
	('${id(54)}', '${id(51)}', '${by.stranger}', 'I did.', 'shown'),
	('${id(55)}', '${id(51)}', '${by.stranger}', 'Secretreply', 'pending');
insert into public.adoptions (id, organisation_id, practice_id, started_on, source_url) values
	('${id(61)}', '${MILL}', '${id(41)}', '2020-01-01', 'https://example.org/minutes'),
	('${id(62)}', '${MILL}', '${id(43)}', '2021-01-01', null);
insert into public.adoption_stages (id, adoption_id, stage, reached_on) values
	('${id(63)}', '${id(61)}', 'piloting', '2019-06-01');
insert into public.adoption_gaps (organisation_id, practice_id) values ('${MILL}', '${id(44)}');
insert into public.ties (id, from_organisation_id, to_organisation_id, kind, source_url, note) values
	('${id(64)}', '${MILL}', '${FARM}', 'works with', 'https://example.org/news', null),
	('${id(65)}', '${MILL}', '${FARM}', 'funds', null, 'Secrettie');
insert into public.associations (id, network_id, organisation_id, role, source_url) values
	('${id(66)}', '${RIVER}', '${COMMON}', 'funder', 'https://example.org/funders'),
	('${id(67)}', '${RIVER}', '${COMMON}', 'supporter', null);
insert into public.people (id, network_id, user_id, name, email) values
	('${id(71)}', '${RIVER}', '${by.member}', 'Secretname Person', 'secretmail@example.org'),
	('${id(72)}', '${RIVER}', null, 'Other Secretname', null);
insert into public.affiliations (id, person_id, organisation_id, job_title) values
	('${id(73)}', '${id(71)}', '${MILL}', 'Secretjob');
insert into public.groups (id, network_id, name) values ('${id(74)}', '${RIVER}', 'Secretgroup');
insert into public.group_memberships (id, group_id, person_id) values ('${id(75)}', '${id(74)}', '${id(71)}');
insert into public.consents (id, person_id, field, visibility, text_version) values
	('${id(76)}', '${id(71)}', 'email', 'private', '1');
insert into public.adoption_contacts values ('${id(61)}', '${id(71)}');
insert into public.memberships (id, network_id, organisation_id, person_id, invited_on, started_on, source_url) values
	('${id(81)}', '${RIVER}', '${MILL}', null, null, '2019-01-01', 'https://example.org/members'),
	('${id(82)}', '${RIVER}', '${COMMON}', null, '2026-01-01', null, 'https://example.org/members'),
	('${id(83)}', '${RIVER}', null, '${id(71)}', null, '2019-01-01', null);
insert into public.membership_tiers values ('${id(81)}', 'Secrettier');
insert into public.membership_notes (membership_id, note) values ('${id(81)}', 'Secretnote');
insert into public.invitations (id, email, network_id, role, organisation_id, token_hash) values
	('${id(91)}', 'secretguest@example.org', '${RIVER}', 'member', null, '${HEX('a')}'),
	('${id(92)}', 'secretguest@example.org', null, null, '${MILL}', '${HEX('b')}');
insert into public.join_requests (id, network_id, organisation_name, contact_email) values
	('${id(93)}', '${RIVER}', 'Secretapplicant', 'secretapplicant@example.org');
insert into public.suggestions (id, table_name, row_id, organisation_id, network_id, patch, proposer_id) values
	('${id(94)}', 'organisations', '${MILL}', '${MILL}', null, '{"name": "Secretpatch"}', '${by.stranger}'),
	('${id(95)}', 'practices', '${id(41)}', null, '${RIVER}', '{"name": "Secretpatch"}', '${by.stranger}'),
	('${id(96)}', 'practices', '${id(43)}', null, null, '{"name": "Secretpatch"}', '${by.stranger}');
insert into public.confirmations (id, network_id, organisation_id, token_hash) values
	('${id(97)}', '${RIVER}', '${MILL}', '${HEX('c')}');
insert into public.introductions (id, network_id, organisation_a_id, organisation_b_id, reason) values
	('${id(98)}', '${RIVER}', '${MILL}', '${FARM}', 'Secretreason');
insert into public.import_batches (id, network_id, file_name) values ('${id(99)}', '${RIVER}', 'secretfile.csv');
insert into public.import_rows (batch_id, position, content, verdict) values
	('${id(99)}', 1, '{"name": "Secretrow"}', 'new');
insert into public.not_duplicates (organisation_a_id, organisation_b_id) values ('${MILL}', '${FARM}');
insert into public.campaigns (id, network_id, name, question) values
	('${id(102)}', '${RIVER}', 'Spring', 'Secretquestion?'), ('${id(103)}', '${RIVER}', 'Autumn', 'Why?');
insert into public.campaign_answers (campaign_id, organisation_id, answer) values
	('${id(102)}', '${MILL}', 'Secretanswer');
insert into public.saved_views (id, user_id, name, path, is_shared) values
	('${id(111)}', '${by.member}', 'Mine', '/map', false), ('${id(112)}', '${by.member}', 'Ours', '/map', true);
insert into public.peer_sets (id, user_id, name, area_codes, is_shared) values
	('${id(113)}', '${by.member}', 'Mine', '{E06000001}', false),
	('${id(114)}', '${by.member}', 'Ours', '{E06000001}', true);
insert into public.subscriptions (id, user_id, topic, unsubscribe_hash) values
	('${id(115)}', '${by.member}', 'everything', '${HEX('d')}');
insert into public.research_downloads (id, network_id, user_id, terms_version, content) values
	('${id(116)}', '${RIVER}', '${by.researcher}', '1', 'adoptions');
insert into public.mails (id, network_id, template, recipient, about) values
	('${id(121)}', '${RIVER}', 'decision', 'secretrecipient@example.org', '{"claim": "Secretabout"}'),
	('${id(122)}', null, 'decision', 'secretrecipient@example.org', '{}');
insert into public.jobs (name, result) values ('post', 'Secretresult');
insert into public.changes (id, network_id, actor_id) values ('${id(117)}', null, null), ('${id(118)}', null, '${by.member}');
insert into public.change_rows (id, change_id, step, table_name, row_key, row_mark, verb, is_apart, organisations, practices,
	links, networks, persons) overriding system value values
	(1000001, '${id(117)}', 1000001, 'networks', '{"id": "${RIVER}"}', 'Secretmark', 'update', false, '{}', '{}', '{}', '{${RIVER}}', '{}'),
	(1000002, '${id(118)}', 1000002, 'replies', '{"id": "${id(55)}"}', 'Secretmark', 'insert', true, '{}', '{}', '{}', '{}', '{}');
`;
}

/** What is tried on each line of the matrix, by "table: rows", as an account. */
export function rightsCases(by: Accounts, me: string): Record<string, RightsCase> {
	const spell = { source_url: 'https://example.org/source' };
	const pair = (key: Record<string, Value>, insert: Record<string, Value>) => ({
		key,
		insert,
		update: insert
	});
	return {
		'networks: public': {
			key: { id: RIVER },
			insert: { slug: 'new', name: 'New' },
			update: { summary: 'Changed' }
		},
		'networks: not public': {
			key: { id: CELLAR },
			insert: { slug: 'new', name: 'New', is_public: false },
			update: { summary: 'Changed' }
		},
		'profiles: of a member': {
			key: { user_id: by.member },
			insert: { user_id: id(1), display_name: 'New' },
			update: { display_name: 'Changed' }
		},
		'network_roles: of a member': pair(
			{ network_id: RIVER, user_id: by.member, role: 'member' },
			{ network_id: RIVER, user_id: by.member, role: 'researcher' }
		),
		'site_administrators: all': pair({ user_id: by.administrator }, { user_id: by.stranger }),
		'settings: all': { key: { key: 'footer' }, insert: { key: 'new', value: {} }, update: { value: {} } },
		'areas: all': {
			key: { code: 'E06000003' },
			insert: { code: 'E06000009', name: 'New', kind: 'unitary_authority', nation: 'England' },
			update: { name: 'Changed' }
		},
		'area_codes: all': {
			key: { former_code: 'E06000901' },
			insert: { former_code: 'E06000902', area_code: 'E06000001' },
			update: { name: 'Changed' }
		},
		'area_adjacency: all': {
			key: { area_a: 'E06000001', area_b: 'E06000002' },
			insert: { area_a: 'E06000001', area_b: 'E06000003', shared_border_km: 1 },
			update: { shared_border_km: 2 }
		},
		'area_boundaries: all': {
			key: { area_code: 'E06000001' },
			insert: { area_code: 'E06000002', geometry: { type: 'Polygon', coordinates: [] }, source: 'made up' },
			update: { source: 'changed' }
		},
		'indicators: all': {
			key: { slug: 'people' },
			insert: { slug: 'new', label: 'N', unit: 'u', theme: 't', vintage: 'v', source: 's', licence: 'l' },
			update: { label: 'Changed' }
		},
		'indicator_values: all': {
			key: { indicator_slug: 'people', area_code: 'E06000001' },
			insert: { indicator_slug: 'people', area_code: 'E06000002', period: '2024', value: 1 },
			update: { value: 2 }
		},
		'organisations: published': {
			key: { id: MILL },
			insert: { slug: 'new', name: 'New', status: 'published', steward_network_id: RIVER },
			update: { summary: 'Changed' }
		},
		'organisations: draft': {
			key: { id: BROOK },
			insert: { slug: 'new', name: 'New', status: 'draft', steward_network_id: RIVER },
			update: { summary: 'Changed' }
		},
		'organisations: without steward': {
			key: { id: COMMON },
			insert: { slug: 'new', name: 'New', status: 'published' },
			update: { summary: 'Changed' }
		},
		'organisation_editors: claim of a stranger': {
			key: { organisation_id: MILL, user_id: by.stranger },
			insert: { organisation_id: COMMON, user_id: me },
			update: { status: 'approved' }
		},
		'organisation_identifiers: of a published organisation': pair(
			{ organisation_id: MILL },
			{ organisation_id: MILL, scheme: 'GB-CHC', value: '1' }
		),
		'organisation_names: of a published organisation': pair(
			{ id: id(21) },
			{ organisation_id: MILL, name: 'New' }
		),
		'organisation_names: of a draft organisation': pair(
			{ id: id(22) },
			{ organisation_id: BROOK, name: 'New' }
		),
		'organisation_interests: of a published organisation': pair(
			{ organisation_id: MILL, label: 'water' },
			{ organisation_id: MILL, label: 'new' }
		),
		'organisation_successions: between two stewards': {
			key: { predecessor_id: COMMON, successor_id: MILL },
			insert: { predecessor_id: FARM, successor_id: MILL },
			update: { note: 'Changed' }
		},
		'organisation_successions: within one steward': {
			key: { predecessor_id: WEIR, successor_id: MILL },
			insert: { predecessor_id: MILL, successor_id: WEIR },
			update: { note: 'Changed' }
		},
		'milestones: of a public network': {
			key: { id: id(34) },
			insert: {
				network_id: RIVER,
				happened_on: '2020-01-01',
				title: 'New',
				source_url: 'https://example.org/new'
			},
			update: { title: 'Changed' }
		},
		'frameworks: of a public network': {
			key: { id: id(31) },
			insert: { network_id: RIVER, name: 'New' },
			update: { name: 'Changed' }
		},
		'characteristics: of a public network': {
			key: { id: id(32) },
			insert: { framework_id: id(31), position: 9, label: 'New' },
			update: { label: 'Changed' }
		},
		'practices: published': {
			key: { id: id(41) },
			insert: { slug: 'new', name: 'New', network_id: RIVER, status: 'published' },
			update: { summary: 'Changed' }
		},
		'practices: draft': {
			key: { id: id(42) },
			insert: { slug: 'new', name: 'New', network_id: RIVER },
			update: { summary: 'Changed' }
		},
		'practices: shared by all networks': {
			key: { id: id(43) },
			insert: { slug: 'new', name: 'New', status: 'published' },
			update: { summary: 'Changed' }
		},
		'practice_characteristics: of a published practice': pair(
			{ practice_id: id(41), characteristic_id: id(32) },
			{ practice_id: id(41), characteristic_id: id(33) }
		),
		'learning_links: published': {
			key: { id: id(51) },
			insert: {
				slug: 'new',
				url: 'https://example.org/new',
				title: 'New',
				kind: 'post',
				network_id: RIVER,
				status: 'published'
			},
			update: { summary: 'Changed' }
		},
		'learning_links: draft': {
			key: { id: id(52) },
			insert: { slug: 'new', title: 'New', kind: 'post', network_id: RIVER },
			update: { summary: 'Changed' }
		},
		'learning_links: shared by all networks': {
			key: { id: id(53) },
			insert: {
				slug: 'new',
				url: 'https://example.org/new',
				title: 'New',
				kind: 'post',
				status: 'published'
			},
			update: { summary: 'Changed' }
		},
		'learning_link_practices: of a published link': pair(
			{ link_id: id(51), practice_id: id(41) },
			{ link_id: id(51), practice_id: id(43) }
		),
		'learning_link_characteristics: of a published link': pair(
			{ link_id: id(51), characteristic_id: id(32) },
			{ link_id: id(51), characteristic_id: id(33) }
		),
		'learning_link_organisations: of a published link': pair(
			{ link_id: id(51), organisation_id: MILL, role: 'made' },
			{ link_id: id(51), organisation_id: FARM, role: 'shared' }
		),
		'ratings: of a member': {
			key: { link_id: id(51), user_id: by.member },
			insert: { link_id: id(53), score: 5 },
			update: { score: 1 }
		},
		'replies: shown, of a stranger': {
			key: { id: id(54) },
			insert: { link_id: id(51), body: 'New' },
			update: { status: 'hidden' }
		},
		'replies: waiting, of a stranger': {
			key: { id: id(55) },
			insert: { link_id: id(51), body: 'New' },
			update: { status: 'shown' }
		},
		'adoptions: public': {
			key: { id: id(61) },
			insert: { organisation_id: MILL, practice_id: id(44), ...spell },
			update: { note: 'Changed' }
		},
		'adoptions: not public': {
			key: { id: id(62) },
			insert: { organisation_id: MILL, practice_id: id(44) },
			update: { note: 'Changed' }
		},
		'adoption_stages: of a public adoption': {
			key: { id: id(63) },
			insert: { adoption_id: id(61), stage: 'adopted', reached_on: '2020-01-01' },
			update: { note: 'Changed' }
		},
		'adoption_gaps: of a published organisation': {
			key: { organisation_id: MILL, practice_id: id(44) },
			insert: { organisation_id: MILL, practice_id: id(41) },
			update: { note: 'Changed' }
		},
		'adoption_contacts: all': pair(
			{ adoption_id: id(61), person_id: id(71) },
			{ adoption_id: id(61), person_id: id(72) }
		),
		'ties: public': {
			key: { id: id(64) },
			insert: { from_organisation_id: MILL, to_organisation_id: COMMON, kind: 'mentors', ...spell },
			update: { note: 'Changed' }
		},
		'ties: not public': {
			key: { id: id(65) },
			insert: { from_organisation_id: MILL, to_organisation_id: COMMON, kind: 'mentors' },
			update: { note: 'Changed' }
		},
		'ties: not public, to confirm': {
			key: { id: id(65) },
			insert: { from_organisation_id: MILL, to_organisation_id: COMMON, kind: 'mentors' },
			update: { confirmed_at: '2026-01-01T00:00:00Z' }
		},
		'associations: public': {
			key: { id: id(66) },
			insert: { network_id: RIVER, organisation_id: FARM, role: 'funder', ...spell },
			update: { note: 'Changed' }
		},
		'associations: not public': {
			key: { id: id(67) },
			insert: { network_id: RIVER, organisation_id: FARM, role: 'funder' },
			update: { note: 'Changed' }
		},
		'memberships: public': {
			key: { id: id(81) },
			insert: { network_id: RIVER, organisation_id: FARM, ...spell },
			update: { role: 'Changed' }
		},
		'memberships: invited': {
			key: { id: id(82) },
			insert: { network_id: RIVER, organisation_id: FARM, invited_on: '2026-01-01' },
			update: { role: 'Changed' }
		},
		'memberships: of a person': {
			key: { id: id(83) },
			insert: { network_id: RIVER, person_id: id(72) },
			update: { role: 'Changed' }
		},
		'membership_tiers: all': {
			key: { membership_id: id(81) },
			insert: { membership_id: id(82), tier: 'New' },
			update: { tier: 'Changed' }
		},
		'membership_notes: all': {
			key: { membership_id: id(81) },
			insert: { membership_id: id(82), note: 'New' },
			update: { note: 'Changed' }
		},
		'people: the member': {
			key: { id: id(71) },
			insert: { network_id: RIVER, name: 'New' },
			update: { phone: '020 7946 0000' }
		},
		'affiliations: of the member': {
			key: { id: id(73) },
			insert: { person_id: id(71), organisation_id: FARM },
			update: { job_title: 'Changed' }
		},
		'groups: all': {
			key: { id: id(74) },
			insert: { network_id: RIVER, name: 'New' },
			update: { summary: 'Changed' }
		},
		'group_memberships: of the member': {
			key: { id: id(75) },
			insert: { group_id: id(74), person_id: id(72) },
			update: { note: 'Changed' }
		},
		'consents: of the member': {
			key: { id: id(76) },
			insert: { person_id: id(71), field: 'phone', visibility: 'members', text_version: '1' },
			update: { withdrawn_at: '2099-01-01T00:00:00Z' }
		},
		'invitations: to a network': {
			key: { id: id(91) },
			insert: { email: 'new@example.org', network_id: RIVER, role: 'member', token_hash: HEX('e') },
			update: { email: 'changed@example.org' }
		},
		'invitations: to an organisation': {
			key: { id: id(92) },
			insert: { email: 'new@example.org', organisation_id: MILL, token_hash: HEX('e') },
			update: { email: 'changed@example.org' }
		},
		'join_requests: all': {
			key: { id: id(93) },
			insert: { network_id: RIVER, organisation_name: 'New' },
			update: { status: 'declined' }
		},
		'suggestions: on an organisation': {
			key: { id: id(94) },
			insert: { table_name: 'organisations', organisation_id: MILL, patch: {} },
			update: { status: 'declined' }
		},
		'suggestions: on a network': {
			key: { id: id(95) },
			insert: { table_name: 'practices', network_id: RIVER, patch: {} },
			update: { status: 'declined' }
		},
		'suggestions: on the site': {
			key: { id: id(96) },
			insert: { table_name: 'practices', patch: {} },
			update: { status: 'declined' }
		},
		'confirmations: all': {
			key: { id: id(97) },
			insert: { network_id: RIVER, organisation_id: MILL, token_hash: HEX('e') },
			update: { used_at: '2026-01-01T00:00:00Z' }
		},
		'introductions: all': {
			key: { id: id(98) },
			insert: { network_id: RIVER, organisation_a_id: COMMON, organisation_b_id: FARM, reason: 'New' },
			update: { state: 'met' }
		},
		'import_batches: all': {
			key: { id: id(99) },
			insert: { network_id: RIVER, file_name: 'new.csv' },
			update: { mapping: { name: 'Changed' } }
		},
		'import_rows: all': {
			key: { batch_id: id(99), position: 1 },
			insert: { batch_id: id(99), position: 2, content: {}, verdict: 'same' },
			update: { verdict: 'error' }
		},
		'not_duplicates: all': pair(
			{ organisation_a_id: MILL, organisation_b_id: FARM },
			{ organisation_a_id: MILL, organisation_b_id: BROOK }
		),
		'campaigns: all': {
			key: { id: id(102) },
			insert: { network_id: RIVER, name: 'New', question: 'New?' },
			update: { name: 'Changed' }
		},
		'campaign_answers: of an organisation': {
			key: { campaign_id: id(102), organisation_id: MILL },
			insert: { campaign_id: id(103), organisation_id: MILL, answer: 'New' },
			update: { answer: 'Changed' }
		},
		'saved_views: kept by a member': {
			key: { id: id(111) },
			insert: { name: 'New', path: '/map' },
			update: { name: 'Changed' }
		},
		'saved_views: shared by a member': {
			key: { id: id(112) },
			insert: { name: 'New', path: '/map', is_shared: true },
			update: { name: 'Changed' }
		},
		'peer_sets: kept by a member': {
			key: { id: id(113) },
			insert: {
				...{ name: 'New', area_codes: ['E06000001'] },
				...{ council_code: 'E06000002', setting: '', universe: '1x1-0', model: 'zscore-1-0' }
			},
			update: { name: 'Changed' }
		},
		'peer_sets: shared by a member': {
			key: { id: id(114) },
			insert: { name: 'New', area_codes: ['E06000001'], is_shared: true },
			update: { name: 'Changed' }
		},
		'subscriptions: of a member': {
			key: { id: id(115) },
			insert: { topic: 'new', unsubscribe_hash: HEX('e') },
			update: { every: 'day' }
		},
		'mails: of a network': {
			key: { id: id(121) },
			insert: { network_id: RIVER, template: 'decision', recipient: 'new@example.org' },
			update: { state: 'waiting' }
		},
		'mails: of the site': {
			key: { id: id(122) },
			insert: { template: 'decision', recipient: 'new@example.org' },
			update: { state: 'waiting' }
		},
		'jobs: all': { key: { name: 'post' }, insert: { name: 'new' }, update: { result: 'Changed' } },
		'research_downloads: of a researcher': {
			key: { id: id(116) },
			insert: { network_id: RIVER, terms_version: '1', content: 'ties' },
			update: { purpose: 'Changed' }
		},
		'changes: of a network': {
			key: { id: id(117) },
			insert: { kind: 'edit' },
			update: { reason: 'Changed' }
		},
		'changes: by a member': {
			key: { id: id(118) },
			insert: { kind: 'edit', actor_id: me },
			update: { reason: 'Changed' }
		},
		'change_rows: of a network': {
			key: { id: 1000001 },
			insert: { change_id: id(117), table_name: 'networks' },
			update: { table_name: 'changed' }
		},
		'change_rows: by a member': {
			key: { id: 1000002 },
			insert: { change_id: id(118), table_name: 'networks' },
			update: { table_name: 'changed' }
		}
	};
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { startSite } from '../e2e/site.ts';
import { mailedLink } from '../fixtures/mailed-link.ts';
import { ask, cookiesOf, FORM } from './raw-request.ts';
import type { Site } from '../e2e/site.ts';
import type { Answer } from './raw-request.ts';

/**
 * What a stranger on the network can try. Foreign names, forged headers and sessions are in
 * `site.test.ts`, rights in `rights-over-http.test.ts`, archives in `hostile-archive.test.ts`.
 */
let site: Site;
let coordinator: string;

beforeAll(async () => {
	site = await startSite({ EMBEDDED_API: 'on', LOG_LEVEL: 'error' });
	coordinator = cookiesOf(await post('/auth/sign-in?/sample', { role: 'coordinator' }));
}, 400_000);

afterAll(() => site?.stop());

function post(
	path: string,
	fields: Record<string, string>,
	headers: Record<string, string> = {}
): Promise<Answer> {
	const body = new URLSearchParams(fields).toString();
	return ask(site, path, { ...FORM, origin: site.origin, ...headers }, 'POST', body);
}

/** Adds a row as whoever runs the site. */
async function add(table: string, row: Record<string, unknown>): Promise<void> {
	const { secretKey } = readOrMakeKeys(site.dataDir);
	const headers = { apikey: secretKey, 'content-type': 'application/json', origin: site.origin };
	const { status, text } = await ask(site, `/rest/v1/${table}`, headers, 'POST', JSON.stringify(row));
	expect(status, `${table}: ${text}`).toBe(201);
}

const ELSEWHERE = [
	'//evil.example',
	'https://evil.example/',
	'/\\evil.example',
	'/\t/evil.example',
	'\t//evil.example',
	'/\n/evil.example',
	'javascript:alert(1)',
	'//localhost@evil.example'
];

describe('after signing in', () => {
	test('nobody is sent to another site, and to a page of this one they are', async () => {
		const account = { 'account-email': 'coordinator@sample.example', password: 'rivers meet below the mill' };
		const chosen = await post(
			'/account?/password',
			{ 'new-password': account.password },
			{ cookie: coordinator }
		);
		expect(chosen.text).toContain('Your password has been changed');
		for (const next of ELSEWHERE) {
			const { status, headers } = await post(
				`/auth/sign-in?/password&next=${encodeURIComponent(next)}`,
				account
			);
			expect({ next, status, to: headers['location'] }).toEqual({ next, status: 303, to: '/' });
		}
		const { headers } = await post('/auth/sign-in?/password&next=%2Fmap%3Fq%3Dx', account);
		expect(headers['location']).toBe('/map?q=x');
	});

	test('somebody signed in already is not sent to another site either', async () => {
		for (const next of ELSEWHERE) {
			const path = `/auth/sign-in?next=${encodeURIComponent(next)}`;
			expect((await ask(site, path, { cookie: coordinator })).headers['location'], next).toBe('/');
		}
	});
});

describe('a mailed token', () => {
	test('signs in once, leaves in no referrer, and stays in no address', async () => {
		await post('/auth/sign-in?/link', { email: 'token@example.org' });
		const token = mailedLink(site.dataDir, 'token@example.org').searchParams.get('token_hash') ?? '';
		expect(token).toMatch(/^[0-9a-f]{64}$/);

		const address = `token_hash=${token}&type=magiclink&email=token%40example.org&next=//evil.example`;
		const opened = await ask(site, `/auth/confirm?${address}`);
		expect(opened.headers['referrer-policy']).toBe('strict-origin');
		expect(opened.headers['cache-control']).toBe('no-store');
		expect(cookiesOf(opened)).toBe('');
		expect(opened.text.match(/(href|src|action)="[^"]*"/g)?.filter((link) => link.includes(token))).toEqual(
			[]
		);

		const fields = {
			token_hash: token,
			type: 'magiclink',
			email: 'token@example.org',
			next: 'https://evil.example/'
		};
		const used = await post('/auth/confirm', fields);
		expect([used.status, used.headers['location']]).toEqual([303, '/account']);
		const again = await post('/auth/confirm', fields);
		expect(again.status).toBe(400);
		expect(again.text).toContain('has been used or has expired');
		expect(cookiesOf(again)).toBe('');
	});
});

describe('whether an account exists', () => {
	const normal = (text: string, email: string) =>
		text
			.replaceAll(email, 'E')
			.replaceAll(encodeURIComponent(email), 'E')
			.replace(/nonce="[^"]*"/g, '');

	test.each([
		['/auth/sign-in?/link', 'email', {}],
		['/auth/sign-in?/password', 'account-email', { password: 'not their password' }]
	])('is told by neither the words nor the time of %s', async (path, field, rest) => {
		const tried = async (email: string) => {
			const started = performance.now();
			const { status, text } = await post(path, { [field]: email, ...rest });
			expect(performance.now() - started).toBeGreaterThan(650);
			return { status, text: normal(text, email) };
		};
		expect(await tried('coordinator@sample.example')).toEqual(
			await tried('nobody-of-this-name@sample.example')
		);
	});
});

describe('forms sent from another site', () => {
	test.each([
		'/auth/sign-in?/link',
		'/auth/sign-in?/password',
		'/auth/sign-in?/sample',
		'/auth/confirm',
		'/auth/sign-out',
		'/account?/password',
		'/join',
		'/theme',
		'/organisations/hartlepool?/claim',
		'/learning/good-help-project-page?/rate',
		'/learning/good-help-project-page?/reply'
	])('%s is refused, with an origin of theirs or none', async (path) => {
		for (const type of [
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'text/plain'
		]) {
			const headers = { 'content-type': type, cookie: coordinator };
			expect(
				(await ask(site, path, { ...headers, origin: 'https://evil.example' }, 'POST', 'a=b')).status
			).toBe(403);
			expect((await ask(site, path, { ...headers, origin: 'null' }, 'POST', 'a=b')).status).toBe(403);
			expect((await ask(site, path, headers, 'POST', 'a=b')).status).toBe(403);
		}
	});
});

describe('damaged forms', () => {
	const headers = { origin: '', accept: 'text/html' };

	test.each([
		'/auth/sign-in?/link',
		'/join',
		'/theme',
		'/auth/confirm',
		'/peers?/remove',
		'/peers/E06000001?/compare',
		'/research/download/rows'
	])('%s answers 400 to a body that is no form', async (path) => {
		for (const type of ['text/plain', 'multipart/form-data; boundary=x']) {
			const sent = { ...headers, origin: site.origin, 'content-type': type };
			expect((await ask(site, path, sent, 'POST', '--y\r\n\0')).status, type).toBe(400);
		}
	});

	test('a file and a repeated field are faults of their field', async () => {
		const multipart = [
			'--x\r\nContent-Disposition: form-data; name="email"; filename="a.png"\r\n',
			'Content-Type: image/png\r\n\r\nno image\r\n--x--\r\n'
		].join('');
		const sent = { ...headers, origin: site.origin, 'content-type': 'multipart/form-data; boundary=x' };
		const file = await ask(site, '/auth/sign-in?/link', sent, 'POST', multipart);
		expect(file.status).toBe(400);
		expect(file.text).toContain('Enter your e-mail address.');

		const twice = { ...FORM, origin: site.origin };
		const body = 'email=a%40example.org&email=b%40example.org';
		expect((await ask(site, '/auth/sign-in?/link', twice, 'POST', body)).status).toBe(400);
	});

	const request = {
		network: 'sample-network',
		organisation: 'Mill',
		kind: 'charity',
		website: '',
		name: 'Asha',
		email: 'asha@example.org',
		message: ''
	};

	test.each(Object.keys(request))(
		'an over-long %s is refused by name, and what was typed is kept',
		async (field) => {
			const { status, text } = await post('/join', { ...request, [field]: 'x'.repeat(20_000) });
			expect(status).toBe(400);
			expect(text).toContain(`id="${field}-error"`);
		}
	);

	test.each(Object.keys(request))('a null byte in %s is never an error of ours', async (field) => {
		const { status } = await post('/join', { ...request, [field]: `a\0@b.example` });
		expect(status).toBe(400);
	});

	test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'https://', '//example.org'])(
		'%s is no website',
		async (website) => {
			const { status, text } = await post('/join', { ...request, website });
			expect(status).toBe(400);
			expect(text).toContain('Enter a whole address that begins with https://');
		}
	);

	test('an unknown action gets its own status', async () => {
		expect((await post('/auth/sign-in?/conquer', { email: 'a' })).status).toBe(404);
	});

	test('a body beyond the limit is refused, whether it says so or only arrives', async () => {
		const sent = { ...FORM, origin: site.origin };
		const refusal = (headers: Record<string, string>, body: string) =>
			ask(site, '/join', { ...sent, ...headers }, 'POST', body).then(
				({ status }) => status,
				// The connection may be gone before all is sent.
				() => 413
			);
		expect(await refusal({ 'content-length': String(80 * 1024 * 1024) }, 'a=b')).toBe(413);
		expect(await refusal({}, `message=${'x'.repeat(70_000)}`)).toBe(413);
		expect(await refusal({ 'transfer-encoding': 'chunked' }, `message=${'x'.repeat(300_000)}`)).toBe(413);
	});

	test('a form of as many fields as fit is refused at once, and holds nobody up', async () => {
		const body = Array.from({ length: 9000 }, (_, index) => `f${index}=`)
			.join('&')
			.slice(0, 64_000);
		const started = performance.now();
		const { status } = await ask(site, '/join', { ...FORM, origin: site.origin }, 'POST', body);
		expect(status).toBe(400);
		expect(performance.now() - started).toBeLessThan(5000);
	});

	test('a form sent signed out or unfinished comes back with what was chosen and typed', async () => {
		const fields = { search: 'practice=climate', of: 'sample-network', purpose: 'a thesis', terms: '' };
		const signedOut = await post('/research/download/rows', fields);
		const next = new URL(String(signedOut.headers['location']), site.origin).searchParams.get('next');
		expect(next).toBe('/research/download?practice=climate&of=sample-network&purpose=a+thesis');
		const refused = await post('/research/download/rows', fields, { cookie: coordinator });
		expect(refused.headers['location']).toBe(`${next}&problem=terms`);
		const page = await ask(site, `${next}&problem=terms`, { cookie: coordinator, accept: 'text/html' });
		expect(page.text).toMatch(/<textarea[^>]*>a thesis<\/textarea>/);
	});
});

describe('an address that spells another site', () => {
	test('offers no way to another site', async () => {
		for (const path of [
			'/embed//evil.example',
			'/embed/%2Fevil.example',
			'/%65mbed//evil.example',
			'//evil.example'
		]) {
			const { status, text } = await ask(site, path, { accept: 'text/html' });
			expect([path, status]).toEqual([path, 404]);
			expect(text).not.toMatch(/href="(https?:)?\/\/evil/);
		}
	});

	test('is a visitor’s, however an embed’s own address is spelt', async () => {
		for (const path of ['/embed/map', '/%65mbed/map']) {
			const { text, headers } = await ask(site, path, { accept: 'text/html', cookie: coordinator });
			expect(text, path).not.toContain('coordinator@sample.example');
			expect(headers['x-frame-options'], path).toBeUndefined();
			expect(headers['cache-control'], path).toBe('private, no-cache');
		}
		const account = await ask(site, '/account', { accept: 'text/html', cookie: coordinator });
		expect(account.headers['cache-control']).toBe('private, no-store');
		expect(account.headers['vary']).toContain('Cookie');
	});
});

describe('damaged addresses', () => {
	test.each(['organisations', 'practices', 'learning'])(
		'an unknown name under /%s gets a helpful 404',
		async (list) => {
			for (const slug of [
				'no-such-thing',
				'x'.repeat(5000),
				'%00',
				"'%20or%201=1",
				'..%2f..%2fetc%2fpasswd',
				'%3Cscript%3E'
			]) {
				const { status, text } = await ask(site, `/${list}/${slug}`, { accept: 'text/html' });
				expect({ slug: slug.slice(0, 30), status }).toEqual({ slug: slug.slice(0, 30), status: 404 });
				expect(text).toContain('Perhaps search finds it');
				expect(text).not.toContain('<script>or');
			}
		}
	);

	test('an address that is no text is a bad request', async () => {
		for (const path of ['/%E0%A4%A', '/organisations/%E0%A4%A', '/organisations/%ff']) {
			expect((await ask(site, path)).status, path).toBe(400);
		}
	});

	test.each(['/', '/map', '/organisations', '/practices', '/learning'])(
		'%s leaves out what it does not know, and says so',
		async (path) => {
			const search =
				'network=%3Cscript%3E&date=2024-13-45&months=x&mode=later&colour=sound&kind=wizard~wizard';
			const { status, text } = await ask(site, `${path}?${search}`, { accept: 'text/html' });
			expect(status).toBe(200);
			expect(text).toContain('Part of this address could not be used');
			expect(text).toContain('2024-13-45');
			expect(text).not.toContain('“<script>');
		}
	);

	test('no value of any parameter makes a page fail', async () => {
		const values = [
			'%00',
			'%ff',
			'~~~',
			'-1',
			'1e99',
			'99999999999',
			'%F0%9F%A6%86',
			'a'.repeat(8000),
			'%0d%0aX-Evil:%201'
		];
		const names = [
			'q',
			'network',
			'kind',
			'region',
			'area',
			'practice',
			'date',
			'months',
			'select',
			'sort',
			'page'
		];
		const pages = ['/', '/map', '/organisations', '/practices', '/learning'];
		for (const path of [...pages, '/organisations.csv', '/practices.csv', '/learning.csv']) {
			// A page leaves out what it does not know; a file would hold more than was asked for.
			const expected = pages.includes(path) ? [200] : [400, 404];
			for (const value of values) {
				const search = names.map((name) => `${name}=${value.slice(0, 1000)}`).join('&');
				const { status, headers } = await ask(site, `${path}?${search}`);
				expect(expected, `${path} ${value.slice(0, 30)}`).toContain(status);
				expect(headers['x-evil']).toBeUndefined();
			}
		}
	});

	test('a network nobody knows has no atlas', async () => {
		for (const slug of ['no-such', '..%2f', '%00', "'--", 'x'.repeat(4000)]) {
			expect((await ask(site, `/data/atlas?network=${slug}`)).status, slug.slice(0, 20)).toBe(404);
		}
	});
});

describe('a search made to be slow', () => {
	const QUERIES = {
		'nested repeats': '(a+)+'.repeat(40) + '$',
		'ten kilobytes of one letter': 'a'.repeat(10_000),
		'patterns of SQL': '%_'.repeat(2000),
		'operators of text search': '! & | ( <-> :* " \' \\ -'.repeat(100),
		'two thousand words': 'river mill '.repeat(1000),
		'open quotes': '"'.repeat(2000),
		'combining marks': 'e' + '\u0301'.repeat(1000),
		'what is in every name': 'council',
		'a null byte': 'riv\0er',
		'half a surrogate': '\ud83e'
	};

	test.each(Object.entries(QUERIES))('%s is answered like any other', async (_, query) => {
		const started = performance.now();
		const page = await ask(site, `/search?q=${encodeURIComponent(query.toWellFormed())}`, {
			accept: 'text/html'
		});
		const list = await ask(site, `/organisations?q=${encodeURIComponent(query.toWellFormed())}`);
		const suggested = await ask(site, `/search/suggestions?q=${encodeURIComponent(query.toWellFormed())}`);
		expect([page.status, list.status, suggested.status]).toEqual([200, 200, 200]);
		expect(suggested.text).not.toMatch(/at .*\.ts|stack/);
		// Three answers, on a machine that may be slow; a pattern that explodes would take minutes.
		expect(performance.now() - started).toBeLessThan(10_000);
	});
});

describe('downloads', () => {
	test.each([
		'/organisations.csv',
		'/practices.csv',
		'/learning.csv',
		'/practices/climate-emergency-declaration/adopters.csv'
	])('%s has a name of ours, whatever was asked', async (path) => {
		const known = await ask(site, `${path}?network=sample-network&q=%0d%0aX-Evil:1%22`);
		expect(known.status).toBe(200);
		expect(known.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
		expect(known.headers['content-type']).toBe('text/csv; charset=utf-8');
		const unknown = await ask(site, `${path}?network=a%22%0d%0aSet-Cookie:%20a=b&date=%22%0a`);
		expect([400, 404]).toContain(unknown.status);
		for (const { headers } of [known, unknown]) {
			expect([headers['set-cookie'], headers['x-evil']]).toEqual([undefined, undefined]);
			expect(headers['x-content-type-options']).toBe('nosniff');
		}
	});

	test('run no formula in a spreadsheet', async () => {
		const names = [
			'=HYPERLINK("https://evil.example")',
			'+1 formula',
			'-1 formula',
			'@SUM formula',
			'\t=formula',
			'＝formula'
		];
		for (const [index, name] of names.entries()) {
			await add('organisations', { slug: `formula-${index}`, name, status: 'published', kind: 'charity' });
		}
		await new Promise((resolve) => setTimeout(resolve, 1100));
		const { text } = await ask(
			site,
			`/organisations.csv?select=${names.map((_, index) => `formula-${index}`).join('~')}`
		);
		const rows = text.split('\r\n').filter((row) => row.startsWith('formula-'));
		expect(rows).toHaveLength(names.length);
		for (const row of rows) expect(row).toMatch(/^formula-\d,"?'/);
	});
});

describe('what is not public', () => {
	test('leaves in no page, list, download, search, count or atlas of a visitor', async () => {
		const network = '01900000-0000-7000-8000-0000000000c1';
		const organisation = '01900000-0000-7000-8000-0000000000c2';
		const hidden = '01900000-0000-7000-8000-0000000000c3';
		const practice = '01900000-0000-7000-8000-0000000000c4';
		const before = await ask(site, '/data/atlas');
		await add('networks', { id: network, slug: 'hidden-network', name: 'Secret network', is_public: false });
		await add('organisations', {
			id: organisation,
			slug: 'open-mill',
			name: 'Open Mill',
			status: 'published'
		});
		await add('organisations', { id: hidden, slug: 'hidden-draft', name: 'Secret Draft' });
		await add('practices', {
			id: practice,
			slug: 'hidden-practice',
			name: 'Secret practice',
			network_id: network,
			status: 'published'
		});
		await add('memberships', {
			network_id: network,
			organisation_id: organisation,
			started_on: '2020-01-01',
			source_url: 'https://example.org/secret-member'
		});
		await add('adoptions', {
			organisation_id: organisation,
			practice_id: practice,
			started_on: '2020-01-01',
			source_url: 'https://example.org/secret-adoption'
		});
		await add('ties', {
			from_organisation_id: organisation,
			to_organisation_id: hidden,
			kind: 'works with',
			source_url: 'https://example.org/secret-tie'
		});
		await add('learning_links', {
			slug: 'hidden-link',
			title: 'Secret link',
			kind: 'post',
			url: 'https://example.org/secret-link'
		});
		await add('people', { network_id: network, name: 'Secret Person', email: 'secret@example.org' });
		await new Promise((resolve) => setTimeout(resolve, 1100));

		const atlas = await ask(site, '/data/atlas');
		expect(atlas.headers['etag']).not.toBe(before.headers['etag']);
		expect(atlas.text).toContain('Open Mill');
		for (const path of [
			'/data/atlas',
			'/',
			'/map',
			'/organisations?network=hidden-network',
			'/organisations?q=Draft',
			'/organisations/open-mill',
			'/organisations.csv?select=open-mill',
			'/practices',
			'/practices.csv',
			'/learning',
			'/learning.csv',
			'/join',
			'/about/data'
		]) {
			const { status, text } = await ask(site, path);
			expect(status, path).toBe(200);
			expect(/.{0,60}secret.{0,60}/i.exec(text)?.[0], path).toBeUndefined();
		}
		for (const path of [
			'/organisations/hidden-draft',
			'/practices/hidden-practice',
			'/learning/hidden-link',
			'/practices/hidden-practice/adopters.csv',
			'/data/atlas?network=hidden-network'
		]) {
			expect((await ask(site, path)).status, path).toBe(404);
		}
		expect((await ask(site, '/search?q=Draft', { accept: 'text/html' })).text).toContain('Nothing found');
		expect(JSON.parse((await ask(site, '/search/suggestions?q=Draft')).text)).toEqual({
			groups: [],
			total: 0
		});
	});
});

describe('an address that asks too often', () => {
	test('is told to wait before it searches on, in a sentence', async () => {
		const answers: Answer[] = [];
		for (let asked = 0; asked < 62; asked++)
			answers.push(await ask(site, '/search?q=mill', { accept: 'text/html' }));
		const last = answers.at(-1);
		expect([last?.status, Number(last?.headers['retry-after']) > 0]).toEqual([429, true]);
		expect(last?.text).toContain('Please wait a minute and search again.');
	});

	test('is told to wait before it asks to join on, and keeps what it typed', async () => {
		const request = {
			network: 'sample-network',
			organisation: 'Mill of many',
			kind: 'charity',
			website: '',
			name: 'Asha',
			email: 'asha@example.org',
			message: ''
		};
		// What other tests asked for counts as well.
		const statuses: number[] = [];
		for (let asked = 0; asked < 10; asked++) statuses.push((await post('/join', request)).status);
		expect(statuses[0]).toBe(200);
		const refused = await post('/join', request);
		expect(refused.status).toBe(429);
		expect(refused.text).toContain('Mill of many');
	});

	test('is not let in again by naming other addresses it came from', async () => {
		const statuses: number[] = [];
		for (let attempt = 0; attempt < 60; attempt++) {
			const forged = { 'x-forwarded-for': `203.0.113.${attempt}`, 'x-real-ip': `203.0.113.${attempt}` };
			statuses.push((await post('/auth/sign-in?/password', {}, forged)).status);
		}
		expect(statuses.at(-1)).toBe(429);
	});
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { startSite } from '../e2e/site.ts';
import { mailedLink } from '../fixtures/mailed-link.ts';
import { ask, cookiesOf, FORM } from './raw-request.ts';
import type { Site } from '../e2e/site.ts';
import type { Answer } from './raw-request.ts';

/** What a stranger can try at somebody else's account: making it first, guessing its links, keeping a session. */
let site: Site;

beforeAll(async () => {
	site = await startSite({ EMBEDDED_API: 'on', LOG_LEVEL: 'error' });
}, 400_000);

afterAll(() => site?.stop());

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Answer> {
	const headers = { ...FORM, origin: site.origin, ...(cookie === '' ? {} : { cookie }) };
	return ask(site, path, headers, 'POST', new URLSearchParams(fields).toString());
}

/** The form of the page that a mailed link opens. */
function linkForm(link: URL): { token_hash: string; type: string; email: string } {
	const of = (name: string) => link.searchParams.get(name) ?? '';
	return { token_hash: of('token_hash'), type: of('type'), email: of('email') };
}

/** Asks for a link, follows it, and answers the session's cookies. */
async function signIn(email: string): Promise<string> {
	await post('/auth/sign-in?/link', { email });
	const entered = await post('/auth/confirm', linkForm(mailedLink(site.dataDir, email)));
	expect([entered.status, entered.headers['location']]).toEqual([303, '/account']);
	return cookiesOf(entered);
}

/** Who is signed in with some cookies; null for nobody. */
async function signedInAs(cookie: string): Promise<string | null> {
	const { status, text } = await ask(site, '/account', { cookie });
	return status === 200 ? (/<h1[^>]*>([^<]+)</.exec(text)?.[1] ?? null) : null;
}

describe('an account that somebody else made first', () => {
	const PASSWORD = 'a password of the attacker';

	test.each([
		['the link of the confirmation', false],
		['a sign-in link asked for later', true]
	])('opens to its owner by %s, and to nobody by the password of before', async (_, asksForLink) => {
		const email = `victim-${String(asksForLink)}@example.org`;
		const { publishableKey } = readOrMakeKeys(site.dataDir);
		const headers = { apikey: publishableKey, 'content-type': 'application/json', origin: site.origin };
		const body = JSON.stringify({ email, password: PASSWORD });
		expect((await ask(site, '/auth/v1/signup', headers, 'POST', body)).status).toBe(200);

		if (asksForLink) await post('/auth/sign-in?/link', { email });
		const entered = await post('/auth/confirm', linkForm(mailedLink(site.dataDir, email)));
		expect(await signedInAs(cookiesOf(entered))).toBe(email);

		const taken = await post('/auth/sign-in?/password', { 'account-email': email, password: PASSWORD });
		expect(taken.status).toBe(400);
		expect(cookiesOf(taken)).toBe('');
	});

	test('cannot be made with a password at the site itself', async () => {
		const fields = { 'new-email': 'new@example.org', 'new-password': PASSWORD };
		expect((await post('/auth/sign-in?/sign-up', fields)).status).toBe(404);
	});
});

describe('a mailed link', () => {
	test('says whom it signs in, and signs in nobody else', async () => {
		const email = 'the.owner+goodways@example.org';
		await post('/auth/sign-in?/link', { email });
		const link = mailedLink(site.dataDir, email);
		expect(link.searchParams.get('email')).toBe(email);
		const page = await ask(site, link.pathname + link.search, { accept: 'text/html' });
		expect(page.text).toContain('th…@example.org');
		expect(page.headers['cache-control']).toBe('no-store');

		const victim = await signIn('victim@example.org');
		await post('/auth/sign-in?/link', { email: 'attacker@example.org' });
		const forged = {
			...linkForm(mailedLink(site.dataDir, 'attacker@example.org')),
			email: 'victim@example.org'
		};
		expect((await post('/auth/confirm', forged, victim)).status).toBe(400);
		expect(await signedInAs(victim)).toBe('victim@example.org');
	});

	test('that reaches somebody signed in says so, and takes the other’s place only when pressed', async () => {
		const victim = await signIn('reader@example.org');
		await post('/auth/sign-in?/link', { email: 'attacker-two@example.org' });
		const link = mailedLink(site.dataDir, 'attacker-two@example.org');
		const page = await ask(site, link.pathname + link.search, { accept: 'text/html', cookie: victim });
		expect(page.text).toContain('You are signed in as reader@example.org');
		expect(page.text).toContain('at…@example.org');
		expect(await signedInAs(victim)).toBe('reader@example.org');

		const entered = await post('/auth/confirm', linkForm(link), victim);
		expect(await signedInAs(cookiesOf(entered))).toBe('attacker-two@example.org');
		expect(await signedInAs(victim)).toBeNull();
	});
});

describe('changing a password', () => {
	const change = (cookie: string, fields: Record<string, string>) =>
		post('/account?/password', fields, cookie);

	test('ends every other session, and keeps this one', async () => {
		const email = 'two-devices@example.org';
		const stolen = await signIn(email);
		const here = await signIn(email);
		const changed = await change(here, { 'new-password': 'rivers meet below the mill' });
		expect(changed.text).toContain('Your password has been changed');
		expect(await signedInAs(stolen)).toBeNull();
		expect(await signedInAs(here)).toBe(email);
	});

	test('closes to every other session also what no page of its own asks about', async () => {
		const email = 'ended-elsewhere@example.org';
		const password = 'mills stand above the rivers';
		const stolen = await signIn(email);
		await change(stolen, { 'new-password': password });
		const here = cookiesOf(await post('/auth/sign-in?/password', { 'account-email': email, password }));
		await post('/views?/keep', { name: 'Mine alone', path: '/map?show=table' }, here);
		const { text } = await ask(site, '/views', { cookie: here });
		const mine = `/views/${/value="([0-9a-f-]{36})"/.exec(text)?.[1]}`;
		expect((await ask(site, mine, { cookie: stolen })).status).toBe(303);
		await change(here, { 'new-password': 'rivers meet below the mill' });
		expect((await ask(site, mine, { cookie: stolen })).status).toBe(404);
		expect((await ask(site, mine, { cookie: here })).status).toBe(303);
	});

	test('takes more than a session that was left open', async () => {
		const email = 'left-open@example.org';
		const password = 'rivers meet below the mill';
		const fresh = await signIn(email);
		await change(fresh, { 'new-password': password });
		const stale = fresh
			.split('; ')
			.filter((cookie) => !cookie.startsWith('goodways-fresh'))
			.join('; ');
		expect((await ask(site, '/account', { cookie: stale })).text).toContain('Current password');

		const other = 'mills stand above the rivers';
		const blind = await change(stale, { 'new-password': other });
		expect([blind.status, blind.text.includes('Enter your current password.')]).toEqual([400, true]);
		const wrong = await change(stale, { 'current-password': 'guessed', 'new-password': other });
		expect([wrong.status, wrong.text.includes('This is not your current password.')]).toEqual([400, true]);
		const right = await change(stale, { 'current-password': password, 'new-password': other });
		expect(right.text).toContain('Your password has been changed');
		expect(await signedInAs(cookiesOf(right))).toBe(email);
	});

	test('says how long a password may be', async () => {
		const cookie = await signIn('long@example.org');
		const tooLong = await change(cookie, { 'new-password': 'ä'.repeat(37) });
		expect([tooLong.status, tooLong.text.includes('Use at most 72 characters')]).toEqual([400, true]);
		const longest = await change(cookie, { 'new-password': 'ä'.repeat(36) });
		expect(longest.text).toContain('Your password has been changed');
	});
});

describe('links that do not fit', () => {
	test('are refused after a few, however the address is spelt and whomever they name', async () => {
		const paths = ['/auth/confirm', '/%61uth/confirm', '/auth/%63onfirm'];
		const statuses: number[] = [];
		for (let at = 0; at < 60; at++) {
			const fields = { token_hash: `guess-${at}`, type: 'magiclink', email: `somebody-${at}@example.org` };
			statuses.push((await post(paths[at % paths.length] ?? '', fields)).status);
		}
		expect(statuses[0]).toBe(400);
		expect(statuses.slice(20).every((status) => status === 429)).toBe(true);
	});
});

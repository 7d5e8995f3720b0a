import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { mailedLink } from '../fixtures/mailed-link.ts';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { closeVisits, signInAs, visit } from './visit.ts';

/**
 * Every form of the site, sent by a real browser with scripts and without: what a browser adds to a form, its
 * origin above all, decides whether it is taken, and nothing but a browser adds it.
 */
let site: Site;
let browser: Browser;
const stage = () => ({ site, browser });

beforeAll(async () => {
	site = await startSite();
	browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

const LIKED = '/learning/sample-link-10';
const CLAIMED = '/organisations/example-borough-council-of-brambleton-spa';

describe.each([
	['with scripts', true],
	['without scripts', false]
])('%s', (_, javaScriptEnabled) => {
	const known = javaScriptEnabled ? 'scripts' : 'plain';

	/** A new reader at an address, who can do what its scripts offer. */
	async function at(path: string): Promise<Page> {
		const { page } = await visit(stage(), { javaScriptEnabled });
		await go(page, path);
		return page;
	}

	async function go(page: Page, path: string): Promise<void> {
		await page.goto(path);
		if (javaScriptEnabled) await page.locator('.site[data-live]').waitFor();
	}

	/** Presses the button of the form that is sent to an action. */
	async function send(page: Page, action: string, button?: string): Promise<void> {
		const form = page.locator(`form[method=post][action*="${action}"]`).first();
		const press = form.locator('button[type=submit]');
		await (button === undefined ? press.last() : press.filter({ hasText: button })).click();
	}

	async function asMember(path: string): Promise<Page> {
		const page = await at('/auth/sign-in');
		await signInAs(page, javaScriptEnabled ? 'member' : 'editor');
		await go(page, path);
		return page;
	}

	test('somebody new asks for a link, follows the mail, chooses a password, signs out and in again by it', async () => {
		const email = `new.reader+${known}@example.org`;
		const page = await at('/auth/sign-in?next=%2Fpeers');
		await page.locator('#email').fill(email);
		await send(page, '?/link');
		await page.getByText(email).first().waitFor();

		const link = mailedLink(site.dataDir, email);
		const told: string[] = [];
		page.on('request', (request) => told.push(request.headers()['referer'] ?? ''));
		await go(page, link.href);
		await send(page, '/auth/confirm');
		await page.waitForURL('**/peers');
		expect(told.length).toBeGreaterThan(1);
		expect(told.filter((address) => address.includes('token'))).toEqual([]);

		await go(page, '/account');
		await page.getByRole('heading', { level: 1, name: email }).waitFor();
		const password = 'rivers meet below the mill';
		await page.locator('#new-password').fill(password);
		await send(page, '?/password');
		await page.getByText('Your password has been changed').waitFor();
		await page
			.locator('main')
			.getByRole('button', { name: /Sign out/ })
			.click();
		await page.getByRole('link', { name: 'Sign in' }).waitFor();

		await go(page, '/auth/sign-in?next=%2Faccount');
		await page.locator('#account-email').fill(email);
		await page.locator('#password').fill(password);
		await send(page, '?/password');
		await page.getByRole('heading', { level: 1, name: email }).waitFor();
	});

	test('the way out in the head of the page ends the session', async () => {
		const page = await asMember('/map?show=hexagons');
		await page.getByText(/^Signed in$/).click();
		await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
		await page.getByRole('link', { name: 'Sign in' }).waitFor();
		await page.goto('/account');
		await page.waitForURL('**/auth/sign-in?next=%2Faccount');
	});

	test('an organisation asks to join a network', async () => {
		const page = await at('/join?network=sample-network');
		await page.locator('#organisation').fill(`Riverside Trust (${known})`);
		await page.locator('#name').fill('Asha Example');
		await page.locator('#email').fill(`asha-${known}@example.org`);
		await page.locator('form[method=post] button[type=submit]').last().click();
		await page.getByText('Your request has been saved').waitFor();
	});

	test('somebody asks to keep an organisation’s record', async () => {
		const page = await asMember(CLAIMED);
		await page.locator('#message').fill('I work there.');
		await send(page, '?/claim');
		await page.getByText('Whoever looks after this page will check').waitFor();
	});

	test('a reader rates a link, and it stays rated', async () => {
		const page = await asMember(LIKED);
		await page.locator('input[name=score][value="4"]').check();
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await send(page, '?/rate');
		expect((await answered).status()).toBe(200);
		await go(page, LIKED);
		expect(await page.locator('input[name=score]:checked').inputValue()).toBe('4');
	});

	test('a reader replies to a link', async () => {
		const page = await asMember(LIKED);
		await page.locator('#body').fill(`We tried it (${known}).`);
		await page.locator('#signed_as').fill('A reader');
		await send(page, '?/reply');
		await page.getByText('shown once an editor has looked at it').waitFor();
	});

	test('a view is saved under a name, and removed', async () => {
		const page = await asMember('/map?show=hexagons&region=Wales');
		const form = page.locator('form[action="/views?/keep"]');
		await page.locator('details').filter({ has: form }).locator('summary').click();
		await form.locator('[name=name]').fill(`Wales (${known})`);
		await send(page, '/views?/keep');
		await page.waitForURL('**/views');
		await page.getByRole('link', { name: `Wales (${known})` }).click();
		await page.waitForURL(/\/map\?.*region=Wales/);
		await go(page, '/views');
		await page.getByRole('button', { name: `Wales (${known})` }).click();
		await page.getByRole('link', { name: `Wales (${known})` }).waitFor({ state: 'detached' });
	});

	test('a list of peers is saved under a name, compared with one of the reader’s own, and removed', async () => {
		const page = await asMember('/peers/E08000005');
		await page.locator('#list').fill('Oldham\nBolton');
		await send(page, '?/compare');
		await page.getByText('2 councils read').waitFor();
		await page.locator('#set-name').fill(`Like Rochdale (${known})`);
		await send(page, '?/save');
		await page.getByRole('heading', { level: 1, name: `Like Rochdale (${known})` }).waitFor();
		await go(page, '/peers');
		await page.getByRole('link', { name: `Like Rochdale (${known})` }).waitFor();
		await page
			.locator('li')
			.filter({ hasText: `Like Rochdale (${known})` })
			.getByRole('button')
			.click();
		await page.getByRole('link', { name: `Like Rochdale (${known})` }).waitFor({ state: 'detached' });
	});

	test('the look is chosen and stays', async () => {
		const page = await at('/practices');
		await page.getByText('Appearance').click();
		const answered = page.waitForResponse('**/theme');
		await page.getByRole('button', { name: 'Dark' }).click();
		expect((await answered).status()).toBeLessThan(400);
		await page.locator('.site[data-theme=dark]').waitFor();
		await go(page, '/practices');
		await page.locator('.site[data-theme=dark]').waitFor();
	});

	test('a local site takes its forms under its other names too', async () => {
		const elsewhere = { ...site, origin: site.origin.replace('localhost', '127.0.0.1') };
		const { page } = await visit({ site: elsewhere, browser }, { javaScriptEnabled });
		await go(page, '/auth/sign-in');
		await signInAs(page, 'researcher');
	});

	test('a researcher takes rows away', async () => {
		const page = await at('/auth/sign-in');
		await signInAs(page, 'researcher');
		await go(page, '/research/download?practice=sample-kitchen-table-assessments');
		await page.locator('#purpose').fill('A test of the form.');
		await page.locator('[name=terms]').check();
		const download = page.waitForEvent('download');
		await send(page, '/research/download/rows');
		expect((await download).suggestedFilename()).toMatch(/\.zip$/);
	});

	test('a coordinator opens an introduction', async () => {
		const page = await at('/auth/sign-in');
		await signInAs(page, 'coordinator');
		await go(page, '/network?network=sample-network');
		await send(page, '?/introduce');
		await page.getByText('The introduction is open.').waitFor();
	});
});

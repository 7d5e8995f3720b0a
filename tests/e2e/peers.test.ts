import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_INDICATORS } from '#lib/peers/default-indicators.ts';
import { launchBrowser, startSite } from './site.ts';
import { live } from './visit.ts';
import type { Site } from './site.ts';

const ROCHDALE = '/peers/E08000005';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await startSite();
	browser = await launchBrowser();
}, 400_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

/** A page of its own, which fails the test on any error of the page and any request elsewhere. */
async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	page.on('request', (request) => {
		const address = new URL(request.url());
		if (address.protocol.startsWith('http') && address.origin !== site.origin) faults.push(request.url());
	});
	await page.goto(site.origin + path);
	if (options?.javaScriptEnabled !== false) await live(page);
	return { page, context, faults };
}

/** Names on the list, in its order. */
function names(page: Page): Promise<string[]> {
	return page
		.locator('ol .peer h3')
		.allTextContents()
		.then((all) => all.map((name) => name.trim()));
}

describe('the peer finder without scripts', () => {
	let context: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		({ context, page } = await open('/peers', { javaScriptEnabled: false }));
	});
	afterAll(() => context.close());

	test('finds a council by a former name and says who took its place', async () => {
		await page.fill('#council', 'Allerdale');
		await page.click('text=Find peers');
		expect(page.url()).toContain('/peers/E06000063');
		expect(await page.textContent('main')).toContain(
			'Allerdale Borough Council no longer exists; Cumberland took its place.'
		);
	});

	test('lists ten peers with likenesses and differences in original units', async () => {
		await page.goto(site.origin + ROCHDALE);
		expect(await names(page)).toHaveLength(10);
		const first = page.locator('ol .peer').first();
		expect(await first.locator('.why li').count()).toBeGreaterThan(2);
		expect(await first.locator('.why').textContent()).toMatch(/in Rochdale, .* in /);
	});

	test('answers another preset and model, and keeps them in a plain address', async () => {
		const before = await names(page);
		await page.selectOption('#preset', 'work');
		await page.selectOption('#model', 'mahalanobis');
		await page.locator('form:has(#preset) button:has-text("Show")').click();
		expect(new URL(page.url()).search).toBe('?model=mahalanobis&preset=work');
		expect(await names(page)).not.toEqual(before);
	});

	test('answers a council that nobody knows in one sentence', async () => {
		await page.goto(`${site.origin}/peers?council=Atlantis`);
		expect(await page.textContent('#council-error')).toContain(
			'There is no council, now or before, called “Atlantis”.'
		);
	});
});

describe('the peer finder', () => {
	test('answers while a slider moves, without the server, and ends with the weights in the address', async () => {
		const { page, context, faults } = await open(ROCHDALE);
		const before = await names(page);
		await Promise.all([
			page.waitForResponse(/\/data\/areas/).then((response) => response.finished()),
			page.waitForResponse(/\/data\/atlas/).then((response) => response.finished()),
			page.click('summary:has-text("Your own weights")')
		]);
		await page.waitForTimeout(500);
		let asked = 0;
		page.on('request', () => (asked += 1));

		const answered = await page.evaluate(async () => {
			const list = () => [...document.querySelectorAll('ol .peer h3')].map((each) => each.textContent).join();
			const slider = document.querySelector<HTMLInputElement>('#w-density-2024')!;
			const first = list();
			const from = performance.now();
			slider.value = '30';
			slider.dispatchEvent(new Event('input', { bubbles: true }));
			while (list() === first && performance.now() - from < 300) {
				await new Promise((done) => setTimeout(done, 5));
			}
			return { changed: list() !== first, ms: performance.now() - from };
		});
		expect(answered.changed).toBe(true);
		expect(asked).toBe(0);

		await page.waitForURL(/weights=density-2024_30$/);
		const moved = await names(page);
		expect(moved).not.toEqual(before);
		await page.reload();
		await live(page);
		expect(await names(page)).toEqual(moved);
		expect(faults).toEqual([]);
		await context.close();
	});

	test('sets a pasted list beside the models and names what it could not read', async () => {
		const { page, context } = await open(ROCHDALE);
		await page.fill('#list', 'Oldham\nBolton Council\nE08000028\nNowhere');
		await page.click('text=Compare with the models');
		const answer = page.locator('.answer');
		await answer.waitFor();
		expect(await answer.textContent()).toContain('3 councils read');
		expect(await answer.textContent()).toMatch(/Standardised distance:\s+\d of 3\s+on both/);
		expect(await answer.textContent()).toContain('Not recognised: Nowhere.');
		expect(page.url()).not.toContain('Oldham');
		await context.close();
	});

	test('says which peers do a practice, from when, and who to contact', async () => {
		const { page, context } = await open(`${ROCHDALE}?practice=climate-emergency-declaration`);
		const row = page.locator('section[aria-labelledby="already"] tbody tr').first();
		expect(await row.textContent()).toMatch(/adopted|embedded/);
		expect(await row.textContent()).toContain('2019');
		expect(await row.locator('a:has-text("its website")').count()).toBe(1);
		await context.close();
	});

	test('keeps a list under a name for whoever signed in, and for nobody else unless it is shared', async () => {
		const { page, context } = await open(`/auth/sign-in?next=${encodeURIComponent(ROCHDALE)}`);
		await page.locator('button:has-text("member")').first().click();
		await page.waitForURL(({ pathname }) => pathname === ROCHDALE);
		const keep = async (name: string, isShared: boolean) => {
			await page.goto(site.origin + ROCHDALE);
			await live(page);
			await page.fill('#set-name', name);
			if (isShared) await page.check('[name=shared]');
			await page.getByRole('button', { name: 'Save this list' }).click();
			await page.waitForURL(/\/peers\/sets\//);
			return page.url();
		};
		const own = await keep('Our ten', false);
		expect(await page.textContent('h1')).toBe('Our ten');
		expect(await page.locator('main ol li').count()).toBe(11);
		expect(await page.locator('a:has-text("On the map")').getAttribute('href')).toContain(
			'/map?select=rochdale~'
		);
		const shared = await keep('For all', true);
		await page.goto(`${site.origin}/peers`);
		expect(await page.locator('.set').allTextContents()).toHaveLength(2);
		await context.close();

		expect((await fetch(own)).status).toBe(404);
		expect((await fetch(`${own}/list.csv`)).status).toBe(404);
		expect((await fetch(shared)).status).toBe(200);
		const csv = await (await fetch(`${shared}/list.csv`)).text();
		expect(csv.trim().split('\r\n')).toHaveLength(12);
		const kept = (await (await fetch(`${shared}/list.json`)).json()) as {
			councils: unknown[];
			peers_of: { council: { name: string }; weights: { weight: number }[]; is_current: boolean };
		};
		expect(kept.councils).toHaveLength(11);
		expect(kept.peers_of.council.name).toBe('Rochdale');
		expect(kept.peers_of.is_current).toBe(true);
		expect(Math.round(kept.peers_of.weights.reduce((sum, { weight }) => sum + weight, 0))).toBe(100);
	});

	test('compares a county with counties by what follows from its districts', async () => {
		const { page, context } = await open('/peers/E10000016');
		expect(await page.textContent('main')).toContain(
			'Median weekly pay is a median, which does not follow from the medians of parts.'
		);
		expect(await names(page)).toHaveLength(10);
		await context.close();
	});

	test.each([
		{ code: 'E09000001', why: 'City of London is the only council of its type' },
		{ code: 'N09000003', why: 'There are only 11 Northern Irish districts' }
	])('compares $code, whose type is too small, with the whole United Kingdom', async ({ code, why }) => {
		const { page, context } = await open(`/peers/${code}`);
		const text = (await page.textContent('main'))!;
		expect(text).toContain(why);
		expect(text).toContain('Compared with 360');
		expect(text).toMatch(/Left out: \d+ figures not published for/);
		await context.close();
	});

	test('gives rare likenesses as reasons, with both figures and the place of both', async () => {
		const { page, context } = await open(ROCHDALE);
		for (const summary of await page.locator('ol .peer summary').all()) await summary.click();
		const reasons = await page.locator('ol .peer .why > div:first-child li').allTextContents();
		expect(reasons.length).toBeGreaterThan(10);
		for (const reason of reasons) {
			expect(reason).toMatch(/: .*\d.* in Rochdale, .*\d.* in .*; .* of 36/);
			expect(reason).not.toContain('0.0%');
		}
		await context.close();
	});

	test.each([
		{ what: 'a negative weight', search: 'weights=density-2024_-3', sentence: 'weights go from 0 to 100' },
		{ what: 'an unknown model', search: 'model=magic', sentence: 'There is no model “magic”' },
		{
			what: 'no weight at all',
			search: `weights=${allZero()}`,
			sentence: 'All weights are 0, so there is nothing to compare by.'
		}
	])('answers $what in one sentence', async ({ search, sentence }) => {
		const text = await (await fetch(`${site.origin}${ROCHDALE}?${search}`)).text();
		expect(text).toContain(sentence);
		expect(text).not.toContain('NaN');
	});
});

describe('what leaves the peer finder', () => {
	test('a table that names its group and setting, so that distances can be compared', async () => {
		const response = await fetch(`${site.origin}${ROCHDALE}/peers.csv?peers=5`);
		const [header, ...rows] = (await response.text()).trim().split('\r\n');
		expect(response.headers.get('content-type')).toContain('text/csv');
		expect(header).toContain('universe,setting,as_of');
		expect(rows).toHaveLength(5);
	});

	test('JSON whose contributions add up to the squared distance', async () => {
		const file = (await (await fetch(`${site.origin}${ROCHDALE}/peers.json`)).json()) as {
			peers: { distance: number; contributions: { contribution: number | null }[] }[];
		};
		expect(file.peers).toHaveLength(10);
		for (const { distance, contributions } of file.peers) {
			const sum = contributions.reduce((all, { contribution }) => all + (contribution ?? 0), 0);
			expect(sum).toBeCloseTo(distance ** 2, 9);
		}
	});

	test('refuses a damaged weight rather than hand out another list', async () => {
		const response = await fetch(`${site.origin}${ROCHDALE}/peers.csv?weights=density-2024_-3`);
		expect(response.status).toBe(400);
	});
});

describe('everyone reads the peer finder', () => {
	test.each([
		['/peers', 'light'],
		[ROCHDALE, 'light'],
		[ROCHDALE, 'dark'],
		['/peers/compare?areas=E08000005~E08000004~E10000016', 'light'],
		['/peers/organisation/mayday-trust', 'dark']
	] as const)('%s, %s, by the rules of WCAG 2.2 AA', async (path, colorScheme) => {
		const { page, context, faults } = await open(path, { colorScheme });
		for (const summary of await page.locator('main summary').all()) await summary.click();
		const { violations } = await new AxeBuilder({ page }).withTags([...WCAG]).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
		expect(faults).toEqual([]);
		await context.close();
	});

	test.each([
		'/peers',
		ROCHDALE,
		'/peers/compare?areas=E08000005~E08000004',
		'/peers/organisation/mayday-trust'
	])('%s fits a phone', async (path) => {
		const { page, context } = await open(path, { viewport: { width: 360, height: 800 } });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		await context.close();
	});
});

/** Every indicator at weight 0, as an address has it. */
function allZero(): string {
	return DEFAULT_INDICATORS.map(({ column }) => `${column.replaceAll('_', '-')}_0`).join('~');
}

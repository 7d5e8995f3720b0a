import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { readOrMakeKeys } from '#lib/server/embedded/keys.ts';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { signInAs } from './visit.ts';

const COMPUTED_MS = 90_000;
/** The one complete record of a practice across councils. */
const DECLARATIONS = '/research?practice=climate-emergency-declaration';
const reference = fileURLToPath(new URL('../reference/medInnovations/', import.meta.url));

let folder: string;
let site: Site;
let browser: Browser;
const foreign: string[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'goodways-research-'));
	[site, browser] = await Promise.all([startSite({ EMBEDDED_API: 'on' }), launchBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		baseURL: site.origin,
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce',
		colorScheme: 'light',
		...options
	});
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (/^https?:$/.test(url.protocol) && url.origin !== site.origin) foreign.push(request.url());
	});
	await page.goto(site.origin + path);
	return page;
}

async function computed(page: Page): Promise<void> {
	await page.locator('#bass').waitFor({ timeout: COMPUTED_MS });
}

/** The zip that a press of a button hands out, by file name. */
async function savedZip(page: Page, press: () => Promise<void>): Promise<Record<string, string>> {
	const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
	const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the workbench', () => {
	test('opens on no public record, and says how to see the one that it leaves out', async () => {
		const page = await open('/research', { javaScriptEnabled: false });
		expect(await page.locator('h1').textContent()).not.toContain('Climate');
		expect(await page.locator('#adoption-curve h2').count()).toBe(1);
		await page.locator('main').getByRole('link', { name: 'show it' }).click();
		await page.waitForURL('**/research?network=uk-climate-declarations');
		expect(await page.locator('h1').textContent()).toBe('How “Climate emergency declaration” spread');
		expect(await page.locator('#adoption-curve h2').textContent()).toMatch(/of \d+ bodies adopted/);
		await page.context().close();
	});

	test('without scripts, curve, hazard and survival are there with their tables', async () => {
		const page = await open(DECLARATIONS, { javaScriptEnabled: false });
		expect(await page.locator('#adoption-curve h2').textContent()).toMatch(
			/of \d+ bodies adopted, 31\.\d% of the \d+ whose date is known in July 2019/
		);
		expect(await page.locator('#hazard table tbody tr').count()).toBeGreaterThan(50);
		expect(await page.locator('#survival svg path').count()).toBeGreaterThan(0);
		expect(await page.locator('#moran').count()).toBe(0);
		await page.context().close();
	});

	test('shows the climate declarations as weakly clustered, one wave, and nothing proven', async () => {
		const page = await open(DECLARATIONS);
		await computed(page);
		expect(await page.locator('#moran h2').textContent()).toContain('at most weakly');
		const choices = page.locator('#choices');
		expect(await choices.locator('h2').textContent()).toContain('Asked in 45 ways');
		expect(await choices.textContent()).toMatch(/31\.\d% of the dates fall in July 2019/);
		expect(await choices.textContent()).toContain('it cannot be concluded that neighbours learnt');
		const values = await choices.locator('tbody td strong').allTextContents();
		expect(values.length).toBeGreaterThanOrEqual(45);
		expect(Math.max(...values.map((text) => Math.abs(Number(text.replace('−', '-')))))).toBeLessThan(0.15);
		expect(await page.locator('#networks-compared').textContent()).toContain('common cause');
		expect(await page.locator('#influence').textContent()).toMatch(
			/Shared border: \d+ of [\d,]+ pairs hold two adopters/
		);
		await page.context().close();
	});

	test('one slider moves every figure, and the address keeps it', async () => {
		const page = await open(DECLARATIONS);
		await computed(page);
		const slider = page.getByLabel('Read every figure at');
		await slider.focus();
		await slider.press('Home');
		await slider.press('ArrowRight');
		await page.waitForURL(/date=2018-11-30/);
		for (const id of ['adoption-curve', 'hazard', 'exposure', 'moran'])
			expect(await page.locator(`#${id} .reading`).textContent()).toContain('November 2018');
		await page.locator('#hazard svg').hover({ position: { x: 400, y: 100 } });
		expect(await page.locator('#moran .reading').textContent()).not.toContain('November 2018');
		await page.context().close();
	});

	test('a long calculation says how far it is and stops when told', async () => {
		const page = await open(`${DECLARATIONS}&shuffles=9999`);
		await page.getByText(/Computing networks, tests and models: \d+%/).waitFor();
		await page.getByRole('button', { name: 'Stop' }).click();
		await page.getByText('The calculation was stopped.').waitFor();
		expect(await page.locator('#hazard').count()).toBe(1);
		expect(await page.locator('#moran').count()).toBe(0);
		await page.context().close();
	});

	test('a study is chosen by the form, and an impossible one is refused in words', async () => {
		const page = await open(DECLARATIONS);
		await page.getByLabel('Region or nation').selectOption('Wales');
		await page.getByRole('button', { name: 'Study this' }).click();
		await page.waitForURL(/region=Wales/);
		// Wales has 22 councils; of three of them the record says nothing, so they are set apart.
		expect(await page.locator('#adoption-curve .facts').textContent()).toContain('n = 19 bodies');
		await page.goto(`${site.origin}/research?type=city_of_london&region=Wales`);
		expect(await page.locator('main').textContent()).toContain('No body on record fits this population.');
		await page.goto(`${site.origin}/research?weights=gossip`);
		expect(await page.locator('main').textContent()).toContain('“gossip” is not a network');
		await page.context().close();
	});

	test.each(['light', 'dark'] as const)('axe finds nothing to mend, %s', async (colorScheme) => {
		const page = await open('/research?practice=poverty-truth-commission&bodies=all', { colorScheme });
		await computed(page);
		for (const summary of await page.locator('figcaption summary').all()) await summary.click();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.map(
				({ id, nodes }) =>
					`${id}: ${nodes
						.map(({ target }) => target.join(' '))
						.slice(0, 3)
						.join(', ')}`
			)
		).toEqual([]);
		await page.context().close();
	});

	test.each([360, 1440])('nothing runs off a screen of %i pixels', async (width) => {
		const page = await open(DECLARATIONS, { viewport: { width, height: 800 } });
		await computed(page);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
		).toBeLessThanOrEqual(0);
		await page.context().close();
	});
});

describe('taking it away', () => {
	test('everything as one zip that its own page can read again', async () => {
		const page = await open('/research?practice=poverty-truth-commission&bodies=all&weights=ties~learnt');
		await computed(page);
		const files = await savedZip(page, () =>
			page.getByRole('button', { name: 'Save everything (zip)' }).click()
		);
		expect(Object.keys(files).sort()).toEqual([
			'README.md',
			'adoptions.csv',
			'datapackage.json',
			'edges-learnt.csv',
			'edges-ties.csv',
			'nodes.csv',
			'rebuild.R',
			'results.json'
		]);
		expect(files['results.json']).not.toMatch(/NaN|Infinity/);

		const paths = ['nodes.csv', 'edges-ties.csv'].map((name) => {
			writeFileSync(join(folder, name), files[name]!);
			return join(folder, name);
		});
		const before = await page.locator('#hazard h2').textContent();
		await page.getByLabel('Choose files').setInputFiles(paths);
		await page.getByText('Your own files: nodes.csv').waitFor();
		await page.locator('#bass').waitFor({ timeout: COMPUTED_MS });
		expect(before).toContain('Adopting was likeliest in');
		expect(await page.locator('#exposure').textContent()).toContain('edges-ties.csv');
		await page.context().close();
	});

	test('a figure as SVG and its data as CSV', async () => {
		const page = await open(`${DECLARATIONS}&region=Wales`);
		await computed(page);
		const press = (name: string) => page.locator('#hazard').getByRole('button', { name }).click();
		const [svg] = await Promise.all([page.waitForEvent('download'), press('Save as SVG')]);
		expect(readFileSync(await svg.path(), 'utf8')).toMatch(
			/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/
		);
		const [png] = await Promise.all([page.waitForEvent('download'), press('Save as PNG')]);
		expect(
			readFileSync(await png.path())
				.subarray(1, 4)
				.toString()
		).toBe('PNG');
		const [csv] = await Promise.all([page.waitForEvent('download'), press('Save the data')]);
		expect(readFileSync(await csv.path(), 'utf8')).toContain('Period,At risk,Adopted,Hazard');
		await page.context().close();
	});
});

describe('bringing one’s own', () => {
	test('is studied in the browser; nothing is sent', async () => {
		const page = await open(DECLARATIONS);
		await computed(page);
		const sent: string[] = [];
		page.on('request', (request) => {
			if (request.method() !== 'GET' || request.url().includes('nodes')) sent.push(request.url());
		});
		await page.getByLabel('Choose files').setInputFiles([`${reference}nodes.csv`, `${reference}edges.csv`]);
		await page.getByText('Your own files: nodes.csv').waitFor();
		await page.locator('#moran').waitFor({ timeout: COMPUTED_MS });
		expect(await page.locator('#adoption-curve .facts').textContent()).toContain('n = 125');
		expect(sent).toEqual([]);
		await page.context().close();
	});

	test('names the row that cannot be used', async () => {
		const page = await open(`${DECLARATIONS}&region=Wales`);
		await computed(page);
		const nodes = join(folder, 'wrong.csv');
		writeFileSync(nodes, 'id,toa\na,1\nb,soon\n');
		await page.getByLabel('Choose files').setInputFiles([nodes]);
		await page.getByText('wrong.csv row 3: toa is "soon"').waitFor();
		await page.context().close();
	});
});

describe('rows of members', () => {
	test('a visitor is asked to sign in, and gets no rows by asking for them', async () => {
		const page = await open('/research/download');
		expect(await page.locator('main').textContent()).toContain('Sign in first');
		const answer = await page.request.post(`${site.origin}/research/download/rows`, {
			form: { of: 'sample-network', terms: '2026-11', purpose: 'to look' },
			headers: { origin: site.origin },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(303);
		await page.context().close();
	});

	test('a researcher accepts the terms, takes codes away, and it is logged', async () => {
		const page = await open('/about');
		await signInAs(page, 'researcher');
		await page.goto(`${site.origin}/research?practice=sample-learning-lunches&network=sample-network`);
		await computed(page);
		await page.getByRole('link', { name: 'rows of members' }).click();
		await page.getByLabel('What are the rows for?').fill('A test of the download');
		await page.getByLabel('I accept these terms').check();
		const files = await savedZip(page, () =>
			page.getByRole('button', { name: 'Take the rows away (zip)' }).click()
		);
		expect(Object.keys(files)).toContain('members.csv');
		const names = await page.evaluate(async () => {
			const wire = (await (await fetch('/data/atlas')).json()) as {
				organisations: { slug: string[]; name: string[] };
			};
			return [...wire.organisations.slug, ...wire.organisations.name];
		});
		const text = Object.entries(files)
			.filter(([name]) => name.endsWith('.csv') || name === 'results.json')
			.map(([, content]) => content)
			.join('\n');
		expect(names.filter((name) => name.length > 8 && text.includes(name))).toEqual([]);
		expect(files['README.md']).toContain('Conditions of use');

		const refused = await page.request.post(`${site.origin}/research/download/rows`, {
			form: { of: 'sample-network', terms: '', purpose: 'x' },
			headers: { origin: site.origin },
			maxRedirects: 0
		});
		expect(refused.headers()['location']).toContain('problem=terms');
		await page.goto(`${site.origin}/research/download`);
		expect(await page.locator('main').textContent()).toContain('For: A test of the download.');
		const { secretKey } = readOrMakeKeys(site.dataDir);
		const log = await fetch(`${site.origin}/rest/v1/research_downloads?select=terms_version,purpose`, {
			headers: { apikey: secretKey }
		});
		expect(await log.json()).toEqual([{ terms_version: '2026-11', purpose: 'A test of the download' }]);
		await page.context().close();
	});

	test('no page asked any other server for anything', () => expect(foreign).toEqual([]));
});

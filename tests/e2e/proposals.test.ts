import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { readWorkbook } from '#lib/tables/workbook/workbook.ts';
import { launchBrowser, startSite } from './site.ts';
import { closeVisits, live, signInAs, visit, type Stage } from './visit.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MANCHESTER = 'areas=E08000001~E08000002~E08000005&name=Northern+Manchester';
const TWO = 'areas=E07000108~E07000114&name=East&areas-2=E07000110~E07000116&name-2=West';

let stage: Stage;

beforeAll(async () => {
	stage = { site: await startSite(), browser: await launchBrowser() };
}, 400_000);

afterAll(async () => {
	await stage?.browser.close();
	await stage?.site.stop();
});

closeVisits();

/** What a page of proposals is of, by the parameters of its address. */
const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const has = (name: string, value: string) => (url: URL) => url.searchParams.get(name) === value;

describe('a council is drawn', () => {
	test('by plain forms without scripts: a county as it stands, then another beside it', async () => {
		const { page, open } = await visit(stage, { javaScriptEnabled: false });
		await open('/peers');
		await page.click('text=Draw a council that does not exist yet');
		await page.fill('#add', 'Kent County Council');
		await page.fill('#day', '1 April 2028');
		await page.click('text=Draw it');
		expect(asked(page, 'areas')?.split('~')).toHaveLength(12);
		expect(await page.textContent('h1')).toMatch(
			/^New council for Kent would have [\d,]+ residents and be most like /
		);
		expect(await page.textContent('main')).toContain('from 1 Apr 2028');

		const other = page.locator('form:has(#add-2)');
		await page.click('summary:has-text("Draw another beside it")');
		await other.locator('#add-2').fill('Dover');
		await other.locator('button').click();
		expect(await page.textContent('[role=alert]')).toContain('Dover alone is a council already');
		await page.locator('#add-2').fill('Thanet');
		await page.locator('#name-2').fill('The coast');
		await page.locator('form:has(#add-2) button').click();
		expect(asked(page, 'name-2')).toBe('The coast');
		expect(asked(page, 'areas-2')).toBe('E07000108~E07000114');
		expect(await page.textContent('h1')).toContain('The coast would have');
		expect(await page.locator('#beside').count()).toBe(1);
	});

	test('from the map by keyboard, beside another, and one of the two is printed', async () => {
		const { page, open, context } = await visit(stage);
		await open('/peers/new?areas=E07000108&name=East');
		// One stop of the Tab key leads into the map; arrow keys move in it.
		const map = page.getByRole('group', { name: /^Areas to draw East of/ });
		await map.locator('a[tabindex="0"]').focus();
		const dover = map.getByRole('link', { name: /^Dover: in East/ });
		await dover.focus();
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
		await page.keyboard.press('ArrowLeft');
		expect(await focused()).toMatch(/: add to East$/);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.searchParams.get('areas')?.split('~').length === 2);
		await page.getByRole('heading', { level: 1, name: /^East would have/ }).waitFor();
		// The focus stays where it was, on what is now a part.
		await expect.poll(focused).toMatch(/: in East; remove it$/);

		await page.getByText('Draw another beside it').focus();
		await page.keyboard.press('Enter');
		await page.locator('#add-2').fill('Swale');
		await page.keyboard.press('Enter');
		await page.getByText('Swale alone is a council already').waitFor();
		await page.locator('#add-2').fill('Ashford');
		await page.keyboard.press('Enter');
		await page.waitForURL(has('areas-2', 'E07000105~E07000113'));
		const beside = page.getByRole('region', { name: 'Proposals side by side' });
		await beside.waitFor();
		expect(await beside.textContent()).toContain('Most like');

		await page.getByRole('link', { name: 'Two pages to print' }).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/peers\/new\/sheet/);
		await live(page);
		await page.getByRole('button', { name: 'Print' }).waitFor();
		expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
		await context.close();
	});

	test('and kept under a name', async () => {
		const { page, open } = await visit(stage);
		await signInAs(page, 'coordinator');
		await open(`/peers/new?${MANCHESTER}`);
		await page.getByText('Save this view').click();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.waitForURL(/\/views$/);
		await page.getByRole('link', { name: 'Northern Manchester' }).first().click();
		await page.waitForURL(has('name', 'Northern Manchester'));
	});
});

describe('the page of a proposal', () => {
	test('answers other groups and leaves approximate figures out when asked', async () => {
		const { page, open } = await visit(stage);
		await open(`/peers/new?${MANCHESTER}`);
		expect(await page.textContent('main')).toMatch(/\d+% of the likeness rests on \d+ figures/);
		await page.getByRole('link', { name: 'Leave them out' }).click();
		await page.waitForURL(has('approximate', 'off'));
		await page.getByText('None of the likeness rests on figures').waitFor();
		const other = await fetch(`${stage.site.origin}/peers/new?${MANCHESTER}&group=all`);
		expect(await other.text()).toMatch(/Compared with \d+\s+councils in the United Kingdom/);
	});

	test.each([
		['areas=', 'Choose two or more areas: no area was given.'],
		['areas=Dover+ward~Thanet', 'is a part of an area'],
		['areas=Powys~Shropshire', 'a council lies in one nation'],
		['areas=South+Lakeland~Cumberland', 'no longer exists; Westmorland and Furness took its place'],
		[`areas=Dover~Thanet&name=${'x'.repeat(300)}`, 'The name has 300 letters; use at most 120.'],
		['areas=Dover~Thanet&day=1+May+1970', 'Councils as they are now began on 1 Apr 1974']
	])('answers %s in one sentence, and files refuse it', async (search, sentence) => {
		const page = await fetch(`${stage.site.origin}/peers/new?${search}`);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain(sentence);
		const file = await fetch(`${stage.site.origin}/peers/new/proposals.csv?${search}`);
		expect(file.status).toBe(400);
		const sheet = await fetch(`${stage.site.origin}/peers/new/sheet?${search}`);
		expect(sheet.status).toBe(400);
	});

	test('is downloaded as CSV, as a workbook and for programs, each with all of it', async () => {
		const read = (file: string) => fetch(`${stage.site.origin}/peers/new/proposals.${file}&${TWO}`);
		const json = (await (await read('json?')).json()) as Record<string, Record<string, unknown>[]>;
		expect(new Set(json['peers']!.map(({ proposal }) => proposal))).toEqual(new Set(['East', 'West']));
		const csv = (await (await read('csv?table=peers')).text()).trim().split('\r\n');
		expect(csv).toHaveLength(1 + json['peers']!.length);
		const book = readWorkbook('proposals.xlsx', new Uint8Array(await (await read('xlsx?')).arrayBuffer()));
		const sheet = book.find(({ name }) => name === 'peers')!;
		expect(sheet.grid).toHaveLength(1 + json['peers']!.length);
		expect(sheet.grid[1]![0]).toBe('East');
		expect((await read('csv?table=planets')).status).toBe(404);
	});
});

describe('everyone reads it', () => {
	test.each([
		['/peers/new', 'light'],
		[`/peers/new?${TWO}`, 'light'],
		[`/peers/new?${MANCHESTER}&network=uk-climate-declarations`, 'dark'],
		[`/peers/new/sheet?${MANCHESTER}`, 'light']
	] as const)('%s, %s, by the rules of WCAG 2.2 AA', async (path, colorScheme) => {
		const { page, open } = await visit(stage, { colorScheme });
		await open(path);
		for (const summary of await page.locator('main summary:visible').all()) await summary.click();
		const { violations } = await new AxeBuilder({ page }).withTags([...WCAG]).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
	});

	test.each(['/peers/new', `/peers/new?${TWO}`, `/peers/new/sheet?${MANCHESTER}`])(
		'%s fits a phone',
		async (path) => {
			const { page, open } = await visit(stage, { viewport: { width: 360, height: 800 } });
			await open(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		}
	);

	test.each([
		['a county of twelve districts', 'areas=Kent+County+Council'],
		['forty areas', '']
	])('%s is printed on two pages', async (_, search) => {
		const { page, open } = await visit(stage);
		await open(`/peers/new/sheet?${search === '' ? `areas=${await fortyAreas()}` : search}`);
		await page.emulateMedia({ media: 'print' });
		expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
	});
});

/** Pages of a PDF as Chromium writes it. */
function pagesOf(pdf: Buffer): number {
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

async function fortyAreas(): Promise<string> {
	const areas = (await (await fetch(`${stage.site.origin}/data/areas`)).json()) as { codes: string[] };
	return areas.codes
		.filter((code) => code.startsWith('E07'))
		.slice(0, 40)
		.join('~');
}

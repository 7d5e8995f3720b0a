import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { visit } from './visit.ts';

const COMPUTED_MS = 120_000;
const reference = (name: string): string =>
	fileURLToPath(new URL(`../reference/forecast/${name}`, import.meta.url));

let site: Site;
let browser: Browser;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

test('a practice without a complete record is refused, with what is needed, also without scripts', async () => {
	const { page, open } = await visit({ site, browser }, { javaScriptEnabled: false });
	await open('/forecast?practice=no-wrong-door');
	const words = await page.locator('main').innerText();
	expect(words).toContain('There is no forecast');
	expect(words).toContain('not recorded is not the same as not adopted');
	expect(await page.locator('main a[href="/practices/no-wrong-door"]').count()).toBe(1);
});

test('the climate declarations are forecast, and say whether to believe it', async () => {
	const { page, open } = await visit({ site, browser });
	await open('/forecast?practice=climate-emergency-declaration&horizon=12');
	await page.locator('#verdict').waitFor({ timeout: COMPUTED_MS });
	const words = await page.locator('main').innerText();
	expect(words).toContain('councils in the United Kingdom');
	expect(words).toContain('A chance says nothing about whether the practice would help there.');
	expect(words).toMatch(/Better than|No better than|Worse than|could not be tested/);
	expect(words).not.toMatch(/NaN|undefined|Infinity/);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
}, 180_000);

test('one’s own files are forecast here, at any width, and downloaded', async () => {
	const { page, open } = await visit({ site, browser }, { viewport: { width: 360, height: 800 } });
	await open('/forecast?practice=no-wrong-door&horizon=3');
	await page
		.getByLabel('Choose files')
		.setInputFiles([reference('doctors.csv'), reference('doctors_edges.csv')]);
	await page.locator('#verdict').waitFor({ timeout: COMPUTED_MS });
	expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toContain('doctors.csv');
	const isClosed = await page.getByText('The list, which must not be used to choose who to contact').count();
	expect(isClosed).toBe(1);
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
	).toBe(0);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /Download the forecast/ }).click()
	]);
	expect(download.suggestedFilename()).toBe('forecast.json');
}, 180_000);

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { closeVisits, visit } from './visit.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
}, 400_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

const PAGES = [
	'/map',
	'/map?show=hexagons',
	'/network',
	'/organisations',
	'/learning',
	'/practices',
	'/peers',
	'/research'
];

test.each([1280, 360])('at %d px no drop-down cuts off the words of any of its choices', async (width) => {
	const { page } = await visit({ site, browser }, { viewport: { width, height: 900 } });
	const cut: string[] = [];
	for (const path of PAGES) {
		await page.goto(path);
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((details) => (details.open = true))
		);
		cut.push(
			...(await page.locator('select').evaluateAll(
				(selects, at) =>
					selects
						.filter((select) => select.checkVisibility())
						.filter((select) => {
							const free = select.cloneNode(true) as HTMLElement;
							free.style.cssText = 'width:max-content;max-width:none;min-width:0;position:absolute';
							select.after(free);
							const wanted = free.getBoundingClientRect().width;
							free.remove();
							return wanted > select.getBoundingClientRect().width + 1;
						})
						.map((select) => `${at} ${(select as HTMLSelectElement).name}`),
				path
			))
		);
	}
	expect(cut).toEqual([]);
});

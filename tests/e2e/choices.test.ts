import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { closeVisits, visit } from './visit.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

const PAGES = [
	'/',
	'/map',
	'/map?show=hexagons',
	'/network',
	'/organisations',
	'/learning',
	'/practices',
	'/practices/wigan-deal',
	'/peers',
	'/peers/E08000005',
	'/research',
	'/embed/map',
	'/embed/network'
];

/**
 * Drop-downs of the page that cut off the words of any of their choices, each chosen in turn of length: a box that
 * is neither as wide as the words nor wraps them. It runs in the browser.
 */
function cutOff(): string[] {
	const cut: string[] = [];
	for (const select of document.querySelectorAll('select')) {
		if (!select.checkVisibility() || select.options.length === 0) continue;
		const chosen = select.selectedIndex;
		const longest = [...select.options].reduce((a, b) => (b.text.length > a.text.length ? b : a));
		longest.selected = true;
		const free = select.cloneNode(true) as HTMLSelectElement;
		free.selectedIndex = longest.index;
		free.style.cssText = 'width:max-content;max-width:none;min-width:0;position:absolute;white-space:nowrap';
		select.after(free);
		const wanted = free.getBoundingClientRect();
		free.remove();
		const box = select.getBoundingClientRect();
		const isWrapped = box.height > wanted.height + 8 && select.scrollWidth <= select.clientWidth;
		if (wanted.width > box.width + 1 && !isWrapped)
			cut.push(`${location.pathname + location.search} ${select.name}: ${longest.text}`);
		if (box.right > innerWidth + 1) cut.push(`${location.pathname} ${select.name} leaves the screen`);
		select.selectedIndex = chosen;
	}
	return cut;
}

test.each([1280, 360])('at %d px no drop-down cuts off the words of any of its choices', async (width) => {
	const { page } = await visit({ site, browser }, { viewport: { width, height: 900 } });
	const cut: string[] = [];
	for (const path of PAGES) {
		await page.goto(path);
		await page.locator('.site[data-live]').waitFor({ state: 'attached' });
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((details) => (details.open = true))
		);
		cut.push(...(await page.evaluate(cutOff)));
	}
	expect(cut).toEqual([]);
});

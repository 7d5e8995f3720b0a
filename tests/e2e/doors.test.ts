import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import type { Browser } from 'playwright-core';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { alwaysWalked } from './walk/addresses.ts';
import { openWalkers, walk } from './walk/walker.ts';
import type { Walker } from './walk/walker.ts';

/** Every door once: what `npm run walk` tries on all pages is tried here on those that show it in a way of their own. */
const PARTS = [
	'practices',
	'networks',
	'kinds and regions',
	'organisations',
	'links',
	'nothing found',
	'peers',
	'research',
	'pictures'
];

let site: Site;
let browser: Browser;
let walkers: Walker[];
let addresses: Record<string, string[]>;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
	walkers = await openWalkers(browser, site.origin);
	addresses = alwaysWalked((await (await fetch(`${site.origin}/data/atlas`)).json()) as AtlasWire);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

test('the parts that are walked are all there are', () => {
	expect(Object.keys(addresses)).toEqual(PARTS);
});

test.each(PARTS)(
	'%s: no error, nothing missing, no word of a machine, nothing wider than the screen',
	async (part) => {
		const walked = addresses[part]!;
		expect(walked.length).toBeGreaterThan(3);
		expect((await walk(walkers, walked)).join('\n')).toBe('');
	},
	600_000
);

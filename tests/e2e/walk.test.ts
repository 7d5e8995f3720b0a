import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import type { Browser } from 'playwright-core';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { walkedAddresses } from './walk/addresses.ts';
import { openWalkers, walk } from './walk/walker.ts';
import type { Walker } from './walk/walker.ts';

/**
 * Opens every door of the site on the seeded data, on the narrowest phone: what no example shows, since a page
 * is mostly wrong for the one practice that nobody thought of.
 */
const PARTS = [
	'home',
	'the directory',
	'the catalogue',
	'the library',
	'the map as hexagons and tables',
	'the network as a table',
	'pictures',
	'what others embed',
	'profiles',
	'peers',
	'search',
	'research'
];

let site: Site;
let browser: Browser;
let walkers: Walker[];
let addresses: Record<string, string[]>;

beforeAll(async () => {
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
	walkers = await openWalkers(browser, site.origin);
	addresses = walkedAddresses((await (await fetch(`${site.origin}/data/atlas`)).json()) as AtlasWire);
}, 600_000);

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
	1_200_000
);

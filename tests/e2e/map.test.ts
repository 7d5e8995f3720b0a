import { rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { XMLValidator } from 'fast-xml-parser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, seededFolder, startSite } from './site.ts';
import { live } from './visit.ts';
import type { Site } from './site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const COUNCIL_GREEN = [11, 95, 89];

let dataDir: string;
let site: Site;
let browser: Browser;
const foreign: string[] = [];

beforeAll(async () => {
	dataDir = await seededFolder();
	[site, browser] = await Promise.all([startSite({}, dataDir), launchBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce',
		colorScheme: 'light',
		...options
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (/^https?:$/.test(url.protocol) && url.origin !== site.origin) foreign.push(request.url());
	});
	await page.goto(site.origin + path);
	return page;
}

/** Waits until the map has drawn what the keyboard can reach. */
async function drawn(page: Page): Promise<void> {
	await page.locator('.stops button').first().waitFor({ state: 'attached' });
}

/** Middle of the one organisation that a link opened the map on. */
async function alone(page: Page): Promise<{ x: number; y: number }> {
	await page.waitForFunction(() => document.querySelectorAll('.stops button').length === 1);
	// The camera may still be on its way to it, and stops follow once it rests.
	const stop = page.locator('.stops button');
	await expect
		.poll(
			async () => {
				const [box, map] = [await stop.boundingBox(), await page.locator('.picture').boundingBox()];
				return Math.abs(box!.x + box!.width / 2 - (map!.x + map!.width / 2));
			},
			{ timeout: 15_000 }
		)
		.toBeLessThan(8);
	const box = (await stop.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Colours of a square of a screenshot, as counts of `r,g,b`. */
async function colours(page: Page, x: number, y: number, size: number): Promise<Map<string, number>> {
	const image = await page.screenshot({
		clip: { x: x - size / 2, y: y - size / 2, width: size, height: size }
	});
	const counted = await page.evaluate(async (base64) => {
		const picture = new Image();
		picture.src = `data:image/png;base64,${base64}`;
		await picture.decode();
		const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
		context.drawImage(picture, 0, 0);
		const { data } = context.getImageData(0, 0, picture.width, picture.height);
		const counts: Record<string, number> = {};
		for (let at = 0; at < data.length; at += 4) {
			const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
			counts[key] = (counts[key] ?? 0) + 1;
		}
		return counts;
	}, image.toString('base64'));
	return new Map(Object.entries(counted));
}

function holds(found: Map<string, number>, [r, g, b]: readonly number[], tolerance = 6): boolean {
	return [...found.keys()].some((key) => {
		const [fr, fg, fb] = key.split(',').map(Number) as [number, number, number];
		return Math.abs(fr - r!) <= tolerance && Math.abs(fg - g!) <= tolerance && Math.abs(fb - b!) <= tolerance;
	});
}

describe('points and clusters', () => {
	test.each(['reduce', 'no-preference'] as const)(
		'an organisation stands where it is, in the colour of its kind, where motion is %s',
		async (reducedMotion) => {
			const page = await open('/map?select=rochdale&arcs=off', { reducedMotion });
			const box = await alone(page);
			const map = (await page.locator('.picture').boundingBox())!;
			expect(Math.abs(box.x - (map.x + map.width / 2))).toBeLessThan(8);
			expect(holds(await colours(page, box.x, box.y, 8), COUNCIL_GREEN)).toBe(true);
			await page.close();
		}
	);

	test('colours say what the address asks of them, in the legend as on the map', async () => {
		const page = await open('/map?select=rochdale&arcs=off&colour=region');
		const { x, y } = await alone(page);
		const legend = page.getByRole('list', { name: 'How to read the map' });
		expect(await legend.innerText()).toContain('Nation or region');
		const swatch = legend.getByRole('listitem').filter({ hasText: 'North West' }).locator('path');
		const stroke = await swatch.evaluate((path) => getComputedStyle(path).stroke);
		const rgb = stroke.match(/\d+/g)!.map(Number);
		expect(rgb).not.toEqual(COUNCIL_GREEN);
		expect(holds(await colours(page, x, y, 16), rgb)).toBe(true);

		await page.getByLabel('Colours').selectOption('Furthest stage');
		await page.waitForURL(/colour=stage/);
		await legend.getByText('Furthest stage').waitFor();
		await page.close();
	});

	test('arcs are counted, drawn or not, and each stands in the table', async () => {
		const page = await open('/map?network=good-help&reach=members');
		await drawn(page);
		const legend = await page.getByRole('list', { name: 'How to read the map' }).innerText();
		const [, shown, unplaced = '0'] = /(\d+) arcs?(?:, (\d+) more not drawn)?/.exec(legend)!;
		await page.goto(`${site.origin}/map?network=good-help&reach=members&show=table&of=learning`);
		const rows = page.locator('.stage tbody tr');
		expect(await rows.count()).toBe(Number(shown) + Number(unplaced));
		expect(await rows.filter({ hasText: 'not on the map' }).count()).toBe(Number(unplaced));
		await page.close();
	});

	test('clusters open by the keyboard, down to one organisation and its card', async () => {
		const page = await open('/map?region=Wales');
		await drawn(page);
		await page.locator('.stops button[tabindex="0"]').focus();
		for (let step = 0; step < 12 && !(await page.locator('.card').isVisible()); step += 1) {
			await page.keyboard.press('Enter');
			await page.waitForTimeout(450);
			if (!(await page.locator('.card').isVisible()))
				await page.locator('.stops button[tabindex="0"]').focus();
		}
		await page.locator('.card').waitFor();
		expect(await page.locator('.card h3').innerText()).not.toBe('');
		await page.keyboard.press('Escape');
		await page.locator('.card').waitFor({ state: 'detached' });
		await page.close();
	});

	test('search flies to what it finds and opens its card', async () => {
		const page = await open('/map');
		await drawn(page);
		const box = page.getByRole('combobox', { name: 'Go to' });
		await box.fill('rochdale');
		await page.getByRole('option').first().waitFor();
		await page.keyboard.press('Enter');
		await page.locator('.card').waitFor();
		expect(await page.locator('.card h3').innerText()).toContain('Rochdale');
		await page.close();
	});

	test('a box selects, the selection stands in the address and filters every number', async () => {
		const page = await open('/map');
		await drawn(page);
		await page.getByRole('button', { name: 'Box' }).click();
		const map = (await page.locator('.picture').boundingBox())!;
		await page.mouse.move(map.x + 10, map.y + 60);
		await page.mouse.down();
		await page.mouse.move(map.x + map.width / 2, map.y + map.height * 0.8, { steps: 4 });
		await page.mouse.up();
		await page.waitForURL(/select=/);
		const selected = new URL(page.url()).searchParams.get('select')!.split('~').length;
		expect(selected).toBeGreaterThan(3);
		// The page says its title aloud too, which names the same.
		await page.locator('a.chip', { hasText: `${selected} organisations selected` }).waitFor();
		expect(await page.locator('.total').innerText()).toBe(`${selected} organisations`);
		await page.close();
	});
});

describe('the ground', () => {
	test('comes first: nothing is drawn on bare water', async () => {
		const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
		const page = await context.newPage();
		let release = (): void => undefined;
		const released = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/british-isles*', async (route) => {
			await released;
			await route.continue();
		});
		const atlas = page.waitForResponse(/\/data\/atlas/);
		await page.goto(`${site.origin}/map?select=rochdale&arcs=off`);
		await (await atlas).finished();
		await page.locator('canvas.maplibregl-canvas').waitFor();
		const map = (await page.locator('.picture').boundingBox())!;
		const middle = [map.x + map.width / 2, map.y + map.height / 2] as const;
		expect(holds(await colours(page, ...middle, 30), COUNCIL_GREEN)).toBe(false);
		expect(await page.locator('.stops button').count()).toBe(0);
		release();
		await alone(page);
		await expect
			.poll(async () => holds(await colours(page, ...middle, 30), COUNCIL_GREEN), { timeout: 15_000 })
			.toBe(true);
		await context.close();
	});

	test('has names and borders from near, which are asked for only then, and a picture has them too', async () => {
		const page = await open('/map');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await drawn(page);
		const attribution = page.locator('.maplibregl-ctrl-attrib');
		expect(await attribution.innerText()).toContain('Natural Earth');
		expect(await attribution.innerText()).not.toContain('GeoNames');
		expect(asked.filter((path) => /places|council-lines/.test(path))).toEqual([]);
		await page.goto(`${site.origin}/map?region=North%20West`);
		await attribution.getByText('GeoNames, CC BY 4.0').waitFor();
		await attribution.getByText('Borders: Natural Earth').waitFor();
		await expect
			.poll(async () => (await download(page, 'Picture to edit (SVG)')).toString('utf8'), { timeout: 40_000 })
			.toMatch(/>(Manchester|Liverpool|Preston|Carlisle|Leeds)</);
		await page.close();
	});

	test('shows what there is and no more', async () => {
		const page = await open('/map?region=Wales&group=off&arcs=off');
		await drawn(page);
		const box = (await page.locator('.picture .ground').boundingBox())!;
		const stops = await page
			.locator('.stops button')
			.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect));
		const [left, right] = [Math.min, Math.max].map((pick) =>
			pick(...stops.map(({ x, width }) => x + width / 2))
		);
		const [top, bottom] = [Math.min, Math.max].map((pick) =>
			pick(...stops.map(({ y, height }) => y + height / 2))
		);
		const share = Math.max((right! - left!) / box.width, (bottom! - top!) / box.height);
		expect(share).toBeGreaterThan(0.6);
		expect(share).toBeLessThan(1);
		await page.close();
	});
});

describe('a drawing that the browser takes away', () => {
	type Lost = typeof globalThis & { lost: { loseContext(): void; restoreContext(): void } };
	const lose = (page: Page) =>
		page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
			(globalThis as Lost).lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
			(globalThis as Lost).lost.loseContext();
		});
	const restore = (page: Page) => page.evaluate(() => (globalThis as Lost).lost.restoreContext());

	test('is drawn again as it was, with what changed meanwhile', async () => {
		const page = await open('/map?select=rochdale&arcs=off&group=off');
		const { x, y } = await alone(page);
		const isThere = async (colour: readonly number[]) => holds(await colours(page, x, y, 10), colour);
		await expect.poll(() => isThere(COUNCIL_GREEN), { timeout: 15_000 }).toBe(true);
		await lose(page);
		await expect.poll(() => isThere(COUNCIL_GREEN)).toBe(false);
		await page.emulateMedia({ colorScheme: 'dark' });
		await restore(page);
		await expect.poll(() => isThere([92, 199, 184]), { timeout: 15_000 }).toBe(true);
		// The ground has the new colours as well.
		await expect
			.poll(async () => holds(await colours(page, x + 60, y + 20, 30), [34, 44, 48]), { timeout: 15_000 })
			.toBe(true);
		await page.close();
	});

	test('and does not give back is said, and can be drawn again', async () => {
		const page = await open('/map?select=rochdale&arcs=off');
		await alone(page);
		await lose(page);
		await page.getByText('The browser took the map’s drawing away').waitFor();
		await page.locator('.hexagons a').first().waitFor();
		await page.getByRole('button', { name: 'Try again' }).click();
		const { x, y } = await alone(page);
		await expect
			.poll(async () => holds(await colours(page, x, y, 8), COUNCIL_GREEN), { timeout: 15_000 })
			.toBe(true);
		await page.close();
	});
});

describe('colours of the system', () => {
	test.each([
		['light', [255, 255, 255]],
		['dark', [0, 0, 0]]
	] as const)('forced on a %s ground leave marks that can be told from it', async (colorScheme, ground) => {
		const page = await open('/map?select=rochdale&arcs=off', { colorScheme, forcedColors: 'active' });
		const { x, y } = await alone(page);
		const around = await colours(page, x + 60, y + 60, 60);
		const [most] = [...around].sort(([, a], [, b]) => b - a)[0]!;
		expect(most).toBe(ground.join(','));
		const mark = await colours(page, x, y, 24);
		expect(holds(mark, colorScheme === 'light' ? COUNCIL_GREEN : [92, 199, 184])).toBe(true);
		expect(holds(mark, colorScheme === 'light' ? [0, 0, 0] : [255, 255, 255], 40)).toBe(true);
		await page.close();
	});
});

describe('time', () => {
	test('a typed date moves the numbers and, once it rests, the address', async () => {
		const page = await open('/map?practice=family-safeguarding');
		await drawn(page);
		const before = await page.locator('.total').innerText();
		await page.getByLabel('Type a date').fill('2016-06-30');
		await page.waitForURL(/date=2016-06-30/);
		expect(await page.locator('.total').innerText()).not.toBe(before);
		await page.close();
	});

	test('the slider counts at every step and loads nothing until it rests', async () => {
		// Of the whole country, whose picture is too far away for names and borders to be asked for.
		const page = await open('/map?practice=climate-emergency-declaration');
		await drawn(page);
		const slider = page.getByRole('slider', { name: 'Date' });
		await slider.focus();
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		const seen = new Set<string>();
		for (let step = 0; step < 10; step += 1) {
			await page.keyboard.press('PageDown');
			seen.add(await page.locator('.total').innerText());
		}
		expect(seen.size).toBeGreaterThan(1);
		expect(requests).toEqual([]);
		await page.waitForURL(/date=/);
		expect(requests.length).toBeGreaterThan(0);
		await page.close();
	});

	test('the months of "changed" can be chosen', async () => {
		const page = await open('/map?mode=changed&practice=climate-emergency-declaration&date=2019-12-31');
		await page.getByRole('spinbutton', { name: 'Months' }).fill('6');
		await page.getByRole('spinbutton', { name: 'Months' }).press('Enter');
		await page.waitForURL(/months=6/);
		await page.getByText('changed in the 6 months to 31 Dec 2019').first().waitFor();
		await page.close();
	});
});

describe('areas', () => {
	test('a hexagon has its colour, its words, and keeps its place in the address', async () => {
		// Some councils have no record of it, so that there are areas of which nothing is known.
		const page = await open('/map?show=hexagons&measure=adopted&practice=climate-emergency-declaration');
		await page.locator('.hexagons a.step-5').first().waitFor();
		await live(page);
		const strong = page.locator('.hexagons a.step-5').first();
		const box = (await strong.boundingBox())!;
		expect(holds(await colours(page, box.x + box.width / 2, box.y + box.height / 2, 6), [0, 80, 74])).toBe(
			true
		);
		expect(await strong.getAttribute('aria-label')).toMatch(/adopted/);
		expect(await page.locator('.hexagons a.step-unknown').count()).toBeGreaterThan(0);
		await strong.focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL(/chosen=[EWSN]\d{8}/);
		await page.close();
	});

	test('imported boundaries are shaded like the hexagons; the switch keeps area and date', async () => {
		const none = await fetch(`${site.origin}/data/boundaries`);
		expect(none.status).toBe(404);
		const file = join(dataDir, 'made-up.geojson');
		const ring = [
			[-4, 52],
			[-1, 52],
			[-1, 55],
			[-4, 55],
			[-4, 52]
		];
		const feature = (code: string, coordinates: unknown) => ({
			type: 'Feature',
			properties: { areacd: code },
			geometry: { type: 'Polygon', coordinates }
		});
		const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

		writeFileSync(file, collection(feature('E08000005', [ring.map(([x, y]) => [x! * 1e5, y! * 1e5])])));
		const refused = importFrom(file);
		expect(refused.status).toBe(1);
		expect(refused.stderr).toContain('not in degrees');
		expect((await fetch(`${site.origin}/data/boundaries`)).status).toBe(404);

		const diagram = [-0.4, -0.2].map((x) => [
			[x, 51.5],
			[x + 0.2, 51.5],
			[x + 0.2, 51.7],
			[x, 51.7],
			[x, 51.5]
		]);
		writeFileSync(
			file,
			collection(...diagram.map((cell, at) => feature(['S12000027', 'N09000003'][at]!, [cell])))
		);
		const misplaced = importFrom(file);
		expect(misplaced.status).toBe(1);
		expect(misplaced.stderr).toMatch(
			/2 of 2 lie far from their place \(Shetland Islands \(S12000027\) [\d,]+ km/
		);
		expect((await fetch(`${site.origin}/data/boundaries`)).status).toBe(404);

		writeFileSync(file, collection(feature('E08000005', [ring.toReversed()]), feature('E99999999', [ring])));
		const accepted = importFrom(file);
		expect(accepted.stdout).toContain('Not areas here: E99999999');
		expect(accepted.status).toBe(0);
		await expect
			.poll(async () => (await fetch(`${site.origin}/data/boundaries`)).status, { timeout: 9000 })
			.toBe(200);
		const file7946 = (await (await fetch(`${site.origin}/data/map-areas.geojson`)).json()) as {
			features: { id: string; geometry: { coordinates: number[][][] } | null }[];
		};
		const drawn = file7946.features.filter(({ geometry }) => geometry !== null);
		expect(drawn.map(({ id, geometry }) => [id, geometry!.coordinates])).toEqual([['E08000005', [ring]]]);

		const page = await open('/map?show=areas&measure=organisations&date=2020-01-31');
		await page.getByText('360 of 361 areas have no boundary here and are not drawn.').first().waitFor();
		await page.locator('.canvas canvas').first().waitFor();
		const map = (await page.locator('.picture').boundingBox())!;
		const [x, y] = [map.x + map.width / 2, map.y + map.height * 0.72];
		// Shapes are drawn once their file has come; what lies under the pointer is told from then on.
		await expect
			.poll(
				async () => {
					await page.mouse.move(x - 1, y);
					await page.mouse.move(x, y);
					return page.locator('.told').allInnerTexts();
				},
				{ timeout: 20_000 }
			)
			.toEqual([expect.stringContaining('Rochdale')]);
		const shade = await colours(page, x + 40, y, 8);
		const [strongest] = [...shade].sort(([, a], [, b]) => b - a)[0]!;
		await page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
			const lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
			canvas.addEventListener('webglcontextlost', () => setTimeout(() => lost.restoreContext()));
			lost.loseContext();
		});
		// The shade of each area is nothing that MapLibre keeps: it must be told again.
		await expect
			.poll(async () => (await colours(page, x + 40, y, 8)).has(strongest), { timeout: 15_000 })
			.toBe(true);
		await page.mouse.click(x, y);
		await page.waitForURL(/chosen=E08000005/);
		await page.getByText('Rochdale', { exact: true }).first().waitFor();

		await page.locator('.areas button[tabindex="0"]').focus();
		await page.keyboard.press('ArrowDown');
		const reached = page.locator('.areas button:focus');
		const name = (await reached.innerText()).split(':')[0]!;
		expect(await page.locator('.told').innerText()).toContain(name);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.searchParams.get('chosen') !== 'E08000005');
		await page.getByRole('status').filter({ hasText: name }).waitFor();
		await page.goBack();
		await page.waitForURL(/chosen=E08000005/);
		// The address comes back first, what leads on from it with the page.
		await page.getByRole('status').filter({ hasText: 'Rochdale' }).waitFor();

		await page.getByRole('link', { name: 'Hexagons' }).click();
		await page.waitForURL(/show=hexagons/);
		const { searchParams } = new URL(page.url());
		expect([searchParams.get('chosen'), searchParams.get('date')]).toEqual(['E08000005', '2020-01-31']);
		await page.locator('.hexagons a.selected').waitFor();
		await page.close();
	});
});

describe('areas as a table', () => {
	const search = '?practice=climate-emergency-declaration&measure=adopted&date=2019-06-30';

	test('hold what shades them, and lead to whose doing it is', async () => {
		const page = await open(`/map${search}&show=hexagons`);
		await live(page);
		await page.getByText(/Press t/).waitFor();
		await page.keyboard.press('t');
		await page.waitForURL(/of=areas/);
		await page.getByRole('table').waitFor();
		await page.getByRole('link', { name: /Adopted on/ }).click();
		await page.waitForURL(/sort=-value/);
		expect(await page.locator('.stage tbody tr').first().innerText()).toMatch(/2019/);
		await page.close();
	});

	test('as files have every area once, and a date as a date', async () => {
		const csv = await (await fetch(`${site.origin}/data/map-areas.csv${search}`)).text();
		const bristol = csv.split('\r\n').filter((line) => line.startsWith('E06000023'));
		expect(bristol).toHaveLength(1);
		expect(bristol[0]).toContain('2018-11-13');
		const { features } = (await (await fetch(`${site.origin}/data/map-areas.geojson${search}`)).json()) as {
			features: { id: string; properties: { value: string | null; hexagon_column: number | null } }[];
		};
		expect(features).toHaveLength(csv.trim().split('\r\n').length - 1);
		expect(features.find(({ id }) => id === 'E06000023')!.properties).toMatchObject({ value: '2018-11-13' });
	});
});

describe('taken away', () => {
	test('as pictures with title, date and whose they are', async () => {
		const page = await open('/map?network=sample-network&reach=members');
		await drawn(page);
		const svg = await download(page, 'Picture to edit (SVG)');
		const text = svg.toString('utf8');
		expect(XMLValidator.validate(text)).toBe(true);
		for (const words of ['members, in', 'on ', 'Natural Earth', 'Sample data', site.origin])
			expect(text).toContain(words);
		const png = await download(page, 'Picture (PNG)');
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect(png.readUInt32BE(16)).toBeGreaterThan(1000);

		await page.goto(`${site.origin}/map?show=hexagons`);
		await live(page);
		const hexagons = (await download(page, 'Picture to edit (SVG)')).toString('utf8');
		expect(XMLValidator.validate(hexagons)).toBe(true);
		expect(hexagons.match(/<path/g)!.length).toBeGreaterThan(361);
		await page.close();
	});

	test('as places and as a table of exactly what is shown', async () => {
		const search = '?network=poverty-truth-network';
		const page = await open(`/map${search}`);
		const shown = Number.parseInt(await page.locator('.total').innerText(), 10);
		const places = (await (await fetch(`${site.origin}/organisations.geojson${search}`)).json()) as {
			features: { geometry: { coordinates: number[] } | null }[];
		};
		expect(places.features).toHaveLength(shown);
		for (const { geometry } of places.features)
			for (const value of geometry?.coordinates ?? []) expect(String(value)).toMatch(/^-?\d+(\.\d{1,7})?$/);
		const csv = await (await fetch(`${site.origin}/organisations.csv${search}`)).text();
		expect(csv.trim().split('\r\n')).toHaveLength(shown + 1);
		await page.close();
	});

	test('as an embed without the frame, which leads back', async () => {
		const page = await open('/embed/map?network=good-help');
		await drawn(page);
		expect(await page.locator('header nav').count()).toBe(0);
		expect(await page.getByRole('link', { name: 'Open in Goodways' }).getAttribute('href')).toContain(
			'/map?network=good-help'
		);
		expect((await fetch(`${site.origin}/embed/map`)).headers.get('x-frame-options')).toBeNull();
		await page.close();
	});
});

describe('for everyone', () => {
	test('an embed leads to the whole window, and says what it leaves out', async () => {
		const page = await open('/embed/map?show=hexagons&measure=adopted');
		expect(await page.locator('base').getAttribute('target')).toBe('_top');
		await page.getByText('counties have no hexagon of their own').waitFor();
		await page.getByRole('link', { name: 'The same as a table' }).click();
		await page.waitForURL(/\/map\?.*show=table/);
		await page.close();
	});

	test('a date can be chosen without scripts', async () => {
		const page = await open('/map?show=hexagons', { javaScriptEnabled: false });
		await page.getByRole('textbox', { name: 'On this date' }).fill('2019-06-30');
		await page.getByRole('button', { name: 'Show this date' }).click();
		await page.waitForURL(/date=2019-06-30/);
		expect(new URL(page.url()).searchParams.get('show')).toBe('hexagons');
		await page.close();
	});

	test('without its data the hexagons serve, and trying again brings the map', async () => {
		const context = await browser.newContext({ reducedMotion: 'reduce' });
		const page = await context.newPage();
		await page.route('**/data/atlas*', (route) => route.abort());
		await page.goto(`${site.origin}/map`);
		await page.getByText('The map could not be loaded').waitFor();
		await page.locator('.hexagons a').first().waitFor();
		expect(await page.locator('.hexagons a').count()).toBe(361);
		await page.unroute('**/data/atlas*');
		await page.getByRole('button', { name: 'Try again' }).click();
		await drawn(page);
		expect(await page.getByText('The map could not be loaded').count()).toBe(0);
		await context.close();
	});

	test('one key leads to the table and back, and the table sorts', async () => {
		const page = await open('/map?network=good-help&reach=members');
		await drawn(page);
		await page.locator('h1').click();
		await page.keyboard.press('t');
		await page.waitForURL(/show=table/);
		const rows = page.locator('.stage tbody tr');
		expect(await rows.count()).toBe(Number.parseInt(await page.locator('.total').innerText(), 10));
		await page.getByRole('link', { name: 'Kind' }).click();
		await page.waitForURL(/sort=kind/);
		await page.keyboard.press('t');
		await page.waitForURL((url) => url.searchParams.get('show') === null);
		await page.close();
	});

	describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (colorScheme) => {
		test.each([
			'/map',
			'/map?show=hexagons&measure=adopted',
			'/map?show=table',
			'/map?show=table&of=areas',
			'/map?show=table&of=learning'
		])('on %s', async (path) => {
			const page = await open(path, { colorScheme });
			if (!path.includes('show')) await drawn(page);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
			await page.close();
		});
	});

	test('without WebGL the hexagons serve, with a sentence why', async () => {
		const context = await browser.newContext();
		await context.addInitScript(() => {
			HTMLCanvasElement.prototype.getContext = () => null;
		});
		const page = await context.newPage();
		await page.goto(`${site.origin}/map`);
		await page.getByText('cannot draw the map').waitFor();
		await page.locator('.hexagons a').first().waitFor();
		expect(await page.locator('.hexagons a').count()).toBe(361);
		await context.close();
	});

	test('a phone shows the picture first and the rest as sheets', async () => {
		const page = await open('/map', { viewport: { width: 360, height: 760 } });
		await drawn(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		expect(await page.locator('#map-reading').isVisible()).toBe(false);
		await page.getByRole('button', { name: 'What is here' }).click();
		await page.locator('#map-reading').waitFor({ state: 'visible' });
		await page.goto(`${site.origin}/map?show=table&of=learning`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		await page.close();
	});

	test('damaged parts of an address fall back, each with a sentence', async () => {
		const page = await open('/map?show=globe&measure=%3Cb%3E&chosen=here');
		expect(await page.locator('.notice p').count()).toBeGreaterThanOrEqual(3);
		await page.close();
	});

	test('nothing is asked of anybody else', () => {
		expect(foreign).toEqual([]);
	});
});

async function download(page: Page, name: string): Promise<Buffer> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name }).click()
	]);
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** The command as a person runs it beside the running server. */
function importFrom(file: string) {
	return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'import', 'boundaries', file], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: dataDir }
	});
}

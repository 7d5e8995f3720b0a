import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NetworkDocument } from '../../src/lib/exchange/network-document.ts';
import { KIND_STYLES } from '../../src/lib/charts/kind-style.ts';
import { GROUND } from '../../src/routes/network/network-looks.ts';
import { READINGS } from '../fixtures/graph-readers.ts';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { closeVisits, signInAs, visit } from './visit.ts';
import type { Stage } from './visit.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SAMPLE = 'network=sample-network';
const PATIENCE = { timeout: 20_000 };

let site: Site;
let browser: Browser;
const stage = {} as Stage;

beforeAll(async () => {
	site = await startSite();
	browser = await launchBrowser();
	Object.assign(stage, { site, browser });
}, 400_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

/** Waits until the layout has come to rest and the numbers have arrived. */
async function settled(page: Page): Promise<void> {
	await page.getByRole('application', { name: /Network of/ }).waitFor();
	await page.getByText(/Point at a node|drawn;/).waitFor();
}

async function faults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`);
}

/** How many pixels of a picture are of each colour (#rrggbb), or nearly. */
async function pixelsOf(page: Page, png: Buffer, colours: readonly string[]): Promise<number[]> {
	return page.evaluate(
		async ({ base64, wanted }) => {
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			return wanted.map((colour) => {
				const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
				let count = 0;
				for (let at = 0; at < data.length; at += 4) {
					if (channels.every((value, channel) => Math.abs(data[at + channel]! - value) < 12)) count += 1;
				}
				return count;
			});
		},
		{ base64: png.toString('base64'), wanted: colours }
	);
}

/** Whether what draws in an element is beyond the page's own reach. */
function isHandedOver(element: Element): boolean {
	try {
		element.querySelector('canvas')?.getContext('2d');
		return false;
	} catch {
		return true;
	}
}

describe('the network without scripts', () => {
	test('says in words what it is, lists everybody, and hands out files', async () => {
		const { page, open } = await visit(stage, { javaScriptEnabled: false });
		await open('/network?show=table');
		expect(await page.getByRole('heading', { name: 'What it is' }).isVisible()).toBe(true);
		expect(await page.getByText(/organisations with .* between them on record/).isVisible()).toBe(true);
		expect(await page.locator('tbody tr').count()).toBeGreaterThan(20);
		expect(await page.getByRole('heading', { name: 'Introductions to make' }).isVisible()).toBe(true);
		const sorted = page.getByRole('columnheader', { name: 'Name' }).getByRole('link');
		await sorted.click();
		expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
			'ascending'
		);
		expect(
			await page.getByRole('link', { name: 'GEXF 1.3, with its timeline' }).getAttribute('href')
		).toContain('/data/network/network.gexf');
	});
});

describe('the network as a graph', () => {
	test('is walked by arrow keys, opened by Enter and closed by Escape, and says where it is', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		const graph = page.getByRole('application');
		await graph.focus();
		await page.keyboard.press('Home');
		const said = page.locator('.graph + [role="status"]');
		const first = await said.textContent();
		expect(first).toMatch(/, (practice|council|network|charity), \d+ links?$/);
		for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
			await page.keyboard.press(key);
			if ((await said.textContent()) !== first) break;
		}
		await page.keyboard.press('Home');
		await page.keyboard.press('Enter');
		const card = page.getByRole('complementary').filter({ hasText: 'Shortest way to' });
		await card.waitFor();
		// The address follows what is shown.
		await page.waitForURL((url) => url.searchParams.has('node'));
		await graph.focus();
		await page.keyboard.press('Escape');
		await card.waitFor({ state: 'detached' });
		await page.waitForURL((url) => !url.searchParams.has('node'));
		await page.keyboard.press('t');
		await page.waitForURL(/show=table/);
	});

	test('a node that is dragged stays where it is dropped, which the address keeps', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		const graph = page.getByRole('application');
		await graph.scrollIntoViewIfNeeded();
		const { x, y, width, height } = (await graph.boundingBox())!;
		let node: [number, number] | null = null;
		for (let step = 0; node === null && step < 400; step += 1) {
			// Outwards from the middle, where nodes are close.
			const [across, down] = [x + width / 2 + 9 * (step % 20), y + height / 2 + 7 * Math.floor(step / 20)];
			await page.mouse.move(across, down);
			if ((await graph.evaluate((element) => element.style.cursor)) === 'pointer') node = [across, down];
		}
		expect(node).not.toBeNull();
		await page.mouse.down();
		await page.mouse.move(node![0] + 60, node![1] + 40, { steps: 4 });
		await page.mouse.up();
		await page.waitForURL(/pins=/);
		await page.getByText('1 node pinned').waitFor();
		await page.mouse.move(x + 2, y + 2);
		await page.mouse.move(node![0] + 60, node![1] + 40);
		expect(await graph.evaluate((element) => element.style.cursor)).toBe('pointer');
	});

	test('keeps its choices in the address, and a link brings them back', async () => {
		const { page, open } = await visit(stage);
		// Of a public record, whose one practice nearly everybody shares.
		await open('/network?network=uk-climate-declarations');
		await settled(page);
		await page.getByLabel('Show', { exact: true }).selectOption('shared-practice');
		await page.getByLabel('Layout').selectOption('community');
		await page.getByLabel('Colour').selectOption('community');
		await page.waitForURL(/paint=community/);
		const address = page.url();
		expect(address).toContain('as=shared-practice');
		await page.goto(address);
		await settled(page);
		expect(await page.getByLabel('Layout').inputValue()).toBe('community');
		expect(
			await page
				.getByText(/ties nobody here/)
				.first()
				.isVisible()
		).toBe(true);
	});

	test('goes back, choice by choice, in the address and in the picture', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		const show = page.getByLabel('Show', { exact: true });
		const colour = page.getByLabel('Colour');
		await show.selectOption('shared-practice');
		await page.waitForURL(/as=shared-practice/);
		await colour.selectOption('region');
		await page.waitForURL(/paint=region/);
		await page.goBack();
		await page.waitForURL((url) => !url.searchParams.has('paint'));
		await expect.poll(() => colour.inputValue()).toBe('kind');
		expect(await show.inputValue()).toBe('shared-practice');
		await page.goBack();
		await page.waitForURL((url) => !url.searchParams.has('as'));
		await expect.poll(() => show.inputValue()).toBe('everything');
	});

	test('lets a reader leave while a date is still on its way into the address', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		await page.getByRole('button', { name: 'Play' }).click();
		await page.getByRole('link', { name: 'Practices', exact: true }).first().click();
		await page.waitForURL(/\/practices$/);
		await page.waitForTimeout(1200);
		expect(new URL(page.url()).pathname).toBe('/practices');
	});

	test('keeps what was zoomed to when only the looks change', async () => {
		const { page, open } = await visit(stage);
		await open(`/network?${SAMPLE}`);
		await settled(page);
		const places = () =>
			page
				.locator('.graph .nodes path')
				.evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().x)).join());
		await page.getByRole('button', { name: 'Zoom in' }).click();
		const zoomed = await places();
		await page.getByLabel('Colour').selectOption('region');
		await page.waitForURL(/paint=region/);
		await page
			.getByText(/nation or region|region not recorded|England|Scotland|London/)
			.first()
			.waitFor();
		expect(await places()).toBe(zoomed);
	});

	test('compares with a later date as with an earlier one', async () => {
		const { page, open } = await visit(stage);
		await open('/network?date=2018-06-01&then=2024-01-01');
		await settled(page);
		const words = page.getByText(/Between the two dates/);
		await words.waitFor();
		expect(await words.textContent()).not.toMatch(/ 0 nodes joined/);
	});

	test('reads the table that is shown, on its date, also after the graph', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		await page.getByText(/organisations with .* between them on record/).waitFor();
		await page.getByRole('link', { name: 'Table', exact: true }).click();
		await page.waitForURL(/show=table/);
		const counted = page.getByRole('status').filter({ hasText: 'Links are those on record' });
		const before = await counted.textContent();
		await page.getByLabel('Type a date').fill('2018-06-01');
		await page.waitForURL(/date=2018-06-01/);
		await page.getByRole('caption').filter({ hasText: '1 Jun 2018' }).waitFor();
		expect(await counted.textContent()).not.toBe(before);
		await page.getByRole('link', { name: 'Graph', exact: true }).click();
		await settled(page);
		expect(await page.getByText(/with .* between them on record/).isVisible()).toBe(true);
	});

	test('answers what falls apart without one, and how two are joined', async () => {
		const { page, open } = await visit(stage);
		await open(
			'/network?network=uk-climate-declarations&node=practice.climate-emergency-declaration&gone=on'
		);
		await settled(page);
		await page.getByText(/Without it, its part falls into/).waitFor();
	});

	test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
		const { page, open } = await visit(stage, { colorScheme });
		await open('/network');
		await settled(page);
		expect(await faults(page)).toEqual([]);
	});

	test('fits a small screen', async () => {
		const { page, open } = await visit(stage, { viewport: { width: 360, height: 740 } });
		await open('/network');
		await settled(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
});

describe('the picture', () => {
	const WAYS: Record<string, (page: Page) => Promise<unknown>> = {
		'in a worker': async () => undefined,
		'on the page, where a worker may not': (page) =>
			page.addInitScript(() =>
				Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen')
			),
		'on the page, where the worker does not come': (page) =>
			page.route('**/painter-worker*', (route) => route.fulfill({ status: 404 })),
		'as SVG, where there is no WebGL2': (page) =>
			page.addInitScript(() => {
				for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
					const getContext = prototype.getContext as (...asked: unknown[]) => unknown;
					prototype.getContext = function (this: unknown, ...asked: unknown[]) {
						return asked[0] === 'webgl2' ? null : getContext.apply(this, asked);
					} as never;
				}
				Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen');
			})
	};
	test('is written in the font of the page, also where a worker waits for it', async () => {
		const inkOf = async (isSlow: boolean): Promise<() => Promise<number>> => {
			const { page, open } = await visit(stage);
			if (!isSlow) await WAYS['on the page, where a worker may not']!(page);
			await page.context().route('**/*.woff2', async (route) => {
				if (isSlow) await new Promise((resolve) => setTimeout(resolve, 400));
				await route.continue();
			});
			await open('/network');
			await settled(page);
			const graph = page.getByRole('application');
			return async () => (await pixelsOf(page, await graph.screenshot(), [GROUND.light.ink]))[0]!;
		};
		const [ofWorker, ofPage] = [await inkOf(true), await inkOf(false)];
		// Until both have come to their last picture. A shift by part of a pixel makes a difference of 50, another font
		// one of 200.
		const difference = async (): Promise<number> => {
			const [one, other] = [await ofWorker(), await ofPage()];
			return Math.min(one, other) > 3500 ? Math.abs(one - other) : Infinity;
		};
		await expect.poll(difference, PATIENCE).toBeLessThan(100);
	});
	test.for(Object.keys(WAYS))('is drawn %s', async (way) => {
		const { page, open } = await visit(stage, {}, /404|background worker/);
		await WAYS[way]!(page);
		await open('/network');
		await settled(page);
		const graph = page.getByRole('application');
		const seen = async (): Promise<number[]> =>
			pixelsOf(page, await graph.screenshot(), [KIND_STYLES.council.light, GROUND.light.ink]);
		// Without its nodes it has 20 pixels in the councils' colour; without its labels 2,400 in ink, those of practices.
		await expect.poll(async () => (await seen())[0], PATIENCE).toBeGreaterThan(1000);
		await expect.poll(async () => (await seen())[1], PATIENCE).toBeGreaterThan(3500);
		expect(await graph.locator('canvas').count()).toBe(way.startsWith('as SVG') ? 0 : 2);
		expect(await graph.evaluate(isHandedOver)).toBe(way === 'in a worker');
		expect(await page.getByText('drawn a slower way').count()).toBe(way.startsWith('as SVG') ? 1 : 0);
	});

	test.each([
		['light', '#ffffff', '#000000'],
		['dark', '#000000', '#ffffff']
	] as const)(
		'in colours that the system forces, it is drawn on their %s ground, with words and marks that can be told from it',
		async (colorScheme, ground, ink) => {
			const { page, open } = await visit(stage, { colorScheme, forcedColors: 'active' });
			await open('/network?network=good-help');
			await settled(page);
			const graph = page.getByRole('application');
			const seen = async (): Promise<number[]> =>
				pixelsOf(page, await graph.screenshot(), [ground, ink, KIND_STYLES.council[colorScheme]]);
			const box = (await graph.boundingBox())!;
			await expect
				.poll(async () => (await seen())[0], PATIENCE)
				.toBeGreaterThan((box.width * box.height) / 2);
			await expect.poll(async () => (await seen())[1], PATIENCE).toBeGreaterThan(300);
			await expect.poll(async () => (await seen())[2], PATIENCE).toBeGreaterThan(100);
		}
	);
});

describe('nodes that are put in a place', () => {
	/** Small enough to be drawn as SVG, where each node names itself. */
	const SMALL = `/network?${SAMPLE}`;
	const nodeNamed = (page: Page, name: string) =>
		page.locator('.graph .nodes path').filter({ has: page.locator('title', { hasText: name }) });
	const pinsIn = (page: Page) => new URL(page.url()).searchParams.get('pins');
	/** The pins of the address once it has them: it follows what is shown. */
	async function pinsKept(page: Page): Promise<string> {
		await page.waitForURL((url) => url.searchParams.has('pins'));
		return pinsIn(page)!;
	}

	/** Where a node lies once it stays there: a picture that changes is drawn with other elements. */
	async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
		let place: { x: number; y: number } | null = null;
		const read = async (): Promise<boolean> => {
			const box = await nodeNamed(page, name).first().boundingBox();
			const now = box === null ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
			const isResting = now !== null && now.x === place?.x && now.y === place.y;
			place = now;
			return isResting;
		};
		await expect.poll(read, PATIENCE).toBe(true);
		return place!;
	}

	async function firstName(page: Page): Promise<string> {
		await page.getByRole('application').focus();
		await page.keyboard.press('Home');
		const said = await page.locator('.graph + [role="status"]').textContent();
		return said!.split(',')[0]!;
	}

	test('stay where they were dragged, also after the page is loaded again', async () => {
		const { page, open } = await visit(stage);
		await open(SMALL);
		await settled(page);
		const name = await firstName(page);
		const from = await placeOf(page, name);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 60, from.y + 40, { steps: 6 });
		await page.mouse.up();
		await page.getByText('1 node pinned').waitFor();
		const pins = await pinsKept(page);
		expect(pins).toMatch(/^[a-z0-9.-]+:-?\d+:-?\d+$/);
		const placed = await placeOf(page, name);
		await page.reload();
		await settled(page);
		expect(pinsIn(page)).toBe(pins);
		// The camera brings all into view anew, so the place is near and not the same to a pixel.
		const again = await placeOf(page, name);
		expect(Math.hypot(again.x - placed.x, again.y - placed.y)).toBeLessThan(40);
		expect(Math.hypot(again.x - from.x, again.y - from.y)).toBeGreaterThan(15);
		await page.getByRole('button', { name: 'Unpin all' }).click();
		await page.waitForURL((url) => !url.searchParams.has('pins'));
	});

	test('are pinned, moved and let go by keys, and by buttons on the card', async () => {
		const { page, open } = await visit(stage);
		await open(SMALL);
		await settled(page);
		await firstName(page);
		await page.keyboard.press('p');
		await page.waitForURL(/pins=/);
		const before = await pinsKept(page);
		await page.keyboard.press('Shift+ArrowRight');
		await expect.poll(() => pinsIn(page)).not.toBe(before);
		await page.keyboard.press('p');
		await page.waitForURL((url) => !url.searchParams.has('pins'));
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Pin here' }).click();
		await page.waitForURL(/pins=/);
		const pinned = await pinsKept(page);
		await page.getByRole('button', { name: 'Move up' }).click();
		await expect.poll(() => pinsIn(page)).not.toBe(pinned);
		await page.keyboard.press('Escape');
		await page.waitForURL((url) => !url.searchParams.has('node'));
		expect(await page.getByRole('application').evaluate((graph) => graph === document.activeElement)).toBe(
			true
		);
	});

	test('are kept under a name, and come back from a shared address', async () => {
		const { page } = await visit(stage);
		await signInAs(page, 'coordinator');
		await page.goto(`${SMALL}&as=shared-practice`);
		await settled(page);
		await firstName(page);
		await page.keyboard.press('p');
		await page.waitForURL(/pins=/);
		const pins = await pinsKept(page);
		await page.getByText('Save this view').click();
		await page.getByLabel('Name', { exact: true }).fill('Who shares what');
		await page.getByLabel(/Anyone with its address/).check();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.waitForURL(/\/views$/);
		const shared = await page.getByRole('link', { name: 'its address' }).first().getAttribute('href');
		const visitor = await visit(stage);
		await visitor.open(shared!);
		await visitor.page.waitForURL(/\/network\?/);
		expect(pinsIn(visitor.page)).toBe(pins);
		await page.getByRole('button', { name: 'Remove Who shares what' }).click();
		await page.getByText('No saved views yet').waitFor();
		expect((await fetch(new URL(shared!, site.origin), { redirect: 'manual' })).status).toBe(404);
	});
});

describe('questions to the network', () => {
	test('the shortest way between two is told stop by stop', async () => {
		const { page, open } = await visit(stage);
		await open(`/network?${SAMPLE}`);
		await settled(page);
		const graph = page.getByRole('application');
		await graph.focus();
		await page.keyboard.press('Home');
		await page.keyboard.press('Enter');
		const card = page.getByRole('complementary').filter({ hasText: 'Shortest way to' });
		const neighbour = card.locator('ul li button').first();
		const name = (await neighbour.textContent())!.trim();
		await card.getByLabel('Shortest way to').fill(name);
		await card.getByRole('button', { name: 'Show', exact: true }).click();
		await card.getByText(/^1 step:/).waitFor();
		await card.getByLabel('Shortest way to').fill('Nobody of that name');
		await card.getByRole('button', { name: 'Show', exact: true }).click();
		await card.getByText('Nothing in the picture has that name.').waitFor();
	});

	test('two dates are compared in words', async () => {
		const { page, open } = await visit(stage);
		await open('/network?then=2018-06-01');
		await settled(page);
		const words = page.getByText(/Between the two dates/);
		await words.waitFor();
		expect(
			Number(/(\d[\d,]*) nodes? joined/.exec((await words.textContent())!)?.[1]?.replace(',', ''))
		).toBeGreaterThan(10);
	});

	test.each(['region', 'community', 'time'])('is laid out another way: %s', async (layout) => {
		const { page, open } = await visit(stage, { reducedMotion: 'no-preference' });
		await open(`/network?${SAMPLE}&layout=${layout}`);
		await settled(page);
		const places = await page
			.locator('.graph .nodes path')
			.evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().x)));
		expect(new Set(places).size).toBeGreaterThan(3);
	});
});

describe('files', () => {
	test('a picture as SVG holds the names that are drawn', async () => {
		const { page, open } = await visit(stage);
		await open('/network');
		await settled(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'save as SVG' }).click()
		]);
		const svg = readFileSync(await download.path(), 'utf8');
		expect(svg).toMatch(/^<svg /);
		expect(svg).toContain('<title>Leeds City Council</title>');
		expect(svg).toContain(`Goodways, ${site.origin}/network`);
		expect(svg).toMatch(/are connected<\/title>/);
	});

	test('a picture as PNG is drawn with its words round it', async () => {
		const { page, open } = await visit(stage);
		await open(`/network?${SAMPLE}`);
		await settled(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'save as PNG' }).click()
		]);
		const png = readFileSync(await download.path());
		expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2800, 2000]);
		expect(png.length).toBeGreaterThan(30_000);
	});

	describe('are read back as the page hands them out', () => {
		// The whole of it once; the rest on fewer nodes, as an address has its share of the measuring.
		const VIEWS = ['', `${SAMPLE}&as=learnt-from`, `${SAMPLE}&as=shared-practice`];
		const ARROWS = `${SAMPLE}&direction=arrows`;
		const texts = new Map<string, string>();
		const textOf = (format: string, search: string) => texts.get(`${format} ${search}`)!;
		const wholeOf = (search: string) => JSON.parse(textOf('json', search)) as NetworkDocument;

		beforeAll(async () => {
			for (const search of [...VIEWS, ARROWS]) {
				for (const format of ['json', 'gexf', 'graphml']) {
					const response = await fetch(`${site.origin}/data/network/network.${format}?${search}`);
					expect([search, response.status]).toEqual([search, 200]);
					texts.set(`${format} ${search}`, await response.text());
				}
			}
		}, 120_000);

		test('with links of both sorts among them', () => {
			const sorts = [...VIEWS, ARROWS].map((search) => {
				const { edges } = wholeOf(search);
				return new Set(edges.map(({ isDirected }) => isDirected)).size;
			});
			expect(sorts).toEqual([2, 1, 1, 2]);
		});

		test.each(READINGS)('by $reader from $format', ({ format, read }) => {
			const networks = read(
				[...VIEWS, ARROWS].map((search) => textOf(format, search)),
				format
			);
			for (const [at, search] of VIEWS.entries()) {
				const { directed, nodes, edges } = networks[at]!;
				const whole = wholeOf(search);
				const isDirected = whole.edges.every((edge) => edge.isDirected);
				expect(directed).toBe(isDirected);
				expect(nodes.map(({ id }) => id)).toEqual(whole.nodes.map(({ id }) => id).sort());
				const linkOf = ([a, b]: readonly string[], kind: unknown, isOwn: unknown) =>
					[...(isDirected ? [a, b] : [a, b].sort()), kind, isOwn].join(' ');
				const got = edges.map(({ ends, values }) =>
					// networkx calls the values of GEXF by their titles.
					linkOf(ends, values.kind ?? values.Kind, values.is_directed ?? values['Has a direction'])
				);
				const written = whole.edges.map(({ source, target, kind, isDirected: isOwn }) =>
					linkOf([source, target], kind, isOwn)
				);
				expect(got.sort()).toEqual(written.sort());
			}
			const { edges } = wholeOf(ARROWS);
			const twice = edges.filter((edge) => !edge.isDirected).length;
			expect(networks.at(-1)).toMatchObject({ directed: true });
			expect(networks.at(-1)!.edges).toHaveLength(edges.length + twice);
		});
	});

	test('every file answers another site, with what a visitor sees', async () => {
		for (const file of ['network.gexf', 'network.graphml', 'network.json', 'nodes-kumu.csv', 'table.csv']) {
			const response = await fetch(`${site.origin}/data/network/${file}`);
			expect([file, response.status]).toEqual([file, 200]);
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
		}
		expect((await fetch(`${site.origin}/data/network/passwords.csv`)).status).toBe(404);
	});
});

describe('introductions', () => {
	test('a coordinator opens one, and the pair is not proposed again', async () => {
		const { page } = await visit(stage);
		await signInAs(page, 'coordinator');
		await page.goto(`/network?${SAMPLE}`);
		const proposals = page.locator('#who-should-meet ol > li');
		const pair = await proposals.first().getByRole('heading').textContent();
		await proposals.first().getByRole('button', { name: 'Open an introduction' }).click();
		await page.getByText('The introduction is open.').waitFor();
		await page.reload();
		await proposals.first().waitFor();
		expect(await page.locator('#who-should-meet h3').allTextContents()).not.toContain(pair);
	});

	test('a visitor gets a note to copy and no button to open', async () => {
		const { page, open } = await visit(stage);
		await open(`/network?${SAMPLE}`);
		expect(await page.getByRole('button', { name: 'Copy a note' }).count()).toBeGreaterThan(0);
		expect(await page.getByRole('button', { name: 'Open an introduction' }).count()).toBe(0);
	});
});

test('the embedded network draws and is framed by nothing of the site', async () => {
	const { page, open } = await visit(stage);
	await open('/embed/network');
	await page.getByRole('application', { name: /Network of/ }).waitFor();
	expect(await page.getByRole('banner').count()).toBe(0);
});

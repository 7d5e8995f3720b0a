import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';

/** A page of somebody else that holds what its address says in a frame. */
let host: Server;
let hostOrigin: string;
let site: Site;
let browser: Browser;

beforeAll(async () => {
	host = createServer((request, response) => {
		const frame = new URL(request.url ?? '/', 'http://host').searchParams.get('frame') ?? '';
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><title>Somebody else’s page</title><body style="margin:0">${frame}`);
	});
	await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
	hostOrigin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
	[site, browser] = await Promise.all([startSite(), launchBrowser()]);
});

afterAll(async () => {
	await browser?.close();
	await site?.stop();
	host?.close();
});

/** What each embed has once it has drawn, as a selector. */
const DRAWN = {
	'/embed/network?network=good-help': '[role=application]',
	'/embed/map?network=good-help': '.stops button',
	'/embed/map?show=hexagons&measure=adopted&practice=climate-emergency-declaration':
		'.site[data-live] .hexagons svg'
} as const;
type Embed = keyof typeof DRAWN;
const EMBEDS = Object.keys(DRAWN) as Embed[];

/** Opens somebody else's page with a frame, and gives the frame once it has drawn. */
async function framed(page: Page, frame: string, drawn: string): Promise<Frame> {
	await page.goto(`${hostOrigin}/?frame=${encodeURIComponent(frame)}`);
	const inner = await (await page.locator('iframe').elementHandle())!.contentFrame();
	await inner!.locator(drawn).first().waitFor({ state: 'attached' });
	return inner!;
}

async function newPage(width = 800): Promise<{ page: Page; trouble: string[] }> {
	const context = await browser.newContext({
		reducedMotion: 'reduce',
		viewport: { width, height: 900 }
	});
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	const trouble: string[] = [];
	page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
	page.on('pageerror', (error) => trouble.push(error.message));
	return { page, trouble };
}

describe.each(['allow-scripts', 'allow-scripts allow-same-origin', null])(
	'in a frame with sandbox %s',
	(sandbox) => {
		test.each(EMBEDS)('%s draws', async (path) => {
			const { page, trouble } = await newPage();
			const attribute = sandbox === null ? '' : ` sandbox="${sandbox}"`;
			const frame = await framed(
				page,
				`<iframe src="${site.origin + path.replaceAll('&', '&amp;')}"${attribute} width="600" height="900" title="x"></iframe>`,
				DRAWN[path]
			);
			expect(await frame.evaluate(() => globalThis.origin)).toBe(
				sandbox === 'allow-scripts' ? 'null' : site.origin
			);
			expect(trouble).toEqual([]);
			await page.context().close();
		});
	}
);

test.each(['map', 'network'] as const)(
	'the code that /%s suggests names the network, and cuts off nothing however wide its page is',
	async (kind) => {
		const { page } = await newPage();
		await page.goto(`${site.origin}/${kind}?network=good-help`);
		await page.locator('.site[data-live]').waitFor({ state: 'attached' });
		const code = await page.getByLabel('Code for an inline frame').inputValue();
		expect(code).toMatch(/title="(Map|Network) of Good Help, Goodways"/);
		for (const width of [320, 600, 1000, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			const frame = await framed(
				page,
				code.replace(' loading="lazy"', ''),
				DRAWN[`/embed/${kind}?network=good-help`]
			);
			expect(await frame.locator('.eyebrow').textContent()).toBe('Good Help');
			await expect
				.poll(() =>
					frame.evaluate(() => {
						const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
						return Math.max(scrollHeight - clientHeight, scrollWidth - clientWidth);
					})
				)
				.toBeLessThanOrEqual(0);
		}
		await page.context().close();
	}
);

test('an embed shows its reader what any visitor sees, whoever they are signed in as', async () => {
	const { page } = await newPage();
	await signInOn(page);
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	expect(cookie).toContain('goodways-session');
	const atlas = `${site.origin}/data/atlas`;
	const visitors = await (await fetch(atlas)).text();
	expect(await (await fetch(atlas, { headers: { cookie } })).text()).not.toBe(visitors);

	// What a page of the site itself, whose cookies the browser has, is given to draw.
	const given = page.waitForResponse(atlas);
	await page.goto(`${site.origin}/embed/map?network=good-help`);
	expect(await (await given).text()).toBe(visitors);

	// The page is the same with the session and without, but for what is made anew each time.
	const read = async (path: string, headers: Record<string, string>) =>
		(await (await fetch(site.origin + path, { headers })).text())
			.replace(/nonce="[^"]*"/g, '')
			.replace(/__sveltekit_\w+/g, '');
	for (const path of EMBEDS) expect(await read(path, { cookie })).toBe(await read(path, {}));

	// With a session, data are for their reader alone: no other page may read them.
	const own = await fetch(atlas, { headers: { cookie, origin: 'null' } });
	expect(own.headers.get('access-control-allow-origin')).toBeNull();
	const anybodys = await fetch(atlas, { headers: { origin: 'null' } });
	expect(anybodys.headers.get('access-control-allow-origin')).toBe('*');
	expect(anybodys.headers.get('access-control-allow-credentials')).toBeNull();
	await page.context().close();
});

async function signInOn(page: Page): Promise<void> {
	await page.goto(`${site.origin}/auth/sign-in`);
	await page.getByRole('button', { name: 'As coordinator' }).click();
	await page.getByRole('heading', { level: 1, name: 'coordinator@sample.example' }).waitFor();
}

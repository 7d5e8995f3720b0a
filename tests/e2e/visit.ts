import { afterEach, expect } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Site } from './site.ts';

/** The one site and browser of a test file. */
export interface Stage {
	site: Site;
	browser: Browser;
}

export interface Visit {
	page: Page;
	context: BrowserContext;
	/** Goes to an address of the site and waits until its page answers to more than links and forms. */
	open(path: string): Promise<void>;
}

const open = new Set<BrowserContext>();

/**
 * A new reader, without cookies. Whatever they do, a request that leaves the site, an error in the
 * console or a breach of the content policy fails the test, unless the test expects it.
 *
 * @param expected errors of the console that belong to what is tried
 */
export async function visit(
	{ site, browser }: Stage,
	options: BrowserContextOptions = {},
	expected: RegExp = /^$/
): Promise<Visit> {
	const context = await browser.newContext({
		baseURL: site.origin,
		locale: 'en-GB',
		reducedMotion: 'reduce',
		viewport: { width: 1280, height: 900 },
		...options
	});
	context.setDefaultTimeout(45_000);
	open.add(context);
	const trouble: string[] = [];
	context.on('request', (request) => {
		const url = request.url();
		if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== site.origin) trouble.push(`asked ${url}`);
	});
	context.on('console', (message) => {
		if (message.type() === 'error' && !expected.test(message.text())) trouble.push(message.text());
	});
	context.on('weberror', (error) => trouble.push(String(error.error())));
	context.on('close', () => open.delete(context));
	troubles.set(context, trouble);
	const page = await context.newPage();
	return {
		page,
		context,
		async open(path) {
			await page.goto(path, { waitUntil: 'load' });
			const isPage = (await page.locator('.site').count()) > 0;
			if (isPage && options.javaScriptEnabled !== false) await live(page);
		}
	};
}

const troubles = new WeakMap<BrowserContext, string[]>();

/** Waits until a page answers to more than links and forms. */
export function live(page: Page): Promise<void> {
	return page.locator('.site[data-live]').waitFor({ state: 'attached' });
}

/** To be called once in a file: after each test, closes its readers and fails it for their troubles. */
export function closeVisits(): void {
	afterEach(async () => {
		const found = [...open].flatMap((context) => troubles.get(context) ?? []);
		for (const context of [...open]) await context.close();
		expect(found).toEqual([]);
	});
}

/** Signs in by the sample account of a role. */
export async function signInAs(
	page: Page,
	role: 'coordinator' | 'editor' | 'member' | 'researcher'
): Promise<void> {
	await page.goto('/auth/sign-in');
	await page.getByRole('button', { name: `As ${role}` }).click();
	await page.getByRole('heading', { level: 1, name: `${role}@sample.example` }).waitFor();
}

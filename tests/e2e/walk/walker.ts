import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faultsOnPage, isComputed } from './faults.ts';

/** What a phone of the smallest kind shows (CSS pixels). */
export const NARROWEST_PX = 320;

const PAGES_AT_ONCE = 3;

/** What the browser warns of where a page that came whole is made anew, which only a build says so briefly. */
const SVELTE_FAULT = /svelte\.dev\/e\//;

/** Opens addresses one after another in one page, and says what is wrong at each. */
export class Walker {
	readonly #page: Page;
	#found: string[] = [];

	private constructor(page: Page) {
		this.#page = page;
		page.on('console', (message) => {
			const text = message.text();
			if (message.type() === 'error' || SVELTE_FAULT.test(text)) this.#found.push(`says “${text}”`);
		});
		page.on('pageerror', (error) => this.#found.push(`throws “${error.message}”`));
		page.on('response', (response) => {
			if (response.status() >= 400) this.#found.push(`gets ${response.status()} for ${response.url()}`);
		});
	}

	/** @param context as wide as the narrowest phone */
	static async in(context: BrowserContext): Promise<Walker> {
		return new Walker(await context.newPage());
	}

	/** @returns one line a fault, without the address */
	async visit(address: string): Promise<string[]> {
		this.#found = [];
		try {
			let response = await this.#page.goto(address, { waitUntil: 'commit' });
			// Networks are measured for one address so often only, and the answer says when to come again.
			while (response?.status() === 429) {
				await wait(1000 * Number(response.headers()['retry-after'] ?? 1));
				this.#found = [];
				response = await this.#page.goto(address, { waitUntil: 'commit' });
			}
			if (response?.status() !== 200) this.#found.push(`answers ${response?.status()}`);
			await this.#page.locator('.site[data-live]').waitFor({ state: 'attached' });
			await this.#page.waitForFunction(isComputed);
			this.#found.push(...(await this.#page.evaluate(faultsOnPage, NARROWEST_PX)));
		} catch (cause) {
			this.#found.push(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
		}
		return this.#found;
	}
}

/** Several walkers in one browsing context as wide as the narrowest phone, so that what all pages load is loaded once. */
export async function openWalkers(browser: Browser, origin: string): Promise<Walker[]> {
	const context = await browser.newContext({
		baseURL: origin,
		locale: 'en-GB',
		reducedMotion: 'reduce',
		viewport: { width: NARROWEST_PX, height: 640 }
	});
	// So long only where many test at once; nothing is waited for that is not coming.
	context.setDefaultTimeout(120_000);
	return Promise.all(Array.from({ length: PAGES_AT_ONCE }, () => Walker.in(context)));
}

/**
 * Shares addresses out among walkers.
 *
 * @returns every fault, its address first
 */
export async function walk(walkers: readonly Walker[], addresses: readonly string[]): Promise<string[]> {
	const waiting = [...addresses];
	const faults: string[] = [];
	const go = async (walker: Walker): Promise<void> => {
		for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
			for (const fault of await walker.visit(address)) faults.push(`${address} ${fault}`);
		}
	};
	await Promise.all(walkers.map(go));
	return faults;
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Addressed, REST_MS } from './addressed.svelte.ts';
import type { Following } from './addressed.svelte.ts';

/** What SvelteKit was asked for and told the page, by hand. */
const kit = vi.hoisted(() => ({
	went: [] as { href: string; replaceState: boolean }[],
	arrive: [] as (() => void)[],
	before: (_: { type: string; to: { url: URL } | null }): void => undefined,
	after: (_: { type: string }): void => undefined,
	destroy: (): void => undefined,
	url: new URL('http://site/map?n=0')
}));
vi.mock('$app/navigation', () => ({
	goto: (href: string, { replaceState }: { replaceState: boolean }) => {
		kit.went.push({ href, replaceState });
		return new Promise<void>((resolve) => kit.arrive.push(resolve));
	},
	beforeNavigate: (hear: typeof kit.before) => (kit.before = hear),
	afterNavigate: (hear: typeof kit.after) => (kit.after = hear)
}));
vi.mock('$app/state', () => ({
	page: {
		get url() {
			return kit.url;
		}
	}
}));
vi.mock('svelte', async (original) => ({
	...(await original<typeof import('svelte')>()),
	onDestroy: (hear: () => void) => (kit.destroy = hear)
}));

/** What the server last said. */
let said: number;
function addressed(isRead = true): Addressed<number> {
	return new Addressed({
		said: () => said,
		href: (state) => `/map?n=${state}`,
		...(isRead ? { read: (url: URL) => Number(url.searchParams.get('n')) } : {})
	});
}
/** The server answers the latest address. */
async function arrive(): Promise<void> {
	kit.arrive.at(-1)!();
	await vi.advanceTimersByTimeAsync(0);
}
const hrefs = () => kit.went.map(({ href }) => href);

beforeEach(() => {
	vi.useFakeTimers();
	[kit.went, kit.arrive, said] = [[], [], 0];
});
afterEach(() => vi.useRealTimers());

describe('what is shown', () => {
	test('is what the address says, until something is changed; then that, at once', () => {
		const shown = addressed();
		expect([shown.state, shown.isAhead]).toEqual([0, false]);
		shown.go(1);
		expect([shown.state, shown.isAhead]).toEqual([1, true]);
		expect(kit.went).toEqual([{ href: '/map?n=1', replaceState: false }]);
	});

	test('is the address’s again once the server has answered', async () => {
		const shown = addressed();
		shown.go(1, 'replace');
		expect(kit.went).toEqual([{ href: '/map?n=1', replaceState: true }]);
		said = 10;
		await arrive();
		expect(shown.isAhead).toBe(false);
		// In a page, what the address says is derived anew; here another reader of it shows the same.
		expect(addressed().state).toBe(10);
	});

	test('that moves rests before the address follows, and follows once', async () => {
		const shown = addressed();
		for (const step of [1, 2, 3]) {
			shown.go(step, 'rest');
			vi.advanceTimersByTime(REST_MS - 1);
			expect(shown.state).toBe(step);
		}
		expect(hrefs()).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(kit.went).toEqual([{ href: '/map?n=3', replaceState: true }]);
	});

	test('and moved on while the server answered stays where it is', async () => {
		const shown = addressed();
		shown.go(1);
		shown.go(2, 'rest');
		await arrive();
		expect([shown.state, shown.isAhead]).toEqual([2, true]);
		await vi.advanceTimersByTimeAsync(REST_MS);
		await arrive();
		expect([hrefs(), shown.isAhead]).toEqual([['/map?n=1', '/map?n=2'], false]);
	});

	test.each<Following>(['step', 'replace'])(
		'a %s takes the place of what was still resting',
		async (following) => {
			const shown = addressed();
			shown.go(1, 'rest');
			shown.go(2, following);
			await vi.advanceTimersByTimeAsync(2 * REST_MS);
			expect(hrefs()).toEqual(['/map?n=2']);
		}
	);
});

describe('a link, or going back', () => {
	test('is shown before the server has answered, and overtakes what was resting', async () => {
		const shown = addressed();
		shown.go(1, 'rest');
		kit.before({ type: 'popstate', to: { url: new URL('http://site/map?n=7') } });
		expect(shown.state).toBe(7);
		await vi.advanceTimersByTimeAsync(2 * REST_MS);
		expect(hrefs()).toEqual([]);
		kit.after({ type: 'popstate' });
		expect(shown.isAhead).toBe(false);
	});

	test('waits for the server where the page cannot show it by itself', () => {
		const shown = addressed(false);
		shown.go(1, 'rest');
		kit.before({ type: 'link', to: { url: new URL('http://site/map?n=7') } });
		expect([shown.state, shown.isAhead]).toEqual([0, false]);
	});

	test('to another page is not called back by a date that still plays', async () => {
		const shown = addressed();
		shown.go(1, 'rest');
		kit.before({ type: 'link', to: { url: new URL('http://site/practices') } });
		shown.go(2, 'rest');
		await vi.advanceTimersByTimeAsync(2 * REST_MS);
		expect([hrefs(), shown.state]).toEqual([[], 0]);
	});

	test('of our own following forgets nothing', () => {
		const shown = addressed();
		shown.go(1);
		kit.before({ type: 'goto', to: { url: new URL('http://site/map?n=1') } });
		kit.after({ type: 'goto' });
		expect(shown.state).toBe(1);
	});

	test('that leaves the site, or a page that is gone, sends nothing into the address', async () => {
		const shown = addressed();
		shown.go(1, 'rest');
		kit.before({ type: 'leave', to: null });
		expect(shown.state).toBe(1);
		kit.destroy();
		await vi.advanceTimersByTimeAsync(2 * REST_MS);
		expect(hrefs()).toEqual([]);
	});
});

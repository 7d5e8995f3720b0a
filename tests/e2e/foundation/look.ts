import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import type { Stage } from '../visit.ts';

const FIRST_ROUTE_BYTES = 60_000;

export function look(stage: () => Stage): void {
	test('the front page asks for no more than 60 kB of scripts, compressed, until one does something', async () => {
		const { page, open } = await visit(stage());
		const sizes = new Map<string, Promise<number>>();
		page.on('response', (response) => {
			if (/\.m?js($|\?)/.test(response.url())) {
				sizes.set(
					response.url(),
					response.body().then((body) => gzipSync(body).length)
				);
			}
		});
		await open('/');
		await page.waitForTimeout(2000);
		const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
		console.log(`Scripts of the front page: ${sizes.size} files, ${(total / 1000).toFixed(1)} kB compressed`);
		expect(sizes.size).toBeGreaterThan(0);
		expect(total).toBeLessThanOrEqual(FIRST_ROUTE_BYTES);
	});

	test('no page but the map loads the map’s library', async () => {
		const { page, open } = await visit(stage());
		const heavy: string[] = [];
		page.on('response', (response) => {
			if (!/\.m?js($|\?)/.test(response.url())) return;
			void response.text().then(
				(text) => text.includes('maplibregl-') && heavy.push(response.url()),
				() => {}
			);
		});
		for (const address of ['/', '/organisations', '/practices', '/learning', '/search?q=mill'])
			await open(address);
		expect(heavy).toEqual([]);
	});

	describe('the look', () => {
		test('can be turned dark, at once and for the next visit', async () => {
			const { page, open, context } = await visit(stage());
			await open('/');
			const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
			const light = await ground();
			await page.getByText('Appearance').click();
			const kept = page.waitForResponse('**/theme');
			await page.getByRole('button', { name: 'Dark' }).click();
			await kept;
			expect(await page.locator('.site').getAttribute('data-theme')).toBe('dark');
			await open('/organisations');
			expect(await page.locator('.site').getAttribute('data-theme')).toBe('dark');
			expect(await ground()).not.toBe(light);
			const [cookie] = (await context.cookies()).filter(({ name }) => name === 'goodways-theme');
			expect(cookie).toMatchObject({ value: 'dark', httpOnly: true, sameSite: 'Lax' });
		});

		test('on paper is the content and its address, without menus', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations/hartlepool?date=2024-01-01');
			await page.emulateMedia({ media: 'print' });
			expect(await page.getByRole('navigation', { name: 'Views' }).isVisible()).toBe(false);
			expect(await page.locator('#site-search').isVisible()).toBe(false);
			expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
			const { origin } = stage().site;
			expect(await page.getByText(`${origin}/organisations/hartlepool?date=2024-01-01`).isVisible()).toBe(
				true
			);
		});

		test.each([375, 768, 1440, 2560])('is whole at %i pixels', async (width) => {
			const { page, open } = await visit(stage(), { viewport: { width, height: 900 } });
			for (const address of ['/', '/organisations', '/practices/climate-emergency-declaration']) {
				await open(address);
				expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
					width
				);
				expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
			}
		});
	});
}

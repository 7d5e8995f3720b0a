import { describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import type { Stage } from '../visit.ts';

export function withoutScripts(stage: () => Stage): void {
	describe('without scripts', () => {
		const scriptless = { javaScriptEnabled: false };

		test('the directory filters, sorts, pages and removes a condition', async () => {
			const { page } = await visit(stage(), scriptless);
			await page.goto('/organisations');
			await page.getByRole('checkbox', { name: /^council/ }).check();
			await page.getByRole('button', { name: 'Apply filters' }).click();
			await page.waitForURL('**/organisations?kind=council');
			await page
				.locator('th')
				.getByRole('link', { name: /Practices/ })
				.click();
			await page.waitForURL('**sort=-practices');
			await page.getByRole('link', { name: 'Next ›' }).click();
			await page.waitForURL('**page=2');
			const second = await page.getByRole('table').getByRole('link').allTextContents();
			expect(second.length).toBeGreaterThan(10);
			await page.getByRole('link', { name: '‹ Previous' }).click();
			expect(await page.getByRole('table').getByRole('link').allTextContents()).not.toEqual(second);
			await page.getByRole('searchbox', { name: 'Name, old name or abbreviation' }).fill('mill');
			await page.getByRole('button', { name: 'Find', exact: true }).click();
			await page.waitForURL('**q=mill**');
			expect(new URL(page.url()).searchParams.get('kind')).toBe('council');
		});

		test('profiles, the library, the catalogue, the map’s table and search are whole', async () => {
			const { page } = await visit(stage(), scriptless);
			for (const [address, words] of [
				['/', 'What changed lately'],
				['/map?show=table&q=hartlepool', 'Hartlepool Borough Council'],
				['/organisations/bristol', 'Climate emergency declaration'],
				['/practices', 'Family Safeguarding'],
				['/practices?network=uk-climate-declarations', 'Climate emergency declaration'],
				['/practices/climate-emergency-declaration', 'Bristol City Council'],
				['/learning', 'Good Help'],
				['/learning/good-help-project-page', 'nesta.org.uk'],
				['/search?q=hartlepool', 'Hartlepool Borough Council'],
				['/about/methods', 'What the numbers mean']
			] as const) {
				await page.goto(address);
				expect(await page.locator('main').textContent(), address).toContain(words);
			}
		});

		test('one can sign in, change the look, and sign out', async () => {
			const { page } = await visit(stage(), scriptless);
			await page.goto('/auth/sign-in');
			await page.getByRole('button', { name: 'As member' }).click();
			await page.waitForURL('**/account');
			await page.getByText('Appearance').click();
			await page.getByRole('button', { name: 'Dark' }).click();
			await page.waitForURL('**/account');
			expect(await page.locator('.site').getAttribute('data-theme')).toBe('dark');
			await page.getByRole('button', { name: 'Sign out on this device' }).click();
			await page.getByRole('link', { name: 'Sign in' }).waitFor();
		});
	});
}

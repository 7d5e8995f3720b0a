import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import type { Stage } from '../visit.ts';

export function search(stage: () => Stage): void {
	describe('the search', () => {
		test('suggests while one types, is walked by arrow keys, followed by Enter and closed by Escape', async () => {
			const { page, open } = await visit(stage());
			await open('/');
			await page.keyboard.press('/');
			const field = page.getByLabel('Search the whole site');
			await field.pressSequentially('rotchdale');
			const first = page.getByRole('option').first();
			await first.waitFor();
			expect(await first.textContent()).toContain('Rochdale Metropolitan Borough Council');
			expect(await page.getByRole('group', { name: 'Organisations' }).count()).toBe(1);
			expect(await field.getAttribute('aria-expanded')).toBe('true');
			await page.getByText(/^\d suggestions?$/).waitFor();

			await field.press('ArrowDown');
			expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
			expect(await first.getAttribute('aria-selected')).toBe('true');
			const { violations } = await new AxeBuilder({ page }).include('form.search').analyze();
			expect(violations.map(({ id }) => id)).toEqual([]);

			await field.press('Escape');
			expect(await field.getAttribute('aria-expanded')).toBe('false');
			expect(await field.inputValue()).toBe('rotchdale');
			await field.press('ArrowDown');
			await field.press('Enter');
			await page.waitForURL('**/organisations/rochdale');
			expect(await field.inputValue()).toBe('');
		});

		test('sends what was typed where nothing is chosen, and shows the best first, by kind', async () => {
			const { page, open } = await visit(stage());
			await open('/');
			const field = page.getByLabel('Search the whole site');
			await field.fill('good help');
			await field.press('Enter');
			await page.waitForURL('**/search?q=good+help*');
			const headings = await page.locator('main h2').allTextContents();
			expect(headings.slice(0, 3).map((text) => text.replace(/\s*\d+$/, ''))).toEqual([
				'Networks',
				'Frameworks',
				'Practices'
			]);
			await page.locator('main').getByRole('link', { name: 'Good Help', exact: true }).first().click();
			await page.waitForURL('**/networks/good-help');
		});

		test('says how it read a word that is nowhere, and that nothing was found', async () => {
			const text = async (query: string) =>
				(await fetch(`${stage().site.origin}/search?q=${encodeURIComponent(query)}`)).text();
			expect(await text('Rotchdale')).toContain('it was read as “rochdale”');
			expect(await text('council tax')).toContain('Nothing found for “council tax”');
		});

		test('leads to pages that are there', async () => {
			const hrefs = new Set<string>();
			for (const query of [
				'good help',
				'scaffolding',
				'methods',
				'map',
				'survival',
				'wigan',
				'saved',
				'sign in'
			]) {
				const answer = await fetch(
					`${stage().site.origin}/search/suggestions?q=${encodeURIComponent(query)}`
				);
				const { groups } = (await answer.json()) as { groups: { hits: { href: string }[] }[] };
				for (const { href } of groups.flatMap(({ hits }) => hits)) hrefs.add(href);
			}
			expect(hrefs.size).toBeGreaterThan(20);
			for (const href of hrefs) {
				const { status } = await fetch(stage().site.origin + href);
				expect([href, status]).toEqual([href, 200]);
			}
		});
	});
}

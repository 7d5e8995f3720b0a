import { describe, expect, test } from 'vitest';
import { visit } from '../visit.ts';
import type { Page } from 'playwright-core';
import type { Stage } from '../visit.ts';

/** Marks what can be seen and should take focus, and answers how many such there are. */
function markStops(page: Page): Promise<number> {
	return page.evaluate(() => {
		const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
		const stops = [...document.querySelectorAll<HTMLElement | SVGElement>(wanted)].filter(
			(element) =>
				element.checkVisibility({ visibilityProperty: true }) &&
				!element.matches(':disabled, [tabindex="-1"]') &&
				!(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
		);
		for (const [index, element] of stops.entries()) element.dataset['stop'] = String(index);
		return stops.length;
	});
}

/** The marked element that has focus, and whether one can see that it has. */
function focused(page: Page): Promise<{ stop: string | null; looks: string; isSeen: boolean }> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (element === null || element === document.body) return { stop: null, looks: 'body', isSeen: true };
		// What is drawn around a hidden box is drawn by what stands for it.
		const drawn = [element, element.parentElement, element.nextElementSibling].filter((one) => one !== null);
		// A cell of a picture is ringed by a shape of its own.
		const isRinged = element.closest('svg')?.querySelector('.ring') != null;
		const isSeen = drawn.some((one) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
			return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
		});
		return {
			stop: element.getAttribute('data-stop'),
			looks: `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40) || element.outerHTML.slice(0, 120)}`,
			isSeen: isSeen || isRinged
		};
	});
}

export function keyboard(stage: () => Stage): void {
	describe('by keyboard alone', () => {
		test.each(['/', '/organisations', '/practices/climate-emergency-declaration'])(
			'Tab reaches everything on %s, and one always sees where one is',
			async (address) => {
				const { page, open } = await visit(stage());
				await open(address);
				const stops = await markStops(page);
				expect(stops).toBeGreaterThan(20);
				const reached = new Set<string>();
				const unseen: string[] = [];
				for (let press = 0; press < stops + 20; press++) {
					await page.keyboard.press('Tab');
					const { stop, looks, isSeen } = await focused(page);
					if (looks === 'body' && reached.size > 0) break;
					if (stop !== null) reached.add(stop);
					if (!isSeen) unseen.push(looks);
				}
				const missed = await page.evaluate(
					(seen) =>
						[...document.querySelectorAll<HTMLElement>('[data-stop]')]
							.filter(({ dataset }) => !seen.includes(dataset['stop'] ?? ''))
							.map(({ outerHTML }) => outerHTML.slice(0, 120)),
					[...reached]
				);
				expect(missed.join('\n'), 'never reached').toBe('');
				expect(unseen.join('\n'), 'focus not seen').toBe('');
			}
		);

		test('the first Tab offers to skip to the content', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations');
			await page.keyboard.press('Tab');
			expect((await focused(page)).looks).toBe('a Skip to the content');
			await page.keyboard.press('Enter');
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
		});

		test.each([
			['/map?show=hexagons', 'map'],
			['/map?show=table', 'table'],
			['/network?show=table', 'table']
		])('on %s a second link skips the filters, to the %s', async (address, what) => {
			const { page, open } = await visit(stage());
			await open(address);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await page.keyboard.press('Tab');
			expect((await focused(page)).looks).toBe(`a Skip the filters, to the ${what}`);
			await page.keyboard.press('Enter');
			await page.keyboard.press('Tab');
			expect(await page.evaluate(() => document.activeElement?.closest('#picture') !== null)).toBe(true);
		});

		test('a slash goes to search, but not while one types', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations');
			await page.keyboard.press('/');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-search');
			await page.keyboard.type('and/or');
			expect(await page.locator('#site-search').inputValue()).toBe('and/or');
		});

		test('a menu opens with Enter, and Escape closes it and comes back', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations');
			const networks = page.locator('summary').filter({ hasText: 'All networks' });
			await networks.focus();
			await page.keyboard.press('Enter');
			await page.getByRole('link', { name: /Sample network/ }).waitFor();
			await page.keyboard.press('Tab');
			await page.keyboard.press('Escape');
			expect((await focused(page)).looks).toContain('All networks');
			// Closing is drawn a moment after the key.
			await page.locator('details:not([open])').filter({ has: networks }).waitFor();
		});
	});
}

import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { signInAs, visit } from '../visit.ts';
import { addresses } from './pages.ts';
import type { Page } from 'playwright-core';
import type { Stage } from '../visit.ts';

const NARROWEST_PX = 320;
const MISSING = /the server responded with a status of 40[04]/;

/** What axe finds, short enough to read in a failed test. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page });
	const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes
			.slice(0, 4)
			.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`)
	);
}

/** Waits until colours that change with the scheme have changed. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
}

/** What makes the page wider than the screen; nothing when it is not. */
function overflowing(page: Page): Promise<string[]> {
	return page.evaluate((width) => {
		if (document.documentElement.scrollWidth <= width) return [];
		// What is wide inside a box that scrolls by itself widens nothing.
		const isContained = (element: Element): boolean => {
			for (let box = element.parentElement; box !== null; box = box.parentElement) {
				if (getComputedStyle(box).overflowX !== 'visible') return true;
			}
			return false;
		};
		const wide = [...document.querySelectorAll('body *')].filter(
			(element) =>
				element.getBoundingClientRect().right > width + 1 &&
				element.checkVisibility() &&
				!isContained(element)
		);
		return [
			`${document.documentElement.scrollWidth} px`,
			...wide.slice(0, 4).map(({ outerHTML }) => outerHTML.slice(0, 140))
		];
	}, NARROWEST_PX);
}

/** What holds on every page: its frame, what axe sees in light and dark, and that it fits 320 pixels. */
async function examine(page: Page, isEmbedded: boolean): Promise<void> {
	expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
	expect(await page.title()).toMatch(/Goodways/);
	expect(await page.locator('h1').count(), 'main headings').toBe(1);
	expect(await page.locator('main#content').count()).toBe(1);
	if (!isEmbedded) {
		for (const role of ['banner', 'contentinfo'] as const)
			expect(await page.getByRole(role).count(), role).toBe(1);
		expect(await page.getByRole('navigation', { name: 'Views' }).count()).toBe(1);
	}

	expect((await violations(page)).join('\n'), 'axe, light').toBe('');
	await page.emulateMedia({ colorScheme: 'dark' });
	await settled(page);
	expect((await violations(page, ['color-contrast', 'link-in-text-block'])).join('\n'), 'axe, dark').toBe('');

	await page.setViewportSize({ width: NARROWEST_PX, height: 640 });
	await expect.poll(async () => (await overflowing(page)).join('\n'), { timeout: 10_000 }).toBe('');
}

export function everyPage(stage: () => Stage): void {
	describe('every page has its frame, is clean to axe in light and dark, and fits 320 pixels', () => {
		test.each(addresses().filter((address) => address !== '/account'))('%s', async (address) => {
			const { page, open } = await visit(stage(), {}, MISSING);
			await open(address);
			await examine(page, address.startsWith('/embed'));
		});

		test.each([
			'/account',
			'/learning/sample-link-10',
			'/organisations/example-borough-council-of-brambleton-spa'
		])('%s, signed in', async (address) => {
			const { page, open } = await visit(stage());
			await signInAs(page, 'member');
			await open(address);
			await examine(page, false);
		});

		test('/auth/sign-in, with faults', async () => {
			const { page, open } = await visit(stage(), {}, MISSING);
			await open('/auth/sign-in');
			await page.getByRole('button', { name: 'Sign in', exact: true }).click();
			const summary = page.getByRole('alert').first();
			await summary.waitFor();
			expect(await page.evaluate(() => document.activeElement?.closest('[role=alert]') !== null)).toBe(true);
			await examine(page, false);
		});
	});
}

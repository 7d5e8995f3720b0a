import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, startSite } from './site.ts';
import type { Site } from './site.ts';
import { closeVisits, signInAs, visit } from './visit.ts';

/** Changing a record, by a real browser with scripts and without. */
let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await startSite();
	browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

const RECORD = '/organisations/example-borough-council-of-brambleton-spa';
/** What a browser says of an answer that is an error. */
const ANSWERED = /status of (400|404|409)/;

describe.each([
	['with scripts', true],
	['without scripts', false]
])('%s', (how, javaScriptEnabled) => {
	async function editing(role: 'coordinator' | 'editor'): Promise<Page> {
		const { page, open } = await visit({ site, browser }, { javaScriptEnabled }, ANSWERED);
		await open('/auth/sign-in');
		await signInAs(page, role);
		await open(RECORD);
		await page.getByRole('link', { name: 'Edit this record' }).click();
		await page.waitForURL(`**${RECORD}/edit`);
		if (javaScriptEnabled) await page.locator('.site[data-live]').waitFor({ state: 'attached' });
		return page;
	}

	async function expectAccessible(page: Page): Promise<void> {
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	}

	const save = (page: Page) => page.getByRole('button', { name: 'Save changes' }).click();

	test('what is saved stands on the record\u2019s page, and a fault keeps what was typed', async () => {
		const page = await editing('coordinator');
		if (javaScriptEnabled) await expectAccessible(page);
		await page.locator('#founded').fill('the other day');
		await page.locator('#summary').fill(`Looks after the spa, ${how}.`);
		await save(page);
		await page.locator('#founded-error').waitFor();
		expect(await page.locator('#summary').inputValue()).toBe(`Looks after the spa, ${how}.`);
		await page.locator('#founded').fill('May 1974');
		await save(page);
		await page.getByText('Your changes are on record.').waitFor();
		expect(await page.locator('#founded').inputValue()).toBe('May 1974');
		await page.getByRole('link', { name: 'See the record' }).click();
		await page.locator('.lead', { hasText: `Looks after the spa, ${how}.` }).waitFor();
	});

	test('of two who save at once, the second sees theirs and yours and takes either', async () => {
		const [first, second] = [await editing('coordinator'), await editing('editor')];
		await first.locator('#summary').fill(`From the first, ${how}.`);
		await save(first);
		await first.getByText('Your changes are on record.').waitFor();

		await second.locator('#summary').fill(`From the second, ${how}.`);
		await save(second);
		const conflict = second.getByRole('region', {
			name: 'Somebody else saved this record while you were writing'
		});
		await conflict.getByText(`From the first, ${how}.`).waitFor();
		if (javaScriptEnabled) await expectAccessible(second);
		await conflict.getByLabel(`From the second, ${how}.`).check();
		await save(second);
		await second.getByText('Your changes are on record.').waitFor();
		await second.getByRole('link', { name: 'See the record' }).click();
		await second.locator('.lead', { hasText: `From the second, ${how}.` }).waitFor();
	});

	test('whoever may not change it finds no such page', async () => {
		const { page, open } = await visit({ site, browser }, { javaScriptEnabled }, ANSWERED);
		await page.goto(`${RECORD}/edit`);
		await page.waitForURL('**/auth/sign-in?next=*');
		await open('/auth/sign-in');
		await signInAs(page, 'member');
		const answer = await page.goto(`${RECORD}/edit`);
		expect(answer?.status()).toBe(404);
		await page.goto(RECORD);
		expect(await page.getByRole('link', { name: 'Edit this record' }).count()).toBe(0);
	});
});

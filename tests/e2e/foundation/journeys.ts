import { describe, expect, test } from 'vitest';
import { signInAs, visit } from '../visit.ts';
import type { Stage } from '../visit.ts';

const SAMPLE_RIBBON = { name: 'Sample data' };

export function journeys(stage: () => Stage): void {
	describe('a visitor', () => {
		test('goes from the front page to the map, an organisation, a practice, a link, a search, and a wrong address', async () => {
			const { page, open } = await visit(stage(), {}, /status of 404/);
			await open('/');
			const views = page.getByRole('navigation', { name: 'Views' });
			await views.getByRole('link', { name: 'Map' }).click();
			// The front page is that of the site's own network, and its views are.
			await page.waitForURL('**/map?network=good-help');
			await page.getByRole('heading', { level: 1 }).waitFor();

			await open('/organisations');
			const name = page.getByRole('searchbox', { name: 'Name, old name or abbreviation' });
			await name.fill('Bristol City');
			await name.press('Enter');
			await page.waitForURL('**/organisations?q=Bristol*');
			await page.getByRole('link', { name: 'Bristol City Council' }).click();
			await page.getByRole('heading', { level: 1, name: 'Bristol City Council' }).waitFor();
			await page.getByRole('link', { name: 'Climate emergency declaration' }).first().click();
			await page.getByRole('heading', { level: 1, name: 'Climate emergency declaration' }).waitFor();

			await views.getByRole('link', { name: 'Learning' }).click();
			await page.waitForURL('**/learning*');
			const link = page.locator('main a[href^="/learning/"]').first();
			const title = (await link.innerText()).trim();
			await link.click();
			await page.getByRole('heading', { level: 1, name: title }).waitFor();

			await page.keyboard.press('/');
			await page.keyboard.type('Rochdale');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/search?q=Rochdale*');
			expect(await page.getByRole('link', { name: /Rochdale/ }).count()).toBeGreaterThan(0);

			const missing = await page.goto('/organisations/rochdale-borough');
			expect(missing?.status()).toBe(404);
			const guess = page.getByRole('search', { name: 'Search for what is not here' });
			expect(await guess.getByRole('searchbox').inputValue()).toBe('rochdale borough');
			await guess.getByRole('button', { name: 'Search' }).click();
			await page.waitForURL('**/search?q=rochdale*');
		});

		test('is told what in a damaged address was not used, and sees the rest', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations?kind=council~wizard~wizard&date=2024-13-45&page=x&sort=wings');
			const notice = page.getByText('Part of this address could not be used');
			await notice.waitFor();
			for (const word of ['“wizard”', '“2024-13-45”', '“x”', '“wings”']) {
				expect(await page.getByText(word).count(), word).toBe(1);
			}
			expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(10);
			await open('/organisations?network=no-such-network');
			await page.getByText('There is no network “no-such-network” that you can see.').waitFor();
		});

		test('goes back to where they were, and Back undoes one choice', async () => {
			const { page, open } = await visit(stage());
			await open('/organisations');
			await page.getByRole('checkbox', { name: /charity/ }).check();
			await page.waitForURL('**/organisations?kind=charity');
			await page
				.getByRole('link', { name: /Practices/ })
				.and(page.locator('th a'))
				.click();
			await page.waitForURL('**/organisations?kind=charity&sort=-practices');
			await page.goBack();
			await page.waitForURL('**/organisations?kind=charity');
			await page.goBack();
			await page.waitForURL('**/organisations');
			await page.waitForFunction(
				() => document.querySelector<HTMLInputElement>('input[value=charity]')?.checked === false
			);
		});
	});

	test('a coordinator tries the sample network, sees what they may do, and signs out', async () => {
		const { page, context } = await visit(stage());
		await signInAs(page, 'coordinator');
		const role = page.getByRole('listitem').filter({ hasText: 'coordinator of Sample network' });
		await role.getByRole('link', { name: 'Sample network' }).click();
		await page.waitForURL('**/networks/sample-network');
		await page.getByRole('complementary', SAMPLE_RIBBON).waitFor();
		await page.getByRole('main').getByRole('link', { name: 'List of organisations' }).click();
		await page.waitForURL('**/organisations?network=sample-network');
		await page.getByRole('complementary', SAMPLE_RIBBON).waitFor();
		expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(10);

		await page.getByText('Signed in', { exact: true }).click();
		await page.getByRole('link', { name: 'Your account' }).click();
		await page.waitForURL('**/account');
		await page.getByText('Signed in', { exact: true }).click();
		await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
		await page.getByRole('link', { name: 'Sign in' }).waitFor();
		const left = (await context.cookies()).filter(
			({ name, value }) => name.startsWith('goodways-session') && value !== ''
		);
		expect(left).toEqual([]);
		await page.goto('/account');
		expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/auth/sign-in?next=%2Faccount');
	});

	test('a council officer narrows the directory to councils, takes the list along, and asks who is like them', async () => {
		const { page, open } = await visit(stage());
		await open('/organisations');
		await page.getByRole('checkbox', { name: /^council/ }).check();
		await page.waitForURL('**/organisations?kind=council');
		await page.getByRole('checkbox', { name: /North East/ }).check();
		await page.waitForURL('**kind=council&region=North+East');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: /Download these/ }).click();
		expect((await download).suggestedFilename()).toMatch(/^goodways-organisations-\d{4}-\d{2}-\d{2}\.csv$/);
		await page.getByRole('link', { name: 'Remove filter: North East' }).click();
		await page.waitForURL('**/organisations?kind=council');
		await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Peers' }).click();
		await page.waitForURL('**/peers*');
		await page.getByRole('heading', { level: 1 }).waitFor();
	});

	test('a researcher reads the sample, rates a link and replies', async () => {
		const { page, open } = await visit(stage());
		await signInAs(page, 'researcher');
		await open('/learning/sample-link-10');
		await page.getByRole('complementary', SAMPLE_RIBBON).waitFor();
		await page.getByRole('radio', { name: '4' }).check();
		await page.getByRole('button', { name: /^(Rate|Change)$/ }).click();
		await page.getByText('Your rating is saved.').waitFor();
		await page.getByLabel('Reply', { exact: true }).fill('We tried it.');
		await page.getByLabel('Signed as').fill('A reader');
		await page.getByRole('button', { name: 'Send reply' }).click();
		await page.getByText('Your reply is shown once an editor has looked at it.').waitFor();
	});

	describe('sample data', () => {
		test.each([
			'/?network=sample-network',
			'/map?network=sample-network',
			'/organisations?network=sample-network',
			'/organisations/example-borough-council-of-brambleton-spa',
			'/practices?network=sample-network',
			'/practices/sample-kitchen-table-assessments',
			'/learning?network=sample-network',
			'/learning/sample-link-10'
		])('is named so on %s', async (address) => {
			const answer = await fetch(stage().site.origin + address);
			expect(await answer.text()).toContain('aria-label="Sample data"');
		});

		test('stays out of what nobody asked a sample for', async () => {
			for (const address of ['/', '/organisations', '/practices', '/learning']) {
				const text = await (await fetch(stage().site.origin + address)).text();
				expect(text, address).not.toContain('aria-label="Sample data"');
				expect(text, address).not.toContain('Example Borough Council');
			}
		});
	});
}

import { describe, expect, test } from 'vitest';
import { addRow, untilShown } from '../service-row.ts';
import { visit } from '../visit.ts';
import type { Stage } from '../visit.ts';

const OWNED = '<img src=x onerror="window.owned=1">';
const CLOSES = '</script><script>window.owned=1</script>';
const TEMPLATE = '{@html owned} ${owned} {{owned}}';
const NAME = `Quernmill ${CLOSES}${OWNED}`;
const id = (n: number) => `01900000-0000-7000-8000-00000000d00${n}`;

/** Records whose every text is made to run. */
async function addHostileRecords({ site }: Stage): Promise<void> {
	const source = { source_url: `https://example.org/?q='onmouseover='window.owned=1` };
	await addRow(site, 'organisations', {
		id: id(1),
		slug: 'hostile-mill',
		name: NAME,
		kind: 'charity',
		summary: `${OWNED}${TEMPLATE}`,
		status: 'published',
		longitude: -1.5,
		latitude: 53,
		location_basis: 'exact'
	});
	await addRow(site, 'organisation_names', { organisation_id: id(1), name: `Old ${OWNED}` });
	await addRow(site, 'practices', {
		id: id(2),
		slug: 'hostile-practice',
		name: `Practice ${CLOSES}`,
		summary: `${CLOSES}${OWNED}`,
		status: 'published'
	});
	await addRow(site, 'adoptions', {
		organisation_id: id(1),
		practice_id: id(2),
		started_on: '2020-01-01',
		note: OWNED,
		...source
	});
	await addRow(site, 'learning_links', {
		id: id(3),
		slug: 'hostile-link',
		title: `Link ${CLOSES}`,
		summary: `${CLOSES}${OWNED}`,
		publisher: OWNED,
		kind: 'post',
		url: `https://example.org/'onmouseover='window.owned=1`,
		status: 'published'
	});
	await addRow(site, 'learning_link_organisations', { link_id: id(3), organisation_id: id(1), role: 'made' });
	await addRow(site, 'learning_link_practices', { link_id: id(3), practice_id: id(2) });
	await addRow(site, 'replies', {
		link_id: id(3),
		body: `${OWNED}${CLOSES}`,
		signed_as: OWNED,
		status: 'shown'
	});
	await untilShown();
}

export function hostileText(stage: () => Stage): void {
	describe('a record whose texts are scripts', () => {
		test('is shown as text on every page that names it, and runs nowhere', async () => {
			await addHostileRecords(stage());
			const { page, open } = await visit(stage());
			page.on('dialog', (dialog) => void dialog.dismiss());
			for (const [address, words] of [
				['/organisations/hostile-mill', NAME],
				['/practices/hostile-practice', `Practice ${CLOSES}`],
				['/learning/hostile-link', `Link ${CLOSES}`],
				['/organisations?q=quernmill', NAME],
				['/practices?q=practice', `Practice ${CLOSES}`],
				['/learning?q=link', `Link ${CLOSES}`],
				['/search?q=quernmill', NAME],
				['/map?show=table&select=hostile-mill', NAME],
				['/', 'Goodways'],
				[
					'/organisations?select=hostile-mill&q=%3Cimg%20src%3Dx%20onerror%3D%22window.owned%3D1%22%3E',
					'<img src=x'
				]
			] as const) {
				await open(address);
				expect(await page.locator('body').innerText(), address).toContain(words);
				expect(await page.evaluate(() => 'owned' in window), address).toBe(false);
			}
		});

		test('is linked data that parses, and closes no script', async () => {
			for (const [address, name] of [
				['/organisations/hostile-mill', NAME],
				['/practices/hostile-practice', `Practice ${CLOSES}`],
				['/learning/hostile-link', `Link ${CLOSES}`]
			]) {
				const html = await (await fetch(stage().site.origin + address)).text();
				const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
				expect((JSON.parse(text) as { name: string }).name, address).toBe(name);
				expect(html).not.toContain('<img src=x');
			}
		});

		test.each([
			'javascript:window.owned=1',
			'data:text/html,<script>1</script>',
			' javascript:1',
			'JaVaScRiPt:1'
		])('cannot be given the address %s', async (url) => {
			const { site } = stage();
			const link = { slug: 'no-address', title: 'No address', kind: 'post', url };
			await expect(addRow(site, 'learning_links', link)).rejects.toThrow('check constraint');
			const organisation = { slug: 'no-address', name: 'No address', website: url };
			await expect(addRow(site, 'organisations', organisation)).rejects.toThrow('check constraint');
		});
	});
}

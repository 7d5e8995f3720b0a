import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { signInAs, visit } from '../visit.ts';
import type { IncomingHttpHeaders } from 'node:http';
import type { Stage } from '../visit.ts';

interface Raw {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** An answer as it came over the wire, not unpacked. */
function raw(url: string, headers: Record<string, string>): Promise<Raw> {
	return new Promise((resolve, reject) => {
		get(url, { headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
			});
		}).once('error', reject);
	});
}

export function data(stage: () => Stage): void {
	describe('the atlas at /data/atlas', () => {
		const atlas = (headers: Record<string, string> = {}, search = '') =>
			raw(`${stage().site.origin}/data/atlas${search}`, headers);

		test('is the same in every encoding, and small in the best', async () => {
			const [plain, gzip, brotli] = await Promise.all([
				atlas(),
				atlas({ 'accept-encoding': 'gzip' }),
				atlas({ 'accept-encoding': 'gzip, br' })
			]);
			expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
				undefined,
				'gzip',
				'br'
			]);
			expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
			expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
			expect(brotli.body.length).toBeLessThan(plain.body.length / 4);
			expect(plain.headers['cache-control']).toBe('private, no-cache');
			expect(String(plain.headers['vary']).toLowerCase()).toContain('cookie');
		});

		test('is answered with 304 while nothing changed, in the encoding that is held', async () => {
			for (const encoding of ['identity', 'gzip', 'br']) {
				const first = await atlas({ 'accept-encoding': encoding });
				const tag = first.headers['etag'] ?? '';
				const again = await atlas({ 'accept-encoding': encoding, 'if-none-match': `"other", W/${tag}` });
				expect([again.status, again.body.length], encoding).toEqual([304, 0]);
				expect((await atlas({ 'accept-encoding': encoding, 'if-none-match': '"other"' })).status).toBe(200);
			}
		});

		test('of one network holds that network, and has a tag of its own', async () => {
			const [whole, sample] = await Promise.all([atlas(), atlas({}, '?network=sample-network')]);
			expect(sample.headers['etag']).not.toBe(whole.headers['etag']);
			const wire = JSON.parse(sample.body.toString()) as {
				network: string;
				organisations: { is_sample: unknown[] };
			};
			expect(wire.network).toBe('sample-network');
			expect(sample.body.length).toBeLessThan(whole.body.length);
		});

		test('of a coordinator is another than a visitor’s, and theirs alone', async () => {
			const { page, context } = await visit(stage());
			await signInAs(page, 'coordinator');
			const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
			const [own, visitor] = [await atlas({ cookie }), await atlas()];
			expect(own.headers['etag']).not.toBe(visitor.headers['etag']);
			expect((await atlas({ cookie, 'if-none-match': visitor.headers['etag'] ?? '' })).status).toBe(200);
			const tiers = (body: Buffer) =>
				(JSON.parse(body.toString()) as { memberships: { tier: unknown[] } }).memberships.tier.filter(
					(tier) => tier !== null
				);
			expect(tiers(visitor.body)).toEqual([]);
		});
	});

	describe('a CSV', () => {
		test.each([
			['/organisations', '?network=sample-network&kind=charity&sort=-practices', 'name'],
			['/organisations', '?q=north', 'name'],
			['/practices', '?network=sample-network', 'name'],
			['/learning', '?network=sample-network&sort=title', 'title']
		])('of %s%s holds what the list shows, in its order', async (path, search, column) => {
			const { page } = await visit(stage(), { javaScriptEnabled: false });
			const shown: string[] = [];
			await page.goto(path + search);
			for (;;) {
				shown.push(...(await page.locator(`main a[href^="${path}/"]`).allInnerTexts()));
				const next = page.getByRole('link', { name: 'Next ›' });
				if ((await next.count()) === 0) break;
				await next.click();
			}
			const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
			const text = await (await fetch(new URL(href ?? '', stage().site.origin))).text();
			expect(text.startsWith('\uFEFF') || !text.includes('\uFEFF')).toBe(true);
			const { data: rows } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
				header: true,
				skipEmptyLines: true
			});
			expect(rows.map((row) => row[column])).toEqual(shown.map((name) => name.trim()));
			expect(rows.length).toBeGreaterThan(3);
		});
	});
}

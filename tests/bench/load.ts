import type { BenchRow } from './bench-row.ts';
import { launchBrowser, startSite } from '../e2e/site.ts';

/** What a slow line gives: 1.6 Mbit/s with 150 ms there and back, as Lighthouse's "slow 4G" has it. */
const SLOW = {
	offline: false,
	downloadThroughput: (1.6 * 1024 * 1024) / 8,
	uploadThroughput: 96_000,
	latency: 150
};
const BUDGET_KB = 60;

/** What the first page costs a visitor who has never been here, without touching anything. */
export async function rows(): Promise<BenchRow[]> {
	const site = await startSite();
	const browser = await launchBrowser();
	try {
		const page = await (await browser.newContext()).newPage();
		const session = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', SLOW);

		const scripts = new Set<string>();
		const bytes = new Map<string, number>();
		session.on('Network.responseReceived', ({ requestId, type }) => {
			if (type === 'Script') scripts.add(requestId);
		});
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
			bytes.set(requestId, encodedDataLength)
		);

		await page.goto(site.origin, { waitUntil: 'networkidle' });
		const paint = await page.evaluate(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null
		);
		const total = (ids: Iterable<string>): number => {
			let sum = 0;
			for (const id of ids) sum += bytes.get(id) ?? 0;
			return sum / 1000;
		};
		const script = total(scripts);
		return [
			{
				name: 'first page: JavaScript on the wire',
				ours: script,
				theirs: BUDGET_KB,
				ratio: BUDGET_KB / script,
				goal: '<= 60 kB',
				unit: 'kB'
			},
			{
				name: 'first page: everything on the wire',
				ours: total(bytes.keys()),
				theirs: null,
				ratio: null,
				goal: 'reported',
				unit: 'kB'
			},
			{
				name: 'first page: first contentful paint at 1.6 Mbit/s',
				ours: paint ?? Number.NaN,
				theirs: null,
				ratio: null,
				goal: 'reported',
				unit: 'ms'
			}
		];
	} finally {
		await browser.close();
		await site.stop();
	}
}

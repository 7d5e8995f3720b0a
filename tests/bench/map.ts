/**
 * A slider step and a first picture of 100,000 organisations, ours against MapLibre's own ways, in one
 * headless browser without a graphics card. CPU time, as wall time on a shared machine says little.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { launchBrowser } from '../e2e/site.ts';
import type { BenchRow } from './bench-row.ts';
import type { Peer } from './map-page.ts';
import { servePage } from './served-page.ts';

const ORGANISATIONS = 100_000;
const STEPS = 12;
const WARM_UP = 2;

interface Spent {
	/** The page's main thread, ms of CPU. */
	mainThread: number;
	/** All threads of the page's process, ms of CPU. */
	renderer: number;
	/** All processes of the browser, ms of CPU. */
	all: number;
}

interface Measured {
	load: Spent;
	step: Spent;
	longestTask: number;
	counted: number;
}

export async function rows(): Promise<BenchRow[]> {
	const { url, close } = await servePage('map-page.html');
	try {
		const measured = {} as Record<Peer, Measured>;
		for (const peer of ['ours', 'clustered', 'global-state', 'plain'] as const)
			measured[peer] = await measure(url, peer);
		const { ours, clustered, plain } = measured;
		const filtered = measured['global-state'];
		// A fast wrong number is no number.
		if (ours.counted !== clustered.counted)
			throw new Error(`Counted ${ours.counted}, not ${clustered.counted}.`);
		return [
			row(
				'slider step, main thread, against clustering with setData',
				ours.step.mainThread,
				clustered.step.mainThread,
				'ratio at least 60',
				'ms CPU a step'
			),
			row(
				'slider step, all processes, against a global-state filter',
				ours.step.all,
				filtered.step.all,
				'ratio at least 3, ambition 4',
				'ms CPU a step'
			),
			row('slider step, longest task over 50 ms (0: none)', ours.longestTask, null, 'none', 'ms'),
			row(
				'first full picture, renderer, against a GeoJSON source',
				ours.load.renderer,
				plain.load.renderer,
				'ratio at least 3',
				'ms CPU'
			),
			row(
				'first full picture, renderer, against a clustered GeoJSON source',
				ours.load.renderer,
				clustered.load.renderer,
				'told, no goal',
				'ms CPU'
			)
		].map((it) => ({ ...it, name: `${ORGANISATIONS.toLocaleString('en-GB')} organisations: ${it.name}` }));
	} finally {
		close();
	}
}

function row(name: string, ours: number, theirs: number | null, goal: string, unit: string): BenchRow {
	return { name, ours, theirs, ratio: theirs === null ? null : theirs / ours, goal, unit };
}

/** Each in a browser of its own, so that nobody pays for another's rubbish. */
async function measure(url: string, peer: Peer): Promise<Measured> {
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1000, height: 720 } });
		await page.goto(url);
		await page.waitForFunction(() => 'mapBench' in window);
		await page.evaluate((count) => window.mapBench.prepare(count), ORGANISATIONS);
		const read = await meter(browser, await page.context().newCDPSession(page));
		const load = await read(() => page.evaluate((it) => window.mapBench.load(it), peer));
		await page.evaluate(([it, count]) => window.mapBench.steps(it, count), [peer, WARM_UP] as const);
		const steps = await read(() =>
			page.evaluate(([it, count]) => window.mapBench.steps(it, count), [peer, STEPS] as const)
		);
		return {
			load,
			step: {
				mainThread: steps.mainThread / STEPS,
				renderer: steps.renderer / STEPS,
				all: steps.all / STEPS
			},
			longestTask: await page.evaluate(() => window.mapBench.longestTask()),
			counted: await page.evaluate(() => window.mapBench.counted())
		};
	} finally {
		await browser.close();
	}
}

async function meter(
	browser: Browser,
	ofPage: CDPSession
): Promise<(work: () => Promise<unknown>) => Promise<Spent>> {
	const ofBrowser = await browser.newBrowserCDPSession();
	await ofPage.send('Performance.enable');
	const now = async (): Promise<Spent> => {
		const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
		const { metrics } = await ofPage.send('Performance.getMetrics');
		const seconds = (isWanted: (type: string) => boolean): number =>
			processInfo.filter(({ type }) => isWanted(type)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
		return {
			mainThread: 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN),
			renderer: 1000 * seconds((type) => type === 'renderer'),
			all: 1000 * seconds(() => true)
		};
	};
	return async (work) => {
		const before = await now();
		await work();
		const after = await now();
		return {
			mainThread: after.mainThread - before.mainThread,
			renderer: after.renderer - before.renderer,
			all: after.all - before.all
		};
	};
}

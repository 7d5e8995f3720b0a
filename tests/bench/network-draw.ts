/**
 * Pan-and-zoom frames of our view against sigma 3, with labels and links, in one headless browser without a
 * graphics card. CPU of all the browser's processes and of the page's main thread, a frame.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/site.ts';
import type { BenchRow } from './bench-row.ts';
import type {} from './network-draw-page.ts';
import { servePage } from './served-page.ts';

const FRAMES = 20;
const WARM_UP = 5;

interface FrameCost {
	/** CPU of every process of the browser (ms). */
	total: number;
	/** Work on the page's main thread (ms). */
	mainThread: number;
}

export async function rows(): Promise<BenchRow[]> {
	const { url, close } = await servePage('network-draw-page.html');
	const browser = await launchBrowser();
	try {
		return [
			...(await compare(browser, url, 10_000, 40_000)),
			...(await compare(browser, url, 10_000, 10_000))
		];
	} finally {
		await browser.close();
		close();
	}
}

/**
 * Ours moves the last picture of its links while the reader moves, so sigma is measured both drawing its links
 * and leaving them out; and ours also where each frame has to be drawn anew.
 */
async function compare(
	browser: Browser,
	url: string,
	nodeCount: number,
	linkCount: number
): Promise<BenchRow[]> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
	await page.goto(url);
	await page.waitForFunction(() => 'drawBench' in window);
	await page.evaluate(([nodes, links]) => window.drawBench.prepare(nodes!, links!), [nodeCount, linkCount]);
	const cost = async (isAnew: boolean): Promise<FrameCost> => {
		const spent = await costPerFrame(browser, page, isAnew);
		await page.evaluate(() => window.drawBench.clear());
		return spent;
	};

	await page.evaluate(() => window.drawBench.showOurs());
	const ours = await cost(false);
	await page.evaluate(() => window.drawBench.showOurs());
	const oursAnew = await cost(true);
	await page.evaluate(() => window.drawBench.showSigma(false));
	const sigma = await cost(false);
	await page.evaluate(() => window.drawBench.showSigma(true));
	const sigmaHiding = await cost(false);
	await page.close();

	const name = `frame, ${nodeCount} nodes, ${linkCount} links, labels`;
	return [
		...rowsOf(`${name}, links visible in both`, ours, sigma, 'ratio at least 4'),
		...rowsOf(`${name}, links visible, against sigma without links`, ours, sigmaHiding, 'ratio at least 4'),
		...rowsOf(`${name}, links visible in both, each frame drawn anew`, oursAnew, sigma, 'reported')
	];
}

function rowsOf(name: string, ours: FrameCost, theirs: FrameCost, goal: string): BenchRow[] {
	return [
		{
			name: `${name}: all processes`,
			ours: ours.total,
			theirs: theirs.total,
			ratio: theirs.total / ours.total,
			goal,
			unit: 'ms CPU a frame'
		},
		{
			name: `${name}: main thread`,
			ours: ours.mainThread,
			theirs: theirs.mainThread,
			ratio: theirs.mainThread / ours.mainThread,
			goal: 'ratio at least 1',
			unit: 'ms a frame'
		}
	];
}

async function costPerFrame(browser: Browser, page: Page, isAnew: boolean): Promise<FrameCost> {
	const ofBrowser = await browser.newBrowserCDPSession();
	const ofPage = await page.context().newCDPSession(page);
	await ofPage.send('Performance.enable');
	// Until the first pictures are drawn and shaders are compiled.
	await page.evaluate((frames) => window.drawBench.move(frames, false), WARM_UP);
	await page.waitForTimeout(1000);
	const before = await spent(ofBrowser, ofPage);
	await page.evaluate(([frames, anew]) => window.drawBench.move(frames, anew), [FRAMES, isAnew] as const);
	const after = await spent(ofBrowser, ofPage);
	await Promise.all([ofBrowser.detach(), ofPage.detach()]);
	return {
		total: (after.total - before.total) / FRAMES,
		mainThread: (after.mainThread - before.mainThread) / FRAMES
	};
}

/** CPU spent so far (ms). */
async function spent(ofBrowser: CDPSession, ofPage: CDPSession): Promise<FrameCost> {
	const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
	const { metrics } = await ofPage.send('Performance.getMetrics');
	const seconds = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
	const tasks = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
	return { total: 1000 * seconds, mainThread: 1000 * tasks };
}

/**
 * Pan-and-zoom frames of our view against sigma 3, with labels, in one headless browser without a graphics
 * card. CPU of all the browser's processes and of the page's main thread, a frame.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { BenchRow } from './bench-row.ts';
import type {} from './network-draw-page.ts';

const FRAMES = 20;
const WARM_UP = 5;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader'
];

interface FrameCost {
	/** CPU of every process of the browser (ms). */
	total: number;
	/** Work on the page's main thread (ms). */
	mainThread: number;
}

export async function rows(): Promise<BenchRow[]> {
	const script = await bundle();
	const executablePath = CHROMIUM.find(existsSync);
	const isRoot = process.getuid?.() === 0;
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS
	});
	try {
		return [
			...(await compare(browser, script, 10_000, 40_000, false)),
			...(await compare(browser, script, 10_000, 40_000, true)),
			...(await compare(browser, script, 10_000, 10_000, false))
		];
	} finally {
		await browser.close();
	}
}

/** The page's script with everything it imports, as one file. */
async function bundle(): Promise<string> {
	const output = (await build({
		configFile: false,
		logLevel: 'silent',
		root: fileURLToPath(new URL('../..', import.meta.url)),
		build: {
			write: false,
			lib: {
				entry: fileURLToPath(new URL('network-draw-page.ts', import.meta.url)),
				formats: ['iife'],
				name: 'drawing'
			}
		}
	})) as Rolldown.RolldownOutput[];
	const chunk = output[0]?.output.find((file) => file.type === 'chunk');
	if (chunk === undefined) throw new Error('Bundling the drawing bench gave no script.');
	return chunk.code;
}

async function compare(
	browser: Browser,
	script: string,
	nodeCount: number,
	linkCount: number,
	hideEdgesOnMove: boolean
): Promise<BenchRow[]> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
	await page.setContent('<body style="margin:0"></body>');
	await page.addScriptTag({ content: script });
	await page.evaluate(([nodes, links]) => window.drawBench.prepare(nodes!, links!), [nodeCount, linkCount]);

	await page.evaluate(() => window.drawBench.showOurs());
	const ours = await costPerFrame(browser, page);
	await page.evaluate(() => window.drawBench.clear());
	await page.evaluate((isHidden) => window.drawBench.showSigma(isHidden), hideEdgesOnMove);
	const sigma = await costPerFrame(browser, page);
	await page.close();

	const peer = hideEdgesOnMove ? 'sigma hiding links while moving' : 'sigma';
	const name = `frame, ${nodeCount} nodes, ${linkCount} links, labels, against ${peer}`;
	return [
		{
			name: `${name}: all processes`,
			ours: ours.total,
			theirs: sigma.total,
			ratio: sigma.total / ours.total,
			goal: 'ratio at least 4',
			unit: 'ms CPU a frame'
		},
		{
			name: `${name}: main thread`,
			ours: ours.mainThread,
			theirs: sigma.mainThread,
			ratio: sigma.mainThread / ours.mainThread,
			goal: 'ratio at least 1',
			unit: 'ms a frame'
		}
	];
}

async function costPerFrame(browser: Browser, page: Page): Promise<FrameCost> {
	const ofBrowser = await browser.newBrowserCDPSession();
	const ofPage = await page.context().newCDPSession(page);
	await ofPage.send('Performance.enable');
	// Until the first pictures are drawn and shaders are compiled.
	await page.evaluate((frames) => window.drawBench.move(frames), WARM_UP);
	await page.waitForTimeout(1000);
	const before = await spent(ofBrowser, ofPage);
	await page.evaluate((frames) => window.drawBench.move(frames), FRAMES);
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

/**
 * The network page itself, with an atlas of 10,000 bodies and 40,000 ties: its longest task on the main thread
 * from the click until the layout is finished and drawn with its labels, and from the choice of another layout
 * until that is drawn.
 */
import type { CDPSession } from 'playwright-core';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import { launchBrowser, startSite } from '../e2e/site.ts';
import type { BenchRow } from './bench-row.ts';
import { inventedAtlas } from './network-atlas.ts';

const [BODIES, TIES] = [10_000, 40_000];
/** A task beyond this keeps the reader waiting (ms). */
const LONG_MS = 50;
const PATIENCE_MS = 180_000;
const LOOK_MS = 300;
/** Until labels are drawn and the last glide is over. */
const AFTERWARDS_MS = 2000;

/** A task of the page's main thread (ms). */
interface Task {
	wall: number;
	cpu: number;
}

interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** Microseconds, of the clock and of the thread. */
	dur?: number;
	tdur?: number;
	args: { name?: string };
}

export async function rows(): Promise<BenchRow[]> {
	const site = await startSite();
	const browser = await launchBrowser();
	try {
		const real = (await (await fetch(`${site.origin}/data/atlas`)).json()) as AtlasWire;
		const atlas = JSON.stringify(inventedAtlas(real, BODIES, TIES));
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			serviceWorkers: 'block'
		});
		await context.route('**/data/atlas*', (route) =>
			route.fulfill({ contentType: 'application/json', body: atlas })
		);
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		const session = await browser.newBrowserCDPSession();
		await page.goto(`${site.origin}/learning`, { waitUntil: 'networkidle' });
		// Looking at the page runs on the thread that is measured: seldom, then, and by what is found at once.
		const settled = async (): Promise<void> => {
			await page.waitForFunction(
				() => document.querySelector('.canvas + .line')?.textContent.includes('Point at a node'),
				undefined,
				{ polling: LOOK_MS }
			);
			await page.waitForTimeout(AFTERWARDS_MS);
		};
		const link = page.locator('a[href^="/network"]').first();
		await link.waitFor();

		const opened = await mainThreadTasks(session, async () => {
			await link.click();
			await settled();
		});
		const changed = await mainThreadTasks(session, async () => {
			await page.$eval('select[name=layout]', (select) => {
				(select as HTMLSelectElement).value = 'region';
				select.dispatchEvent(new Event('change', { bubbles: true }));
			});
			await page.waitForURL(/layout=region/);
			await settled();
		});
		return [
			...rowsOf(`from click to finished layout, ${BODIES} nodes, ${TIES} links`, opened),
			...rowsOf('from that to the layout by region', changed)
		];
	} finally {
		await browser.close();
		await site.stop();
	}
}

function rowsOf(name: string, tasks: Task[]): BenchRow[] {
	const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
	const row = (what: string, ours: number, goal: string, unit: string): BenchRow => ({
		name: `${name}: ${what}`,
		ours,
		theirs: null,
		ratio: null,
		goal,
		unit
	});
	return [
		row('longest main-thread task', most(tasks.map(({ wall }) => wall)), 'at most 50', 'ms'),
		row('the same in CPU time', most(tasks.map(({ cpu }) => cpu)), 'at most 50', 'ms CPU'),
		row('main-thread tasks over 50 ms', tasks.filter(({ wall }) => wall > LONG_MS).length, '0', 'tasks')
	];
}

/** The tasks of the page's main thread while something is done, as the browser itself records them. */
async function mainThreadTasks(session: CDPSession, doing: () => Promise<void>): Promise<Task[]> {
	const events: TraceEvent[] = [];
	const collect = ({ value }: { value: unknown[] }): number => events.push(...(value as TraceEvent[]));
	session.on('Tracing.dataCollected', collect);
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] }
	});
	await doing();
	const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await complete;
	session.off('Tracing.dataCollected', collect);
	const mains = new Set(
		events
			.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
			.map(({ pid, tid }) => `${pid} ${tid}`)
	);
	return events
		.filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mains.has(`${pid} ${tid}`))
		.map(({ dur = 0, tdur = NaN }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
}

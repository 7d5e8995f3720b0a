import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { geodesicMoranByPeriod } from '#lib/analysis/diffusion/geodesic-moran.ts';
import { infectiousness } from '#lib/analysis/diffusion/infectiousness.ts';
import { moranByPeriod } from '#lib/analysis/diffusion/moran-by-period.ts';
import { thresholds } from '#lib/analysis/diffusion/threshold.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { NEVER, panelFromTimes, type Panel } from '#lib/analysis/panel/panel.ts';
import { geodesicWeights } from '#lib/analysis/sparse/geodesics.ts';
import { sparseMatrix, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import type { BenchRow } from './bench-row.ts';

interface Spread {
	panel: Panel;
	network: SparseMatrix;
}

const SHUFFLES = { permutations: 999, seed: 1 };
const LIST = 'exposure, thresholds, infectiousness, Moran with 999 permutations';

/** The speed of the analysis library, beside netdiffuseR where R has it. */
export async function rows(): Promise<BenchRow[]> {
	const small = randomSpread(1000, 20, 5);
	const large = randomSpread(10_000, 60, 5);
	const warmUp = randomSpread(200, 20, 5);
	wholeList(warmUp);
	const ours = cpuMs(() => wholeList(small));
	const theirs = netdiffuseR(small);
	const peer =
		theirs === null ? 'R with netdiffuseR is not here, so there is no ratio' : 'netdiffuseR in the same run';
	const alone = { theirs: null, ratio: null, unit: 'CPU ms' };
	return [
		{
			name: `1,000 nodes × 20 periods: ${LIST} (adjacency)`,
			ours,
			theirs,
			ratio: theirs === null ? null : theirs / ours,
			goal: `under 1,000 ms, ratio at least 20; ${peer}`,
			unit: 'CPU ms'
		},
		{
			name: '1,000 nodes × 20 periods: Moran with 999 permutations over geodesic weights',
			ours: cpuMs(() => moranByPeriod(small.panel, geodesicWeights(small.network), SHUFFLES)),
			goal: 'under 1,000 ms',
			...alone
		},
		{
			name: `10,000 nodes × 60 periods: ${LIST} (adjacency)`,
			ours: cpuMs(() => wholeList(large)),
			goal: 'completes',
			...alone
		},
		{
			name: '10,000 nodes × 60 periods: Moran over geodesic weights, no permutations',
			ours: cpuMs(() => geodesicMoranByPeriod(large.panel, large.network)),
			goal: 'completes',
			...alone
		}
	];
}

function wholeList({ panel, network }: Spread): void {
	const table = exposure(panel, network);
	thresholds(panel, table);
	infectiousness(panel, network);
	moranByPeriod(panel, network, SHUFFLES);
}

/** CPU time of this process, user and system. */
function cpuMs(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** A random directed network; four in five units adopt at a random time. */
function randomSpread(size: number, periods: number, tiesEach: number): Spread {
	const random = seededRandom(size);
	const pairs = new Set<number>();
	while (pairs.size < size * tiesEach) {
		const pair = random.below(size * size);
		if (Math.floor(pair / size) !== pair % size) pairs.add(pair);
	}
	const units = Array.from({ length: size }, (_, at) => ({
		id: `u${at}`,
		adopted: random.next() < 0.8 ? 1 + random.below(periods) : null
	}));
	const list = [...pairs];
	const network = sparseMatrix(size, {
		row: list.map((pair) => Math.floor(pair / size)),
		column: list.map((pair) => pair % size),
		value: list.map(() => 1)
	});
	return { panel: panelFromTimes(units, 1, periods), network };
}

/** CPU ms of the same list in R; `null` where R or the package is missing. */
function netdiffuseR({ panel, network }: Spread): number | null {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const times = Array.from(panel.adoptedAt, (at) => (at === NEVER ? 'NA' : String(panel.periods[at]!)));
		const ties: string[] = [];
		for (let row = 0; row < network.size; row++) {
			for (let at = network.rowStart[row]!; at < network.rowStart[row + 1]!; at++)
				ties.push(`${row + 1},${network.column[at]! + 1}`);
		}
		writeFileSync(join(folder, 'toa.csv'), `toa\n${times.join('\n')}\n`);
		writeFileSync(join(folder, 'ties.csv'), `i,j\n${ties.join('\n')}\n`);
		const script = fileURLToPath(new URL('analysis-netdiffuser.R', import.meta.url));
		const run = spawnSync('Rscript', [script, folder, String(panel.periods.length)], { encoding: 'utf8' });
		const seconds = Number(/^cpu (\S+)$/m.exec(run.stdout ?? '')?.[1]);
		return run.status === 0 && Number.isFinite(seconds) ? seconds * 1000 : null;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/**
 * `npm run bench -- <name>[/<part>] [--json]`: one row a goal, ours against named peers in the same run.
 * Never part of the test suite: a shared machine must not decide whether a change is right.
 */
import type { BenchRow } from './bench-row.ts';

const BENCHES: Record<string, Record<string, () => Promise<{ rows(): Promise<BenchRow[]> }>>> = {
	map: { all: () => import('./map.ts') },
	network: {
		layout: () => import('./network-layout.ts'),
		metrics: () => import('./network-metrics.ts'),
		drawing: () => import('./network-draw.ts'),
		page: () => import('./network-page.ts')
	},
	analysis: { all: () => import('./analysis.ts') },
	peers: { all: () => import('./peers.ts') },
	'read-tables': { all: () => import('./read-tables.ts') },
	load: { all: () => import('./load.ts') },
	councils: { all: () => import('./councils.ts') },
	forecast: { all: () => import('./forecast.ts') }
};

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const names = words.filter((word) => !word.startsWith('--'));
const chosen = names.map(partsOf);
if (names.length === 0 || chosen.some((parts) => parts.length === 0)) {
	const parts = Object.keys(BENCHES['network']!).map((part) => `network/${part}`);
	process.stderr.write(
		`Name what to measure: ${Object.keys(BENCHES).join(', ')}; or a part: ${parts.join(', ')}.\n`
	);
	process.exit(2);
}

const rows: BenchRow[] = [];
for (const load of chosen.flat()) rows.push(...(await (await load()).rows()));
if (asJson) process.stdout.write(`${JSON.stringify(rows, null, '\t')}\n`);
else
	console.table(
		rows.map((row) => ({ ...row, ours: round(row.ours), theirs: round(row.theirs), ratio: round(row.ratio) }))
	);
process.exit(0);

/** The parts of a bench, or the one named after a slash; none when there is no such bench or part. */
function partsOf(name: string) {
	const [bench = '', part] = name.split('/');
	const parts = BENCHES[bench] ?? {};
	if (part === undefined) return Object.values(parts);
	const only = parts[part];
	return only === undefined ? [] : [only];
}

function round(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(4));
}

/**
 * `npm run bench -- <name> [--json]`: one row a goal, ours against named peers in the same run.
 * Never part of the test suite: a shared machine must not decide whether a change is right.
 */
import type { BenchRow } from './bench-row.ts';

const BENCHES: Record<string, () => Promise<{ rows(): Promise<BenchRow[]> }>[]> = {
	map: () => [import('./map.ts')],
	network: () => [import('./network-layout.ts'), import('./network-metrics.ts'), import('./network-draw.ts')],
	analysis: () => [import('./analysis.ts')],
	peers: () => [import('./peers.ts')],
	load: () => [import('./load.ts')]
};

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !(name in BENCHES));
if (names.length === 0 || unknown.length > 0) {
	process.stderr.write(`Name what to measure: ${Object.keys(BENCHES).join(', ')}.\n`);
	process.exit(2);
}

const rows: BenchRow[] = [];
for (const name of names) {
	for (const loading of BENCHES[name]!()) rows.push(...(await (await loading).rows()));
}
if (asJson) process.stdout.write(`${JSON.stringify(rows, null, '\t')}\n`);
else
	console.table(
		rows.map((row) => ({ ...row, ours: round(row.ours), theirs: round(row.theirs), ratio: round(row.ratio) }))
	);
process.exit(0);

function round(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(4));
}

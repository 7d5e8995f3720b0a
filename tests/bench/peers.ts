import { createRequire } from 'node:module';
import { PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import type { FeatureTable } from '#lib/peers/feature-table.ts';
import { nearestIndex } from '#lib/peers/nearest.ts';
import { peerSpace } from '#lib/peers/peer-space.ts';
import { rankPeers } from '#lib/peers/ranking.ts';
import { weighting, type Weighting } from '#lib/peers/weighting.ts';
import type { BenchRow } from './bench-row.ts';
import { seededRandom } from './network-graphs.ts';

const AREAS = 100_000;
const INDICATORS = 20;
const NEAREST = 10;
/** Common causes behind correlated indicators, such as wealth, age, density and growth. */
const FACTORS = 4;

type Point = Float64Array | number[];
type Query = (row: number) => number[];

interface KdTreeModule {
	kdTree: new (
		points: TreePoint[],
		metric: (a: TreePoint, b: TreePoint) => number,
		dimensions: number[]
	) => { nearest(point: TreePoint, count: number): [TreePoint, number][] };
}

type TreePoint = Record<number, number> & { row: number };

/** Exact 10 nearest of 100,000 × 20 against two peers, and the time a moved weight takes. */
export async function rows(): Promise<BenchRow[]> {
	return [...nearestRows('correlated', 0.8), ...nearestRows('independent', 0), movedWeight()];
}

function nearestRows(kind: string, loading: number): BenchRow[] {
	const weighted = weighting(space(AREAS, loading), null);
	const points = unpacked(weighted);
	let index = nearestIndex(weighted, PRODUCT_COVERAGE);
	const ours: Query = (row) => index.nearest(row, NEAREST).map((neighbour) => neighbour.row);
	const [plain, tree, treeBuild] = [mapAndSort(points), ...kdTree(points)] as const;
	const queries = Array.from({ length: 200 }, (_, at) => (at * 7919) % AREAS);

	const oursMs = cpuMs(queries, ours);
	const plainMs = cpuMs(queries.slice(0, 5), plain);
	const treeMs = cpuMs(queries.slice(0, 5), tree);
	const buildMs = cpuMs([0, 1, 2], () => (index = nearestIndex(weighted, PRODUCT_COVERAGE)));
	assertSame(queries.slice(0, 5), ours, plain);
	assertSame(queries.slice(0, 5), ours, tree);

	const name = `10 nearest of 100,000 × 20, ${kind}`;
	return [
		row(`${name}, against map and sort`, oursMs, plainMs, 'ratio at least 10'),
		row(`${name}, against kd-tree-javascript`, oursMs, treeMs, 'ratio at least 10'),
		row(
			`Preparing 100,000 × 20, ${kind}, against building kd-tree-javascript`,
			buildMs,
			treeBuild,
			'told, no goal'
		)
	];
}

/** All 10,000 distances, the ten nearest with reasons, and the share of areas farther than each. */
function movedWeight(): BenchRow {
	const moved = space(10_000, 0.8);
	const weights = new Float64Array(INDICATORS).fill(1);
	const ms = cpuMs(
		Array.from({ length: 100 }, (_, at) => at),
		(at) => {
			weights[at % INDICATORS] = 1 + (at % 7) / 3;
			rankPeers(weighting(moved, weights), at, NEAREST, PRODUCT_COVERAGE);
		}
	);
	return row('A moved weight ranks 10,000 × 20 again', ms, null, 'at most 16 ms');
}

function row(name: string, ours: number, theirs: number | null, goal: string): BenchRow {
	return { name, ours, theirs, ratio: theirs === null ? null : theirs / ours, goal, unit: 'ms CPU' };
}

function space(areas: number, loading: number) {
	const values = new Float64Array(areas * INDICATORS);
	const normal = seededNormal(2026);
	const own = Math.sqrt(1 - loading ** 2);
	for (let area = 0; area < areas; area += 1) {
		const factors = Array.from({ length: FACTORS }, normal);
		for (let at = 0; at < INDICATORS; at += 1) {
			values[area * INDICATORS + at] = loading * (factors[at % FACTORS] ?? 0) + own * normal();
		}
	}
	const table: FeatureTable = {
		codes: Array.from({ length: areas }, (_, area) => `A${area}`),
		columns: Array.from({ length: INDICATORS }, (_, at) => `indicator ${at + 1}`),
		values
	};
	return peerSpace(table, { model: 'zscore', log: [], winsorise: null });
}

/** Standard normal numbers by Box and Muller. */
function seededNormal(seed: number): () => number {
	const random = seededRandom(seed);
	return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The same coordinates as the plain arrays that the peers are written for. */
function unpacked({ space: { coordinates } }: Weighting): number[][] {
	return Array.from({ length: coordinates.length / INDICATORS }, (_, at) =>
		Array.from(coordinates.subarray(at * INDICATORS, (at + 1) * INDICATORS))
	);
}

function mapAndSort(points: number[][]): Query {
	return (from) => {
		const origin = points[from] ?? [];
		return points
			.map((point, at) => ({ at, distance: Math.sqrt(squared(origin, point)) }))
			.sort((a, b) => a.distance - b.distance)
			.filter(({ at }) => at !== from)
			.slice(0, NEAREST)
			.map(({ at }) => at);
	};
}

function kdTree(points: number[][]): [Query, number] {
	const { kdTree: KdTree } = createRequire(import.meta.url)('kd-tree-javascript') as KdTreeModule;
	const treePoints = points.map((point, at): TreePoint => Object.assign({ row: at }, point));
	const dimensions = Array.from({ length: INDICATORS }, (_, at) => at);
	const metric = (a: TreePoint, b: TreePoint) => squared(a as unknown as Point, b as unknown as Point);
	// The tree sorts the array that it is given.
	const [tree, ms] = timed(() => new KdTree([...treePoints], metric, dimensions));
	const query: Query = (from) => {
		const origin = treePoints[from];
		if (origin === undefined) return [];
		return tree
			.nearest(origin, NEAREST + 1)
			.sort((a, b) => a[1] - b[1])
			.map(([point]) => point.row)
			.filter((found) => found !== from);
	};
	return [query, ms];
}

function squared(a: Point, b: Point): number {
	let sum = 0;
	for (let at = 0; at < INDICATORS; at += 1) {
		const gap = (a[at] as number) - (b[at] as number);
		sum += gap * gap;
	}
	return sum;
}

/** CPU time a call, after a run to warm up. */
function cpuMs(inputs: readonly number[], call: (input: number) => unknown): number {
	for (const input of inputs) call(input);
	const [, ms] = timed(() => inputs.forEach((input) => call(input)));
	return ms / inputs.length;
}

function timed<Result>(work: () => Result): [Result, number] {
	const before = process.cpuUsage();
	const result = work();
	const { user, system } = process.cpuUsage(before);
	return [result, (user + system) / 1000];
}

/** A fast wrong answer is no answer. */
function assertSame(queries: readonly number[], ours: Query, theirs: Query): void {
	for (const query of queries) {
		if (ours(query).join() !== theirs(query).join()) throw new Error(`The peers of row ${query} differ.`);
	}
}

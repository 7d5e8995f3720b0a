import { Worker } from 'node:worker_threads';
import louvain from 'graphology-communities-louvain';
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness.js';
import { betweenness, finishBetweenness } from '#lib/analysis/graph/betweenness.ts';
import { communities } from '#lib/analysis/graph/communities.ts';
import type { Graph } from '#lib/analysis/graph/graph.ts';
import { buildGraph } from '#lib/analysis/graph/graph.ts';
import { toGraphology } from '#lib/analysis/graph/pagerank.ts';
import type { BenchRow } from './bench-row.ts';
import type { BetweennessTask } from './betweenness-worker.ts';
import type { BenchGraph } from './network-graphs.ts';
import { plantedCommunities, scaleFree, seededRandom, smallWorld } from './network-graphs.ts';

const NODES = 10_000;
const LINKS = 45_000;
const WORKERS = 2;

/** Exact betweenness, its scaling over worker threads, and communities, against graphology on the same graphs. */
export async function rows(): Promise<BenchRow[]> {
	const community = plantedCommunities(NODES, LINKS);
	return [
		...(await betweennessRows(graphOf(community), community.name)),
		...[community, scaleFree(NODES, LINKS), smallWorld(NODES, LINKS)].flatMap(communityRows)
	];
}

async function betweennessRows(graph: Graph, family: string): Promise<BenchRow[]> {
	const what = `exact betweenness, ${size(graph)}, ${family}`;
	const theirGraph = toGraphology(graph);
	const ours = measured(() => betweenness(graph));
	const theirs = measured(() =>
		graphologyBetweenness(theirGraph, { normalized: false, getEdgeWeight: null })
	);
	ours.result.forEach((value, node) =>
		assertClose(value, theirs.result[node]!, `betweenness of node ${node}`)
	);
	const spread = await overWorkers(graph);
	spread.result.forEach((value, node) =>
		assertClose(value, ours.result[node]!, `betweenness of node ${node}`)
	);
	return [
		row(`${what}, against graphology`, ours.cpuMs, theirs.cpuMs, 'ratio at least 4', 'ms CPU'),
		row(
			`${what}, ${WORKERS} workers against one thread`,
			spread.wallMs,
			ours.wallMs,
			'ratio near 2',
			'ms wall'
		),
		row(
			`${what}, CPU of ${WORKERS} workers against one thread`,
			spread.cpuMs,
			ours.cpuMs,
			'ratio near 1',
			'ms CPU'
		)
	];
}

function communityRows(bench: BenchGraph): BenchRow[] {
	const graph = graphOf(bench);
	const theirGraph = toGraphology(graph);
	const rng = seededRandom(1);
	// Once unmeasured for both, so that neither pays for being compiled.
	communities(graph, { starts: 1 });
	louvain.detailed(theirGraph, { rng, getEdgeWeight: null });
	const ours = measured(() => communities(graph, { starts: 1 }));
	const theirs = measured(() => louvain.detailed(theirGraph, { rng, getEdgeWeight: null }));
	const what = `communities, ${size(graph)}, ${bench.name}, against graphology's Louvain`;
	const quality = ours.result.modularity!;
	return [
		row(`${what}: time`, ours.cpuMs, theirs.cpuMs, 'printed', 'ms CPU'),
		{
			name: `${what}: modularity`,
			ours: quality,
			theirs: theirs.result.modularity,
			ratio: quality / theirs.result.modularity,
			goal: 'ratio at least 1',
			unit: 'modularity'
		}
	];
}

/** Each worker takes an equal range of sources; starting them is not counted, sending the graph is. */
async function overWorkers(graph: Graph): Promise<Measured<Float64Array>> {
	// A thread does not inherit what lets the main one read TypeScript, so it starts by loading that.
	const script = JSON.stringify(new URL('./betweenness-worker.ts', import.meta.url).href);
	const boot = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${script}, ${script}));`;
	const workers = Array.from({ length: WORKERS }, () => new Worker(boot, { eval: true }));
	await Promise.all(workers.map(nextMessage));
	const started = performance.now();
	const before = process.cpuUsage();
	const parts = await Promise.all(
		workers.map((worker, at) => {
			const bound = (part: number) => Math.floor((part * graph.nodeCount) / WORKERS);
			worker.postMessage({ graph, fromSource: bound(at), toSource: bound(at + 1) } satisfies BetweennessTask);
			return nextMessage(worker) as Promise<Float64Array>;
		})
	);
	const sum = new Float64Array(graph.nodeCount);
	for (const part of parts) part.forEach((value, node) => (sum[node]! += value));
	const result = finishBetweenness(graph, sum);
	const { user, system } = process.cpuUsage(before);
	const wallMs = performance.now() - started;
	await Promise.all(workers.map((worker) => worker.terminate()));
	return { result, cpuMs: (user + system) / 1000, wallMs };
}

function nextMessage(worker: Worker): Promise<unknown> {
	return new Promise((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}

interface Measured<Result> {
	result: Result;
	cpuMs: number;
	wallMs: number;
}

function measured<Result>(work: () => Result): Measured<Result> {
	const started = performance.now();
	const before = process.cpuUsage();
	const result = work();
	const { user, system } = process.cpuUsage(before);
	return { result, cpuMs: (user + system) / 1000, wallMs: performance.now() - started };
}

function row(name: string, ours: number, theirs: number, goal: string, unit: string): BenchRow {
	return { name, ours, theirs, ratio: theirs / ours, goal, unit };
}

function graphOf({ nodeCount, source, target }: BenchGraph): Graph {
	return buildGraph(nodeCount, { sources: source, targets: target }).graph;
}

function size(graph: Graph): string {
	return `${graph.nodeCount} nodes / ${graph.tieCount} links`;
}

/** A comparison of speed means nothing unless both computed the same. */
function assertClose(ours: number, theirs: number, what: string): void {
	if (Math.abs(ours - theirs) > 1e-6 * Math.max(1, theirs)) {
		throw new Error(`${what}: ${ours} here, ${theirs} there`);
	}
}

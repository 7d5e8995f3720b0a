/**
 * Force layout against d3-force (300 ticks) and graphology's ForceAtlas2 (300 iterations, inferred settings):
 * same graphs, same run, CPU time of this process, and the quality of the pictures.
 */
import { forceCenter, forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3';
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { forceLayout } from '#lib/layout/force.ts';
import { adjacencyOf } from '#lib/layout/layout-graph.ts';
import { crossingShare, neighbourhoodPreservation } from '#lib/layout/quality.ts';
import type { BenchRow } from './bench-row.ts';
import {
	plantedCommunities,
	scaleFree,
	seededRandom,
	smallWorld,
	type BenchGraph
} from './network-graphs.ts';

const NODES = 10_000;
const LINKS = 40_000;
const ROUNDS = 300;
const SAMPLED_PAIRS = 1_000_000;

interface Measured {
	cpuMs: number;
	crossings: number;
	preservation: number;
}

export async function rows(): Promise<BenchRow[]> {
	const families = [plantedCommunities(NODES, LINKS), scaleFree(NODES, LINKS), smallWorld(NODES, LINKS)];
	return [...families.flatMap(rowsOf), hundredThousand()];
}

function rowsOf(graph: BenchGraph): BenchRow[] {
	const ours = measure(graph, forceLayout);
	const d3 = measure(graph, d3Layout);
	const atlas = measure(graph, forceAtlas2Layout);
	const name = `layout, ${graph.name}, ${graph.nodeCount} nodes, ${graph.source.length} links`;
	return [
		{
			name: `${name}: CPU against d3-force at ${ROUNDS} ticks`,
			ours: ours.cpuMs,
			theirs: d3.cpuMs,
			ratio: d3.cpuMs / ours.cpuMs,
			goal: 'ratio at least 20',
			unit: 'ms CPU'
		},
		{
			name: `${name}: crossing pairs of links against d3-force`,
			ours: ours.crossings,
			theirs: d3.crossings,
			ratio: d3.crossings / ours.crossings,
			goal: 'at most 1.02 times theirs: ratio at least 0.98',
			unit: 'share of pairs'
		},
		{
			name: `${name}: neighbourhood preservation against d3-force`,
			ours: ours.preservation,
			theirs: d3.preservation,
			ratio: ours.preservation / d3.preservation,
			goal: 'ratio at least 1',
			unit: 'share of neighbours'
		},
		{
			name: `${name}: CPU against ForceAtlas2 at ${ROUNDS} iterations`,
			ours: ours.cpuMs,
			theirs: atlas.cpuMs,
			ratio: atlas.cpuMs / ours.cpuMs,
			goal: 'ratio at least 15',
			unit: 'ms CPU'
		},
		{
			name: `${name}: neighbourhood preservation against ForceAtlas2`,
			ours: ours.preservation,
			theirs: atlas.preservation,
			ratio: ours.preservation / atlas.preservation,
			goal: 'ratio at least 0.9',
			unit: 'share of neighbours'
		}
	];
}

function hundredThousand(): BenchRow {
	const graph = plantedCommunities(100_000, 400_000);
	return {
		name: 'layout, communities, 100000 nodes, 400000 links: CPU in one thread',
		ours: cpuMs(() => forceLayout(graph)),
		theirs: null,
		ratio: null,
		goal: 'at most 20000',
		unit: 'ms CPU'
	};
}

function measure(graph: BenchGraph, layout: (graph: BenchGraph) => Float32Array): Measured {
	let positions = new Float32Array(0);
	const spent = cpuMs(() => {
		positions = Float32Array.from(layout(graph));
	});
	return {
		cpuMs: spent,
		crossings: crossingShare(positions, graph.source, graph.target, SAMPLED_PAIRS) ?? NaN,
		preservation: neighbourhoodPreservation(positions, adjacencyOf(graph)) ?? NaN
	};
}

function cpuMs(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function d3Layout({ nodeCount, source, target }: BenchGraph): Float32Array {
	const nodes: SimulationNodeDatum[] = Array.from({ length: nodeCount }, () => ({}));
	const links = Array.from(source, (end, i) => ({ source: end, target: target[i]! }));
	forceSimulation(nodes)
		.force('link', forceLink(links))
		.force('charge', forceManyBody())
		.force('center', forceCenter())
		.stop()
		.tick(ROUNDS);
	return Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? NaN, y ?? NaN]));
}

function forceAtlas2Layout({ nodeCount, source, target }: BenchGraph): Float32Array {
	const random = seededRandom(7);
	const model = new Graph();
	for (let node = 0; node < nodeCount; node++)
		model.addNode(node, { x: 1000 * random(), y: 1000 * random() });
	source.forEach((end, i) => model.addEdge(end, target[i]));
	forceAtlas2.assign(model, { iterations: ROUNDS, settings: forceAtlas2.inferSettings(model) });
	return Float32Array.from(model.mapNodes((_, { x, y }) => [Number(x), Number(y)]).flat());
}

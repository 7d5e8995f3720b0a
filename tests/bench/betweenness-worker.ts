import { parentPort } from 'node:worker_threads';
import { betweennessOf } from '#lib/analysis/graph/betweenness.ts';
import type { Graph } from '#lib/analysis/graph/graph.ts';

/** A range of sources to search from, in a graph that is sent along. */
export interface BetweennessTask {
	graph: Graph;
	fromSource: number;
	toSource: number;
}

parentPort?.on('message', ({ graph, fromSource, toSource }: BetweennessTask) => {
	const part = new Float64Array(graph.nodeCount);
	betweennessOf(graph, fromSource, toSource, part);
	parentPort?.postMessage(part, [part.buffer]);
});
parentPort?.postMessage('ready');

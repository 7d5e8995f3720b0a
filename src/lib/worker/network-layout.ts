import { communities } from '#lib/analysis/graph/communities.ts';
import { buildGraph } from '#lib/analysis/graph/graph.ts';
import { communityLayout } from '#lib/layout/community.ts';
import { concentricLayout } from '#lib/layout/concentric.ts';
import { createForce } from '#lib/layout/force.ts';
import type { ForceRun, Pins } from '#lib/layout/force.ts';
import type { LayoutGraph } from '#lib/layout/layout-graph.ts';
import { regionLayout } from '#lib/layout/region.ts';
import { timelineLayout } from '#lib/layout/timeline.ts';
import type { TimeAxis } from '#lib/layout/timeline.ts';
import { ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { NetworkLayout } from '#lib/view/network-choice.ts';
import { COMMUNITY_SEARCH } from '#lib/network/picture-graph.ts';
import type { Task } from './tasks.ts';

export interface LayoutStart {
	layout: NetworkLayout;
	graph: LayoutGraph;
	/** Nodes kept where the reader put them. */
	pins: Pins;
	/** Node in the middle of the rings; null: the one with most links. */
	centre: number | null;
	/** Places on the map, x and y interleaved; NaN unknown. */
	anchors: Float32Array;
	/** Date of each node across the time layout, `ALWAYS_BEFORE` where none is on record. */
	dates: Int32Array;
}

/** Starts a layout, or goes on with the one under way. */
export type LayoutInput = { kind: 'start'; start: LayoutStart } | { kind: 'go on' };

export interface LayoutOutput {
	/** x and y of each node, interleaved (layout units). */
	positions: Float32Array;
	isDone: boolean;
	/** Share of the nodes whose layout is finished, 0 to 1. */
	share: number;
	/** The years below the time layout; null for every other. */
	axis: TimeAxis | null;
}

/** How long one call computes before it answers, so that places arrive while the layout runs (ms). */
const SLICE_MS = 60;
/** Radius and gap of a node where layouts keep discs apart, and gap between rings (units). */
const DISC = { radius: 7, gap: 4, ring: 70, pitch: 16 };
/** Width of a year of the time layout (units). */
const UNITS_A_YEAR = 90;

let running: ForceRun | null = null;

/**
 * Lays out a network a slice at a time: the page asks again until it is done, and so is never sent
 * places faster than it can draw them. The worker holds the one layout under way.
 */
export const task: Task<LayoutInput, LayoutOutput> = (input) => {
	if (input.kind === 'start') {
		const placed = atOnce(input.start);
		if (placed !== null) {
			running = null;
			const positions = withPins(placed.positions, input.start.pins);
			return { positions, isDone: true, share: 1, axis: placed.axis };
		}
		const { graph, pins } = input.start;
		running = createForce(graph, { pins });
	}
	if (running === null) throw new Error('No layout is under way.');
	const until = performance.now() + SLICE_MS;
	do running.step(4);
	while (!running.done && performance.now() < until);
	const output = {
		positions: running.positions.slice(),
		isDone: running.done,
		share: running.progress,
		axis: null
	};
	if (running.done) running = null;
	return output;
};

/** The finished layout where nothing has to settle; null for the force layout. */
export function atOnce({
	layout,
	graph,
	centre,
	anchors,
	dates
}: LayoutStart): Pick<LayoutOutput, 'positions' | 'axis'> | null {
	const { nodeCount } = graph;
	const radii = new Float32Array(nodeCount).fill(DISC.radius);
	switch (layout) {
		case 'force':
			return null;
		case 'region':
			return { positions: regionLayout(anchors, radii, DISC.gap), axis: null };
		case 'community': {
			const ties = { sources: graph.source, targets: graph.target };
			const { partOf } = communities(buildGraph(nodeCount, ties).graph, COMMUNITY_SEARCH);
			return { positions: communityLayout(graph, partOf, { gap: 24, margin: 14 }), axis: null };
		}
		case 'rings': {
			const middle = centre ?? busiest(graph);
			return { positions: concentricLayout(graph, middle, DISC.ring, DISC.pitch), axis: null };
		}
		case 'time':
			return timelineLayout(
				graph,
				Float64Array.from(dates, (day) => (day === ALWAYS_BEFORE ? NaN : day)),
				{ radii, gap: DISC.gap, yearWidth: UNITS_A_YEAR }
			);
	}
}

function busiest({ nodeCount, source, target }: LayoutGraph): number {
	const degree = new Uint32Array(nodeCount);
	for (let link = 0; link < source.length; link += 1) {
		degree[source[link]!]! += 1;
		degree[target[link]!]! += 1;
	}
	return degree.reduce((best, value, node) => (value > degree[best]! ? node : best), 0);
}

function withPins(positions: Float32Array, { nodes, positions: places }: Pins): Float32Array {
	for (let at = 0; at < nodes.length; at += 1) {
		positions[2 * nodes[at]!] = places[2 * at]!;
		positions[2 * nodes[at]! + 1] = places[2 * at + 1]!;
	}
	return positions;
}

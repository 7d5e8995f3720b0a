import { communities } from '#lib/analysis/graph/communities.ts';
import { buildGraph } from '#lib/analysis/graph/graph.ts';
import { communityLayout } from '#lib/layout/community.ts';
import { concentricLayout } from '#lib/layout/concentric.ts';
import { createForce } from '#lib/layout/force.ts';
import type { LayoutGraph } from '#lib/layout/layout-graph.ts';
import { regionLayout } from '#lib/layout/region.ts';
import { timelineLayout } from '#lib/layout/timeline.ts';
import type { TimeAxis } from '#lib/layout/timeline.ts';
import { ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { LayoutStart } from './layout-start.ts';
import { COMMUNITY_SEARCH } from './picture-graph.ts';

/** Where nodes stand. */
export interface Places {
	/** x and y of each node, interleaved (layout units). */
	positions: Float32Array;
	/** The years below the time layout; null for every other. */
	axis: TimeAxis | null;
	/** Radius of each ring, from one step on; none for every layout but rings (units). */
	rings: number[];
}

/** Radius and gap of a node where layouts keep discs apart, and gap between rings (units). */
const DISC = { radius: 7, gap: 4, ring: 70, pitch: 16 };
/** Width of a year of the time layout (units). */
const UNITS_A_YEAR = 90;

/** The finished layout, however long it takes. */
export function placesOfLayout(start: LayoutStart): Places {
	const placed = placesAtOnce(start);
	if (placed !== null) return placed;
	const run = createForce(start.graph, { pins: start.pins });
	while (!run.done) run.step(16);
	return { positions: run.positions.slice(), axis: null, rings: [] };
}

/** The finished layout where nothing has to settle; null for the force layout. */
export function placesAtOnce({ layout, graph, centre, anchors, dates, pins }: LayoutStart): Places | null {
	const { nodeCount } = graph;
	const radii = new Float32Array(nodeCount).fill(DISC.radius);
	switch (layout) {
		case 'force':
			return null;
		case 'region':
			return pinned(regionLayout(anchors, radii, DISC.gap));
		case 'community': {
			const ties = { sources: graph.source, targets: graph.target };
			const { partOf } = communities(buildGraph(nodeCount, ties).graph, COMMUNITY_SEARCH);
			return pinned(communityLayout(graph, partOf, { gap: 24, margin: 14 }));
		}
		case 'rings': {
			const { positions, rings } = concentricLayout(graph, centre ?? busiest(graph), DISC.ring, DISC.pitch);
			return pinned(positions, null, rings);
		}
		case 'time': {
			const days = Float64Array.from(dates, (day) => (day === ALWAYS_BEFORE ? NaN : day));
			const timeline = timelineLayout(graph, days, { radii, gap: DISC.gap, yearWidth: UNITS_A_YEAR });
			return pinned(timeline.positions, timeline.axis);
		}
	}

	function pinned(positions: Float32Array, axis: TimeAxis | null = null, rings: number[] = []): Places {
		for (let at = 0; at < pins.nodes.length; at += 1) {
			positions[2 * pins.nodes[at]!] = pins.positions[2 * at]!;
			positions[2 * pins.nodes[at]! + 1] = pins.positions[2 * at + 1]!;
		}
		return { positions, axis, rings };
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

import type { Pins } from '#lib/layout/force.ts';
import type { LayoutGraph } from '#lib/layout/layout-graph.ts';
import type { NetworkLayout } from '#lib/view/network-choice.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';

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

/** What a layout of a picture starts from: all its links, on whatever date, so that a date moves nobody. */
export function layoutStart(
	{ nodes, links }: Pick<MeasuredPicture, 'nodes' | 'links'>,
	layout: NetworkLayout,
	centre: number | null
): LayoutStart {
	return {
		layout,
		graph: { nodeCount: nodes.count, source: links.source, target: links.target, weight: links.weight },
		pins: { nodes: [], positions: [] },
		centre,
		anchors: nodes.anchors,
		dates: nodes.adoptedOn
	};
}

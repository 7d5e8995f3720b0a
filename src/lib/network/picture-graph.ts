import type { BuiltGraph } from '#lib/analysis/graph/graph.ts';
import { buildGraph } from '#lib/analysis/graph/graph.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { Shown } from '#lib/view/shown-in.ts';

/**
 * Searches for communities from so many orders: one answer for table, picture and page, at a tenth of
 * the time that the measure takes by itself, for a modularity that differs in the third place at most.
 */
export const COMMUNITY_SEARCH = { starts: 6 } as const;

/** A graph of some nodes of a picture, and which they are. */
export interface PictureGraph extends BuiltGraph {
	/** Number in the picture of each node of the graph, ascending. */
	nodeOf: Int32Array;
}

/**
 * The graph of all nodes and links that are shown.
 *
 * @param weights strength of each link of the picture
 */
export function shownGraph(picture: MeasuredPicture, shown: Shown, weights: Float32Array): PictureGraph {
	return graphOf(picture, shown, weights, () => true, false);
}

/** The graph of the organisations that are shown, and the links between them. */
export function organisationGraph(
	picture: MeasuredPicture,
	shown: Shown,
	weights: Float32Array
): PictureGraph {
	return graphOf(picture, shown, weights, isOrganisation(picture), false);
}

/** The same with those links only that have a direction. */
export function directedGraph(picture: MeasuredPicture, shown: Shown, weights: Float32Array): PictureGraph {
	const links = shown.links.map((there, link) => there & picture.links.directed[link]!);
	return graphOf(picture, { ...shown, links }, weights, isOrganisation(picture), true);
}

/** Values of the nodes of a graph by node of its picture; NaN where a node is not in it, or has none. */
export function inPicture(values: ArrayLike<number | null>, nodeOf: Int32Array, count: number): Float64Array {
	const wide = new Float64Array(count).fill(NaN);
	nodeOf.forEach((node, at) => (wide[node] = values[at] ?? NaN));
	return wide;
}

function isOrganisation({ nodes }: MeasuredPicture): (node: number) => boolean {
	const organisation = NODE_TYPES.indexOf('organisation');
	return (node) => nodes.type[node] === organisation;
}

function graphOf(
	{ nodes, links }: MeasuredPicture,
	shown: Shown,
	strength: Float32Array,
	isWanted: (node: number) => boolean,
	directed: boolean
): PictureGraph {
	const placeOf = new Int32Array(nodes.count).fill(-1);
	const nodeOf: number[] = [];
	for (let node = 0; node < nodes.count; node += 1) {
		if (shown.nodes[node] === 1 && isWanted(node)) placeOf[node] = nodeOf.push(node) - 1;
	}
	const sources: number[] = [];
	const targets: number[] = [];
	const weights: number[] = [];
	for (let link = 0; link < links.count; link += 1) {
		if (shown.links[link] !== 1) continue;
		const [source, target] = [placeOf[links.source[link]!] ?? -1, placeOf[links.target[link]!] ?? -1];
		// Links to what is drawn but not measured are no fault of the data.
		if (source < 0 || target < 0) continue;
		sources.push(source);
		targets.push(target);
		weights.push(strength[link]!);
	}
	return {
		...buildGraph(nodeOf.length, { sources, targets, weights }, directed),
		nodeOf: Int32Array.from(nodeOf)
	};
}

import type { BuiltGraph } from '#lib/analysis/graph/graph.ts';
import { buildGraph } from '#lib/analysis/graph/graph.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { PictureLinks, PictureNodes, Shown } from '#lib/view/network-picture.ts';

/** The columns of a picture that can be measured; texts stay on the page. */
export interface MeasuredPicture {
	nodes: PictureNodes;
	links: PictureLinks;
	regions: string[];
}

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

/** The graph of all nodes and links that are shown. */
export function shownGraph(picture: MeasuredPicture, shown: Shown): PictureGraph {
	return graphOf(picture, shown, () => true, false);
}

/** The graph of the organisations that are shown, and the links between them. */
export function organisationGraph(picture: MeasuredPicture, shown: Shown): PictureGraph {
	return graphOf(picture, shown, isOrganisation(picture), false);
}

/** The same with those links only that have a direction. */
export function directedGraph(picture: MeasuredPicture, shown: Shown): PictureGraph {
	const links = shown.links.map((there, link) => there & picture.links.directed[link]!);
	return graphOf(picture, { ...shown, links }, isOrganisation(picture), true);
}

function isOrganisation({ nodes }: MeasuredPicture): (node: number) => boolean {
	const organisation = NODE_TYPES.indexOf('organisation');
	return (node) => nodes.type[node] === organisation;
}

function graphOf(
	{ nodes, links }: MeasuredPicture,
	shown: Shown,
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
		weights.push(links.weight[link]!);
	}
	return {
		...buildGraph(nodeOf.length, { sources, targets, weights }, directed),
		nodeOf: Int32Array.from(nodeOf)
	};
}

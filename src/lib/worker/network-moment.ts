import { neighbourhood, shortestPath } from '#lib/analysis/graph/asking.ts';
import { betweenness } from '#lib/analysis/graph/betweenness.ts';
import { harmonicCloseness } from '#lib/analysis/graph/closeness.ts';
import { clustering } from '#lib/analysis/graph/clustering.ts';
import { communities } from '#lib/analysis/graph/communities.ts';
import { components } from '#lib/analysis/graph/components.ts';
import { coreNumbers } from '#lib/analysis/graph/cores.ts';
import { cuts } from '#lib/analysis/graph/cuts.ts';
import { outDegrees } from '#lib/analysis/graph/degree.ts';
import { distanceSums } from '#lib/analysis/graph/distances.ts';
import type { DroppedTies, Graph } from '#lib/analysis/graph/graph.ts';
import { pageRank } from '#lib/analysis/graph/pagerank.ts';
import { constraint, effectiveSize } from '#lib/analysis/graph/structural-holes.ts';
import { withoutNode } from '#lib/analysis/graph/without-node.ts';
import type { WithoutNode } from '#lib/analysis/graph/without-node.ts';
import { ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { NetworkChoice, NodeFigure } from '#lib/view/network-choice.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import { shownIn, weightsIn } from '#lib/view/shown-in.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import type { DateWindow } from '#lib/view/presence.ts';
import { COMMUNITY_SEARCH, shownGraph } from './network-graph.ts';
import type { Task } from './tasks.ts';

export interface MomentInput {
	picture: MeasuredPicture;
	window: DateWindow;
	/** Figures that something on the page wants; links, core and practices are always there. */
	figures: readonly NodeFigure[];
	filters: Pick<NetworkChoice, 'least' | 'component' | 'community' | 'core' | 'isLoneHidden'>;
	/** Nodes of the picture, or null. */
	asked: { node: number | null; steps: number; to: number | null; isGone: boolean };
	/** The same window at the day compared with. */
	compared: DateWindow | null;
}

/** A picture on a date: who is drawn, what every node's figures are, and what was asked. */
export interface NetworkMoment {
	/** There on the date. */
	shown: Shown;
	/** There, and left by the filters. */
	drawn: Shown;
	/** Values of each figure, NaN where it has none. */
	figures: Partial<Record<NodeFigure, Float64Array>>;
	/** From 0, the largest first; −1 for nodes that are not there. */
	component: Int32Array;
	community: Int32Array;
	componentSizes: number[];
	communitySizes: number[];
	/** Nodes without which something falls apart: 1. */
	isCut: Uint8Array;
	/** What the links held that a graph cannot. */
	dropped: DroppedTies;
	/** Steps from the asked node, −1 beyond those asked for; null when no neighbours are asked for. */
	steps: Int32Array | null;
	/** Nodes from one end to the other; empty when no way leads there; null when none is asked for. */
	path: number[] | null;
	without: WithoutNode | null;
	change: Change | null;
}

/** What differs between two dates, in numbers of the picture. */
export interface Change {
	joined: number[];
	left: number[];
	/** Links, one a pair, there on the later day only, and on the earlier only. */
	tied: number[];
	untied: number[];
}

/** Measures a picture on a date. */
export function measureMoment(input: MomentInput): NetworkMoment {
	const { picture, filters, asked } = input;
	const { count } = picture.nodes;
	const shown = shownIn(picture, input.window);
	const { graph, nodeOf, dropped } = shownGraph(picture, shown, weightsIn(picture, input.window));
	const parts = components(graph);
	const groups = communities(graph, COMMUNITY_SEARCH);
	const core = coreNumbers(graph);
	const degree = outDegrees(graph);

	const spread = (values: ArrayLike<number | null>): Float64Array => {
		const wide = new Float64Array(count).fill(NaN);
		nodeOf.forEach((node, at) => (wide[node] = values[at] ?? NaN));
		return wide;
	};
	const numbers = (values: ArrayLike<number>): Int32Array => {
		const wide = new Int32Array(count).fill(-1);
		nodeOf.forEach((node, at) => (wide[node] = values[at]!));
		return wide;
	};
	const figures: NetworkMoment['figures'] = { links: spread(degree), core: spread(core) };
	for (const figure of new Set(input.figures)) {
		if (figures[figure] === undefined) figures[figure] = spread(figureOf(figure, graph, picture, nodeOf));
	}

	const isCut = new Uint8Array(count);
	for (const at of cuts(graph).articulationPoints) isCut[nodeOf[at]!] = 1;
	const component = numbers(parts.partOf);
	const community = numbers(groups.partOf);
	const drawnNodes = shown.nodes.map((there, node) =>
		there === 1 &&
		figures.links![node]! >= Math.max(filters.least, filters.isLoneHidden ? 1 : 0) &&
		figures.core![node]! >= filters.core &&
		(filters.component === 0 || component[node] === filters.component - 1) &&
		(filters.community === 0 || community[node] === filters.community - 1)
			? 1
			: 0
	);
	const placeOf = numbers(nodeOf.map((_, at) => at));
	const place = (node: number | null): number => (node === null ? -1 : (placeOf[node] ?? -1));
	const [start, end] = [place(asked.node), place(asked.to)];
	return {
		shown,
		drawn: {
			nodes: drawnNodes,
			links: shown.links.map((there, link) =>
				there === 1 &&
				drawnNodes[picture.links.source[link]!] === 1 &&
				drawnNodes[picture.links.target[link]!] === 1
					? 1
					: 0
			)
		},
		figures,
		component,
		community,
		componentSizes: parts.sizes,
		communitySizes: groups.sizes,
		isCut,
		dropped,
		steps: asked.steps > 0 && start >= 0 ? stepsFrom(graph, start, asked.steps, nodeOf, count) : null,
		path: start >= 0 && end >= 0 ? (shortestPath(graph, start, end) ?? []).map((at) => nodeOf[at]!) : null,
		without: asked.isGone && start >= 0 ? inPicture(withoutNode(graph, start), nodeOf) : null,
		change: input.compared === null ? null : changeBetween(picture, input.compared, input.window)
	};
}

export const task: Task<MomentInput, NetworkMoment> = (input) => measureMoment(input);

function figureOf(
	figure: NodeFigure,
	graph: Graph,
	{ nodes }: MeasuredPicture,
	nodeOf: Int32Array
): ArrayLike<number | null> {
	switch (figure) {
		case 'links':
			return outDegrees(graph);
		case 'core':
			return coreNumbers(graph);
		case 'betweenness':
			return betweenness(graph);
		case 'reach':
			return harmonicCloseness(distanceSums(graph));
		case 'pagerank':
			return pageRank(graph);
		case 'clustering':
			return clustering(graph).local;
		case 'constraint':
			return constraint(graph);
		case 'effective-size':
			return effectiveSize(graph);
		case 'practices':
			return Array.from(nodeOf, (node) => (nodes.kind[node]! < 0 ? null : nodes.practices[node]!));
		case 'since':
			return Array.from(nodeOf, (node) =>
				nodes.adoptedOn[node] === ALWAYS_BEFORE ? null : nodes.adoptedOn[node]!
			);
	}
}

function stepsFrom(graph: Graph, start: number, most: number, nodeOf: Int32Array, count: number): Int32Array {
	const steps = new Int32Array(count).fill(-1);
	for (const { node, steps: away } of neighbourhood(graph, start, most)) steps[nodeOf[node]!] = away;
	return steps;
}

function inPicture(without: WithoutNode, nodeOf: Int32Array): WithoutNode {
	const named = (nodes: readonly number[]): number[] => nodes.map((at) => nodeOf[at]!);
	return {
		...without,
		pieces: without.pieces.map(named),
		cutOff: named(without.cutOff),
		isolated: named(without.isolated)
	};
}

/** Compares two dates as they are drawn: a pair counts once however many links it has. */
function changeBetween(picture: MeasuredPicture, one: DateWindow, other: DateWindow): Change {
	const [first, last] = one.day <= other.day ? [one, other] : [other, one];
	const [before, after] = [shownIn(picture, first), shownIn(picture, last)];
	const only = (here: Uint8Array, there: Uint8Array): number[] =>
		Array.from(here.keys()).filter((node) => here[node] === 1 && there[node] !== 1);
	const pairs = (shown: Shown): Map<string, number> => {
		const found = new Map<string, number>();
		shown.links.forEach((there, link) => {
			const [a, b] = [picture.links.source[link]!, picture.links.target[link]!];
			const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
			if (there === 1 && a !== b && !found.has(pair)) found.set(pair, link);
		});
		return found;
	};
	const [pairsBefore, pairsAfter] = [pairs(before), pairs(after)];
	const missing = (from: Map<string, number>, to: Map<string, number>): number[] =>
		[...from].flatMap(([pair, link]) => (to.has(pair) ? [] : [link]));
	return {
		joined: only(after.nodes, before.nodes),
		left: only(before.nodes, after.nodes),
		tied: missing(pairsAfter, pairsBefore),
		untied: missing(pairsBefore, pairsAfter)
	};
}

import { betweenness } from '#lib/analysis/graph/betweenness.ts';
import { brokerage } from '#lib/analysis/graph/brokerage.ts';
import { closeness, harmonicCloseness } from '#lib/analysis/graph/closeness.ts';
import { clustering } from '#lib/analysis/graph/clustering.ts';
import { coreNumbers } from '#lib/analysis/graph/cores.ts';
import { inDegrees, outDegrees, strengths } from '#lib/analysis/graph/degree.ts';
import { distanceSums } from '#lib/analysis/graph/distances.ts';
import type { DistanceSums } from '#lib/analysis/graph/distances.ts';
import { eiByNode } from '#lib/analysis/graph/ei-index.ts';
import { eigenvectorCentrality } from '#lib/analysis/graph/eigenvector.ts';
import type { Graph } from '#lib/analysis/graph/graph.ts';
import { pageRank } from '#lib/analysis/graph/pagerank.ts';
import { constraint, effectiveSize } from '#lib/analysis/graph/structural-holes.ts';
import type { Day } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { NodeFigure } from '#lib/view/network-choice.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { runsOnDay } from '#lib/view/node-states.ts';
import { shownIn, weightsIn } from '#lib/view/shown-in.ts';
import { directedGraph, inPicture, shownGraph } from './picture-graph.ts';
import type { PictureGraph } from './picture-graph.ts';

/** Figures that are read off the links or the record, whatever the size of the network. */
export const CHEAP_FIGURES: readonly NodeFigure[] = [
	'links',
	'named-by',
	'names',
	'strength',
	'core',
	'practices',
	'since'
];

/** Beyond so many nodes only the cheap figures are computed: the others look at every pair or triple. */
export const MOST_FOR_FIGURES = 12_000;

/** Values of each figure by node of the picture, NaN where it has none. */
export type FigureValues = Partial<Record<NodeFigure, Float64Array>>;

export interface FiguresInput {
	picture: MeasuredPicture;
	window: DateWindow;
	figures: readonly NodeFigure[];
	/** Most nodes of which the costly figures are computed; `MOST_FOR_FIGURES` when left out. */
	most?: number;
}

/** Measures the nodes of a picture on a date; figures that would take too long are left out. */
export function measureFigures({
	picture,
	window,
	figures,
	most = MOST_FOR_FIGURES
}: FiguresInput): FigureValues {
	const shown = shownIn(picture, window);
	const weights = weightsIn(picture, window);
	const whole = shownGraph(picture, shown, weights);
	const isSmall = whole.graph.nodeCount <= most;
	let arrows: PictureGraph | null = null;
	let sums: DistanceSums | null = null;
	const values: FigureValues = {};
	for (const figure of new Set(figures)) {
		if (!isSmall && !CHEAP_FIGURES.includes(figure)) continue;
		if (figure === 'named-by' || figure === 'names') {
			arrows ??= directedGraph(picture, shown, weights);
			const degrees = figure === 'names' ? outDegrees(arrows.graph) : inDegrees(arrows.graph);
			values[figure] = inPicture(degrees, arrows.nodeOf, picture.nodes.count);
		} else if (figure === 'reach' || figure === 'closeness') {
			sums ??= distanceSums(whole.graph);
			const near = figure === 'reach' ? harmonicCloseness(sums) : closeness(sums);
			values[figure] = inPicture(near, whole.nodeOf, picture.nodes.count);
		} else {
			values[figure] = inPicture(
				valuesOf(figure, whole, picture, window.day),
				whole.nodeOf,
				picture.nodes.count
			);
		}
	}
	return values;
}

function valuesOf(
	figure: Exclude<NodeFigure, 'named-by' | 'names' | 'reach' | 'closeness'>,
	{ graph, nodeOf }: PictureGraph,
	picture: MeasuredPicture,
	day: Day
): ArrayLike<number | null> {
	const { nodes } = picture;
	switch (figure) {
		case 'links':
			return outDegrees(graph);
		case 'strength':
			return strengths(graph);
		case 'core':
			return coreNumbers(graph);
		case 'betweenness':
			return betweenness(graph);
		case 'eigenvector':
			return eigenvector(graph);
		case 'pagerank':
			return pageRank(graph);
		case 'clustering':
			return clustering(graph).local;
		case 'constraint':
			return constraint(graph);
		case 'effective-size':
			return effectiveSize(graph);
		case 'brokerage':
			return brokerage(graph, kindsOf(picture, nodeOf)).byNode.map(({ total }) => total);
		case 'outward-by-kind':
			return eiByNode(graph, kindsOf(picture, nodeOf));
		case 'outward-by-region':
			return eiByNode(
				graph,
				Array.from(nodeOf, (node) => picture.regions[nodes.region[node]!] ?? null)
			);
		case 'practices':
			return practicesOn(picture, nodeOf, day);
		case 'since':
			return Array.from(nodeOf, (node) => {
				const on = nodes.adoptedOn[node]!;
				return on === ALWAYS_BEFORE || on > day ? null : on;
			});
	}
}

/** Number of practices that each node of a graph does on a day; null for what is no organisation. */
export function practicesOn(
	{ nodes }: Pick<MeasuredPicture, 'nodes'>,
	nodeOf: Int32Array,
	day: Day
): (number | null)[] {
	const counts = runsOnDay(nodes.practices, nodes.count, day);
	return Array.from(nodeOf, (node) => (nodes.kind[node]! < 0 ? null : counts[node]!));
}

function kindsOf({ nodes }: MeasuredPicture, nodeOf: Int32Array): (string | null)[] {
	return Array.from(nodeOf, (node) => ORGANISATION_KINDS[nodes.kind[node]!] ?? null);
}

/** Null for everybody where there is no one answer: nobody is tied, or two parts are equally well connected. */
function eigenvector(graph: Graph): ArrayLike<number | null> {
	const found = eigenvectorCentrality(graph);
	return found?.isUnique ? found.scores : new Array<null>(graph.nodeCount).fill(null);
}

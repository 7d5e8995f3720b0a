import { brokerage } from '#lib/analysis/graph/brokerage.ts';
import { closeness, harmonicCloseness } from '#lib/analysis/graph/closeness.ts';
import { clustering } from '#lib/analysis/graph/clustering.ts';
import { inDegrees, outDegrees, strengths } from '#lib/analysis/graph/degree.ts';
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
import { runsOnDay } from '#lib/view/node-states.ts';
import { inPicture } from './picture-graph.ts';
import type { PictureOnDate } from './picture-on-date.ts';

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

/**
 * Measures the nodes of a picture on a date; figures that would take too long are left out.
 *
 * @param most most nodes of which the costly figures are computed
 */
export function measureFigures(
	on: PictureOnDate,
	figures: readonly NodeFigure[],
	most = MOST_FOR_FIGURES
): FigureValues {
	const { count } = on.picture.nodes;
	const { graph, nodeOf } = on.whole();
	const isSmall = graph.nodeCount <= most;
	const values: FigureValues = {};
	for (const figure of new Set(figures)) {
		if (!isSmall && !CHEAP_FIGURES.includes(figure)) continue;
		if (figure === 'named-by' || figure === 'names') {
			const arrows = on.arrows();
			const degrees = figure === 'names' ? outDegrees(arrows.graph) : inDegrees(arrows.graph);
			values[figure] = inPicture(degrees, arrows.nodeOf, count);
		} else values[figure] = inPicture(valuesOf(figure, on), nodeOf, count);
	}
	return values;
}

function valuesOf(
	figure: Exclude<NodeFigure, 'named-by' | 'names'>,
	on: PictureOnDate
): ArrayLike<number | null> {
	const { picture, window } = on;
	const { graph, nodeOf } = on.whole();
	const { nodes } = picture;
	switch (figure) {
		case 'links':
			return on.degrees(graph);
		case 'strength':
			return strengths(graph);
		case 'core':
			return on.cores(graph);
		case 'betweenness':
			return on.betweenness(graph);
		case 'reach':
			return harmonicCloseness(on.distances(graph));
		case 'closeness':
			return closeness(on.distances(graph));
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
			return practicesOn(picture, nodeOf, window.day);
		case 'since':
			return Array.from(nodeOf, (node) => {
				const since = nodes.adoptedOn[node]!;
				return since === ALWAYS_BEFORE || since > window.day ? null : since;
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

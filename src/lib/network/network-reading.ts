import {
	attributeAssortativity,
	degreeAssortativity,
	numericAssortativity
} from '#lib/analysis/graph/assortativity.ts';
import { brokerage } from '#lib/analysis/graph/brokerage.ts';
import { dyadCensus, reciprocity, TRIAD_TYPES, triadCensus } from '#lib/analysis/graph/census.ts';
import {
	betweennessCentralisation,
	closenessCentralisation,
	degreeCentralisation
} from '#lib/analysis/graph/centralisation.ts';
import { closeness } from '#lib/analysis/graph/closeness.ts';
import { clustering } from '#lib/analysis/graph/clustering.ts';
import { corePeriphery } from '#lib/analysis/graph/core-periphery.ts';
import { cuts } from '#lib/analysis/graph/cuts.ts';
import { density } from '#lib/analysis/graph/degree.ts';
import { averagePathLength, diameter } from '#lib/analysis/graph/distances.ts';
import { eiIndex } from '#lib/analysis/graph/ei-index.ts';
import type { DroppedTies } from '#lib/analysis/graph/graph.ts';
import { smallWorld } from '#lib/analysis/graph/small-world.ts';
import { networkStage, stageWithoutHub } from '#lib/analysis/graph/stage.ts';
import type { StageVerdict } from '#lib/analysis/graph/stage.ts';
import { withoutNode } from '#lib/analysis/graph/without-node.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import { linksToMissing } from '#lib/view/shown-in.ts';
import { practicesOn } from './node-figures.ts';
import { PictureOnDate } from './picture-on-date.ts';

/**
 * What a network of organisations is, in numbers; practices, learning links and networks in the
 * picture are not members of it. Nodes are numbers of the picture.
 */
export interface NetworkReading {
	organisations: number;
	/** Pairs in contact. */
	ties: number;
	/** Values of the measures of `measures.ts` by id; null where undefined. */
	values: Record<string, number | null>;
	eiByKind: number | null;
	eiByRegion: number | null;
	likeByKind: number | null;
	likeByRegion: number | null;
	/** Sizes, largest first. */
	components: number[];
	communities: number[];
	isolates: number[];
	/** Those through whom most shortest ways run, the first first, with the number of pairs. */
	goBetweens: { node: number; pairs: number }[];
	/** Those who stand between most pairs without a link of their own, and in which role most. */
	brokers: { node: number; total: number; role: string }[];
	/** Links that are the only way between two parts. */
	bridges: [number, number][];
	cutVertices: number[];
	dyads: { mutual: number; asymmetric: number; none: number };
	triads: { type: string; count: number }[];
	stage: StageVerdict;
	withoutHub: StageVerdict | null;
	/** Sizes of the pieces into which the hub's part would fall without it, largest first; empty without a hub. */
	hubPieces: number[];
	/** Whether the stage is of what was in place on the day while the other figures are of a longer time. */
	isStageOfDay: boolean;
	dropped: DroppedTies;
	/** Why some measures are missing, in a sentence; null when none is. */
	left: string | null;
}

const MOST_NAMED = 8;
/** Above these, measures that look at every pair or draw random networks would take minutes. */
const MOST_FOR = { paths: 12_000, random: 1500, triads: 20_000 };

/**
 * Measures the organisations of a picture in a window, and the links between them. The stage is that of
 * the day, also where the window counts everybody up to it or only what changed.
 */
export function readNetwork(on: PictureOnDate): NetworkReading {
	const { picture, window } = on;
	const { graph, nodeOf, dropped } = on.organisations();
	const arrows = on.arrows().graph;
	const n = graph.nodeCount;
	const hasPaths = n <= MOST_FOR.paths;
	const hasRandom = n <= MOST_FOR.random && graph.tieCount > 0;
	const kinds = Array.from(nodeOf, (node) => ORGANISATION_KINDS[picture.nodes.kind[node]!] ?? null);
	const regions = Array.from(nodeOf, (node) => picture.regions[picture.nodes.region[node]!] ?? null);
	const degrees = on.degrees(graph);
	const parts = on.components(graph);
	const groups = on.communities(graph);
	const sums = hasPaths ? on.distances(graph) : null;
	const between = hasPaths ? on.betweenness(graph) : null;
	const { average, transitivity } = clustering(graph);
	const cut = cuts(graph);
	return {
		organisations: n,
		ties: graph.tieCount,
		values: {
			density: density(graph),
			components: parts.sizes.length,
			averagePath: sums === null ? null : averagePathLength(sums),
			diameter: sums === null ? null : diameter(sums),
			averageClustering: average,
			transitivity,
			reciprocity: reciprocity(arrows),
			degreeCentralisation: degreeCentralisation(graph),
			betweennessCentralisation: between === null ? null : betweennessCentralisation(graph, between),
			closenessCentralisation: sums === null ? null : closenessCentralisation(closeness(sums)),
			numericAssortativity: numericAssortativity(graph, practicesOn(picture, nodeOf, window.day)),
			degreeAssortativity: degreeAssortativity(graph),
			modularity: groups.modularity,
			smallWorld: hasRandom ? (smallWorld(graph)?.coefficient ?? null) : null,
			coreCorrelation: corePeriphery(graph)?.correlation ?? null
		},
		eiByKind: eiIndex(graph, kinds).ei,
		eiByRegion: eiIndex(graph, regions).ei,
		likeByKind: attributeAssortativity(graph, kinds),
		likeByRegion: attributeAssortativity(graph, regions),
		components: parts.sizes,
		communities: groups.sizes.filter((size) => size > 1),
		isolates: degrees.flatMap((degree, at) => (degree === 0 ? [nodeOf[at]!] : [])),
		goBetweens:
			between === null
				? []
				: most(between, (at) => ({ node: nodeOf[at]!, pairs: Math.round(between[at]! * 10) / 10 })),
		brokers: brokersOf(graph.tieCount === 0 ? null : brokerage(graph, kinds).byNode, nodeOf),
		bridges: cut.bridges.map(([a, b]) => [nodeOf[a]!, nodeOf[b]!]),
		cutVertices: cut.articulationPoints.map((at) => nodeOf[at]!),
		dyads: dyadCensus(arrows),
		triads: n <= MOST_FOR.triads ? triadsOf(triadCensus(arrows)) : [],
		...stageOn(on),
		dropped: { ...dropped, missingNodeTies: linksToMissing(picture, on.shown(), window) },
		left: leftOut(n, hasPaths, n <= MOST_FOR.random)
	};
}

/** The stage of the links in place on the day of a window. */
function stageOn(
	on: PictureOnDate
): Pick<NetworkReading, 'stage' | 'withoutHub' | 'hubPieces' | 'isStageOfDay'> {
	const isOfDay = on.window.mode === 'as-of';
	const ofDay = isOfDay ? on : new PictureOnDate(on.picture, { ...on.window, mode: 'as-of' });
	const { graph, nodeOf } = ofDay.organisations();
	const present = networkStage(graph);
	const hubless = stageWithoutHub(graph);
	const { hub } = present.measures;
	return {
		stage: named(present),
		hubPieces: hub === null ? [] : withoutNode(graph, hub).pieces.map(({ length }) => length),
		withoutHub: hubless === null ? null : named(hubless),
		isStageOfDay: !isOfDay
	};

	function named({ stage, measures }: StageVerdict): StageVerdict {
		return { stage, measures: { ...measures, hub: measures.hub === null ? null : nodeOf[measures.hub]! } };
	}
}

function leftOut(n: number, hasPaths: boolean, hasRandom: boolean): string | null {
	if (hasPaths && hasRandom) return null;
	const count = n.toLocaleString('en-GB');
	return hasPaths
		? `With ${count} organisations, “small world” is not computed: it compares with many random networks.`
		: `With ${count} organisations, measures of paths and of chance are not computed here; the command line does.`;
}

/** The nodes with the largest values above zero, the largest first. */
function most<Row>(values: ArrayLike<number>, rowOf: (at: number) => Row): Row[] {
	return Array.from(values)
		.map((value, at) => ({ value, at }))
		.filter(({ value }) => value > 0)
		.sort((a, b) => b.value - a.value || a.at - b.at)
		.slice(0, MOST_NAMED)
		.map(({ at }) => rowOf(at));
}

const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;

function brokersOf(
	byNode: ReturnType<typeof brokerage>['byNode'] | null,
	nodeOf: Int32Array
): NetworkReading['brokers'] {
	if (byNode === null) return [];
	return most(
		byNode.map(({ total }) => total),
		(at) => {
			const counts = byNode[at]!;
			const role = ROLES.reduce((best, one) => (counts[one] > counts[best] ? one : best));
			return { node: nodeOf[at]!, total: counts.total, role };
		}
	);
}

function triadsOf(counts: readonly number[]): NetworkReading['triads'] {
	return counts.flatMap((count, at) => (count === 0 ? [] : [{ type: TRIAD_TYPES[at]!, count }]));
}

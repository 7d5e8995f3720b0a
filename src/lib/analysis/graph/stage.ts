import { degreeCentralisation } from './centralisation.ts';
import { components } from './components.ts';
import { corePeriphery } from './core-periphery.ts';
import { cuts } from './cuts.ts';
import { outDegrees } from './degree.ts';
import type { Graph } from './graph.ts';
import { undirectedOf } from './graph.ts';
import { subgraph } from './subgraph.ts';
import { withoutNode } from './without-node.ts';

/** Krebs and Holley's four stages of a network that is being woven, in their order. */
export const NETWORK_STAGES = [
	'scattered-fragments',
	'hub-and-spoke',
	'multi-hub',
	'core-periphery'
] as const;
export type NetworkStage = (typeof NETWORK_STAGES)[number];

/**
 * Cut-offs of the verdict. They are ours: the source gives pictures, not numbers. Shown beside the
 * verdict, so that a coordinator can disagree.
 */
export const STAGE_CUT_OFFS = {
	/** Below this share of nodes in the largest component: scattered fragments. */
	largestComponentShare: 0.5,
	/** Above this degree centralisation, if the network also falls apart without its hub: hub and spoke. */
	degreeCentralisation: 0.5,
	/** Above this correlation with a core and periphery, if the core is large and nobody is a cut-vertex. */
	coreCorrelation: 0.5,
	/** Fewest nodes of such a core. */
	coreSize: 4,
	/** Fewest nodes of which a stage can be told. */
	nodes: 3
} as const;

/** What the verdict rests on. */
export interface StageMeasures {
	nodes: number;
	ties: number;
	/** Share of nodes in the largest component, 0 to 1; null without nodes. */
	largestComponentShare: number | null;
	/** Freeman's degree centralisation, 0 to 1; null with fewer than 3 nodes. */
	degreeCentralisation: number | null;
	/** Node with most ties, the lowest number among equals; null without ties. */
	hub: number | null;
	hubDegree: number | null;
	/** Pieces into which the hub's component falls without it; null without a hub. */
	piecesWithoutHub: number | null;
	/** Correlation with a core and periphery, -1 to 1; null where undefined. */
	coreCorrelation: number | null;
	coreSize: number | null;
	/** Nodes whose loss alone splits the network. */
	cutVertices: number;
}

export interface StageVerdict {
	/** Null with fewer than 3 nodes: too few to tell. */
	stage: NetworkStage | null;
	measures: StageMeasures;
}

/**
 * Stage of a network, directions ignored: scattered fragments if less than half of it hangs
 * together; hub and spoke if it is centralised and falls apart without its hub; core and periphery
 * if it looks like one, with a core of at least four and no cut-vertex; else multi-hub.
 *
 * Source: Krebs & Holley, Building Smart Communities through Network Weaving (2002-06), for the
 * stages; the rule and its cut-offs are ours.
 */
export function networkStage(graph: Graph): StageVerdict {
	const measures = stageMeasures(undirectedOf(graph));
	return { stage: verdict(measures), measures };
}

/**
 * The counterfactual: the stage the network would be at if its hub left.
 *
 * @returns numbers of nodes are those of the whole graph; null when nobody is a hub
 */
export function stageWithoutHub(graph: Graph): StageVerdict | null {
	const hub = hubOf(undirectedOf(graph));
	if (hub === null) return null;
	const keep = new Uint8Array(graph.nodeCount).fill(1);
	keep[hub] = 0;
	const rest = subgraph(graph, keep);
	const { stage, measures } = networkStage(rest.graph);
	return { stage, measures: { ...measures, hub: measures.hub === null ? null : rest.nodeOf[measures.hub]! } };
}

function verdict(measures: StageMeasures): NetworkStage | null {
	const cutOff = STAGE_CUT_OFFS;
	if (measures.nodes < cutOff.nodes) return null;
	if (measures.largestComponentShare! < cutOff.largestComponentShare) return 'scattered-fragments';
	if (measures.degreeCentralisation! > cutOff.degreeCentralisation && measures.piecesWithoutHub! > 1) {
		return 'hub-and-spoke';
	}
	const isCored =
		measures.coreCorrelation !== null &&
		measures.coreCorrelation > cutOff.coreCorrelation &&
		measures.coreSize! >= cutOff.coreSize &&
		measures.cutVertices === 0;
	return isCored ? 'core-periphery' : 'multi-hub';
}

function stageMeasures(plain: Graph): StageMeasures {
	const hub = hubOf(plain);
	const core = corePeriphery(plain);
	return {
		nodes: plain.nodeCount,
		ties: plain.tieCount,
		largestComponentShare: plain.nodeCount === 0 ? null : components(plain).sizes[0]! / plain.nodeCount,
		degreeCentralisation: degreeCentralisation(plain),
		hub,
		hubDegree: hub === null ? null : plain.offsets[hub + 1]! - plain.offsets[hub]!,
		piecesWithoutHub: hub === null ? null : withoutNode(plain, hub).pieces.length,
		coreCorrelation: core?.correlation ?? null,
		coreSize: core?.core.length ?? null,
		cutVertices: cuts(plain).articulationPoints.length
	};
}

function hubOf(plain: Graph): number | null {
	const degrees = outDegrees(plain);
	const most = degrees.reduce((max, degree) => Math.max(max, degree), 0);
	return most === 0 ? null : degrees.indexOf(most);
}

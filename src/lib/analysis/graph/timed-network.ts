import type { Day } from '#lib/domain/day.ts';
import { runsOn } from '#lib/domain/spell.ts';
import type { BuiltGraph } from './graph.ts';
import { buildGraph } from './graph.ts';

/** When something was in place: from its start to the day before its end. */
export interface TimedNode {
	/** Null: in place, since when is not known; it counts from the beginning. */
	startedOn: Day | null;
	/** First day on which it no longer is; null: not known to have ended. */
	endedOn: Day | null;
}

/** A tie between nodes by number, with its time. One pair may have several, one after another. */
export interface TimedTie extends TimedNode {
	source: number;
	target: number;
	/** Strength (> 0); 1 when left out. */
	weight?: number;
}

export interface Snapshot extends BuiltGraph {
	/** Number, in the whole network, of each node of the snapshot, ascending. */
	nodeOf: Uint32Array;
	/** Nodes and ties in the snapshot whose start is not known, so that a page can say it. */
	unknownStarts: { nodes: number; ties: number };
}

/** The network as it was on a day: nodes in place then, and the ties in place between them. */
export function snapshotAt(
	nodes: readonly TimedNode[],
	ties: readonly TimedTie[],
	day: Day,
	directed = false
): Snapshot {
	const placeOf = new Int32Array(nodes.length).fill(-1);
	const nodeOf: number[] = [];
	nodes.forEach((node, number) => {
		if (!runsOn(node, day)) return;
		placeOf[number] = nodeOf.length;
		nodeOf.push(number);
	});
	const running = ties.filter((tie) => runsOn(tie, day));
	const inPlace = running.filter(
		(tie) => (placeOf[tie.source] ?? -1) >= 0 && (placeOf[tie.target] ?? -1) >= 0
	);
	const built = buildGraph(
		nodeOf.length,
		{
			sources: inPlace.map((tie) => placeOf[tie.source]!),
			targets: inPlace.map((tie) => placeOf[tie.target]!),
			weights: inPlace.map((tie) => tie.weight ?? 1)
		},
		directed
	);
	built.dropped.missingNodeTies += running.length - inPlace.length;
	return {
		...built,
		nodeOf: Uint32Array.from(nodeOf),
		unknownStarts: {
			nodes: nodeOf.filter((number) => nodes[number]!.startedOn === null).length,
			ties: inPlace.filter((tie) => tie.startedOn === null).length
		}
	};
}

/** What differs between a network on two days, in numbers of the whole network, ascending. */
export interface DateComparison {
	joined: number[];
	left: number[];
	/** Pairs tied on the second day and not on the first. */
	tied: [number, number][];
	/** Pairs tied on the first day and not on the second. */
	untied: [number, number][];
}

/**
 * Compares a network on two days. A pair counts once however many ties it has; a tie lapses with
 * either of its nodes.
 *
 * @param directed whether a -> b and b -> a are different pairs
 */
export function compareDates(
	ties: readonly TimedTie[],
	nodes: readonly TimedNode[],
	dayA: Day,
	dayB: Day,
	directed = false
): DateComparison {
	const [before, after] = [dayA, dayB].map((day) => contentOn(ties, nodes, day, directed)) as [
		Content,
		Content
	];
	return {
		joined: missingFrom(before.nodes, after.nodes),
		left: missingFrom(after.nodes, before.nodes),
		tied: missingFrom(before.pairs, after.pairs).map((key) => pairOf(key, nodes.length)),
		untied: missingFrom(after.pairs, before.pairs).map((key) => pairOf(key, nodes.length))
	};
}

interface Content {
	nodes: Set<number>;
	pairs: Set<number>;
}

function contentOn(
	ties: readonly TimedTie[],
	nodes: readonly TimedNode[],
	day: Day,
	directed: boolean
): Content {
	const inPlace = new Set([...nodes.keys()].filter((node) => runsOn(nodes[node]!, day)));
	const pairs = new Set<number>();
	for (const tie of ties) {
		const { source, target } = tie;
		if (source === target || !inPlace.has(source) || !inPlace.has(target) || !runsOn(tie, day)) continue;
		const isSwapped = !directed && target < source;
		pairs.add(isSwapped ? target * nodes.length + source : source * nodes.length + target);
	}
	return { nodes: inPlace, pairs };
}

function missingFrom(known: ReadonlySet<number>, candidates: ReadonlySet<number>): number[] {
	return [...candidates].filter((value) => !known.has(value)).sort((a, b) => a - b);
}

function pairOf(key: number, nodeCount: number): [number, number] {
	return [Math.floor(key / nodeCount), key % nodeCount];
}

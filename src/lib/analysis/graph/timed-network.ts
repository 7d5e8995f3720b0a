import type { Day } from '#lib/domain/day.ts';
import { runsOn } from '#lib/domain/spell.ts';
import type { BuiltGraph } from './graph.ts';
import { buildGraph } from './graph.ts';

/** When something was in place: from its start to the day before its end. */
export interface TimedSpell {
	/** Null: in place, since when is not known; it counts from the beginning. */
	startedOn: Day | null;
	/** First day on which it no longer is; null: not known to have ended. */
	endedOn: Day | null;
}

/** A node with its spells, none overlapping another; who left and came back has two. */
export interface TimedNode {
	spells: readonly TimedSpell[];
}

/** A tie between nodes by number, with its time. One pair may have several, one after another. */
export interface TimedTie extends TimedSpell {
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
	let unknownNodes = 0;
	nodes.forEach((node, number) => {
		const running = node.spells.find((spell) => runsOn(spell, day));
		if (running === undefined) return;
		if (running.startedOn === null) unknownNodes += 1;
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
			nodes: unknownNodes,
			ties: inPlace.filter((tie) => tie.startedOn === null).length
		}
	};
}

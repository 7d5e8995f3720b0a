import { TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { NodeSpells } from './node-spells.ts';

export const NODE_TYPES = ['organisation', 'practice', 'learning link', 'network'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** Kinds of link between nodes: ties between organisations, and what ties them to other things. */
export const EDGE_KINDS = [
	...TIE_KINDS,
	'does',
	'belongs to',
	'attended',
	'made or hosted',
	'is about'
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** *Lies within* is geography, so it is in no picture and no metric unless asked for. */
export const USUAL_EDGES: readonly EdgeKind[] = EDGE_KINDS.filter(
	(kind) => kind !== 'lies within' && kind !== 'is about'
);

/** A view as a network: nodes and links as columns, each with the days on which it is there. */
export interface NetworkData {
	nodes: NetworkNodes;
	edges: NetworkEdges;
	/** Links of a node to somebody outside the view, which the network has no place for. */
	outside: LinkDays;
}

/** When links are there, as columns. */
export interface LinkDays {
	from: Int32Array;
	to: Int32Array;
	/** How the first day is known: see `Known`. */
	begun: Uint8Array;
}

export interface NetworkNodes {
	count: number;
	/** Position in `NODE_TYPES`. */
	type: Uint8Array;
	/** Row in the atlas's table of that type. */
	row: Int32Array;
	label: string[];
	/** When each is there: as in presences, and always for what is no organisation. */
	spells: NodeSpells;
}

export interface NetworkEdges extends LinkDays {
	count: number;
	source: Int32Array;
	target: Int32Array;
	/** Position in `EDGE_KINDS`. */
	kind: Uint8Array;
	/** 1: from source to target only. A learner points at whom it learnt from. */
	directed: Uint8Array;
	inferred: Uint8Array;
	sourceUrl: (string | null)[];
}

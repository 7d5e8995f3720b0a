import { isInWindow } from './presence.ts';
import type { DateWindow } from './presence.ts';

/**
 * When each node is there, as columns that can be copied to a worker: the spells `[from, to)` of node i
 * are entries `offsets[i]` to `offsets[i + 1] − 1`, by date, none overlapping another of its node. Who left
 * and came back has two.
 */
export interface NodeSpells {
	/** One more than there are nodes. */
	offsets: Int32Array;
	/** First day; `ALWAYS_BEFORE` where the start is not recorded. */
	from: Int32Array;
	/** First day no longer; `ALWAYS_AFTER` while it lasts. */
	to: Int32Array;
}

export type DaySpan = readonly [from: number, to: number];

/** Columns from a list of spells for each node. */
export function nodeSpells(nodes: readonly (readonly DaySpan[])[]): NodeSpells {
	const offsets = new Int32Array(nodes.length + 1);
	nodes.forEach((spells, node) => (offsets[node + 1] = offsets[node]! + spells.length));
	const all = nodes.flat();
	return {
		offsets,
		from: Int32Array.from(all, ([from]) => from),
		to: Int32Array.from(all, ([, to]) => to)
	};
}

/** The spells of one node, by date. */
export function spellsOf({ offsets, from, to }: NodeSpells, node: number): DaySpan[] {
	const spells: DaySpan[] = [];
	for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) spells.push([from[at]!, to[at]!]);
	return spells;
}

/** Whether any spell of a node is in a window. */
export function isNodeInWindow({ offsets, from, to }: NodeSpells, node: number, window: DateWindow): boolean {
	for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
		if (isInWindow(from[at]!, to[at]!, window)) return true;
	}
	return false;
}

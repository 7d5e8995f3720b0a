import { isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import type { Span } from './span.ts';

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
	/** How the first day is known: see `Known`. */
	begun: Uint8Array;
}

/** A run of days `[from, to)`. */
export type DaySpan = readonly [from: number, to: number];

/** Columns from a list of spells for each node. */
export function nodeSpells(nodes: readonly (readonly Omit<Span, 'ended'>[])[]): NodeSpells {
	const offsets = new Int32Array(nodes.length + 1);
	nodes.forEach((spells, node) => (offsets[node + 1] = offsets[node]! + spells.length));
	const all = nodes.flat();
	return {
		offsets,
		from: Int32Array.from(all, ({ from }) => from),
		to: Int32Array.from(all, ({ to }) => to),
		begun: Uint8Array.from(all, ({ begun }) => begun)
	};
}

/** The spells of one node, by date. */
export function spellsOf({ offsets, from, to, begun }: NodeSpells, node: number): Omit<Span, 'ended'>[] {
	const spells: Omit<Span, 'ended'>[] = [];
	for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
		spells.push({ from: from[at]!, to: to[at]!, begun: begun[at]! });
	}
	return spells;
}

/** Whether any spell of a node is in a window. */
export function isNodeInWindow(
	{ offsets, from, to, begun }: NodeSpells,
	node: number,
	window: DateWindow
): boolean {
	for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
		if (isInWindow(from[at]!, to[at]!, window, begun[at]!)) return true;
	}
	return false;
}

import { neighbourhood, shortestPath } from '#lib/analysis/graph/asking.ts';
import { withoutNode } from '#lib/analysis/graph/without-node.ts';
import type { WithoutNode } from '#lib/analysis/graph/without-node.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { shownIn } from '#lib/view/shown-in.ts';
import type { Shown } from '#lib/view/shown-in.ts';
import { shownGraph } from './picture-graph.ts';
import type { PictureOnDate } from './picture-on-date.ts';

/** What a reader asks of a network beside its figures; nodes are numbers of the picture, or null. */
export interface NetworkQuestion {
	asked: { node: number | null; steps: number; to: number | null; isGone: boolean };
	/** The same window at the day compared with. */
	compared: DateWindow | null;
}

export interface NetworkAnswer {
	/** Steps from the asked node, −1 beyond those asked for; null when no neighbours are asked for. */
	steps: Int32Array | null;
	/** Nodes from one end to the other; empty when no way leads there; null when none is asked for. */
	path: number[] | null;
	/** What falls apart without the asked node; null when that is not asked. */
	without: WithoutNode | null;
	change: Change | null;
}

/** What differs between what is in place on two days, in numbers of the picture. */
export interface Change {
	joined: number[];
	left: number[];
	/** Links, one a pair, there on the later day only, and on the earlier only. */
	tied: number[];
	untied: number[];
}

/**
 * Answers what is asked of what is drawn.
 *
 * @param drawn on the date: ways lead through nothing else
 */
export function answerQuestion(
	{ picture, window }: Pick<PictureOnDate, 'picture' | 'window'>,
	{ drawn, asked, compared }: NetworkQuestion & { drawn: Shown }
): NetworkAnswer {
	const change = compared === null ? null : changeBetween(picture, compared, window);
	const { graph, nodeOf } = shownGraph(picture, drawn, picture.links.weight);
	const start = asked.node === null ? -1 : nodeOf.indexOf(asked.node);
	if (start < 0) return { steps: null, path: null, without: null, change };
	const end = asked.to === null ? -1 : nodeOf.indexOf(asked.to);
	const named = (nodes: readonly number[]): number[] => nodes.map((at) => nodeOf[at]!);
	const without = asked.isGone ? withoutNode(graph, start) : null;
	return {
		steps: asked.steps > 0 ? stepsFrom() : null,
		path: asked.to === null ? null : end < 0 ? [] : named(shortestPath(graph, start, end) ?? []),
		without:
			without === null
				? null
				: {
						...without,
						pieces: without.pieces.map(named),
						cutOff: named(without.cutOff),
						isolated: named(without.isolated)
					},
		change
	};

	function stepsFrom(): Int32Array {
		const steps = new Int32Array(picture.nodes.count).fill(-1);
		for (const { node, steps: away } of neighbourhood(graph, start, asked.steps)) steps[nodeOf[node]!] = away;
		return steps;
	}
}

/**
 * Compares what is in place on two days, however their windows are read: the earlier is the first whichever
 * is given, and a pair counts once however many links it has.
 */
function changeBetween(picture: MeasuredPicture, one: DateWindow, other: DateWindow): Change {
	const [first, last] = one.day <= other.day ? [one, other] : [other, one];
	const [before, after] = [onItsDay(first), onItsDay(last)];
	const only = (here: Uint8Array, there: Uint8Array): number[] =>
		Array.from(here.keys()).filter((node) => here[node] === 1 && there[node] !== 1);
	const [pairsBefore, pairsAfter] = [pairsOf(picture, before), pairsOf(picture, after)];
	const missing = (from: Map<string, number>, to: Map<string, number>): number[] =>
		[...from].flatMap(([pair, link]) => (to.has(pair) ? [] : [link]));
	return {
		joined: only(after.nodes, before.nodes),
		left: only(before.nodes, after.nodes),
		tied: missing(pairsAfter, pairsBefore),
		untied: missing(pairsBefore, pairsAfter)
	};

	// Up to two days nobody ever leaves, and two runs of change are not one date against another.
	function onItsDay(window: DateWindow): Shown {
		return shownIn(picture, { ...window, mode: 'as-of' });
	}
}

/** The first link of each pair that is there. */
function pairsOf({ links }: Pick<MeasuredPicture, 'links'>, shown: Shown): Map<string, number> {
	const found = new Map<string, number>();
	shown.links.forEach((there, link) => {
		const [a, b] = [links.source[link]!, links.target[link]!];
		const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
		if (there === 1 && a !== b && !found.has(pair)) found.set(pair, link);
	});
	return found;
}

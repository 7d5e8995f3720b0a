import { stageSeries } from '#lib/analysis/graph/stage-series.ts';
import type { StageSeries } from '#lib/analysis/graph/stage-series.ts';
import type { Day } from '#lib/domain/day.ts';
import { addMonths } from '#lib/domain/day.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import type { MeasuredPicture } from '#lib/view/network-picture.ts';
import { spellsOf } from '#lib/view/node-spells.ts';

export interface MonthsInput {
	picture: MeasuredPicture;
	/** Last day of the series. */
	until: Day;
}

/** Longest series (months). */
const MOST_MONTHS = 240;
/** Nodes times months that a few seconds allow; larger networks get a shorter series. */
const EFFORT = 600_000;

/**
 * Stage of the organisations' network month by month, from the first recorded start of a link.
 *
 * @returns null where no link has a recorded start: there is nothing to follow
 */
export function readMonths({ picture, until }: MonthsInput): StageSeries | null {
	const { nodes, links } = picture;
	const organisation = NODE_TYPES.indexOf('organisation');
	const placeOf = new Int32Array(nodes.count).fill(-1);
	const members: number[] = [];
	for (let node = 0; node < nodes.count; node += 1) {
		if (nodes.type[node] === organisation) placeOf[node] = members.push(node) - 1;
	}
	const between = Array.from(links.source.keys()).filter(
		(link) => placeOf[links.source[link]!]! >= 0 && placeOf[links.target[link]!]! >= 0
	);
	const starts = between
		.map((link) => links.from[link]!)
		.filter((day) => day !== ALWAYS_BEFORE && day <= until);
	if (starts.length === 0) return null;
	const months = Math.min(MOST_MONTHS, Math.max(24, Math.floor(EFFORT / Math.max(1, members.length))));
	const first = starts.reduce((least, day) => Math.min(least, day), until);
	const series = stageSeries(
		members.map((node) => ({ spells: spellsOf(nodes.spells, node).map(({ from, to }) => spell(from, to)) })),
		between.map((link) => ({
			source: placeOf[links.source[link]!]!,
			target: placeOf[links.target[link]!]!,
			...spell(links.from[link]!, links.to[link]!)
		})),
		Math.max(first, addMonths(until, -months)),
		until
	);
	const named = (numbers: readonly number[]): number[] => numbers.map((member) => members[member]!);
	return {
		...series,
		yearAgo:
			series.yearAgo === null
				? null
				: {
						...series.yearAgo,
						joined: named(series.yearAgo.joined),
						left: named(series.yearAgo.left)
					},
		months: series.months.map((month) => ({
			...month,
			measures: {
				...month.measures,
				hub: month.measures.hub === null ? null : members[month.measures.hub]!
			}
		}))
	};
}

function spell(from: number, to: number): { startedOn: Day | null; endedOn: Day | null } {
	return { startedOn: from === ALWAYS_BEFORE ? null : from, endedOn: to === ALWAYS_AFTER ? null : to };
}

import type { Day } from '#lib/domain/day.ts';
import { addMonths, dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { StageMeasures, StageVerdict } from './stage.ts';
import { networkStage } from './stage.ts';
import type { TimedNode, TimedTie } from './timed-network.ts';
import { snapshotAt } from './timed-network.ts';

export interface MonthlyStage extends StageVerdict {
	/** Last day of the month, or the last day asked for. */
	day: Day;
}

export interface StageSeries {
	/** One entry a month, oldest first; hubs are numbered as in the whole network. */
	months: MonthlyStage[];
	/** Day of the first month of the unbroken run at the present stage; null if the stage cannot be told. */
	since: Day | null;
	/** Whether that run reaches back to the first month looked at, so that it may be older. */
	isSinceStart: boolean;
	/** The same month a year before the last, and what has changed; null if not covered. */
	yearAgo: YearAgo | null;
}

export interface YearAgo {
	day: Day;
	stage: StageVerdict['stage'];
	/** By how much each measure has changed. */
	change: StageChange;
	/** Nodes that are there now and were not, and the other way round; numbered as in the whole network. */
	joined: number[];
	left: number[];
}

/** Present value minus that of a year ago; null where either is not defined. */
export type StageChange = Record<Exclude<keyof StageMeasures, 'hub'>, number | null>;

const MONTHS_A_YEAR = 12;

/**
 * Stage of a network month by month, directions ignored.
 *
 * @param from any day of the first month
 * @param to last day; the last month is seen as of this day
 * @throws {DomainError} if `to` is before `from`
 */
export function stageSeries(
	nodes: readonly TimedNode[],
	ties: readonly TimedTie[],
	from: Day,
	to: Day
): StageSeries {
	const members: number[][] = [];
	const months = monthEnds(from, to).map((day) => {
		const { graph, nodeOf } = snapshotAt(nodes, ties, day);
		const { stage, measures } = networkStage(graph);
		members.push(Array.from(nodeOf));
		return {
			day,
			stage,
			measures: { ...measures, hub: measures.hub === null ? null : nodeOf[measures.hub]! }
		};
	});
	const last = months.length - 1;
	const now = months[last]!;
	let first = last;
	while (first > 0 && months[first - 1]!.stage === now.stage) first--;
	return {
		months,
		since: now.stage === null ? null : months[first]!.day,
		isSinceStart: first === 0,
		yearAgo: last < MONTHS_A_YEAR ? null : sinceYear(last - MONTHS_A_YEAR, last)
	};

	function sinceYear(then: number, today: number): YearAgo {
		const { day, stage, measures } = months[then]!;
		return {
			day,
			stage,
			change: changeOf(measures, months[today]!.measures),
			joined: missingFrom(members[then]!, members[today]!),
			left: missingFrom(members[today]!, members[then]!)
		};
	}
}

function missingFrom(known: readonly number[], candidates: readonly number[]): number[] {
	const there = new Set(known);
	return candidates.filter((node) => !there.has(node));
}

/** Last day of each month from the month of one day to that of another, the very last cut to that day. */
export function monthEnds(from: Day, to: Day): Day[] {
	if (to < from) throw new DomainError(`the last day (${to}) must not be before the first (${from})`);
	const date = new Date(from * 86_400_000);
	const firstOfMonth = dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)));
	const days: Day[] = [];
	for (let month = 1; days.at(-1) !== to; month++)
		days.push(Math.min(to, addMonths(firstOfMonth, month) - 1));
	return days;
}

function changeOf(before: StageMeasures, after: StageMeasures): StageChange {
	const change = (key: keyof StageChange) => {
		const [then, now] = [before[key], after[key]];
		return then === null || now === null ? null : now - then;
	};
	return {
		nodes: change('nodes'),
		ties: change('ties'),
		largestComponentShare: change('largestComponentShare'),
		degreeCentralisation: change('degreeCentralisation'),
		hubDegree: change('hubDegree'),
		piecesWithoutHub: change('piecesWithoutHub'),
		coreCorrelation: change('coreCorrelation'),
		coreSize: change('coreSize'),
		cutVertices: change('cutVertices')
	};
}

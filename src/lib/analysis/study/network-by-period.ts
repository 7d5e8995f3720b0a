import { dayInterval, periodOf, type PeriodUnit } from '../panel/date-interval.ts';
import type { StudyWindow } from '../panel/spells.ts';
import type { Network, SparseMatrix } from '../sparse/sparse-matrix.ts';
import type { StudyTie } from './study-data.ts';

/**
 * The matrix of the ties that held in each period; one matrix for all where none has a date within the window.
 *
 * A tie counts from the period in which it starts to before the one in which it ends, save where both are the
 * same period, which then counts. Without a start it counts from the first period on. Periods with the
 * same ties share one matrix.
 *
 * @param build the matrix of some ties
 */
export function networkByPeriod(
	ties: readonly StudyTie[],
	window: StudyWindow,
	build: (ties: readonly StudyTie[]) => SparseMatrix
): Network {
	const first = periodOf(dayInterval(window.from, 'the start of the period').first, window.unit);
	const last = periodOf(dayInterval(window.until, 'the end of the period').last, window.unit);
	const spans = ties.map((tie) => spanOf(tie, window.unit));
	const built = new Map<string, SparseMatrix>();
	const matrices = Array.from({ length: last - first + 1 }, (_, at) => {
		const held = [...ties.keys()].filter(
			(tie) => spans[tie]!.from <= first + at && first + at < spans[tie]!.until
		);
		const key = held.join(' ');
		const known = built.get(key);
		if (known !== undefined) return known;
		const matrix = build(held.map((tie) => ties[tie]!));
		built.set(key, matrix);
		return matrix;
	});
	return built.size === 1 ? matrices[0]! : matrices;
}

/** First period of a tie, and the first one after it. */
function spanOf({ startedOn, endedOn }: StudyTie, unit: PeriodUnit): { from: number; until: number } {
	const from = startedOn === null ? -Infinity : middlePeriod(startedOn, unit);
	return { from, until: endedOn === null ? Infinity : Math.max(middlePeriod(endedOn, unit), from + 1) };
}

function middlePeriod(date: string, unit: PeriodUnit): number {
	const { first, last } = dayInterval(date, 'the date of a tie');
	return periodOf(Math.floor((first + last) / 2), unit);
}

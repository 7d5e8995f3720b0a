import { formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import type { View } from './view.ts';

/** What to tell of a date after the snapshot, of which the record can say nothing; empty for any other. */
export function lateDateProblems({ date }: Pick<View, 'date'>, asOf: Day): string[] {
	if (date === null || date <= asOf) return [];
	return [
		`The address asks for ${formatDay(date)}, which is after the last day on record; ${formatDay(asOf)} is shown.`
	];
}

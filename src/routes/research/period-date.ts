import { isoDay, lastDayWithin, parseDay, type Day } from '#lib/domain/day.ts';

/** Position of the period that holds a day; the nearest end where the day lies outside. */
export function periodOfDay(periods: readonly string[], unit: string, day: Day): number {
	const name = isoDay(day).slice(0, unit === 'month' ? 7 : 4);
	const at = periods.indexOf(name);
	if (at >= 0) return at;
	return name < periods[0]! ? 0 : periods.length - 1;
}

/** Last day of a period ("2019", "2019-07"). */
export function dayOfPeriod(name: string): Day {
	const isMonth = name.length > 4;
	return lastDayWithin(parseDay(isMonth ? `${name}-01` : `${name}-01-01`)!, isMonth ? 'month' : 'year');
}

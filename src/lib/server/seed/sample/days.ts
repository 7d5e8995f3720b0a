const DAY_MS = 86_400_000;

/** Whole days since 1970-01-01 of an ISO 8601 date. */
export function dayOf(date: string): number {
	return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** ISO 8601 date of a day since 1970-01-01. */
export function dateOf(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** First day of the month or year in which a day lies, as dates known no better are kept. */
export function filled(day: number, precision: 'day' | 'month' | 'year'): string {
	const date = dateOf(day);
	return precision === 'day'
		? date
		: precision === 'month'
			? `${date.slice(0, 7)}-01`
			: `${date.slice(0, 4)}-01-01`;
}

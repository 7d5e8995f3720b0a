import { countOf } from '#lib/domain/number-words.ts';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A period as people say it: "July 2019", "2019", "period 7". */
export function periodWords(name: string, unit: string): string {
	if (unit === 'period') return `period ${name}`;
	const [year, month] = name.split('-').map(Number);
	return month === undefined ? name : MONTH.format(new Date(Date.UTC(year!, month - 1, 1)));
}

/** "1 body", "12 bodies". */
export function bodiesWords(count: number): string {
	return countOf(count, 'body', 'bodies');
}

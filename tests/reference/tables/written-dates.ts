import type { Random } from '../../../src/lib/analysis/numeric/random.ts';
import { pick, type MeantDate } from './columns.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
const two = (part: number): string => String(part).padStart(2, '0');

/** One way of writing days; parts are numbers. */
export type DateWriter = (year: number, month: number, day: number) => string;

/** The ways in which days are written; those marked are read wrongly where the order of the column is taken wrongly. */
export const DATE_WRITERS: Record<string, DateWriter> = {
	'dd/mm/yyyy': (y, m, d) => `${two(d)}/${two(m)}/${y}`,
	'd/m/yy': (y, m, d) => `${d}/${m}/${two(y % 100)}`,
	'dd.mm.yyyy': (y, m, d) => `${two(d)}.${two(m)}.${y}`,
	'dd-mm-yyyy': (y, m, d) => `${two(d)}-${two(m)}-${y}`,
	'mm/dd/yyyy': (y, m, d) => `${two(m)}/${two(d)}/${y}`,
	'yyyy-mm-dd': (y, m, d) => `${y}-${two(m)}-${two(d)}`,
	'yyyy-mm-dd hh:mm': (y, m, d) => `${y}-${two(m)}-${two(d)} 00:00:00`,
	'd Mmmm yyyy': (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
	'd-Mmm-yy': (y, m, d) => `${d}-${MONTHS[m - 1]!.slice(0, 3)}-${two(y % 100)}`,
	'Mmmm d, yyyy': (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
	serial: (y, m, d) => String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569)
};

/** Writes a date in one way, months and years alone in ways of their own. */
export function writtenDate(random: Random, { iso, precision }: MeantDate, writer: DateWriter): string {
	const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
	if (precision === 'year') return pick(random, [String(year), `since ${year}`, `c. ${year}`]);
	if (precision === 'month')
		return pick(random, [
			`${MONTHS[month - 1]} ${year}`,
			`${two(month)}/${year}`,
			`${MONTHS[month - 1]!.slice(0, 3)}-${two(year % 100)}`
		]);
	return writer(year, month, day);
}

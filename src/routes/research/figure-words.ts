/** A number to a few significant digits; "not defined" where there is none. */
export function numberWords(value: number | null, digits = 3): string {
	if (value === null) return 'not defined';
	const rounded = Number(value.toPrecision(digits)) + 0;
	return (Math.abs(value) >= 1000 ? Math.round(value) : rounded).toLocaleString('en-GB', {
		maximumSignificantDigits: Math.max(digits, 4)
	});
}

/** A number with three decimals, as columns of like measures are read; never "-0.000". */
export function decimalWords(value: number | null): string {
	if (value === null) return '–';
	const text = value.toFixed(3);
	return (Number(text) === 0 ? '0.000' : text).replace('-', '−');
}

/** A share of one as a percentage with at most one digit; "not defined" where there is none. */
export function percentWords(value: number | null): string {
	return value === null ? 'not defined' : `${Math.round(value * 1000) / 10} %`;
}

/** A p-value as it is said: never 0, never more digits than shuffles allow. */
export function pWords(p: number | null): string {
	if (p === null) return 'no p-value';
	return p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`;
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A period as people say it: "July 2019", "2019", "period 7". */
export function periodWords(name: string, unit: string): string {
	if (unit === 'period') return `period ${name}`;
	const [year, month] = name.split('-').map(Number);
	return month === undefined ? name : MONTH.format(new Date(Date.UTC(year!, month - 1, 1)));
}

/** "1 month", "3 months". */
export function countWords(count: number, noun: string): string {
	return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** "1 body", "12 bodies". */
export function bodiesWords(count: number): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? 'body' : 'bodies'}`;
}

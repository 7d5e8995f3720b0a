/**
 * Numbers as sentences say them. Each takes the number as it was computed: what is compared in a sentence is
 * compared before it is rounded, and no rounding may turn some into none or most into all.
 */

/** "1 body", "12 bodies", "1,325 bodies"; the second word is the first with an s where it is left out. */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

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

/**
 * A share of one as a percentage with at most one digit: "31.4%", never "0%" of something that there is, nor
 * "100%" of what is not whole; "not defined" where there is none.
 */
export function percentWords(value: number | null): string {
	if (value === null) return 'not defined';
	const tenths = Math.round(value * 1000);
	if (tenths === 0 && value > 0) return 'under 0.1%';
	if (tenths === 1000 && value < 1) return 'over 99.9%';
	return `${tenths / 10}%`;
}

/** A p-value as it is said: never 0, never more digits than shuffles allow, never .050 for what is below it. */
export function pWords(p: number | null): string {
	if (p === null) return 'no p-value';
	if (p < 0.001) return 'p < .001';
	const text = p.toFixed(3);
	// At the mark by which p-values are read, no rounding may carry one across.
	if (text === '0.050' && p !== 0.05) return `p = ${p.toPrecision(3).replace(/^0/, '')}`;
	return `p = ${text.replace(/^0/, '')}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(words: readonly string[], last = 'and'): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

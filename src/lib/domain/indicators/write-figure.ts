import type { Indicator } from './indicator.ts';

const POUND = '£';

/**
 * A figure with its unit as one reads it aloud: "20.0%", "£534 a week", "1,046 people per km²"; "not published"
 * for null. The unit's "% of residents" is said by the label, so that only the sign stays.
 */
export function writeFigure(
	value: number | null,
	{ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>
): string {
	if (value === null) return 'not published';
	const written = value.toLocaleString('en-GB', {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	});
	const number = written.replace('-', '−');
	if (unit.startsWith('%')) return `${number}%`;
	if (unit.startsWith(POUND)) return `${POUND}${number}${unit.slice(POUND.length)}`;
	return unit === 'people' || unit === 'residents' || unit === 'households' || unit === 'points'
		? number
		: `${number} ${unit}`;
}

const NAMES = /^(Asian|Black|White|UK)\b/;

/** The label of a figure as it stands within a sentence: "residents per household", but "Asian residents". */
export function labelInSentence(label: string): string {
	return NAMES.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

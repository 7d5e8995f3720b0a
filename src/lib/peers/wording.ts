import type { DefaultIndicator, IndicatorUnit } from './default-indicators.ts';
import type { FeatureComparison } from './explanation.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const WRITE: Record<IndicatorUnit, (value: number) => string> = {
	people: (value) => whole.format(value),
	'%': (value) => `${oneDecimal.format(value)}%`,
	'£': (value) => `£${whole.format(value)}`,
	'£ a week': (value) => `£${whole.format(value)} a week`,
	'people per km²': (value) => `${whole.format(value)} per km²`,
	times: (value) => `${oneDecimal.format(value)} times`,
	tonnes: (value) => `${oneDecimal.format(value)} tonnes`,
	score: (value) => oneDecimal.format(value)
};

/** A figure with its unit as one reads it aloud; "not published" for null. */
export function writeFigure(value: number | null, unit: IndicatorUnit): string {
	return value === null ? 'not published' : WRITE[unit](value);
}

/**
 * One indicator of a pair in words and original units, such as "Residents aged 65 and over: 16.9% in
 * Rochdale, 16.1% in Oldham".
 */
export function comparisonSentence(
	{ label, unit }: Pick<DefaultIndicator, 'label' | 'unit'>,
	{ mine, theirs }: Pick<FeatureComparison, 'mine' | 'theirs'>,
	names: { mine: string; theirs: string }
): string {
	return `${label}: ${writeFigure(mine, unit)} in ${names.mine}, ${writeFigure(theirs, unit)} in ${names.theirs}`;
}

import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import type { FeatureComparison } from './explanation.ts';
import type { Place } from './likeness.ts';

/**
 * One indicator of a pair in words and original units with the place of both among all compared, such as "Residents aged
 * 65 and over: 16.9% in Rochdale, 16.1% in Oldham; 9th and 13th lowest of 36".
 */
export function comparisonSentence(
	indicator: Pick<Indicator, 'label' | 'unit' | 'decimals'>,
	{ mine, theirs, likeness }: Pick<FeatureComparison, 'mine' | 'theirs' | 'likeness'>,
	names: { mine: string; theirs: string }
): string {
	const places = likeness === null ? '' : `; ${placesInWords(likeness.mine, likeness.theirs)}`;
	return `${indicator.label}: ${writeFigure(mine, indicator)} in ${names.mine}, ${writeFigure(theirs, indicator)} in ${names.theirs}${places}`;
}

/** "3rd and 5th highest of 36", "highest and 2nd lowest of 36", "both highest of 36". */
export function placesInWords(mine: Place, theirs: Place): string {
	const [a, b] = [placeOf(mine), placeOf(theirs)];
	const all = `of ${mine.of}`;
	if (a.end === b.end) {
		if (a.nth === b.nth) return `both ${word(a)} ${all}`;
		if (a.nth > 1 && b.nth > 1) return `${nth(a.nth)} and ${nth(b.nth)} ${a.end} ${all}`;
	}
	return `${word(a)} and ${word(b)} ${all}`;
}

type End = { end: 'highest' | 'lowest'; nth: number };

/** Counted from the nearer end, so that 34th of 36 reads as 3rd lowest. */
function placeOf({ fromTop, fromBottom }: Place): End {
	return fromTop <= fromBottom ? { end: 'highest', nth: fromTop } : { end: 'lowest', nth: fromBottom };
}

function word({ end, nth: at }: End): string {
	return at === 1 ? end : `${nth(at)} ${end}`;
}

const RULES = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

function nth(number: number): string {
	return `${number}${SUFFIXES[RULES.select(number)] ?? 'th'}`;
}

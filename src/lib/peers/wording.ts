import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import type { FeatureComparison } from './explanation.ts';

/**
 * One indicator of a pair in words and original units, such as "Residents aged 65 and over: 16.9% in
 * Rochdale, 16.1% in Oldham".
 */
export function comparisonSentence(
	indicator: Pick<Indicator, 'label' | 'unit' | 'decimals'>,
	{ mine, theirs }: Pick<FeatureComparison, 'mine' | 'theirs'>,
	names: { mine: string; theirs: string }
): string {
	return `${indicator.label}: ${writeFigure(mine, indicator)} in ${names.mine}, ${writeFigure(theirs, indicator)} in ${names.theirs}`;
}

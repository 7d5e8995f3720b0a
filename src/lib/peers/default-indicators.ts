import { ASPECTS, type AspectKey } from '#lib/domain/indicators/aspects.ts';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';

/** An indicator that councils are compared by. */
export interface DefaultIndicator extends Indicator {
	/** What it tells about a place, together with the others of that aspect. */
	aspect: AspectKey;
	/** Why the aspect is in, and what this figure adds to it. */
	reason: string;
}

/** The indicators that councils are compared by unless a person chooses others. */
export const DEFAULT_INDICATORS: readonly DefaultIndicator[] = INDICATORS.flatMap((indicator) => {
	const { aspect, reason } = indicator.comparison;
	if (aspect === null) return [];
	return [{ ...indicator, aspect, reason: `${ASPECTS[aspect].reason} ${reason}` }];
});

/** The default indicators that a table has columns for, in the order of the default set. */
export function presentIndicators(columns: readonly string[]): DefaultIndicator[] {
	return DEFAULT_INDICATORS.filter(({ column }) => columns.includes(column));
}

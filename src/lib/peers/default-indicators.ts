import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';

/** An indicator that councils are compared by, with its weight within its theme. */
export interface DefaultIndicator extends Indicator {
	/** Weight within the theme; themes are then made equal. */
	weight: number;
	/** Why it is in, and why so weighted. */
	reason: string;
}

/** The indicators that councils are compared by unless a person chooses others. */
export const DEFAULT_INDICATORS: readonly DefaultIndicator[] = INDICATORS.flatMap((indicator) => {
	const { weight, reason } = indicator.comparison;
	return weight === null ? [] : [{ ...indicator, weight, reason }];
});

import { DomainError } from '#lib/domain/errors.ts';
import { INDICATOR_THEMES, type IndicatorTheme } from '#lib/domain/indicators/indicator.ts';
import { DEFAULT_INDICATORS, type DefaultIndicator } from './default-indicators.ts';

export const PEER_PRESETS = ['balanced', ...INDICATOR_THEMES] as const;
export type PeerPreset = (typeof PEER_PRESETS)[number];

/** A theme that a preset stresses weighs as much as the others together. */
const STRESS = INDICATOR_THEMES.length - 1;

/**
 * Weights of a preset, adding up to 100, so that a weight reads as a part of the whole.
 *
 * Each theme has an equal part, whatever number of indicators it has; the preset's own theme has half of
 * the whole. Within a theme the indicators share its part in proportion to their own weight. A theme
 * with no indicator present has no part, and the others share what it leaves.
 *
 * @param indicators those that are present, each from the default set or made like them
 * @returns one weight an indicator, in the order given
 * @throws {DomainError} if no indicator is present
 */
export function presetWeights(
	preset: PeerPreset,
	indicators: readonly Pick<DefaultIndicator, 'theme' | 'weight'>[] = DEFAULT_INDICATORS
): number[] {
	if (indicators.length === 0) throw new DomainError('There are no indicators to share weights among.');
	const withinTheme = new Map<IndicatorTheme, number>();
	for (const { theme, weight } of indicators) {
		withinTheme.set(theme, (withinTheme.get(theme) ?? 0) + weight);
	}
	const part = (theme: IndicatorTheme) => (theme === preset ? STRESS : 1);
	const whole = [...withinTheme.keys()].reduce((sum, theme) => sum + part(theme), 0);
	return indicators.map(
		({ theme, weight }) => (100 * part(theme) * weight) / (whole * (withinTheme.get(theme) ?? 1))
	);
}

/** The default indicators that a table has columns for, in the order of the default set. */
export function presentIndicators(columns: readonly string[]): DefaultIndicator[] {
	return DEFAULT_INDICATORS.filter(({ column }) => columns.includes(column));
}

import { ASPECTS, type AspectKey } from '#lib/domain/indicators/aspects.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { INDICATOR_THEMES, type IndicatorTheme } from '#lib/domain/indicators/indicator.ts';

export const PEER_PRESETS = ['balanced', ...INDICATOR_THEMES] as const;
export type PeerPreset = (typeof PEER_PRESETS)[number];

/** A theme that a preset stresses weighs as much as the others together. */
const STRESS = INDICATOR_THEMES.length - 1;

/**
 * Weights of a preset, adding up to 100, so that a weight reads as a part of the whole.
 *
 * Each theme has an equal part, whatever number of indicators it has; the preset's own theme has half of
 * the whole. Within a theme the aspects share its part in proportion to their own weight, and the indicators of an
 * aspect share alike what it has. A theme or aspect with no indicator that counts has no part, and the others of its
 * level share what it leaves.
 *
 * @param indicators what there is to weigh
 * @param isCounted one an indicator: whether it counts at all; all do where it is left out
 * @returns one weight an indicator, in the order given; 0 for those that do not count
 * @throws {DomainError} if no indicator counts
 */
export function presetWeights(
	preset: PeerPreset,
	indicators: readonly { aspect: AspectKey }[],
	isCounted: readonly boolean[] = indicators.map(() => true)
): number[] {
	const inAspect = new Map<AspectKey, number>();
	indicators.forEach(({ aspect }, at) => {
		if (isCounted[at] === true) inAspect.set(aspect, (inAspect.get(aspect) ?? 0) + 1);
	});
	if (inAspect.size === 0) throw new DomainError('There are no indicators to share weights among.');
	const inTheme = new Map<IndicatorTheme, number>();
	for (const aspect of inAspect.keys()) {
		const { theme, weight } = ASPECTS[aspect];
		inTheme.set(theme, (inTheme.get(theme) ?? 0) + weight);
	}
	const part = (theme: IndicatorTheme) => (theme === preset ? STRESS : 1);
	const whole = [...inTheme.keys()].reduce((sum, theme) => sum + part(theme), 0);
	return indicators.map(({ aspect }, at) => {
		if (isCounted[at] !== true) return 0;
		const { theme, weight } = ASPECTS[aspect];
		const ofTheme = (100 * part(theme)) / whole;
		return (ofTheme * weight) / (inTheme.get(theme) ?? 1) / (inAspect.get(aspect) ?? 1);
	});
}

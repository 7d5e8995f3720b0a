import type { SurvivalData } from './survival-data.ts';

/**
 * Concordance: of the pairs whose order is known, the share in which the unit with the higher score adopts
 * first; equal scores count half.
 *
 * A pair is known when one adopts while the other is under observation and adopts later or not at that time.
 *
 * @param score predicted risk of each row
 * @returns from 0 to 1, 0.5 for no better than chance; `null` when no pair is known
 *
 * Source: Harrell et al. (1982); R survival `concordance`.
 */
export function concordance({ time, event, entry }: SurvivalData, score: readonly number[]): number | null {
	let known = 0;
	let right = 0;
	for (let first = 0; first < time.length; first++) {
		if (!event[first]) continue;
		for (let other = 0; other < time.length; other++) {
			const later = time[other]! > time[first]! || (time[other] === time[first] && !event[other]);
			if (!later || (entry?.[other] ?? 0) >= time[first]!) continue;
			known++;
			if (score[first]! > score[other]!) right++;
			else if (score[first] === score[other]) right += 0.5;
		}
	}
	return known === 0 ? null : right / known;
}

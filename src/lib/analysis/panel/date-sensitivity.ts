import { seededRandom } from '../numeric/random.ts';
import { reportProgress, type Progress } from '../progress.ts';
import type { Panel } from './panel.ts';
import {
	impreciseStarts,
	panelFromSpells,
	unknownStarts,
	type AdoptionSpell,
	type StudyWindow
} from './spells.ts';

/** How much a figure depends on dates that are known only to the year or month. */
export interface DateSensitivity {
	/** Adoption dates that may lie in more than one period (count). */
	imprecise: number;
	/** Adoptions whose start is not known: without a date, or known only as *by* one (count). */
	unknown: number;
	/** The figure with every imprecise date at its first, middle and last day; `null` where undefined. */
	earliest: number | null;
	middle: number | null;
	latest: number | null;
	/** The figure over random days within each date: middle 95% and median; `null` without draws. */
	draws: {
		count: number;
		undefined: number;
		seed: number;
		lower: number;
		median: number;
		upper: number;
	} | null;
	/** The same in words. */
	sentence: string;
}

/**
 * Computes a figure again with imprecise dates moved about within what they may mean.
 *
 * @param measure any figure of a panel; `null` where undefined
 * @param options draws: how many random placements (default 0); seed: repeats them
 * @throws {AnalysisError} as {@link panelFromSpells}
 */
export function dateSensitivity(
	spells: readonly AdoptionSpell[],
	window: StudyWindow,
	measure: (panel: Panel) => number | null,
	options: { draws?: number; seed?: number; progress?: Progress } = {}
): DateSensitivity {
	const { draws = 0, seed = 1, progress } = options;
	const imprecise = impreciseStarts(spells, window.unit);
	const unknown = unknownStarts(spells);
	const [earliest, middle, latest] = (['earliest', 'middle', 'latest'] as const).map((choice) =>
		measure(panelFromSpells(spells, window, choice))
	) as [number | null, number | null, number | null];

	const random = seededRandom(seed);
	const drawn: number[] = [];
	for (let k = 0; k < draws; k++) {
		reportProgress(progress, k, draws);
		const value = measure(panelFromSpells(spells, window, random));
		if (value !== null) drawn.push(value);
	}
	drawn.sort((a, b) => a - b);
	const rank = (share: number): number => drawn[Math.round(share * (drawn.length - 1))]!;
	const spread = { count: draws, undefined: draws - drawn.length, seed };
	const summary =
		drawn.length === 0 ? null : { ...spread, lower: rank(0.025), median: rank(0.5), upper: rank(0.975) };
	const known = [earliest, middle, latest, summary?.lower, summary?.upper].filter(
		(value) => typeof value === 'number'
	);
	return {
		...{ imprecise, unknown, earliest, middle, latest },
		draws: summary,
		sentence: sentenceOn(imprecise, unknown, known)
	};
}

function sentenceOn(imprecise: number, unknown: number, values: readonly number[]): string {
	if (imprecise === 0) return knownInWords(unknown);
	const dates = imprecise === 1 ? '1 adoption date is' : `${imprecise} adoption dates are`;
	if (values.length === 0) return `${dates} imprecise; the figure is undefined wherever they lie.`;
	const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
		Number(value.toPrecision(3))
	);
	return least === most
		? `${dates} imprecise; moving them within what they may mean does not change the figure.`
		: `${dates} imprecise; moving them within what they may mean takes the figure from ${least} to ${most}.`;
}

/** That no date moves a figure, said of those dates of which it is true. */
function knownInWords(unknown: number): string {
	if (unknown === 0) return 'Every adoption date is known well enough to say its period.';
	return unknown === 1
		? 'Of 1 adoption it is not known when it began; every other date is known well enough to say its period.'
		: `Of ${unknown} adoptions it is not known when they began; every other date is known well enough to say its period.`;
}

import { adoptionCurve } from '../diffusion/adoption-curve.ts';
import { dateSensitivity, type DateSensitivity } from '../panel/date-sensitivity.ts';
import type { Panel } from '../panel/panel.ts';
import type { AdoptionSpell, StudyWindow } from '../panel/spells.ts';

/** How far one figure moves with dates known only to the month or year. */
export interface MovedFigure {
	figure: string;
	result: DateSensitivity;
}

/** Computes a few figures again with imprecise dates moved about; none where dates are whole periods. */
export function studySensitivity(
	dates: { spells: readonly AdoptionSpell[]; window: StudyWindow } | null,
	seed: number
): MovedFigure[] {
	if (dates === null) return [];
	return MOVED_FIGURES.map(({ figure, measure }) => ({
		figure,
		result: dateSensitivity(dates.spells, dates.window, measure, { draws: DRAWS, seed })
	}));
}

/** Random placements of imprecise dates (count). */
const DRAWS = 200;

/** Figures that are computed again with imprecise dates moved about. */
const MOVED_FIGURES: readonly { figure: string; measure: (panel: Panel) => number | null }[] = [
	{ figure: 'Median time to adoption, in periods from the start', measure: medianAdoption },
	{ figure: 'Largest hazard of any period', measure: largestHazard },
	{ figure: 'Share that had adopted halfway through the period', measure: shareHalfway }
];

/** Middle of the known times of adoption, in periods from the start; `null` without any. */
function medianAdoption(panel: Panel): number | null {
	const times = [...panel.adoptedAt].filter((time, unit) => time >= 0 && panel.startKnown[unit] === 1);
	times.sort((a, b) => a - b);
	const middle = (times.length - 1) / 2;
	return times.length === 0 ? null : (times[Math.floor(middle)]! + times[Math.ceil(middle)]!) / 2;
}

function largestHazard(panel: Panel): number | null {
	const hazards = adoptionCurve(panel).flatMap(({ hazard }) => hazard ?? []);
	return hazards.length === 0 ? null : Math.max(...hazards);
}

function shareHalfway(panel: Panel): number | null {
	return adoptionCurve(panel)[Math.floor(panel.periods.length / 2)]?.share ?? null;
}

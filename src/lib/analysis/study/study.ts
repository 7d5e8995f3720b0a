import { AnalysisError } from '../analysis-error.ts';
import { adoptionCurve, type AdoptionPeriod } from '../diffusion/adoption-curve.ts';
import { fitBass, type BassMethod, type BassOutcome } from '../growth/bass-fit.ts';
import { everAdopter, everExists, type Panel } from '../panel/panel.ts';
import type { AdoptionSpell, StudyWindow } from '../panel/spells.ts';
import { reportProgress, type Progress } from '../progress.ts';
import { compareNetworks, type NetworkComparison, type Stratum } from '../survival/network-comparison.ts';
import type { Declared, LeftOut } from './study-data.ts';
import { outcome, type Outcome } from './outcome.ts';
import { FEWEST_ADOPTERS } from './study-limits.ts';
import { studyClasses, type StudyClasses } from './study-classes.ts';
import { networkResult, type NetworkResult } from './study-network-result.ts';
import type { StudyNetwork } from './study-networks.ts';
import { studySensitivity, type MovedFigure } from './study-sensitivity.ts';
import { studySurvival, type StudySurvival } from './study-survival.ts';

/** A study ready to run: from the atlas or from somebody's own tables. */
export interface Study {
	panel: Panel;
	/** Name of each unit, and of each period ("2019", "2019-07"). */
	names: string[];
	periods: string[];
	/** One period, in words: "month", "year", "period". */
	unit: string;
	/** What units are compared by, `null` for a unit without a group; `null` for no comparison. */
	groups: { name: string; labels: (string | null)[] } | null;
	/** Groupings that the comparison of networks adds in turn; empty for none. */
	strata: Stratum[];
	networks: StudyNetwork[];
	declared: Declared[];
	leftOut: LeftOut[];
	/** What was decided in reading the tables that somebody brought, one sentence each. */
	notes: string[];
	/** Why the periods begin and end where they do; `null` where someone chose, or the tables say. */
	windowReason: string | null;
	/** For moving imprecise dates about; `null` where dates are whole periods. */
	dates: { spells: AdoptionSpell[]; window: StudyWindow } | null;
	permutations: number;
	seed: number;
}

/** The part of a study that takes no time: who, when and how fast. */
export interface StudyCore {
	/** Units that existed in some period, and adopters among them; those whose start is not known (counts). */
	n: number;
	adopters: number;
	leftCensored: number;
	/** Why the periods begin and end where they do; `null` where someone chose, or the tables say. */
	windowReason: string | null;
	unit: string;
	periods: string[];
	curve: AdoptionPeriod[];
	/** Periods without any adoption between the first and the last one (count). */
	emptyPeriods: number;
	/** The period with most adoptions, its share of those with a known start, and their number; `null` without any. */
	peak: { period: string; adopting: number; share: number; known: number } | null;
	survival: Outcome<StudySurvival>;
	leftOut: LeftOut[];
	/** What a reader should mind before trusting any figure. */
	warnings: string[];
}

/** All figures of a study, plain and serialisable. */
export interface StudyResult {
	core: StudyCore;
	classes: Outcome<StudyClasses>;
	networks: NetworkResult[];
	comparison: Outcome<NetworkComparison>;
	bass: { method: BassMethod; outcome: BassOutcome }[];
	/** Period that Bass's curve is fitted from: that of the first known adoption (position). */
	bassFrom: number;
	/** How far figures move with dates known only to the month or year; empty where dates are whole periods. */
	sensitivity: MovedFigure[];
	declared: Declared[];
	permutations: number;
	seed: number;
}

const FEW_UNITS = 20;
const BASS_METHODS: readonly BassMethod[] = ['increments', 'density', 'cumulative', 'share'];

/** Curve, hazard and survival: quick enough for a server to answer with. */
export function studyCore(study: Study): StudyCore {
	const { panel, periods } = study;
	const curve = adoptionCurve(panel);
	const known = curve.reduce((sum, { adopting }) => sum + adopting, 0);
	const units = [...panel.ids.keys()];
	const n = units.filter((unit) => everExists(panel, unit)).length;
	const adopters = units.filter((unit) => everAdopter(panel, unit)).length;
	const busy = curve.flatMap(({ adopting }, t) => (adopting > 0 ? [t] : []));
	const top = busy.reduce<number | null>(
		(best, t) => (best === null || curve[t]!.adopting > curve[best]!.adopting ? t : best),
		null
	);
	const emptyPeriods = busy.length === 0 ? 0 : busy.at(-1)! - busy[0]! + 1 - busy.length;
	return {
		n,
		adopters,
		leftCensored: adopters - known,
		windowReason: study.windowReason,
		unit: study.unit,
		periods,
		curve,
		emptyPeriods,
		peak:
			top === null
				? null
				: {
						period: periods[top]!,
						adopting: curve[top]!.adopting,
						share: curve[top]!.adopting / known,
						known
					},
		survival: outcome(() => studySurvival(panel, study.groups, known >= FEWEST_ADOPTERS)),
		leftOut: study.leftOut,
		warnings: [...study.notes, ...warnings(n, adopters, known, busy.length, emptyPeriods, study.unit)]
	};
}

function warnings(
	n: number,
	adopters: number,
	known: number,
	busy: number,
	empty: number,
	unit: string
): string[] {
	const found: string[] = [];
	if (n < FEW_UNITS)
		found.push(
			n === 1
				? 'There is only one body here, so there is nothing to compare.'
				: `There are only ${n} bodies here; one body more or less changes every figure.`
		);
	if (adopters === 0)
		found.push('Nobody in this population has adopted within the period, so there is no spread to study.');
	else if (known === 0)
		found.push('Every start is known only as “by” a date, so nothing can be said about timing.');
	else if (known < FEWEST_ADOPTERS) {
		found.push(
			`Only ${known} of ${n} adopted at a known time; classes, models and tests are not given below ${FEWEST_ADOPTERS}.`
		);
	}
	if (known > 1 && busy === 1) {
		found.push(`All adopted in one ${unit}, so timing tells nothing; try a finer unit.`);
	}
	if (adopters === n && n > 0) found.push('Everybody has adopted; nobody is left to compare adopters with.');
	if (empty > busy) {
		found.push(
			`In ${empty} ${unit}s between the first and the last adoption nobody adopted; a coarser unit may read better.`
		);
	}
	return found;
}

/**
 * Runs every figure of a study. A figure that the data cannot give is refused in words; the others stand.
 *
 * @param progress share done over all figures, and whether to stop
 * @throws {AnalysisCancelled} when told to stop
 */
export function runStudy(study: Study, progress?: Progress): StudyResult {
	const { panel, networks, permutations, seed } = study;
	const core = studyCore(study);
	const known = core.adopters - core.leftCensored;
	const isTested = known >= FEWEST_ADOPTERS;
	const steps = networks.length + 2;
	const part = (at: number): Progress | undefined =>
		progress === undefined
			? undefined
			: {
					...(progress.signal === undefined ? {} : { signal: progress.signal }),
					onProgress: (share) => progress.onProgress?.((at + share) / steps)
				};

	const results = networks.map((network, at) =>
		networkResult(panel, network, isTested ? { permutations, seed, ...withProgress(part(at)) } : null)
	);
	reportProgress(progress, networks.length, steps);
	const comparison = outcome(() => {
		if (!isTested) {
			throw new AnalysisError(
				`Networks are not compared with fewer than ${FEWEST_ADOPTERS} adopters whose start is known; there are ${known}.`
			);
		}
		return compareNetworks(panel, networks, 'factor', study.strata);
	});
	reportProgress(progress, networks.length + 1, steps);
	const sensitivity = studySensitivity(study.dates, seed);
	const classes = outcome(() => studyClasses(panel, networks[0] ?? null));
	const bass = BASS_METHODS.map((method) => ({ method, outcome: bassOutcome(core, method) }));
	progress?.onProgress?.(1);
	return {
		core,
		classes,
		networks: results,
		comparison,
		bass,
		bassFrom: firstBusy(core.curve),
		sensitivity,
		declared: study.declared,
		permutations,
		seed
	};
}

function withProgress(progress: Progress | undefined): { progress?: Progress } {
	return progress === undefined ? {} : { progress };
}

/** The period of the first known adoption, or the first one without any. */
function firstBusy(curve: readonly AdoptionPeriod[]): number {
	return Math.max(
		0,
		curve.findIndex(({ adopting }) => adopting > 0)
	);
}

/** Bass's curve from the first known adoption on: the period before it, where nobody could be new, is no datum. */
function bassOutcome({ curve, n, adopters, leftCensored }: StudyCore, method: BassMethod): BassOutcome {
	if (leftCensored > 0) {
		return {
			fit: null,
			refused: `When ${leftCensored} of the adopters began is not known, and Bass's curve needs every start.`
		};
	}
	if (adopters < FEWEST_ADOPTERS) {
		return {
			fit: null,
			refused: `Bass's curve is not given for fewer than ${FEWEST_ADOPTERS} adopters; there ${adopters === 1 ? 'is' : 'are'} ${adopters}.`
		};
	}
	const adopting = curve.map((period) => period.adopting);
	const result = outcome(() => fitBass(adopting.slice(firstBusy(curve)), method, n));
	return result.value ?? { fit: null, refused: result.refused ?? '' };
}

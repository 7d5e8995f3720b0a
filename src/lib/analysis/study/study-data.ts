import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isSilent, sinceWhen } from '#lib/domain/counting.ts';
import { isoDay } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, LIES_WITHIN, TIE_KINDS, type TieKind } from '#lib/domain/vocabulary.ts';
import { AnalysisError } from '../analysis-error.ts';
import { dayInterval, periodName, periodOf, type PeriodUnit } from '../panel/date-interval.ts';
import { everAdopter, everExists, NEVER } from '../panel/panel.ts';
import { panelFromSpells, type StudyWindow } from '../panel/spells.ts';
import type { Border } from '../spatial/weights.ts';
import type { StudyChoice } from './study-choice.ts';
import { dateText, isInferredAdoption, populationRows, studyUnit, type StudyUnit } from './study-units.ts';

/** Bodies that a study leaves out, and why. */
export interface LeftOut {
	reason: string;
	count: number;
	/** Some of their names, at most five. */
	names: string[];
}

/** A statement of who learnt the practice from whom. */
export interface Declared {
	learner: string;
	source: string;
	/** Names, as either may stand outside the population. */
	learnerName: string;
	sourceName: string;
	isInferred: boolean;
}

/** A tie between two units, by their positions. */
export interface StudyTie {
	from: number;
	to: number;
	kind: TieKind;
	/** Year, month or day (ISO 8601) as exact as it is known; `null`: not on record, and then it always held. */
	startedOn: string | null;
	/** `null`: it goes on, or nobody knows. */
	endedOn: string | null;
}

/** Everything a study of one practice needs, as plain data: it can be posted to a worker. */
export interface StudyData {
	practice: { slug: string; name: string };
	units: StudyUnit[];
	window: StudyWindow;
	/** Why the periods begin and end where they do; `null` where the reader chose both ends. */
	windowReason: string | null;
	/** Borders between units that exist today, by position. */
	borders: Border[];
	/** Ties among units of every kind but geography; learning of other practices is among them. */
	ties: StudyTie[];
	declared: Declared[];
	leftOut: LeftOut[];
	/** Day of the snapshot, ISO 8601. */
	asOf: string;
}

/**
 * Gathers the bodies, dates, places and ties of a study from the atlas.
 *
 * Bodies are taken as they were: a predecessor until it closed, its successor from its creation, each with
 * its own adoption only. A body whose dates contradict each other is left out, counted and named.
 *
 * @param areas borders; `null` where they are not at hand, and then there are none
 * @throws {AnalysisError} if there is no such practice or network, or nobody in the population
 */
export function studyData(atlas: Atlas, areas: AreasWire | null, choice: StudyChoice): StudyData {
	const practice = atlas.index.practiceBySlug.get(choice.practice);
	if (practice === undefined) throw new AnalysisError(`there is no practice "${choice.practice}" on record`);
	const { network } = choice.population;
	if (network !== null && !atlas.index.networkBySlug.has(network))
		throw new AnalysisError(`there is no network "${network}" on record`);
	const rows = populationRows(atlas, choice.population);
	if (rows.length === 0) throw new AnalysisError(NOBODY);

	const found = rows.map((row) => ({ row, unit: studyUnit(atlas, row, practice, choice) }));
	const isCandidate = ({ row, unit }: (typeof found)[number]): boolean =>
		!(choice.statedOnly && unit.isInferred === true) && !isSilent(atlas, row, practice);
	const candidates = found.filter(isCandidate);
	const { window, windowReason } = windowOf(
		candidates.map(({ unit }) => unit),
		choice,
		isoDay(atlas.asOf)
	);
	const standing = candidates.map((candidate) => ({ ...candidate, is: standingOf(candidate.unit, window) }));
	const kept = standing.filter(({ is }) => is === 'kept');
	const namesWhere = (wanted: Standing): string[] =>
		standing.filter(({ is }) => is === wanted).map(({ unit }) => unit.name);
	if (kept.length === 0) throw new AnalysisError(NOBODY);

	const units = kept.map(({ unit }) => unit);
	const position = new Map(kept.map(({ row }, at) => [row, at]));
	const { slug, name } = atlas.practices[practice]!;
	return {
		practice: { slug, name },
		units,
		window,
		windowReason,
		borders: areas === null ? [] : bordersOf(areas, units),
		ties: tiesOf(atlas, position, practice),
		declared: declaredOf(atlas, practice, new Set(kept.map(({ row }) => row)), choice),
		leftOut: [
			...leftOut(
				namesWhere('contradictory'),
				'whose recorded dates contradict each other, such as adopting before being founded'
			),
			...leftOut(namesWhere('never there'), 'that did not exist within the period'),
			...leftOut(namesWhere('over before'), 'that had taken it up and ended it before the period'),
			...leftOut(
				found.filter(({ row }) => isSilent(atlas, row, practice)).map(({ unit }) => unit.name),
				'of which the record says nothing: neither adopters nor the others'
			),
			...leftOut(
				found
					.filter((one) => !isCandidate(one) && !isSilent(atlas, one.row, practice))
					.map(({ unit }) => unit.name),
				'whose adoption is inferred, not stated: neither adopters nor the others'
			),
			...leftOut(
				adoptersOutside(atlas, practice, new Set(rows), choice),
				'who adopted but are outside this population'
			)
		],
		asOf: isoDay(atlas.asOf)
	};
}

/** Bodies left out for one reason, the first five by name; nothing where there are none. */
export function leftOut(names: readonly string[], reason: string): LeftOut[] {
	return names.length === 0 ? [] : [{ reason, count: names.length, names: names.slice(0, 5) }];
}

const NOBODY = 'No body on record fits this population.';

/** Whether a body can be studied over the periods, and if not, why. */
type Standing = 'kept' | 'contradictory' | 'never there' | 'over before';

function standingOf({ spell }: StudyUnit, window: StudyWindow): Standing {
	try {
		const panel = panelFromSpells([spell], window);
		if (!everExists(panel, 0)) return 'never there';
		return panel.adoptedAt[0] !== NEVER && !everAdopter(panel, 0) ? 'over before' : 'kept';
	} catch (cause) {
		if (cause instanceof AnalysisError) return 'contradictory';
		throw cause;
	}
}

function adoptersOutside(
	atlas: Atlas,
	practice: number,
	inside: ReadonlySet<number>,
	{ countFrom, statedOnly }: StudyChoice
): string[] {
	const { adoptions, organisations } = atlas;
	const rows = [...rowsOf(atlas.index.adoptionsOfPractice, practice)]
		.filter(
			(row) =>
				sinceWhen(adoptions, row, countFrom) !== null && !(statedOnly && isInferredAdoption(atlas, row))
		)
		.map((row) => adoptions.organisation[row]!)
		.filter((row) => organisations.isSample[row] === 0 || atlas.practices[practice]!.isSample);
	return [...new Set(rows)].filter((row) => !inside.has(row)).map((row) => organisations.name[row]!);
}

/**
 * The periods under study. Without a choice they run from one period before the first known adoption, so that
 * its adopters were at risk, to the period after the last one, or to that of the snapshot where it is earlier.
 */
function windowOf(
	units: readonly StudyUnit[],
	choice: StudyChoice,
	asOf: string
): Pick<StudyData, 'window' | 'windowReason'> {
	const dates = units.flatMap(({ spell: { adoption } }) =>
		adoption?.startedOn == null || adoption.bound === 'by' ? [] : [adoption.startedOn]
	);
	const exact = dates.filter((date) => date.length >= 7).length;
	const unit = choice.unit ?? (dates.length >= 30 && exact * 2 > dates.length ? 'month' : 'year');
	const periods = dates.map((date) => periodOf(dayInterval(date, 'an adoption').first, unit));
	const now = periodOf(dayInterval(asOf, 'the snapshot').first, unit);
	const first = periods.length === 0 ? now - 1 : Math.min(...periods) - 1;
	const quiet = periods.length === 0 ? now : Math.max(...periods) + QUIET_PERIODS[unit];
	const window = {
		from: choice.from ?? periodName(first, unit),
		until: choice.until ?? periodName(Math.min(now, quiet), unit),
		unit
	};
	assertLength(window);
	const reasons = [
		choice.from === null && dates.length > 0 ? `begins one ${unit} before the first known adoption` : null,
		choice.until !== null
			? null
			: quiet < now
				? `ends one ${unit} after the last known adoption, though the records run to ${asOf}: nobody is recorded as adopting since`
				: `ends with the records, on ${asOf}`
	].filter((reason) => reason !== null);
	return { window, windowReason: reasons.length === 0 ? null : `The period ${reasons.join(' and ')}` };
}

/** How long after the last adoption a study goes on by default: empty periods add nothing but length. */
const QUIET_PERIODS: Record<PeriodUnit, number> = { month: 1, year: 1 };
/** Longest study, in periods: more than that is a slip in a date. */
const MOST_PERIODS = 240;

function assertLength({ from, until, unit }: StudyWindow): void {
	const first = periodOf(dayInterval(from, 'The start of the period').first, unit);
	const last = periodOf(dayInterval(until, 'The end of the period').last, unit);
	if (last <= first) throw new AnalysisError('The period must end after it begins, by at least one step.');
	if (last - first >= MOST_PERIODS) {
		throw new AnalysisError(
			`The period has ${last - first + 1} steps; choose years, or at most ${MOST_PERIODS} steps.`
		);
	}
}

function bordersOf(areas: AreasWire, units: readonly StudyUnit[]): Border[] {
	const byCode = new Map(units.flatMap((unit, at) => (unit.area === null ? [] : [[unit.area, at] as const])));
	return areas.adjacency.a.flatMap((a, at) => {
		const from = byCode.get(areas.codes[a]!);
		const to = byCode.get(areas.codes[areas.adjacency.b[at]!]!);
		const lengthKm = areas.adjacency.km[at] ?? null;
		return from === undefined || to === undefined ? [] : [{ a: from, b: to, lengthKm }];
	});
}

function tiesOf(atlas: Atlas, position: ReadonlyMap<number, number>, practice: number): StudyTie[] {
	const found: StudyTie[] = [];
	const add = (from: number, to: number, tie: Omit<StudyTie, 'from' | 'to'>): void => {
		const [a, b] = [position.get(from), position.get(to)];
		if (a !== undefined && b !== undefined) found.push({ from: a, to: b, ...tie });
	};
	const { ties, adoptions } = atlas;
	for (let row = 0; row < ties.count; row += 1) {
		if (ties.kind[row] === LIES_WITHIN) continue;
		add(ties.from[row]!, ties.to[row]!, {
			kind: TIE_KINDS[ties.kind[row]!]!,
			startedOn: dateText(ties.startedOn[row], ties.startedPrecision[row]),
			endedOn: dateText(ties.endedOn[row], ties.endedPrecision[row])
		});
	}
	// Learning of this very practice is left out: it is known only of adopters and would explain itself.
	for (let row = 0; row < adoptions.count; row += 1) {
		if (adoptions.learnedFrom[row]! < 0 || adoptions.practice[row] === practice) continue;
		add(adoptions.organisation[row]!, adoptions.learnedFrom[row]!, {
			kind: 'learnt from',
			startedOn: dateText(adoptions.startedOn[row], adoptions.startedPrecision[row]),
			endedOn: null
		});
	}
	return found;
}

function declaredOf(
	atlas: Atlas,
	practice: number,
	inside: ReadonlySet<number>,
	{ statedOnly }: StudyChoice
): Declared[] {
	const { adoptions, organisations } = atlas;
	return [...rowsOf(atlas.index.adoptionsOfPractice, practice)]
		.filter((row) => adoptions.learnedFrom[row]! >= 0 && inside.has(adoptions.organisation[row]!))
		.map((row) => {
			const [learner, source] = [adoptions.organisation[row]!, adoptions.learnedFrom[row]!];
			return {
				learner: organisations.slug[learner]!,
				source: organisations.slug[source]!,
				learnerName: organisations.name[learner]!,
				sourceName: organisations.name[source]!,
				isInferred: CONFIDENCES[adoptions.learnedFromConfidence[row]!] === 'inferred'
			};
		})
		.filter(({ isInferred }) => !(statedOnly && isInferred));
}

import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, TIE_KINDS, type TieKind } from '#lib/domain/vocabulary.ts';
import { AnalysisError } from '../analysis-error.ts';
import { dayInterval, periodName, periodOf, type PeriodUnit } from '../panel/date-interval.ts';
import { panelFromSpells, type StudyWindow } from '../panel/spells.ts';
import type { Border } from '../spatial/weights.ts';
import type { StudyChoice } from './study-choice.ts';
import { populationRows, studyUnit, type StudyUnit } from './study-units.ts';

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
}

/** Everything a study of one practice needs, as plain data: it can be posted to a worker. */
export interface StudyData {
	practice: { slug: string; name: string };
	units: StudyUnit[];
	window: StudyWindow;
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
 * @throws {AnalysisError} if there is no such practice, or nobody in the population
 */
export function studyData(atlas: Atlas, areas: AreasWire | null, choice: StudyChoice): StudyData {
	const practice = atlas.index.practiceBySlug.get(choice.practice);
	if (practice === undefined) throw new AnalysisError(`there is no practice "${choice.practice}" on record`);
	const rows = populationRows(atlas, choice.population);
	if (rows.length === 0) throw new AnalysisError('No body on record fits this population.');

	const candidates = rows.map((row) => ({ row, unit: studyUnit(atlas, row, practice, choice) }));
	const window = windowOf(
		candidates.map(({ unit }) => unit),
		choice,
		isoDay(atlas.asOf)
	);
	const kept = candidates.filter(({ unit }) => isConsistent(unit, window));
	const dropped = candidates.filter(({ unit }) => !isConsistent(unit, window));
	if (kept.length === 0) throw new AnalysisError('No body on record fits this population.');

	const units = kept.map(({ unit }) => unit);
	const position = new Map(kept.map(({ row }, at) => [row, at]));
	const { slug, name } = atlas.practices[practice]!;
	return {
		practice: { slug, name },
		units,
		window,
		borders: areas === null ? [] : bordersOf(areas, units),
		ties: tiesOf(atlas, position, practice),
		declared: declaredOf(atlas, practice, new Set(rows)),
		leftOut: [
			...leftOut(
				dropped.map(({ unit }) => unit.name),
				'whose recorded dates contradict each other, such as adopting before being founded'
			),
			...leftOut(
				adoptersOutside(atlas, practice, new Set(rows)),
				'who adopted but are outside this population'
			)
		],
		asOf: isoDay(atlas.asOf)
	};
}

function leftOut(names: readonly string[], reason: string): LeftOut[] {
	return names.length === 0 ? [] : [{ reason, count: names.length, names: names.slice(0, 5) }];
}

function isConsistent(unit: StudyUnit, window: StudyWindow): boolean {
	try {
		panelFromSpells([unit.spell], window);
		return true;
	} catch (cause) {
		if (cause instanceof AnalysisError) return false;
		throw cause;
	}
}

function adoptersOutside(atlas: Atlas, practice: number, inside: ReadonlySet<number>): string[] {
	const { adoptions, organisations } = atlas;
	return [...rowsOf(atlas.index.adoptionsOfPractice, practice)]
		.filter((row) => adoptions.isAdopter[row] === 1 && !inside.has(adoptions.organisation[row]!))
		.filter(
			(row) =>
				organisations.isSample[adoptions.organisation[row]!] === 0 || atlas.practices[practice]!.isSample
		)
		.map((row) => organisations.name[adoptions.organisation[row]!]!);
}

/**
 * The periods under study. Without a choice they run from one period before the first known adoption, so that
 * its adopters were at risk, to the period of the snapshot, or of the last adoption where years have
 * passed without any.
 */
function windowOf(units: readonly StudyUnit[], choice: StudyChoice, asOf: string): StudyWindow {
	const dates = units.flatMap(({ spell: { adoption } }) =>
		adoption?.startedOn == null || adoption.bound === 'by' ? [] : [adoption.startedOn]
	);
	const exact = dates.filter((date) => date.length >= 7).length;
	const unit = choice.unit ?? (dates.length >= 30 && exact * 2 > dates.length ? 'month' : 'year');
	const periods = dates.map((date) => periodOf(dayInterval(date, 'an adoption').first, unit));
	const now = periodOf(dayInterval(asOf, 'the snapshot').first, unit);
	const first = periods.length === 0 ? now - 1 : Math.min(...periods) - 1;
	const last = periods.length === 0 ? now : Math.max(...periods);
	const window = {
		from: choice.from ?? periodName(first, unit),
		until: choice.until ?? periodName(Math.min(now, last + QUIET_PERIODS[unit]), unit),
		unit
	};
	assertLength(window);
	return window;
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
	const add = (from: number, to: number, kind: TieKind): void => {
		const [a, b] = [position.get(from), position.get(to)];
		if (a !== undefined && b !== undefined) found.push({ from: a, to: b, kind });
	};
	const { ties, adoptions } = atlas;
	for (let row = 0; row < ties.count; row += 1) {
		const kind = TIE_KINDS[ties.kind[row]!]!;
		if (kind !== 'lies within') add(ties.from[row]!, ties.to[row]!, kind);
	}
	// Learning of this very practice is left out: it is known only of adopters and would explain itself.
	for (let row = 0; row < adoptions.count; row += 1) {
		if (adoptions.learnedFrom[row]! >= 0 && adoptions.practice[row] !== practice) {
			add(adoptions.organisation[row]!, adoptions.learnedFrom[row]!, 'learnt from');
		}
	}
	return found;
}

function declaredOf(atlas: Atlas, practice: number, inside: ReadonlySet<number>): Declared[] {
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
		});
}

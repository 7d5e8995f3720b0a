import { AnalysisError } from '../analysis-error.ts';

/** `adoptedAt` of a unit that has not adopted. */
export const NEVER = -1;

/**
 * Who adopted when, over consecutive periods. Units and periods are numbered from 0; every array
 * has one entry a unit. Plain arrays only, so that a panel can be posted to a worker.
 */
export interface Panel {
	ids: readonly string[];
	/** Label of each period, consecutive whole numbers (years, or months counted from some start). */
	periods: readonly number[];
	/** First period as an adopter, or {@link NEVER}. */
	adoptedAt: Int32Array;
	/** 1 where `adoptedAt` is the true start; 0 where the unit adopted *by* then (left-censored). */
	startKnown: Uint8Array;
	/** First period no longer an adopter; the number of periods while it goes on. */
	stoppedAt: Int32Array;
	/** First period in which the unit exists. */
	entersAt: Int32Array;
	/** First period in which the unit no longer exists; the number of periods while it does. */
	leavesAt: Int32Array;
}

/** One unit's times in period labels; `null` or absent where there is none. */
export interface UnitTimes {
	id: string;
	/** Period of adoption; `null`: not adopted in the window (right-censored). */
	adopted: number | null;
	/** True where the unit adopted by that period and the start is unknown. */
	adoptedBy?: boolean;
	/** First period without the practice again. */
	stopped?: number | null;
	/** First period of the body's existence. */
	founded?: number | null;
	/** First period after the body's end. */
	closed?: number | null;
}

/**
 * Lays units' times out over the periods `first` to `last`.
 *
 * @param units each id once; times are whole numbers in the same unit as `first` and `last`
 * @returns the panel; an adoption after `last` counts as not adopted, and one before `first` as
 *   adopted by `first` (left-censored)
 * @throws {AnalysisError} in one sentence naming the unit: a missing or repeated id, a time that is
 *   not a whole number, an adoption before founding or after closing, a stop before the adoption
 */
export function panelFromTimes(units: readonly UnitTimes[], first: number, last: number): Panel {
	if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) {
		throw new AnalysisError(
			`the periods run from ${first} to ${last}; they must be whole numbers in that order`
		);
	}
	const length = last - first + 1;
	const seen = new Map<string, number>();
	const panel = emptyPanel(units.length, first, length);
	units.forEach((unit, row) => {
		assertUnit(unit, row, seen);
		const place = (time: number | null | undefined, otherwise: number): number =>
			time === null || time === undefined ? otherwise : Math.min(Math.max(time - first, 0), length);
		panel.entersAt[row] = place(unit.founded, 0);
		panel.leavesAt[row] = place(unit.closed, length);
		panel.stoppedAt[row] = place(unit.stopped, length);
		if (unit.adopted === null || unit.adopted > last) return;
		panel.adoptedAt[row] = place(unit.adopted, NEVER);
		if (unit.adoptedBy === true || unit.adopted < first) panel.startKnown[row] = 0;
	});
	return { ...panel, ids: units.map((unit) => unit.id) };
}

function emptyPanel(size: number, first: number, length: number): Panel {
	return {
		ids: [],
		periods: Array.from({ length }, (_, period) => first + period),
		adoptedAt: new Int32Array(size).fill(NEVER),
		startKnown: new Uint8Array(size).fill(1),
		stoppedAt: new Int32Array(size).fill(length),
		entersAt: new Int32Array(size),
		leavesAt: new Int32Array(size).fill(length)
	};
}

function assertUnit(unit: UnitTimes, row: number, seen: Map<string, number>): void {
	const { id, adopted, stopped, founded, closed } = unit;
	if (id.trim() === '') throw new AnalysisError(`unit ${row + 1} has no id`);
	const earlier = seen.get(id);
	if (earlier !== undefined)
		throw new AnalysisError(`units ${earlier + 1} and ${row + 1} have the same id "${id}"`);
	seen.set(id, row);
	for (const [name, time] of Object.entries({ adopted, stopped, founded, closed })) {
		if (time !== null && time !== undefined && !Number.isInteger(time)) {
			throw new AnalysisError(`unit "${id}": ${name} is ${time}, which is not a whole period`);
		}
	}
	if (adopted !== null && founded != null && adopted < founded) {
		throw new AnalysisError(`unit "${id}" adopted in ${adopted}, before it was founded in ${founded}`);
	}
	if (adopted !== null && closed != null && adopted >= closed) {
		throw new AnalysisError(`unit "${id}" adopted in ${adopted}, after it closed in ${closed}`);
	}
	if (stopped != null && (adopted === null || stopped <= adopted)) {
		throw new AnalysisError(`unit "${id}" stopped in ${stopped} without having adopted before`);
	}
}

/** Whether a unit exists in a period. */
export function exists({ entersAt, leavesAt }: Panel, unit: number, period: number): boolean {
	return entersAt[unit]! <= period && period < leavesAt[unit]!;
}

/** Whether a unit exists in a period and is then an adopter. */
export function isAdopter(panel: Panel, unit: number, period: number): boolean {
	const adopted = panel.adoptedAt[unit]!;
	return (
		adopted !== NEVER && adopted <= period && period < panel.stoppedAt[unit]! && exists(panel, unit, period)
	);
}

/** Whether a unit may adopt in a period: it exists, has not adopted before, and its start is not unknown. */
export function isAtRisk(panel: Panel, unit: number, period: number): boolean {
	const adopted = panel.adoptedAt[unit]!;
	if (!exists(panel, unit, period)) return false;
	return adopted === NEVER || (panel.startKnown[unit] === 1 && adopted >= period);
}

/** Whether a unit adopted in exactly this period. */
export function adoptsIn(panel: Panel, unit: number, period: number): boolean {
	return panel.adoptedAt[unit] === period && panel.startKnown[unit] === 1;
}

/** Whether a unit exists in any period. */
export function everExists({ entersAt, leavesAt }: Panel, unit: number): boolean {
	return entersAt[unit]! < leavesAt[unit]!;
}

/** Whether a unit is an adopter in any period. */
export function everAdopter(panel: Panel, unit: number): boolean {
	const { adoptedAt, stoppedAt, entersAt, leavesAt } = panel;
	if (adoptedAt[unit] === NEVER) return false;
	return Math.max(adoptedAt[unit]!, entersAt[unit]!) < Math.min(stoppedAt[unit]!, leavesAt[unit]!);
}

import type { SpellTable } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { CONFIDENCES, DATE_BOUNDS } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import type { EdgeFacts } from './network-builder.ts';
import { NO_EVENT } from './known-event.ts';
import type { Known } from './known-event.ts';
import type { Selection } from './selection.ts';

const INFERRED = CONFIDENCES.indexOf('inferred');
const BY = DATE_BOUNDS.indexOf('by');

/** That one organisation learnt from another, by rows of the atlas. */
export interface LearntLink {
	learner: number;
	source: number;
	facts: EdgeFacts;
}

/**
 * Who learnt from whom by the records of adoptions, once a pair: what is declared goes before what is
 * inferred, then the earliest start on record. A pair has the source of the record that was taken.
 *
 * What was learnt stays learnt, also after the practice has ended.
 */
export function learntLinks({ atlas, view, practices }: Selection): LearntLink[] {
	const { adoptions } = atlas;
	const rowOf = new Map<string, number>();
	for (let row = 0; row < adoptions.count; row += 1) {
		const source = adoptions.learnedFrom[row]!;
		if (source < 0 || !practices.has(adoptions.practice[row]!)) continue;
		if (view.statedOnly && isInferred(row)) continue;
		const pair = `${adoptions.organisation[row]!}>${source}`;
		const known = rowOf.get(pair);
		if (known === undefined || isBetter(row, known)) rowOf.set(pair, row);
	}
	return Array.from(rowOf.values(), (row) => ({
		learner: adoptions.organisation[row]!,
		source: adoptions.learnedFrom[row]!,
		facts: {
			from: dayOrNull(adoptions.startedOn[row]) ?? ALWAYS_BEFORE,
			to: ALWAYS_AFTER,
			begun: startKnown(adoptions, row),
			directed: true,
			inferred: isInferred(row),
			sourceUrl: adoptions.sourceUrl[row] ?? null
		}
	}));

	function isInferred(row: number): boolean {
		return adoptions.learnedFromConfidence[row] === INFERRED;
	}

	function isBetter(row: number, known: number): boolean {
		if (isInferred(row) !== isInferred(known)) return isInferred(known);
		const [start, best] = [dayOrNull(adoptions.startedOn[row]), dayOrNull(adoptions.startedOn[known])];
		// A date says more than none.
		return start !== null && (best === null || start < best);
	}
}

/** How the start of a row is known; a date *by* which it was there is no event. */
export function startKnown(
	{
		startedOn,
		startedBound,
		startedPrecision
	}: Pick<SpellTable, 'startedOn' | 'startedBound' | 'startedPrecision'>,
	row: number
): Known {
	return dayOrNull(startedOn[row]) === null || startedBound[row] === BY ? NO_EVENT : startedPrecision[row]!;
}

import type { SpellTable } from '#lib/domain/atlas.ts';
import { dayOrNull, formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { runsOn, startInWords } from '#lib/domain/spell.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';

/** A spell as a page tells it: dates only as exact as they are known, and who says so. */
export interface SpellFacts {
	/** "28 Jul 2020", "by 2016", "date not recorded". */
	since: string;
	/** Null while it lasts. */
	until: string | null;
	/** For sorting; null where no start is recorded. */
	startedOn: Day | null;
	isRunning: boolean;
	/** A spell that is only announced has neither begun nor ended. */
	hasEnded: boolean;
	isInferred: boolean;
	sourceUrl: string | null;
}

/** The facts of one row of a table of spells, on a day. */
export function spellFacts(table: SpellTable, row: number, day: Day): SpellFacts {
	const startedOn = dayOrNull(table.startedOn[row]);
	const endedOn = dayOrNull(table.endedOn[row]);
	return {
		since: startInWords({
			startedOn,
			startedBound: DATE_BOUNDS[table.startedBound[row]!]!,
			startedPrecision: DATE_PRECISIONS[table.startedPrecision[row]!]!
		}),
		until: endedOn === null ? null : formatDay(endedOn, DATE_PRECISIONS[table.endedPrecision[row]!]!),
		startedOn,
		isRunning: runsOn({ startedOn, endedOn }, day),
		hasEnded: endedOn !== null && endedOn <= day,
		isInferred: CONFIDENCES[table.confidence[row]!] === 'inferred',
		sourceUrl: table.sourceUrl[row] ?? null
	};
}

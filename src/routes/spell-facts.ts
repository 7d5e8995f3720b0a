import type { OrganisationTable, SpellTable } from '#lib/domain/atlas.ts';
import { dayOrNull, formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { runsOn, startInWords } from '#lib/domain/spell.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS, ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';

/** A spell as a page tells it: dates only as exact as they are known, and who says so. */
export interface SpellFacts {
	/** "28 Jul 2020", "by 2016", "date not recorded". */
	since: string;
	/** Day of its recorded end; null while it lasts. */
	until: string | null;
	/** "until its abolition on 1 Apr 2019", where the organisation ended before the spell did; else null. */
	closing: string | null;
	/** For sorting; null where no start is recorded. */
	startedOn: Day | null;
	isRunning: boolean;
	/** On record as ended. One that is only announced has neither begun nor ended. */
	hasEnded: boolean;
	isInferred: boolean;
	sourceUrl: string | null;
}

/**
 * The facts of one row of a table of spells, on a day.
 *
 * @param organisations the table of organisations, where the spell is of the row's one and ends with it
 */
export function spellFacts(
	table: SpellTable & { organisation?: Int32Array },
	row: number,
	day: Day,
	organisations?: OrganisationTable
): SpellFacts {
	const startedOn = dayOrNull(table.startedOn[row]);
	const endedOn = dayOrNull(table.endedOn[row]);
	const organisation = table.organisation?.[row] ?? -1;
	const closedOn = dayOrNull(organisations?.closedOn[organisation]);
	const isClosing = closedOn !== null && closedOn <= day && (endedOn === null || endedOn > closedOn);
	const isCouncil = ORGANISATION_KINDS[organisations?.kind[organisation] ?? -1] === 'council';
	return {
		since: startInWords({
			startedOn,
			startedBound: DATE_BOUNDS[table.startedBound[row]!]!,
			startedPrecision: DATE_PRECISIONS[table.startedPrecision[row]!]!
		}),
		until:
			endedOn === null || isClosing ? null : formatDay(endedOn, DATE_PRECISIONS[table.endedPrecision[row]!]!),
		closing: isClosing
			? `until ${isCouncil ? 'its abolition' : 'it closed'} on ${formatDay(closedOn)}`
			: null,
		startedOn,
		isRunning: !isClosing && runsOn({ startedOn, endedOn }, day),
		hasEnded: !isClosing && endedOn !== null && endedOn <= day,
		isInferred: CONFIDENCES[table.confidence[row]!] === 'inferred',
		sourceUrl: table.sourceUrl[row] ?? null
	};
}

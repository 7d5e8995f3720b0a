import type { Atlas, OrganisationTable, SpellTable } from '#lib/domain/atlas.ts';
import { beganWhen, sinceWhen, stageOn } from '#lib/domain/counting.ts';
import { dayOrNull, formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { runsOn, startInWords } from '#lib/domain/spell.ts';
import {
	CONFIDENCES,
	DATE_BOUNDS,
	DATE_PRECISIONS,
	END_KINDS,
	ORGANISATION_KINDS,
	STAGES
} from '#lib/domain/vocabulary.ts';
import type { CountFrom, EndKind, Stage } from '#lib/domain/vocabulary.ts';

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
	/** How it ended; null where no end is on record. */
	endKind: EndKind | null;
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
		endKind: endedOn === null || isClosing ? null : END_KINDS[table.endKind[row]!]!,
		isInferred: CONFIDENCES[table.confidence[row]!] === 'inferred',
		sourceUrl: table.sourceUrl[row] ?? null
	};
}

/** The facts of an adoption, dated by the rule of *since when*. */
export interface AdoptionFacts extends SpellFacts {
	/** On the day. */
	stage: Stage;
	/** Whether it ever came to the stage that counts; what did not is dated by its own beginning. */
	isAdopter: boolean;
	/** "explored from 20 Jun 2019": what came before the day it counts from; null where nothing is recorded. */
	before: string | null;
}

/** Words of what an organisation did before it counted. */
const TRIED: Partial<Record<Stage, string>> = { exploring: 'explored', piloting: 'piloted' };

/** The facts of one adoption on a day, dated from the stage that a view counts from. */
export function adoptionFacts(
	{ adoptions, organisations }: Pick<Atlas, 'adoptions' | 'organisations'>,
	row: number,
	day: Day,
	countFrom: CountFrom
): AdoptionFacts {
	const facts = spellFacts(adoptions, row, day, organisations);
	const since = sinceWhen(adoptions, row, countFrom);
	const began = beganWhen(adoptions, row);
	const first = rowsOf(adoptions.stages.byAdoption, row)[0];
	const stage = first === undefined ? adoptions.stage[row]! : adoptions.stages.stage[first]!;
	const tried = TRIED[STAGES[stage]!];
	const isLater = since !== null && since.day !== began.day && tried !== undefined;
	return {
		...facts,
		since: (since ?? began).words,
		startedOn: (since ?? began).day,
		stage: STAGES[stageOn(adoptions, row, day)]!,
		isAdopter: since !== null,
		before: isLater ? `${tried} from ${began.words}` : null
	};
}

import { parseDay, type Day } from '#lib/domain/day.ts';
import rows from './council-register.json' with { type: 'json' };

/** A body of the register as the file has it; days are ISO 8601. `CouncilBody` says what each field means. */
export interface CouncilRow {
	id: string;
	gss: string[];
	formerGss: string[];
	ons: string[];
	name: string;
	names: string[];
	formerNames: string[];
	type: string;
	nation: string;
	region: string | null;
	county: string | null;
	combinedAuthority: string | null;
	from: string | null;
	until: string | null;
	successors: string[];
	areaKm2: number | null;
	population2020: number | null;
	slug: string | null;
}

/** A body that is or was a council, or an authority above councils. */
export interface CouncilBody {
	/** Its code in the register of names and codes, such as `LDS`; its GSS code where the register has it not. */
	id: string;
	/** GSS codes in use, the oldest first: two where the code changed and files of both kinds are about. */
	gss: readonly string[];
	/** GSS codes that the same body had before. */
	formerGss: readonly string[];
	/** Codes of the statistical office from before 2011, such as `00DA`. */
	ons: readonly string[];
	/** Official name. */
	name: string;
	/** Its other names: of the place, in Welsh or Gaelic, short forms, initials. */
	names: readonly string[];
	/** Names that it no longer goes by. */
	formerNames: readonly string[];
	/** A type of the areas' register, or `county` or `combined authority`. */
	type: string;
	nation: string;
	/** Region of England, else the nation; null where a former body's is not on record. */
	region: string | null;
	/** The county council or combined authority that it lies or lay in, by `id`. */
	county: string | null;
	combinedAuthority: string | null;
	/** Day on which law made it; null where it is older than what is recorded. */
	from: Day | null;
	/** First day on which it was no more; null while it goes on. */
	until: Day | null;
	/** What followed it, by `id`. */
	successors: readonly string[];
	/** Published for 2020; null where not published. */
	areaKm2: number | null;
	population2020: number | null;
	/** Address of its record here; null where it has none. */
	slug: string | null;
}

/**
 * Every council of the United Kingdom since 2005 and the English ones that ended in 2009, with combined authorities.
 *
 * Source: mySociety, UK local authority names and codes (CC BY 4.0); README.md says what was added.
 */
export const COUNCILS: readonly CouncilBody[] = (rows as CouncilRow[]).map((row) => ({
	...row,
	from: dayOf(row.from),
	until: dayOf(row.until)
}));

function dayOf(text: string | null): Day | null {
	return text === null ? null : parseDay(text);
}

/** Councils as they are now began with the Local Government Act 1972; nothing older is recorded. */
export const FIRST_DAY: Day = parseDay('1974-04-01')!;

/** Whether a body is there on a day. */
export function existsOn({ from, until }: Pick<CouncilBody, 'from' | 'until'>, day: Day): boolean {
	return (from === null || from <= day) && (until === null || day < until);
}

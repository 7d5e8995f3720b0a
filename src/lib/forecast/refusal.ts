import { everExists, NEVER, type Panel } from '#lib/analysis/panel/panel.ts';

/** Fewest adopters with a known period, fewest periods with one, and fewest still at risk, for a forecast. */
export const FEWEST = { adopters: 20, periods: 5, atRisk: 10 } as const;
/** A record that ended more than this many horizons ago gives a back-test and no list. */
export const MOST_HORIZONS_AGO = 2;

/** What is claimed of a record. */
export interface RecordClaim {
	/** Whom it is complete for: "UK councils"; `null` where nobody says that it is complete. */
	completeFor: string | null;
	/** Horizons between the end of the record and today; `null` where the periods are no calendar. */
	horizonsAgo: number | null;
}

/** Why there is no forecast, or no list, in one sentence with what would be needed. */
export interface Refusal {
	/** The first rule that refuses. */
	rule:
		| 'record not complete'
		| 'record ended long ago'
		| 'too few adopters'
		| 'too few periods'
		| 'too few at risk';
	sentence: string;
	/** `all`: nothing is computed; `list`: the back-test is, and no list by organisation. */
	refuses: 'all' | 'list';
}

/**
 * Decides, before anything is computed, whether there may be a forecast.
 *
 * @returns the first reason against it; `null` where there is none
 */
export function refusalOf(panel: Panel, claim: RecordClaim): Refusal | null {
	if (claim.completeFor === null) {
		return {
			rule: 'record not complete',
			refuses: 'all',
			sentence:
				'No forecast: nobody says that the record is complete, and not recorded is not the same as not adopted. Needed: whom the record covers without gaps, and up to which day.'
		};
	}
	const counts = countsOf(panel);
	if (counts.adopters < FEWEST.adopters) {
		return tooFew(
			'too few adopters',
			`only ${counted(counts.adopters, 'adopter has', 'adopters have')} a known period`,
			FEWEST.adopters
		);
	}
	if (counts.periods < FEWEST.periods) {
		return tooFew(
			'too few periods',
			`adoptions fall into only ${counted(counts.periods, 'period', 'periods')}`,
			FEWEST.periods
		);
	}
	if (counts.atRisk < FEWEST.atRisk) {
		return tooFew(
			'too few at risk',
			counts.atRisk === 0
				? 'nobody is left who has not adopted'
				: `only ${counted(counts.atRisk, 'organisation has', 'organisations have')} not adopted yet`,
			FEWEST.atRisk
		);
	}
	if (claim.horizonsAgo !== null && claim.horizonsAgo > MOST_HORIZONS_AGO) {
		return {
			rule: 'record ended long ago',
			refuses: 'list',
			sentence: `No list: the record ended ${claim.horizonsAgo.toFixed(1)} horizons ago, more than ${MOST_HORIZONS_AGO}, so that what it would foretell is past. Needed: a newer record or a longer horizon. The back-test is shown.`
		};
	}
	return null;
}

/** What the thresholds are held against. */
export interface RecordCounts {
	/** Adopters whose period is known and who were at risk before (count). */
	adopters: number;
	/** Periods with one of them (count). */
	periods: number;
	/** Units that exist at the end and have not adopted (count). */
	atRisk: number;
}

export function countsOf(panel: Panel): RecordCounts {
	const periods = new Set<number>();
	let [adopters, atRisk] = [0, 0];
	panel.adoptedAt.forEach((adopted, unit) => {
		if (!everExists(panel, unit)) return;
		if (adopted === NEVER) atRisk += panel.leavesAt[unit] === panel.periods.length ? 1 : 0;
		else if (panel.startKnown[unit] === 1 && adopted > 0) {
			adopters += 1;
			periods.add(adopted);
		}
	});
	return { adopters, periods: periods.size, atRisk };
}

function tooFew(rule: Refusal['rule'], found: string, needed: number): Refusal {
	return { rule, refuses: 'all', sentence: `No forecast: ${found}. Needed: at least ${needed}.` };
}

function counted(count: number, one: string, several: string): string {
	return `${count} ${count === 1 ? one : several}`;
}

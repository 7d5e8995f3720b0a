import { countOf } from '#lib/domain/number-words.ts';

/** A practice that can be studied, with the counts that its own page has. */
export interface PracticeChoice {
	slug: string;
	name: string;
	isSample: boolean;
	/**
	 * Organisations of whatever kind that have it in place on the day of the records, and that ever had; null for one
	 * of a public record that was not asked for.
	 */
	counts: { inPlace: number; ever: number } | null;
}

/** A practice in the list of them: "Poverty Truth Commission (13 have it, 22 ever had)". */
export function choiceInWords({ name, isSample, counts: known }: PracticeChoice): string {
	if (known === null) return `${name} (public record)`;
	const { inPlace, ever } = known;
	const counts =
		ever === 0
			? 'nobody yet'
			: inPlace === ever
				? `${inPlace.toLocaleString('en-GB')} ${inPlace === 1 ? 'has' : 'have'} it`
				: `${inPlace.toLocaleString('en-GB')} ${inPlace === 1 ? 'has' : 'have'} it, ${ever.toLocaleString('en-GB')} ever had`;
	return `${name} (${counts}${isSample ? ', invented sample' : ''})`;
}

/** How the counts of a practice's page and those of a study differ, beside the link to the page. */
export function wholeInWords(
	{ inPlace, ever }: { inPlace: number; ever: number },
	population: string
): string {
	const had = countOf(ever, 'organisation of any kind has', 'organisations of any kind have');
	return `${had} had it, ${inPlace === ever ? 'all of them still' : `${inPlace.toLocaleString('en-GB')} still`}; this study counts ${population}, and whoever adopted within its period.`;
}

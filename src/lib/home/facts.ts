import { reachInWords } from '#lib/view/reach.ts';
import type { ReachCounts } from '#lib/view/reach.ts';
import type { HomeFigures } from './home.ts';

/**
 * What stands behind the finding, a sentence each.
 *
 * @param belonging the movement by the way in which organisations are part of it; null where none is shown
 */
export function factSentences(figures: HomeFigures, belonging: ReachCounts | null): string[] {
	const { organisations, active, adoptionCount, learnt, learntInferred } = figures;
	const who =
		belonging === null
			? `${many(organisations, 'organisation is', 'organisations are')} on record, ${many(active, 'has', 'have')} a practice in place.`
			: `In the movement are ${reachInWords(belonging)}.`;
	if (adoptionCount === 0) return [who];
	const inferred =
		learntInferred === 0 ? '' : `, ${learntInferred.toLocaleString('en-GB')} of these inferred`;
	return [
		who,
		`${many(adoptionCount, 'adoption is', 'adoptions are')} on record, including ended ones; ${many(learnt, 'says', 'say')} who it was learnt from${inferred}.`
	];
}

function many(count: number, one: string, several: string): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
}

import type { Day } from '#lib/domain/day.ts';
import { divided, instead, listed } from './council-words.ts';
import type { CouncilFinder } from './find-council.ts';
import type { CouncilBody } from './register.ts';

/** Parts of a list of areas that are looked up at most: an address may hold hundreds. */
const MOST_LOOKED_UP = 50;
const CODE = /^[EKNSW]\d{8}$/;

/** A list of areas as today's codes have it. */
export interface RenamedAreas {
	/** Codes and whatever could not be read, in their order. */
	areas: string[];
	/** Codes of the bodies that were asked for and are no more. */
	former: string[];
}

/**
 * The areas of an address under the codes that they have now: former codes, and names, lead to the bodies that are
 * there now, to all of them where a body was divided, since together they are its area.
 *
 * @returns null where nothing had to be changed
 */
export function renamedAreas(asked: readonly string[], find: CouncilFinder, today: Day): RenamedAreas | null {
	let looked = 0;
	const former: string[] = [];
	const areas = asked.flatMap((area): string[] => {
		looked += 1;
		if (looked > MOST_LOOKED_UP) return [area];
		const answer = find(area, today);
		if (answer.answer === 'none') return [area];
		const bodies = answer.answer === 'one' ? [answer.body] : answer.bodies;
		const isOwn = bodies.length === 1 && bodies[0]!.gss.at(-1) === area;
		// A name that may mean several is for its reader to choose from; a code that was divided means all its parts.
		if (isOwn || (answer.answer === 'some' && answer.asked === null)) return [area];
		if (answer.asked !== null) former.push(codeOf(answer.asked));
		return bodies.flatMap(({ gss }) => gss.slice(-1));
	});
	const isSame = areas.length === asked.length && areas.every((area, at) => area === asked[at]);
	return isSame ? null : { areas: [...new Set(areas)], former };
}

function codeOf({ gss, id }: CouncilBody): string {
	return gss.at(-1) ?? id;
}

/** What became of bodies that an address asked for, one sentence each; nothing for what is no former code. */
export function formerSentences(former: readonly string[], find: CouncilFinder, today: Day): string[] {
	return former.slice(0, MOST_LOOKED_UP).flatMap((code) => {
		const answer = CODE.test(code) ? find(code, today) : null;
		if (answer === null || answer.answer === 'none' || answer.asked === null) return [];
		return answer.answer === 'one'
			? [instead(answer.asked, answer.body.name)]
			: [
					divided(answer.asked, listed(answer.bodies.map(({ name }) => name))).replace(
						/: choose.*$/,
						'; both are shown.'
					)
				];
	});
}

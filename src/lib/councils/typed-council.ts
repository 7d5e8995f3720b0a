import type { Day } from '#lib/domain/day.ts';
import { councilDetail, divided, instead, listed, question, saidName } from './council-words.ts';
import type { CouncilFinder } from './find-council.ts';

/** What came of a council's name that somebody typed as their own: the name to go by, or one sentence that asks. */
export type TypedCouncil = { ok: true; name: string } | { ok: false; message: string };

/** More than these are not named in one sentence. */
const MOST_NAMED = 6;

/**
 * A council that somebody says they are of. One that is found goes by its official name, so that two people of one
 * council are known to be; one that may be several, or that is no more, is asked for again. What is in no register,
 * such as a parish council, stays as it was typed.
 */
export function typedCouncil(asked: string, find: CouncilFinder, today: Day): TypedCouncil {
	const answer = find(asked, today);
	if (answer.answer === 'none') return { ok: true, name: asked };
	if (answer.answer === 'one') {
		return answer.asked === null
			? { ok: true, name: answer.body.name }
			: { ok: false, message: `${instead(answer.asked, answer.body.name)} Enter that, if it is yours.` };
	}
	const names = answer.bodies.map(({ name }) => name);
	if (answer.asked !== null) return { ok: false, message: divided(answer.asked, listed(names)) };
	const said = question(saidName(asked), names);
	const told = answer.bodies
		.slice(0, MOST_NAMED)
		.map((body) => `${body.name} (${councilDetail(body)})`)
		.join('; ');
	return {
		ok: false,
		message: `${said.replace(/: choose one of them\.$/, '.')} Enter the whole name: ${told}.`
	};
}

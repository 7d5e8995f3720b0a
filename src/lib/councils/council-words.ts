import { formatDay } from '#lib/domain/day.ts';
import { councilType } from './council-types.ts';
import type { CouncilAnswer, NoneReason } from './find-council.ts';
import { COUNCILS, type CouncilBody } from './register.ts';

const COUNTY_NAMES = new Map(COUNCILS.map(({ id, name }) => [id, name.replace(/ County Council$/, '')]));

/** What tells a body from another of its name: "district within a county, Kent; until 1 Apr 2019". */
export function councilDetail({ type, county, region, nation, from, until }: CouncilBody): string {
	const place = COUNTY_NAMES.get(county ?? '') ?? region ?? nation;
	const years = [
		from === null ? '' : `since ${formatDay(from)}`,
		until === null ? '' : `until ${formatDay(until)}`
	].filter((part) => part !== '');
	return [`${councilType(type)}, ${place}`, ...years].join('; ');
}

/** A name that was asked for, short enough to be said again. */
export function saidName(asked: string): string {
	const text = asked.trim().replace(/\s+/g, ' ');
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const NONE: Readonly<Record<NoneReason, (said: string) => string>> = {
	empty: () => 'Enter the name or the code of a council.',
	'too long': () => 'A name of a council has at most 200 letters.',
	unknown: (said) => `There is no council, now or before, called “${said}”.`,
	'too many': (said) => `“${said}” may mean more than twenty councils: write more of the name.`,
	'not yet': (said) => `“${said}” was not there on that day, and what was there before it is not recorded.`
};

/** What came of looking a name up, in one sentence; null when it needs none. */
export function answerSentence(asked: string, answer: CouncilAnswer): string | null {
	const said = saidName(asked);
	switch (answer.answer) {
		case 'none':
			return NONE[answer.reason](said);
		case 'one':
			return answer.asked === null ? null : instead(answer.asked, answer.body.name);
		case 'some':
			return answer.asked !== null
				? divided(answer.asked, listed(answer.bodies.map(({ name }) => name)))
				: question(
						said,
						answer.bodies.map(({ name }) => name)
					);
	}
}

/** That another body is there on the day asked. */
export function instead({ name, until }: CouncilBody, now: string): string {
	return until === null
		? `${name} was not there yet on that day; ${now} was.`
		: `${name} no longer exists; ${now} took its place.`;
}

/** That several were there after a body, or before it. */
export function divided({ name, until }: CouncilBody, others: string): string {
	return until === null
		? `${name} was not there yet on that day; choose one of ${others}.`
		: `${name} was divided between ${others}: choose one of them.`;
}

/** What may be meant. */
export function question(said: string, names: readonly string[]): string {
	return names.length === 1
		? `“${said}” may mean ${names[0]}.`
		: `“${said}” may mean several councils: choose one of them.`;
}

/** "A, B and C". */
export function listed(names: readonly string[]): string {
	return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

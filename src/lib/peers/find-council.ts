import { foldName, type NamedArea } from './council-names.ts';
import { areaFinder } from './pasted-list.ts';

/** What came of looking a council up: one area, or one sentence that says why not. */
export type CouncilSearch =
	| {
			ok: true;
			code: string;
			/** Said when what was asked is a former code or name; null when it is not. */
			note: string | null;
	  }
	| { ok: false; message: string; choices: { code: string; name: string }[] };

const MOST_CHOICES = 8;

/**
 * Finds a council by name, former name, code or former code. A word that only begins a name finds it too,
 * when it begins no other.
 *
 * @param asked as typed
 */
export function findCouncil(asked: string, areas: readonly NamedArea[]): CouncilSearch {
	const text = asked.trim();
	if (text === '') return { ok: false, message: 'Enter the name or the code of a council.', choices: [] };
	const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
	const exact = areaFinder(areas)(text);
	const codes = exact.length > 0 ? exact : beginningWith(text, areas);
	const found = areas.filter(({ code }) => codes.includes(code));
	const choices = found.slice(0, MOST_CHOICES).map(({ code, name }) => ({ code, name }));
	const [only] = found;
	if (only === undefined) {
		return { ok: false, message: `There is no council, now or before, called “${shown}”.`, choices };
	}
	const folded = foldName(text);
	const before = only.former.get(folded) ?? formerNamed(only, folded);
	if (found.length > 1) {
		const isDivided = found.every(({ former }) => former.has(folded));
		return {
			ok: false,
			message: isDivided
				? `${shown} was divided between ${found.map(({ name }) => name).join(' and ')}: choose one of them.`
				: `“${shown}” may mean several councils: choose one of them.`,
			choices
		};
	}
	const isNow = only.name === text || foldName(only.name) === folded || only.code.toLowerCase() === folded;
	return {
		ok: true,
		code: only.code,
		note: before === null || isNow ? null : `${before} no longer exists; ${only.name} took its place.`
	};
}

function beginningWith(text: string, areas: readonly NamedArea[]): string[] {
	const folded = foldName(text);
	if (folded.length < 3) return [];
	return areas
		.filter(({ names }) => names.some((name) => foldName(name).startsWith(folded)))
		.map(({ code }) => code);
}

/** "Allerdale" for "Allerdale Borough Council". */
function formerNamed({ former, names, name }: NamedArea, folded: string): string | null {
	const isNow = names.some((known) => !former.has(foldName(known)) && foldName(known).startsWith(folded));
	if (isNow || foldName(name).startsWith(folded)) return null;
	for (const [key, old] of former) if (key.startsWith(folded)) return old;
	return null;
}

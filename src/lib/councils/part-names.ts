import type { NameCore, NameIndex } from './name-index.ts';
import type { ParsedName } from './parse-name.ts';
import type { CouncilBody } from './register.ts';
import { DIRECTIONS, NATIONS, PLACES_BESIDE } from './words.ts';

/** Cores that hold none but the words given. */
function coresWithin(words: readonly string[], { cores, coresOfWord }: NameIndex): NameCore[] {
	const given = new Set(words);
	const places = new Set(words.flatMap((word) => coresOfWord.get(word) ?? []));
	return [...places].map((at) => cores[at]!).filter(({ core }) => core.every((word) => given.has(word)));
}

/**
 * Bodies that are named with the county, region or nation that they lie in: "Wyre, Lancashire", "Reading, Berkshire".
 */
export function besideItsPlace({ core }: ParsedName, index: NameIndex): CouncilBody[] {
	if (core.length < 2) return [];
	return coresWithin(core, index)
		.filter(({ core: own, body }) => {
			const rest = core.filter((word) => !own.includes(word) && !PLACES_BESIDE.has(word));
			const places = index.places(body).filter((place) => place.every((word) => rest.includes(word)));
			return own.length < core.length && rest.every((word) => places.some((place) => place.includes(word)));
		})
		.filter(({ core: own }) => !own.every((word) => PLACES_BESIDE.has(word)))
		.map(({ body }) => body)
		.filter((body, at, all) => all.indexOf(body) === at);
}

/** Bodies whose names make up the words with nothing left: two names of one, or several councils in one line. */
export function byParts({ core }: ParsedName, index: NameIndex): CouncilBody[] {
	if (core.length < 2) return [];
	const within = coresWithin(core, index);
	// A name inside a longer one is not meant: "Somerset" in "North Somerset and Mendip".
	const longest = within.filter(
		({ core: own }) =>
			!within.some(
				({ core: other }) => other.length > own.length && own.every((word) => other.includes(word))
			)
	);
	const covered = new Set(longest.flatMap(({ core: own }) => own));
	if (covered.size < core.length) return [];
	const parts = new Set(longest.map(({ key }) => key));
	const bodies = [...new Set(longest.map(({ body }) => body))];
	// Two names of one body, beside which a part may be another body's too.
	const whole = bodies.filter((body) => longest.every(({ key }) => hasKey(index, body, key)));
	if (parts.size > 1 && whole.length === 1) return whole;
	return bodies;
}

function hasKey({ byKey }: NameIndex, body: CouncilBody, key: string): boolean {
	return byKey.get(key)?.includes(body) ?? false;
}

/** The body whose name begins with these words before "and" or "with", where no other name has them at all. */
export function headOfName({ core }: ParsedName, index: NameIndex): CouncilBody | null {
	if (core.length === 0 || core.every(isNoName)) return null;
	const holders = core
		.map((word) => new Set((index.coresOfWord.get(word) ?? []).map((at) => index.cores[at]!.body)))
		.reduce((common, more) => new Set([...common].filter((body) => more.has(body))));
	const [body, ...others] = holders;
	if (body === undefined || others.length > 0) return null;
	return index.headKeys(body).has([...core].sort().join(' ')) ? body : null;
}

function isNoName(word: string): boolean {
	return DIRECTIONS.has(word) || NATIONS.has(word);
}

/** Letters that the beginning of a word must have to stand for it. */
const LEAST_BEGINNING = 4;

/** Bodies that have a name with a word for each given one, whole or beginning so. */
export function startingWith({ core }: ParsedName, { cores }: NameIndex): CouncilBody[] {
	if (core.length === 0 || core.every(isNoName)) return [];
	const fits = (given: string, word: string) =>
		given === word || (given.length >= LEAST_BEGINNING && word.startsWith(given));
	const found = cores.filter(({ core: own }) => core.every((given) => own.some((word) => fits(given, word))));
	return [...new Set(found.map(({ body }) => body))];
}

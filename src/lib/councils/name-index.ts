import type { CouncilBody } from './register.ts';
import { parseName, wordsOf, type ParsedName } from './parse-name.ts';
import { DIRECTIONS, SORTS, type Hint } from './words.ts';

/** The words of one name of a body that tell it from others. */
export interface NameCore {
	body: CouncilBody;
	core: readonly string[];
	key: string;
	letters: string;
}

/** Every name and code of a register, ready to be looked up. */
export interface NameIndex {
	bodies: readonly CouncilBody[];
	byId: ReadonlyMap<string, CouncilBody>;
	/** By the words that tell councils apart, in the order of the alphabet. */
	byKey: ReadonlyMap<string, readonly CouncilBody[]>;
	/** By the name in full, "council" and the like included. */
	byFullKey: ReadonlyMap<string, readonly CouncilBody[]>;
	/** By the letters of a name without spaces. */
	byLetters: ReadonlyMap<string, readonly CouncilBody[]>;
	/** By the first letters of its words. */
	byInitials: ReadonlyMap<string, readonly CouncilBody[]>;
	/** By code of any kind, in capitals without spaces. */
	byCode: ReadonlyMap<string, readonly CouncilBody[]>;
	cores: readonly NameCore[];
	/** Places in `cores` by word. */
	coresOfWord: ReadonlyMap<string, readonly number[]>;
	/** Words of names, and those that say the sort of a body. */
	vocabulary: readonly string[];
	/** What sorts of body the names of each say. */
	styles: ReadonlyMap<CouncilBody, ReadonlySet<Hint>>;
	/** The places that a body lies in, as words. */
	places(body: CouncilBody): readonly (readonly string[])[];
	/** Keys of what stands before "and" or "with" in its names. */
	headKeys(body: CouncilBody): ReadonlySet<string>;
	/** Regions of England, as keys: no name of a council when nothing more is said. */
	regions: ReadonlySet<string>;
}

/** Looks through a register once. */
export function nameIndex(bodies: readonly CouncilBody[]): NameIndex {
	const byKey = new Lists<CouncilBody>();
	const byFullKey = new Lists<CouncilBody>();
	const byLetters = new Lists<CouncilBody>();
	const byInitials = new Lists<CouncilBody>();
	const byCode = new Lists<CouncilBody>();
	const coresOfWord = new Lists<number>();
	const cores: NameCore[] = [];
	const styles = new Map<CouncilBody, Set<Hint>>();
	for (const body of bodies) {
		const said = new Set<Hint>();
		styles.set(body, said);
		const keys = new Set<string>();
		for (const code of [body.id, ...body.gss, ...body.formerGss, ...body.ons])
			byCode.add(codeKey(code), body);
		for (const name of [body.name, ...body.names, ...body.formerNames]) {
			const parsed = parseName(name);
			for (const hint of parsed.hints) said.add(hint);
			byFullKey.add(parsed.fullKey, body);
			byLetters.add(wordsOf(name).join(''), body);
			byLetters.add(parsed.letters, body);
			byLetters.add(parsed.coreLetters, body);
			for (const letters of initialsOf(name)) byInitials.add(letters, body);
			for (const core of coresOf(name, parsed)) {
				const key = [...core].sort().join(' ');
				if (keys.has(key)) continue;
				keys.add(key);
				byKey.add(key, body);
				for (const word of core) coresOfWord.add(word, cores.length);
				cores.push({ body, core, key, letters: core.join('') });
			}
		}
	}
	const byId = new Map(bodies.map((body) => [body.id, body]));
	return {
		bodies,
		byId,
		places: kept((body) => placesOf(body, byId)),
		headKeys: kept(headKeysOf),
		byKey: byKey.lists,
		byFullKey: byFullKey.lists,
		byLetters: byLetters.lists,
		byInitials: byInitials.lists,
		byCode: byCode.lists,
		cores,
		coresOfWord: coresOfWord.lists,
		vocabulary: [...new Set([...coresOfWord.lists.keys(), ...SORTS.keys()])],
		styles,
		regions: new Set(bodies.flatMap(({ region }) => (region === null ? [] : [parseName(region).key])))
	};
}

/** A code as it is looked up. */
export function codeKey(code: string): string {
	return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The words of a name, and of the forms in which it is written when letters or the word "isle" are left out. */
function coresOf(name: string, { core }: ParsedName): (readonly string[])[] {
	const found = core.every((word) => word.length < 2) ? [] : [core];
	const withoutIsle = core.filter((word) => word !== 'isle');
	if (withoutIsle.length < core.length && !withoutIsle.every((word) => DIRECTIONS.has(word))) {
		found.push(withoutIsle);
	}
	// A file that cannot hold an accent may have dropped its letter: "Ynys Mn".
	const ascii = name.normalize('NFC').replace(/(?<=\p{ASCII})[^\p{ASCII}’]/gu, '');
	if (ascii.length < name.normalize('NFC').replaceAll('’', '').length) found.push(parseName(ascii).core);
	return found.filter((words) => words.length > 0);
}

/** The county, authority, region and nation that a body lies in; nations by their own names too. */
function placesOf(
	{ county, combinedAuthority, region, nation }: CouncilBody,
	byId: ReadonlyMap<string, CouncilBody>
): (readonly string[])[] {
	const upper = [county, combinedAuthority].flatMap((id) => (id === null ? [] : (byId.get(id) ?? [])));
	const own = { Wales: 'Cymru', Scotland: 'Alba' }[nation] ?? '';
	return [...upper.flatMap(({ name, names }) => [name, ...names]), region ?? '', nation, own]
		.map((name) => parseName(name).core)
		.filter((core) => core.length > 0);
}

function headKeysOf({ name, names }: CouncilBody): Set<string> {
	return new Set(
		[name, ...names].flatMap((whole) => {
			const [head = '', rest] = whole.split(/ (?:and|&|with) |, /);
			return rest === undefined ? [] : [parseName(head).key];
		})
	);
}

/** Works out each body's answer when it is first asked for. */
function kept<Answer>(work: (body: CouncilBody) => Answer): (body: CouncilBody) => Answer {
	const known = new Map<CouncilBody, Answer>();
	return (body) => {
		const answer = known.get(body) ?? work(body);
		known.set(body, answer);
		return answer;
	};
}

/** "RBKC", with and without the small words. */
function initialsOf(name: string): string[] {
	const words = wordsOf(name);
	if (words.length < 2) return [];
	const small = new Set(['of', 'and', 'the', 'on', 'upon', 'under', 'in', 'with']);
	const firsts = (chosen: readonly string[]) => chosen.map((word) => word[0]).join('');
	return [...new Set([firsts(words), firsts(words.filter((word) => !small.has(word)))])].filter(
		(letters) => letters.length >= 3
	);
}

/** Lists by key, each with every item once. */
class Lists<Item> {
	readonly lists = new Map<string, Item[]>();

	add(key: string, item: Item): void {
		if (key === '') return;
		const list = this.lists.get(key);
		if (list === undefined) this.lists.set(key, [item]);
		else if (!list.includes(item)) list.push(item);
	}
}

import { LOST_LETTER, repairText } from './repair-text.ts';
import { ASIDES, JOINING, SHORT_FORMS, SORTS, type Hint } from './words.ts';

/** A name taken apart: what tells councils apart, and what says which sort of council is meant. */
export interface ParsedName {
	/** Words that tell councils apart, in order, each once. */
	core: readonly string[];
	/** The same in the order of the alphabet, as one key. */
	key: string;
	/** The sort of body that was said. */
	hints: ReadonlySet<Hint>;
	/** All words but the joining ones, as one key: the name in full, whatever the order. */
	fullKey: string;
	/** All letters in a row, and those of the core. */
	letters: string;
	coreLetters: string;
}

/** Words of a name in small letters without accents; a lost letter stays as its sign. */
export function wordsOf(text: string): string[] {
	const plain = repairText(text.replace(WEB_ADDRESS, ' '))
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/['’‘`´ʼ]/g, '')
		.replace(/[&+]/g, ' and ')
		.replace(INITIALS, (run) => run.replace(/[. ]/g, ''))
		.replace(NOT_A_LETTER, ' ')
		.trim();
	return plain === '' ? [] : plain.split(' ');
}

/** What a council's web address has around its name. */
const WEB_ADDRESS = /\bhttps?:\/\/|\bwww\.|\.gov\.(?:uk|wales|scot)\b\/?/gi;
const NOT_A_LETTER = new RegExp(`[^a-z0-9${LOST_LETTER}]+`, 'g');
/** Initials with points or spaces between: "M.B.C.", "U A", but not the directions "N. E." */
const INITIALS =
	/\b(?:m[. ]+[bd][. ]+c|c[. ]+b[. ]+c|l[. ]+b[. ]+c|u[. ]+a|c[. ]+c[. ]+a|[bdc][. ]+c|l[. ]+b|c[. ]+a)\b/g;

/** Takes a name apart. Letters' case, accents, punctuation and the order of words make no difference to the keys. */
export function parseName(text: string): ParsedName {
	return parseWords(wordsOf(text));
}

/** The same from words that `wordsOf` gave. */
export function parseWords(words: readonly string[]): ParsedName {
	const said = words.filter((word) => !ASIDES.has(word));
	const full = [...new Set(said.flatMap((word) => SHORT_FORMS.get(word) ?? [word]))];
	const hints = new Set<Hint>();
	let core: string[] = [];
	for (const word of full) {
		const sorts = SORTS.get(word);
		if (sorts !== undefined) for (const sort of sorts) hints.add(sort);
		else if (!JOINING.has(word)) core.push(word);
	}
	// "City region" is no city, "county borough" no county, "London borough" not London.
	if (hints.has('city') && core.includes('region')) {
		hints.delete('city');
		core = core.map((word) => (word === 'region' ? 'cityregion' : word));
	}
	if (hints.has('county') && hints.has('borough')) combine(hints, ['county', 'borough'], 'county borough');
	if (hints.has('combined')) for (const said of ['county', 'borough', 'city'] as const) hints.delete(said);
	if (core.length > 1 && core.includes('london') && (hints.has('borough') || hints.has('london borough'))) {
		core = core.filter((word) => word !== 'london');
		combine(hints, ['borough'], 'london borough');
	}
	return {
		core,
		key: [...core].sort().join(' '),
		hints,
		fullKey: full
			.filter((word) => !JOINING.has(word))
			.sort()
			.join(' '),
		letters: said.filter((word) => word !== 'the').join(''),
		coreLetters: core.join('')
	};
}

function combine(hints: Set<Hint>, parts: readonly Hint[], whole: Hint): void {
	for (const part of parts) hints.delete(part);
	hints.add(whole);
}

import type { Day } from '#lib/domain/day.ts';
import { lineage, onDay, type Lineage } from './on-day.ts';
import { codeKey, nameIndex, type NameIndex } from './name-index.ts';
import { parseWords, wordsOf, type ParsedName } from './parse-name.ts';
import type { CouncilBody } from './register.ts';
import { slipIndex, type SlipIndex } from './slips.ts';
import { alternatives, isKnown, mended, type Mended } from './mend-words.ts';
import { besideItsPlace, byParts, headOfName, startingWith } from './part-names.ts';
import { ofSort } from './sort-fit.ts';
import { OTHER_BODIES } from './words.ts';

/** Which body a name stands for. */
export type CouncilAnswer =
	/** This one. `asked` is the body that was named, where another is there on the day asked. */
	| { answer: 'one'; body: CouncilBody; asked: CouncilBody | null }
	/** One of these, or this one if that is what was meant. */
	| { answer: 'some'; bodies: readonly CouncilBody[]; asked: CouncilBody | null }
	| { answer: 'none'; reason: NoneReason };

export type NoneReason =
	| 'empty'
	| 'too long'
	| 'unknown'
	/** More than can be asked about. */
	| 'too many'
	/** What was named began later, and what was there before is not on record. */
	| 'not yet';

/** Looks a name up; with a day, the body that is there on that day. */
export type CouncilFinder = (name: string, on?: Day | null) => CouncilAnswer;

const LONGEST_NAME = 200;
/** More than these are no question that anybody answers. */
const MOST_ASKED = 20;

/** What a way of reading a name found: `sure` when it reads so in one way only. */
interface Reading {
	bodies: readonly CouncilBody[];
	sure: boolean;
}

/**
 * Finds councils by any of their names and codes: official and short ones, Welsh and Gaelic, former ones, with words
 * such as "Council" said, left out or mistaken for others, in any order, misspelt or spoiled by a file.
 *
 * What can be read in one way only is answered; whatever else may be meant is asked. Nothing is answered because it
 * is merely the nearest.
 *
 * @param bodies the register
 */
export function councilFinder(bodies: readonly CouncilBody[]): CouncilFinder {
	const index = nameIndex(bodies);
	const line = lineage(bodies);
	const words = slipIndex(index.vocabulary);
	const wholes = slipIndex([...index.byLetters.keys()]);
	return (name, on = null) => {
		const text = name.trim();
		if (text === '') return { answer: 'none', reason: 'empty' };
		if (text.length > LONGEST_NAME) return { answer: 'none', reason: 'too long' };
		const reading = readCode(text, index) ?? readName(wordsOf(text), index, words, wholes);
		return decide(reading, on, line, index);
	};
}

/** A code, alone or somewhere in the text: it goes before any name beside it. */
function readCode(text: string, { byCode }: NameIndex): Reading | null {
	const whole = byCode.get(codeKey(text));
	if (whole !== undefined) return { bodies: whole, sure: true };
	const codes = text.toUpperCase().match(/\b[EKNSW]\d{8}\b/g);
	if (codes === null) return null;
	const found = [...new Set(codes.flatMap((code) => byCode.get(code) ?? []))];
	return found.length === 0 ? null : { bodies: found, sure: true };
}

const NOTHING: Reading = { bodies: [], sure: false };

function readName(words: readonly string[], index: NameIndex, slips: SlipIndex, wholes: SlipIndex): Reading {
	if (words.some((word) => OTHER_BODIES.has(word))) return NOTHING;
	const parsed = parseWords(words);
	const exact = readExactly(parsed, index);
	if (exact !== null) return exact;
	const guess = readMended(words, index, slips) ?? readLetters(words, parsed, index, wholes);
	if (guess?.sure === true) return guess;
	// A name that was begun is offered before one that has slips.
	const bodies = [readPart(parsed, index), guess].flatMap((reading) => reading?.bodies ?? []);
	return { bodies: [...new Set(bodies)], sure: false };
}

/** Names as they are written, whatever the order of their words. */
function readExactly(parsed: ParsedName, index: NameIndex): Reading | null {
	if (parsed.core.length === 0) return null;
	const named = index.byKey.get(parsed.key);
	if (named !== undefined) return sorted(named, parsed, index);
	const joined = index.byLetters.get(parsed.letters) ?? index.byLetters.get(withoutSort(parsed.letters));
	if (joined !== undefined) return sorted(joined, parsed, index);
	const beside = besideItsPlace(parsed, index);
	if (beside.length > 0) return sorted(beside, parsed, index);
	const parts = byParts(parsed, index);
	if (parts.length > 0) return { bodies: parts, sure: parts.length === 1 };
	const head = headOfName(parsed, index);
	return head === null ? null : sorted([head], parsed, index);
}

/** Of bodies with this name, those of the sort that was said. */
function sorted(named: readonly CouncilBody[], parsed: ParsedName, index: NameIndex): Reading {
	if (parsed.hints.size > 0) {
		const inFull = (index.byFullKey.get(parsed.fullKey) ?? []).filter((body) => named.includes(body));
		if (inFull.length > 0) return { bodies: inFull, sure: true };
	}
	// "West Midlands" is a region before it is anybody's name; "London" may be the City or the capital.
	if (index.regions.has(parsed.key) && !saysSort(parsed)) return { bodies: named, sure: false };
	const possible = ofSort(index, named, parsed.hints);
	// "Leicester County Council" is not Leicester's: the county's may be meant.
	if (possible.length === 0) {
		const longer = ofSort(index, startingWith(parsed, index), parsed.hints);
		return { bodies: [...new Set([...named, ...longer])], sure: false };
	}
	return { bodies: possible, sure: true };
}

/** Whether more was said of the sort of body than that it is a council. */
function saysSort({ hints }: ParsedName): boolean {
	return [...hints].some((hint) => hint !== 'council');
}

/** Names whose words have slips. */
function readMended(words: readonly string[], index: NameIndex, slips: SlipIndex): Reading | null {
	const readings = alternatives(words, index, slips).flatMap((mend) => {
		const reading = readExactly(parseWords(mend.words), index);
		return reading === null ? [] : [{ ...reading, mend }];
	});
	return nearest(
		readings.map(({ bodies, sure, mend }) => ({ bodies, slips: mend.slips, sure: sure && isPlain(mend) }))
	);
}

/** Whether so few slips in so long a name can be nothing else. */
function isPlain(mend: Mended): boolean {
	return mended(mend.letters, mend.slipsInName, mend.isOtherLetter);
}

/** Names whose words were joined or parted wrongly, with slips. */
function readLetters(
	words: readonly string[],
	parsed: ParsedName,
	index: NameIndex,
	wholes: SlipIndex
): Reading | null {
	const letters = withoutSort(parsed.coreLetters);
	if (letters.length < 6 || words.every((word) => isKnown(word, index))) return null;
	return nearest(
		wholes.near(letters).map(({ word, slips }) => {
			const found = sorted(index.byLetters.get(word)!, parsed, index);
			return {
				...found,
				slips,
				sure: found.sure && mended(Math.min(word.length, letters.length), slips, true)
			};
		})
	);
}

/** The readings with the fewest slips; any others with one slip more make them a question. */
function nearest(readings: readonly (Reading & { slips: number })[]): Reading | null {
	if (readings.length === 0) return null;
	const fewest = Math.min(...readings.map(({ slips }) => slips));
	const close = readings.filter(({ slips }) => slips <= fewest + 1);
	const bodies = [...new Set(close.flatMap((reading) => reading.bodies))];
	const isSure =
		close.every(({ sure }) => sure) && close.every((reading) => sameBodies(reading.bodies, bodies));
	return { bodies, sure: isSure };
}

function sameBodies(a: readonly CouncilBody[], b: readonly CouncilBody[]): boolean {
	return a.length === b.length && a.every((body) => b.includes(body));
}

/** Part of a name, its initials, or how it begins: never an answer, but a question. */
function readPart(parsed: ParsedName, index: NameIndex): Reading | null {
	const initials = parsed.letters.length <= 6 ? (index.byInitials.get(parsed.letters) ?? []) : [];
	if (initials.length > 0) return { bodies: initials, sure: false };
	const started = startingWith(parsed, index);
	if (started.length === 0) return null;
	const possible = ofSort(index, started, parsed.hints);
	return { bodies: possible.length > 0 ? possible : started, sure: false };
}

const SORT_BEFORE =
	/^(?:the)?(?:london|royal|metropolitan)?(?:(?:borough|county|city)(?:council)?of(?:the)?)?/;
const SORT_AFTER = /(?:london|royal|metropolitan)?(?:borough|county|city|district)*(?:council)?$/;

/** The letters of a name that was written in one word, without its "CityCouncil". */
function withoutSort(letters: string): string {
	return letters.replace(SORT_BEFORE, '').replace(SORT_AFTER, '');
}

function decide(reading: Reading, on: Day | null, line: Lineage, index: NameIndex): CouncilAnswer {
	if (reading.bodies.length === 0) return { answer: 'none', reason: 'unknown' };
	const there = on === null ? reading.bodies : thereOn(reading.bodies, on, line, index);
	const [only] = there;
	if (only === undefined) return { answer: 'none', reason: 'not yet' };
	if (there.length > MOST_ASKED) return { answer: 'none', reason: 'too many' };
	const [named] = reading.bodies;
	const asked = reading.bodies.length === 1 && named !== only ? named! : null;
	return reading.sure && there.length === 1
		? { answer: 'one', body: only, asked }
		: { answer: 'some', bodies: there, asked };
}

/** Of several that were there before one that had not begun, the one with its name. */
function thereOn(
	bodies: readonly CouncilBody[],
	on: Day,
	line: Lineage,
	index: NameIndex
): readonly CouncilBody[] {
	const there = onDay(bodies, on, line);
	if (there.length < 2 || bodies.some((body) => there.includes(body))) return there;
	const keys = new Set(index.cores.filter(({ body }) => bodies.includes(body)).map(({ key }) => key));
	const namesakes = there.filter((body) =>
		index.cores.some((core) => core.body === body && keys.has(core.key))
	);
	return namesakes.length > 0 ? namesakes : there;
}

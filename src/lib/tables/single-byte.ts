/** Encodings of one byte a letter that spreadsheets of western Europe write. */
export type SingleByte = 'windows-1252' | 'macintosh' | 'ibm850';

/**
 * Letters of the bytes 128 to 255. Our own tables and not `TextDecoder`: some releases of Node read Windows-1252 as
 * Latin-1, and none promises the other two.
 *
 * Source: Unicode Consortium, mapping tables CP1252, ROMAN and CP850.
 */
const UPPER_HALF: Record<SingleByte, string> = {
	'windows-1252':
		'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
	macintosh:
		'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
	ibm850:
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0'
};

const codes = new Map<SingleByte, Uint16Array>();

/** Code units of all 256 bytes. */
function codesOf(encoding: SingleByte): Uint16Array {
	let table = codes.get(encoding);
	if (table === undefined) {
		table = Uint16Array.from({ length: 256 }, (_, byte) =>
			byte < 128 ? byte : UPPER_HALF[encoding].charCodeAt(byte - 128)
		);
		codes.set(encoding, table);
	}
	return table;
}

/** The text of some bytes. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
	const table = codesOf(encoding);
	const units = new Uint16Array(bytes.length);
	for (let at = 0; at < bytes.length; at += 1) units[at] = table[bytes[at]!]!;
	return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

/** The byte that stands for a letter; `null` where the encoding has none. */
export function byteOf(letter: string, encoding: SingleByte): number | null {
	const code = letter.charCodeAt(0);
	if (code < 128) return code;
	const at = UPPER_HALF[encoding].indexOf(letter);
	return at < 0 ? null : at + 128;
}

/** Letters of the languages of these islands and their neighbours, lower case. */
const COMMON = 'áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿŵŷß';
/** Those of them that words begin and end with. */
const BEGINNING = 'éàâáöüøôíóúêŵŷ';
const ENDING = 'éèáàóíúüöâêôŷŵìòùñ';
/** What follows an apostrophe within an English word, and what stands before it in French and Irish ones. */
const AFTER_APOSTROPHE = /^(?:s|t|d|m|re|ll|ve|r)(?![\p{L}])/u;
const BEFORE_APOSTROPHE = /(?:^|[^\p{L}])(?:[dloj]|qu)$/iu;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/**
 * How much an encoding makes sense of a file: each letter beyond ASCII is weighed by what stands beside it. An accent
 * within a word is likely, a capital or a sign within a word is not, a pound sign stands before a figure.
 *
 * @returns a sum of weights; higher is likelier
 */
export function plausibility(bytes: Uint8Array, encoding: SingleByte): number {
	const table = codesOf(encoding);
	const textOf = (from: number, to: number): string =>
		String.fromCharCode(...Array.from(bytes.subarray(Math.max(0, from), to), (byte) => table[byte]!));
	let score = 0;
	let seen = 0;
	for (let at = 0; at < bytes.length && seen < MOST_SEEN; at += 1) {
		if (bytes[at]! < 128) continue;
		seen += 1;
		score += weightOf(textOf(at - 3, at), textOf(at, at + 1), textOf(at + 1, at + 4));
	}
	return score;
}

/** Letters weighed: enough to be sure, few enough for the longest file. */
const MOST_SEEN = 5000;

function weightOf(left: string, letter: string, right: string): number {
	const code = letter.charCodeAt(0);
	if ((code >= 0x80 && code < 0xa0) || code === 0xf8ff) return -5;
	const [before, after] = [left.slice(-1), right.slice(0, 1)];
	const wordBefore = LOWER.test(before) || UPPER.test(before);
	const wordAfter = LOWER.test(after) || UPPER.test(after);
	if (COMMON.includes(letter)) return accent(letter, before, after, wordBefore, wordAfter);
	if (COMMON.toUpperCase().includes(letter)) {
		if (LOWER.test(before)) return -2;
		return wordAfter || wordBefore ? 1.5 : -0.5;
	}
	if (LOWER.test(letter) || UPPER.test(letter)) return -0.5;
	if (letter === '’' && wordBefore && wordAfter)
		return AFTER_APOSTROPHE.test(right) || BEFORE_APOSTROPHE.test(left) ? 3 : 0.5;
	if ('‘“«'.includes(letter)) return !wordBefore && wordAfter ? 2 : -1;
	if ('’”»'.includes(letter)) return !wordAfter && before.trim() !== '' ? 2 : -1;
	if ('–—…•'.includes(letter)) return wordBefore && wordAfter ? 0 : 1;
	if ('£€'.includes(letter)) return /\d/.test(after) ? 2 : wordBefore && wordAfter ? -3 : 0.5;
	if ('\xa0°²³½¼¾·©®™§'.includes(letter)) return wordBefore && wordAfter ? -2 : 0.5;
	return wordBefore || wordAfter ? -3 : -1;
}

function accent(
	letter: string,
	before: string,
	after: string,
	wordBefore: boolean,
	wordAfter: boolean
): number {
	if (UPPER.test(before) && UPPER.test(after)) return -1;
	if (wordBefore && wordAfter) return 2;
	if (wordBefore) return ENDING.includes(letter) ? 1.5 : 0;
	if (wordAfter) return BEGINNING.includes(letter) ? 1 : 0;
	// "é" and "à" stand alone in French; nearly every other accent stands within a word.
	return 'éàáóúö'.includes(letter) ? 0.5 : -1;
}

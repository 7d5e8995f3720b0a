/** Letters that Windows-1252 has where Latin-1 has control characters, by their Unicode code point. */
const WINDOWS_1252: ReadonlyMap<number, number> = new Map([
	[0x20ac, 0x80], [0x201a, 0x82], [0x0192, 0x83], [0x201e, 0x84], [0x2026, 0x85], [0x2020, 0x86], [0x2021, 0x87],
	[0x02c6, 0x88], [0x2030, 0x89], [0x0160, 0x8a], [0x2039, 0x8b], [0x0152, 0x8c], [0x017d, 0x8e], [0x2018, 0x91],
	[0x2019, 0x92], [0x201c, 0x93], [0x201d, 0x94], [0x2022, 0x95], [0x2013, 0x96], [0x2014, 0x97], [0x02dc, 0x98],
	[0x2122, 0x99], [0x0161, 0x9a], [0x203a, 0x9b], [0x0153, 0x9c], [0x017e, 0x9e], [0x0178, 0x9f]
]); // prettier-ignore

/** What two or more letters of a name look like when UTF-8 was read as something else. */
const MISREAD =
	/[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]/;

const NAMED_LETTER = /&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring);/gi;
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	quot: '"',
	nbsp: ' ',
	rsquo: '’',
	lsquo: '‘'
};

/** Stands for a letter that was lost; it matches any. */
export const LOST_LETTER = '\ufffd';

/**
 * A name as it was before files and pages spoiled it: UTF-8 that was read as Windows-1252 ("MÃ´n"), character
 * references ("M&ocirc;n", "&amp;") and letters that were replaced by a sign ("M?n"), which become `LOST_LETTER`.
 */
export function repairText(text: string): string {
	let repaired = text;
	if (repaired.includes('&')) repaired = withoutReferences(repaired);
	// Some text was spoiled twice.
	for (let round = 0; round < 2 && MISREAD.test(repaired); round += 1) {
		const reread = readAsUtf8(repaired);
		if (reread === null) break;
		repaired = reread;
	}
	return repaired
		.replaceAll('ï¿½', LOST_LETTER)
		.replace(/(?<=\p{L})\?+(?=\p{L})/gu, LOST_LETTER)
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
}

function withoutReferences(text: string): string {
	return text
		.replace(NAMED_LETTER, '$1')
		.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
			const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		})
		.replace(/&([a-z]{2,5});/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? whole);
}

/** The text whose UTF-8 bytes, read as Windows-1252, are this text; null where there is none. */
function readAsUtf8(text: string): string | null {
	const bytes: number[] = [];
	for (const letter of text) {
		const code = letter.codePointAt(0)!;
		const byte = WINDOWS_1252.get(code) ?? code;
		if (byte > 0xff) return null;
		bytes.push(byte);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
	} catch {
		return null;
	}
}

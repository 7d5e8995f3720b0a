/** Spaces that look like one and are another: no-break, narrow, figure and thin spaces. */
const ODD_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Marks without width that copying leaves behind. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
const PLAIN = /^[\x21-\x7E]*$/;

/**
 * Text of a cell as it is compared and shown: composed (NFC), so that "ô" is one letter whichever machine wrote
 * it, spaces of every kind as one plain space, none at the ends.
 */
export function cellText(raw: string): string {
	if (PLAIN.test(raw)) return raw;
	return raw
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(ODD_SPACES, ' ')
		.replace(/[^\S\r\n]+/g, ' ')
		.trim();
}

/** A heading as headings are compared: without case, accents, and what stands between its words. */
export function headingKey(heading: string): string {
	return cellText(heading)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\s_\-–.]+/g, '_')
		.replace(/^_+|_+$/g, '');
}

/**
 * What publishers and programs write where they have no figure: R, Python, SQL and spreadsheets, Eurostat's colon,
 * and the shorthand of UK government statistics ("[x]", "[c]", "[low]").
 */
const NO_FIGURE =
	/^(?:|-|–|—|−|--|\.|\.\.|\.\.\.|…|:|\?|\*|~|#?n\/?a|#n\/a n\/a|n\.a\.?|n\.d\.?|<na>|nan|-nan|null|not available|not applicable|no data|suppressed|\[[a-z]{1,4}\]|#(?:null|div\/0|value|ref|name\?|num|n\/a)!?)$/i;

/** Whether a cell says that there is no figure, or no answer. A blank cell does; words such as "none" may be an answer. */
export function isNoFigure(text: string): boolean {
	return text === '' || (text.length <= 14 && NO_FIGURE.test(text));
}

import { cellText } from '#lib/tables/text.ts';

/** Signs between several values of one cell, in the order in which they are tried. */
const SEPARATORS = [
	{ name: 'line breaks', sign: /[\r\n]+/ },
	{ name: '";"', sign: /;/ },
	{ name: '"|"', sign: /\|/ },
	{ name: '" / "', sign: /\s\/\s/ },
	{ name: '"•"', sign: /[•·▪]/ },
	{ name: 'commas', sign: /,/ },
	{ name: '"and"', sign: /\s(?:and|&)\s/i }
] as const;

/** What stands before an entry of a list within a cell. */
const BULLET = /^\s*(?:[-*–•·▪]|\d{1,2}[.)])\s+/;

/** The values of a cell and what parted them. */
export interface SplitCell {
	values: string[];
	/** Names of the separators that were found. */
	by: string[];
}

/**
 * Parts a cell that holds several values, by line breaks, semicolons, bars and commas together. A known value that holds
 * one of them stays whole, and so does a cell of one value.
 *
 * @param cell as it stands
 * @param isKnown whether a text is a value that is known
 */
export function splitValues(cell: string, isKnown: (text: string) => boolean = () => false): SplitCell {
	const whole = cellText(cell);
	if (whole === '' || isKnown(whole)) return { values: whole === '' ? [] : [whole], by: [] };
	const by: string[] = [];
	let parts = [cell];
	for (const { name, sign } of SEPARATORS) {
		const isWeak = name === '"and"';
		const next = parts.flatMap((listed) => {
			const part = listed.replace(BULLET, '');
			if (isKnown(cellText(part)) || !sign.test(part)) return [part];
			const pieces = rejoined(
				part.split(sign),
				name === 'commas' ? ', ' : ' and ',
				isKnown,
				name === 'commas' || isWeak
			);
			// "And" parts only what is known on both of its sides.
			return isWeak && !pieces.every((piece) => isKnown(cellText(piece))) ? [part] : pieces;
		});
		if (next.length > parts.length) by.push(name);
		parts = next;
	}
	const values = [...new Set(parts.map((part) => cellText(part.replace(BULLET, ''))))];
	return { values: values.filter((value) => value !== ''), by };
}

/** Pieces put together again where together they are known: "Poverty, Truth" of two pieces. */
function rejoined(
	pieces: readonly string[],
	joint: string,
	isKnown: (text: string) => boolean,
	mayRejoin: boolean
): string[] {
	if (!mayRejoin) return [...pieces];
	const joined: string[] = [];
	for (let at = 0; at < pieces.length;) {
		let taken = 1;
		for (let count = Math.min(4, pieces.length - at); count > 1; count -= 1) {
			if (
				!isKnown(
					cellText(
						pieces
							.slice(at, at + count)
							.map((piece) => piece.trim())
							.join(joint)
					)
				)
			)
				continue;
			taken = count;
			break;
		}
		joined.push(
			taken === 1
				? pieces[at]!
				: pieces
						.slice(at, at + taken)
						.map((piece) => piece.trim())
						.join(joint)
		);
		at += taken;
	}
	return joined;
}

import { byteOf, type SingleByte } from './single-byte.ts';

/** What UTF-8 looks like when it is read as an encoding of one byte a letter. */
const SIGNS: Record<'windows-1252' | 'macintosh', RegExp> = {
	'windows-1252': /[ÂÃÄÅâÆÇÈÉÊËÌÍÎÏÐ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/,
	macintosh: /[√¬‚ƒ≈][\u00A0-\u00FFÄÅÇÉÑÖÜ†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…œ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰]/
};
/** Most times that a text is read wrongly before somebody sees it. */
const MOST_TIMES = 3;

/**
 * Mends a text that was encoded twice, such as "BÃ©nÃ©vole" for "Bénévole": UTF-8 that a program read as Windows-1252 or
 * Mac Roman and wrote again.
 *
 * @returns the text as it was meant; `null` where there is nothing to mend, or mending makes no text
 */
export function mendedText(text: string): string | null {
	let mended = text;
	for (let time = 0; time < MOST_TIMES; time += 1) {
		const once = mendedOnce(mended);
		if (once === null) break;
		mended = once;
	}
	return mended === text ? null : mended;
}

function mendedOnce(text: string): string | null {
	for (const encoding of ['windows-1252', 'macintosh'] as const) {
		if (!SIGNS[encoding].test(text)) continue;
		const bytes = bytesOf(text, encoding);
		if (bytes === null) continue;
		try {
			const mended = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
			if (mended.length < text.length && !hasControls(mended)) return mended;
		} catch {
			// Not what UTF-8 would look like: the letters are meant.
		}
	}
	return null;
}

/** Signs that no text of a cell has, tab and line ends aside. */
function hasControls(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 127 && code < 160)) return true;
	}
	return false;
}

function bytesOf(text: string, encoding: SingleByte): Uint8Array | null {
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at]!;
		const byte = byteOf(letter, encoding);
		if (byte !== null) bytes.push(byte);
		// Some programs leave bytes that stand for no letter as they are.
		else if (letter >= '\u0080' && letter <= '\u009F') bytes.push(letter.charCodeAt(0));
		else return null;
	}
	return Uint8Array.from(bytes);
}

import { decodeSingleByte, plausibility, type SingleByte } from './single-byte.ts';

/** How the bytes of a file stand for letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByte;

/** The encodings that may be chosen by hand, in the order to offer them. */
export const ENCODINGS: readonly Encoding[] = [
	'utf-8',
	'windows-1252',
	'macintosh',
	'ibm850',
	'utf-16le',
	'utf-16be'
];

/** The text of a file and how it was come by. */
export interface Decoded {
	/** Without its byte order mark. */
	text: string;
	encoding: Encoding;
	/** Whether a byte order mark said so. */
	hasMark: boolean;
	/** Lines (from 1) that are in another encoding than the rest, and were read so: two files put together. */
	otherLines: number[];
}

/**
 * Reads the bytes of a text file: by its byte order mark; as UTF-16 without one where every other byte is 0; as UTF-8
 * where the bytes can be that; else as the encoding of one byte a letter that makes most sense of it.
 *
 * @param chosen encoding that somebody chose instead
 */
export function decodeBytes(bytes: Uint8Array, chosen: Encoding | null = null): Decoded {
	const mark = markOf(bytes);
	const body = mark === null ? bytes : bytes.subarray(mark.length);
	const encoding = chosen ?? mark?.encoding ?? unmarked(bytes);
	const hasMark = mark !== null && mark.encoding === encoding;
	const decoded = (text: string, otherLines: number[] = []): Decoded => ({
		text,
		encoding,
		hasMark,
		otherLines
	});
	if (encoding === 'utf-16le' || encoding === 'utf-16be') return decoded(decodeUtf16(body, encoding));
	if (encoding === 'utf-8') return decoded(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body));
	if (chosen !== null) return decoded(decodeSingleByte(body, encoding));
	return { ...decodeByLine(body, encoding), hasMark };
}

function markOf([a, b, c]: Uint8Array): { encoding: Encoding; length: number } | null {
	if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
	if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
	if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
	return null;
}

function unmarked(bytes: Uint8Array): Encoding {
	return utf16Without(bytes) ?? (isUtf8(bytes) ? 'utf-8' : likeliest(bytes));
}

/** Bytes looked at to tell UTF-16 by its zeros. */
const SAMPLE = 20_000;

/** Line ends, digits and separators have a zero byte in UTF-16, always on the same side. */
function utf16Without(bytes: Uint8Array): Encoding | null {
	const zeros = [0, 0];
	const length = Math.min(bytes.length, SAMPLE);
	for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > length / 10 && odd > 10 * even) return 'utf-16le';
	if (even > length / 10 && even > 10 * odd) return 'utf-16be';
	return null;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
	const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
	if (encoding === 'utf-16le') return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(whole);
	const swapped = new Uint8Array(whole.length);
	for (let at = 0; at < whole.length; at += 2) {
		swapped[at] = whole[at + 1]!;
		swapped[at + 1] = whole[at]!;
	}
	return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(swapped);
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function likeliest(bytes: Uint8Array): SingleByte {
	const windows = plausibility(bytes, 'windows-1252');
	// A line end of its own is the mark of old Macs; where letters cannot decide, Windows is by far the commoner.
	const macintosh = plausibility(bytes, 'macintosh') + (bytes.includes(10) ? 0 : 1);
	const dos = plausibility(bytes, 'ibm850') - 1;
	if (macintosh > windows && macintosh >= dos) return 'macintosh';
	return dos > windows ? 'ibm850' : 'windows-1252';
}

/** Reads line by line, so that lines of UTF-8 within another encoding keep their letters. */
function decodeByLine(bytes: Uint8Array, encoding: SingleByte): Omit<Decoded, 'hasMark'> {
	const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const parts: string[] = [];
	const inUtf8: number[] = [];
	const inOther: number[] = [];
	let start = 0;
	for (let line = 1; start < bytes.length; line += 1) {
		const end = lineEnd(bytes, start);
		const piece = bytes.subarray(start, end);
		start = end;
		if (!piece.some((byte) => byte > 127)) {
			parts.push(decodeSingleByte(piece, encoding));
			continue;
		}
		try {
			parts.push(strict.decode(piece));
			inUtf8.push(line);
		} catch {
			parts.push(decodeSingleByte(piece, encoding));
			inOther.push(line);
		}
	}
	const isUtf8Mostly = inUtf8.length > inOther.length;
	return {
		text: parts.join(''),
		encoding: isUtf8Mostly ? 'utf-8' : encoding,
		otherLines: isUtf8Mostly ? inOther : inUtf8
	};
}

/** Where the line that begins at `start` ends, its line end included. */
function lineEnd(bytes: Uint8Array, start: number): number {
	for (let at = start; at < bytes.length; at += 1) {
		if (bytes[at] === 10) return at + 1;
		if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
	}
	return bytes.length;
}

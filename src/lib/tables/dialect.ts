import { parseRecords, sepLineLength } from './records.ts';
import { parseNumber } from './number.ts';
import { isNoFigure } from './text.ts';

/** How a text is parted into rows and cells. */
export interface Dialect {
	/** One or two letters between cells. */
	delimiter: string;
	/** Mark around cells that hold one; '' for none. */
	quote: '"' | "'" | '';
	/** Whether a mark within such a cell is written `\"` and not doubled. */
	isEscaped: boolean;
	/** Whether a space follows each delimiter before a quotation mark. */
	isSpaced: boolean;
	lineEnd: LineEnd;
	/** Whether the first line is `sep=;`, which is no row. */
	hasSepLine: boolean;
}

export type LineEnd = 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';

/** The separators of every door but the import, in the order in which equals are taken. */
export const COMMON_DELIMITERS = [',', ';', '\t', '|'] as const;

/** What helps to find a dialect. */
export interface DialectHint {
	/** Separators that may be. */
	delimiters?: readonly string[];
	/** Whether others may be, of one or two signs, where they part the lines more evenly. */
	anyDelimiter?: boolean;
	/** Whether a row holds the headings that the table must have: the surest sign of the right separator. */
	isHeading?: (cells: readonly string[]) => boolean;
}

/** Letters and rows looked at. */
const SAMPLE_LETTERS = 200_000;
const SAMPLE_ROWS = 300;

/**
 * Finds how a text is parted: a `sep=` line is obeyed; else the separator is taken under which the heading is found,
 * or rows are of one length and cells of one kind.
 *
 * Source of the score: van den Burg, Nazábal & Sutton, Wrangling messy CSV files by detecting row and type patterns
 * (Data Mining and Knowledge Discovery 2019).
 *
 * @param text without byte order mark
 */
export function findDialect(text: string, hint: DialectHint = {}): Dialect {
	const lineEnd = lineEndOf(text);
	const sepLine = sepLineLength(text);
	const sample = wholeLines(text.slice(sepLine));
	const hasSepLine = sepLine > 0;
	const base: Dialect = {
		delimiter: ',',
		quote: '"',
		isEscaped: false,
		isSpaced: false,
		lineEnd,
		hasSepLine: false
	};
	const named = /^"?sep=([^\r\n"]{1,2})/i.exec(text)?.[1];
	const common = hint.delimiters ?? COMMON_DELIMITERS;
	const delimiters =
		named !== undefined
			? [named]
			: hint.anyDelimiter === true
				? withoutHalves(sample, [...common, ...otherDelimiters(sample)])
				: common;
	let best = { dialect: base, score: -1 };
	for (const delimiter of new Set(delimiters)) {
		for (const variant of variants(sample, { ...base, delimiter })) {
			const score = scoreOf(sample, variant, hint);
			if (score > best.score * 1.000001) best = { dialect: variant, score };
		}
	}
	return { ...best.dialect, hasSepLine };
}

/** Which line ends a text has, quoted cells included. */
export function lineEndOf(text: string): LineEnd {
	const found = new Set<LineEnd>();
	for (const [end] of text.slice(0, SAMPLE_LETTERS).matchAll(/\r\n|\r|\n/g)) {
		found.add(end === '\n' ? 'lf' : end === '\r' ? 'cr' : 'crlf');
		if (found.size > 1) break;
	}
	const [only] = found;
	// Line feeds within quoted cells do not make the rows of a Windows file mixed.
	if (found.size > 1) return rowEnds(text);
	return only ?? 'none';
}

function rowEnds(text: string): LineEnd {
	const outside = text.slice(0, SAMPLE_LETTERS).replace(/"(?:[^"]|"")*"/g, '');
	const found = new Set(outside.match(/\r\n|\r|\n/g));
	if (found.size > 1) return 'mixed';
	return found.has('\r\n') ? 'crlf' : found.has('\r') ? 'cr' : 'lf';
}

function wholeLines(text: string): string {
	if (text.length <= SAMPLE_LETTERS) return text;
	const end = Math.max(text.lastIndexOf('\n', SAMPLE_LETTERS), text.lastIndexOf('\r', SAMPLE_LETTERS));
	return text.slice(0, end > 0 ? end + 1 : SAMPLE_LETTERS);
}

/** A dialect with each use of quotation marks that the text gives reason to try. */
function variants(sample: string, dialect: Dialect): Dialect[] {
	const { delimiter } = dialect;
	const list = [dialect];
	if (sample.includes('\\"')) list.push({ ...dialect, isEscaped: true });
	if (delimiter.trim() !== '' && sample.includes(`${delimiter} "`)) list.push({ ...dialect, isSpaced: true });
	if (!sample.includes('"')) {
		const single = new RegExp(
			`(^|[\\r\\n]|${escaped(delimiter)})'[^']*'(?=$|[\\r\\n]|${escaped(delimiter)})`,
			'g'
		);
		// One word in quotation marks is a word; a file that quotes its cells does so many times.
		if ((sample.match(single)?.length ?? 0) > 2) list.unshift({ ...dialect, quote: "'" });
	}
	return list;
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function scoreOf(sample: string, dialect: Dialect, { isHeading }: DialectHint): number {
	const { rows, quoteFault } = parseRecords(sample, dialect, SAMPLE_ROWS);
	const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
	if (filled.length === 0) return 0;
	const known = isHeading !== undefined && filled.slice(0, 20).some(isHeading) ? 10 : 0;
	const broken = quoteFault !== null && quoteFault.row < SAMPLE_ROWS ? 0.5 : 1;
	return known + broken * patternScore(filled) * typeScore(filled);
}

/** Rows of one length, and many cells in each: Σ over lengths of rows × (length − 1) / length, over lengths. */
function patternScore(rows: readonly (readonly string[])[]): number {
	const counts = new Map<number, number>();
	for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
	let sum = 0;
	for (const [length, count] of counts) sum += (count * Math.max(1e-3, length - 1)) / length;
	return sum / counts.size / rows.length;
}

/** Share of cells that are of some kind; those that look cut in two are not. */
function typeScore(rows: readonly (readonly string[])[]): number {
	let known = 0;
	let all = 0;
	for (const row of rows) {
		for (const raw of row) {
			all += 1;
			if (isOfSomeKind(raw.trim())) known += 1;
		}
	}
	return Math.max(1e-10, known / all);
}

const WORDS = /^[\p{L}\p{N}(‘“'][\p{L}\p{M}\p{N} .,'’&()/“”‘\-–+:]*[.!?]?$/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[a-z]{2,}$|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i;
const DATE =
	/^\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{1,4}(?:[ t]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?z?)?$/i;

function isOfSomeKind(cell: string): boolean {
	if (isNoFigure(cell)) return true;
	if (cell.length > 200) return true;
	return (
		WORDS.test(cell) ||
		DATE.test(cell) ||
		ADDRESS.test(cell) ||
		parseNumber(cell, '.') !== null ||
		parseNumber(cell, ',') !== null
	);
}

/** Signs that may part cells, alone or in twos: all but letters, figures, quotation marks and brackets. */
const SIGN = /[^\p{L}\p{M}\p{N}"'’‘“”()[\]{}\r\n.\-_]/u;

/** Separators of one or two signs that stand in nearly every line of the sample. */
function otherDelimiters(sample: string): string[] {
	const lines = unquotedLines(sample);
	const counts = new Map<string, number>();
	for (const line of lines) {
		const seen = new Set<string>();
		for (let at = 0; at < line.length; at += 1) {
			const one = line[at]!;
			if (!SIGN.test(one)) continue;
			seen.add(one);
			const two = line[at + 1] ?? '';
			if (two !== '' && SIGN.test(two)) seen.add(one + two);
		}
		for (const sign of seen) counts.set(sign, (counts.get(sign) ?? 0) + 1);
	}
	return [...counts]
		.filter(([sign, count]) => count >= 0.8 * lines.length && !/\s\S|\S\s|\s\s|^ $/.test(sign))
		.map(([sign]) => sign);
}

/** Signs that stand nowhere but as half of a pair, "|" in a file parted by "||", part nothing themselves. */
function withoutHalves(sample: string, delimiters: readonly string[]): string[] {
	const text = unquotedLines(sample).join('\n');
	const halves = new Set(
		delimiters
			.filter(({ length }) => length === 2)
			.filter((pair) => {
				const rest = text.replaceAll(pair, '');
				return !rest.includes(pair[0]!) && !rest.includes(pair[1]!);
			})
			.flatMap((pair) => [...pair])
	);
	return delimiters.filter((delimiter) => !halves.has(delimiter));
}

function unquotedLines(sample: string): string[] {
	return sample
		.replace(/"(?:[^"]|"")*"/g, '""')
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== '')
		.slice(0, SAMPLE_ROWS);
}

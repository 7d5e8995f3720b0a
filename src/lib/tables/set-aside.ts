import { cellKind } from './cell-kind.ts';

/** Why a row is none of the table's. */
export type AsideReason = 'title' | 'guidance' | 'heading again' | 'total' | 'note' | 'blank';

/** A row, or blank rows together, that the table does not hold. */
export interface SetAside {
	/** First and last row, as the spreadsheet numbers them. */
	row: number;
	last: number;
	why: AsideReason;
	/** What stands there, shortened. */
	text: string;
}

const TOTAL =
	/^(?:grand |sub-? ?)?totals?\b|^(?:sum|average|mean|median|count|cyfanswm)\b|^(?:number|no\.?) of (?:rows|members|entries|records|organisations)\b/i;
const NOTE =
	/^(?:notes?|sources?|nb|n\.b\.|key|legend|footnotes?|updated|last updated|prepared by|produced by|contact|for queries|if you|please|add more|insert|do not|don't|end of|©|\*|†|‡|\(?\d\)|\[\d\]|this (?:sheet|table|list)|all figures|figures|data)\b|^[*†‡©]|^\[\w{1,2}\]\s/i;
const GUIDANCE =
	/^(?:e\.?g\.?|eg|for example|example|required|optional|mandatory|please|enter|choose|select|pick|dd[/.-]mm|yyyy|free text|text|max(?:imum)?\b|\(?required\)?|\(?optional\)?|yes\s*\/\s*no|y\s*\/\s*n|one of|drop-?down|as (?:shown|registered))|\b(?:dd\/mm\/yyyy|max(?:imum)? \d+ char)/i;

/** What is known of a table's rows when one of them is judged. */
export interface TableShape {
	headings: readonly string[];
	/** Columns that most rows fill. */
	usual: number;
}

/**
 * Whether a row below the headings belongs to the table: totals, notes, repeated headings and guidance do not.
 *
 * A row of which only the name is known is a row of the table; a sentence in its place is none.
 *
 * @param cells as composed text, of the table's columns
 * @param isFirst whether it is the first row below the headings
 * @param isAfterGap whether a blank row stands before it
 * @returns `null` where it belongs to the table
 */
export function asideReason(
	cells: readonly string[],
	{ headings, usual }: TableShape,
	isFirst: boolean,
	isAfterGap: boolean
): AsideReason | null {
	const filled = cells.filter((cell) => cell !== '');
	const distinct = new Set(filled);
	if (isHeadingAgain(cells, headings)) return 'heading again';
	const first = filled[0] ?? '';
	if (
		TOTAL.test(first) &&
		filled.slice(1).every((cell) => cellKind(cell) === 'number' || cell === first || TOTAL.test(cell))
	)
		return 'total';
	const second = filled[1] ?? '';
	if (filled.length <= 3 && TOTAL.test(second) && cellKind(first) !== 'text') return 'total';
	if (isFirst && filled.filter((cell) => GUIDANCE.test(cell)).length >= Math.max(1, filled.length / 2))
		return 'guidance';
	// One text, alone or spread over the row: a note where it reads like one.
	if (distinct.size === 1 && usual >= 2 && isNote(first, filled.length > 1 || isAfterGap)) return 'note';
	if (
		isAfterGap &&
		distinct.size <= 2 &&
		usual >= 4 &&
		(NOTE.test(first) || isSentence(first) || isSentence(second))
	)
		return 'note';
	return null;
}

function isHeadingAgain(cells: readonly string[], headings: readonly string[]): boolean {
	const filled = [...cells.keys()].filter((column) => cells[column] !== '');
	return (
		filled.length > 1 &&
		filled.every((column) => cells[column]!.toLowerCase() === (headings[column] ?? '').toLowerCase())
	);
}

function isNote(text: string, isLikely: boolean): boolean {
	if (cellKind(text) === 'email' || cellKind(text) === 'web address') return true;
	return NOTE.test(text) || isSentence(text) || (isLikely && text.split(/\s+/).length > 3);
}

/** Words that make a sentence, and no name. */
function isSentence(text: string): boolean {
	const words = text.split(/\s+/).length;
	return (words >= 5 && /[.!?:]$/.test(text)) || words >= 9;
}

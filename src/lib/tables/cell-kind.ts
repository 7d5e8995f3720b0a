import { readDateText } from './dates/date-text.ts';
import { parseNumber } from './number.ts';
import { isNoFigure } from './text.ts';

/** What a cell is by its looks, whatever it stands under. */
export type CellKind =
	| 'blank'
	| 'number'
	| 'date'
	| 'yes or no'
	| 'email'
	| 'web address'
	| 'post code'
	| 'telephone'
	| 'code'
	| 'long text'
	| 'text';

const EMAIL = /^(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}$/i;
const WEB =
	/^(?:https?:\/\/|www\.)[^\s]+$|^(?:[a-z0-9-]+\.)+(?:gov\.uk|org\.uk|co\.uk|ac\.uk|nhs\.uk|org|com|uk|net|cymru|wales|scot|eu|info)(?:\/\S*)?$/i;
const POST_CODE = /^(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})$/i;
const TELEPHONE = /^(?:\+44|0044|\(?0)[\d\s()\-.]{8,16}(?:\s*(?:x|ext\.?)\s*\d{1,5})?$/i;
const YES_NO = /^(?:y|n|yes|no|true|false|x|✓|✔|✗|☑|☐|ydy|nac ydy|oes|nac oes|\(?tick\)?)$/i;
/** A code of the Office for National Statistics, a company's or a charity's number with letters. */
const CODE = /^(?:[ensw]\d{8}|[a-z]{2}\d{6}|sc\d{6}|ni\d{5,6}|gb-[a-z]+-\S+)$/i;
const LONG = 60;

/** @param text of the cell, see `cellText` */
export function cellKind(text: string): CellKind {
	if (isNoFigure(text)) return 'blank';
	if (YES_NO.test(text)) return 'yes or no';
	if (text.includes('@') && EMAIL.test(text)) return 'email';
	if (WEB.test(text)) return 'web address';
	if (POST_CODE.test(text)) return 'post code';
	if (CODE.test(text)) return 'code';
	const date = readDateText(text).kind;
	if (/^\d{4}$/.test(text)) return date === 'date' ? 'date' : 'number';
	if (TELEPHONE.test(text) && date === 'none') return 'telephone';
	if (parseNumber(text) !== null || parseNumber(text, ',') !== null) return 'number';
	if (date !== 'none' && date !== 'blank') return 'date';
	return text.length > LONG ? 'long text' : 'text';
}

/** The kind of most of some cells that are not blank; `null` where none has a majority. */
export function kindOfMost(cells: readonly string[]): CellKind | null {
	const counts = new Map<CellKind, number>();
	let filled = 0;
	for (const cell of cells) {
		const kind = cellKind(cell);
		if (kind === 'blank') continue;
		filled += 1;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	for (const [kind, count] of counts) if (2 * count > filled) return kind;
	return null;
}

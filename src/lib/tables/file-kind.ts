/** What a file is by its first bytes, where that is no text; `null` for what may be a text. */
export type FileKind =
	| 'workbook'
	| 'old workbook'
	| 'PDF document'
	| 'picture'
	| 'compressed file'
	| 'web page'
	| 'XML file'
	| 'JSON file'
	| 'RTF document'
	| 'database';

const BEGINNINGS: readonly (readonly [FileKind, readonly number[]])[] = [
	['workbook', [0x50, 0x4b, 0x03, 0x04]],
	['workbook', [0x50, 0x4b, 0x05, 0x06]],
	['old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
	['old workbook', [0x09, 0x08, 0x10, 0x00]],
	['PDF document', [0x25, 0x50, 0x44, 0x46]],
	['picture', [0x89, 0x50, 0x4e, 0x47]],
	['picture', [0xff, 0xd8, 0xff]],
	['picture', [0x47, 0x49, 0x46, 0x38]],
	['picture', [0x49, 0x49, 0x2a, 0x00]],
	['picture', [0x4d, 0x4d, 0x00, 0x2a]],
	['picture', [0x52, 0x49, 0x46, 0x46]],
	['compressed file', [0x1f, 0x8b]],
	['compressed file', [0x42, 0x5a, 0x68]],
	['compressed file', [0x37, 0x7a, 0xbc, 0xaf]],
	['compressed file', [0x52, 0x61, 0x72, 0x21]],
	['RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]]
];

/** Names a file by its first bytes, whatever it is called. */
export function fileKind(bytes: Uint8Array): FileKind | null {
	const found = BEGINNINGS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
	return found?.[0] ?? null;
}

/** Names a text that is none of a table: a page that a site calls ".xls", a document of data. */
export function textKind(text: string): FileKind | null {
	const start = text.slice(0, 400).trimStart().toLowerCase();
	if (/^(<!doctype html|<html|<head|<body|<table|<meta)/.test(start)) return 'web page';
	if (start.startsWith('<?xml')) return start.includes('<html') ? 'web page' : 'XML file';
	if (/^\{\s*"|^\[\s*[[{]/.test(start)) return 'JSON file';
	return null;
}

const ADVICE: Record<FileKind, string> = {
	workbook: 'is a workbook; save its sheet as CSV',
	'old workbook': 'is an old or protected workbook; save its sheet as CSV',
	'PDF document':
		'is a PDF document, which holds no table that can be read; ask for the spreadsheet it was made from',
	picture: 'is a picture, not a table; bring the spreadsheet itself, saved as CSV',
	'compressed file': 'is a compressed file; unpack it and bring the table that is in it',
	'web page': 'is a web page, not a table; open it in a spreadsheet and save it as CSV',
	'XML file': 'is an XML file, not a table; open it in a spreadsheet and save it as CSV',
	'JSON file': 'is a JSON file, not a table; bring it as CSV',
	'RTF document': 'is a document, not a table; copy its table into a spreadsheet and save it as CSV',
	database: 'is a database, not a table; export the table as CSV'
};

/** One sentence on a file that is no table, and what to do instead. */
export function notATable(file: string, kind: FileKind): string {
	return `${file} ${ADVICE[kind]}.`;
}

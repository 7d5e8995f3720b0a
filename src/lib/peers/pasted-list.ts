import { readGrid } from '#lib/tables/table.ts';

/** What one entry of a list may mean: the area that it names, or those that it may name. */
export interface EntryMeaning {
	/** Null where it names none for certain. */
	code: string | null;
	/** Where it names none for certain: the areas that may be meant. */
	may: readonly string[];
}

export interface PastedList {
	/** Codes found, in the order of the paste, each once. */
	codes: string[];
	/** Entries that match no area, as pasted. */
	unknown: string[];
	/** Entries that match several areas, as pasted, with the codes they may mean. */
	ambiguous: { entry: string; codes: string[] }[];
	/** Entries that name an area again, as pasted. */
	repeated: string[];
}

/** What a code of the Office for National Statistics looks like. */
const CODE = /^[a-z]\d{8}$/i;
const SEPARATORS = [',', ';', '\t', '|'];
const ORDINAL = /^\s*(?:#?\d{1,3}[.):]?|[-*•])\s+/;
const NUMBER_OR_EMPTY = /^[\s\d.,%#()-]*$/;
/** Headings that spreadsheets put above such lists; a row that has one and names no area is a row of headings. */
const HEADING =
	/^(rank|no|number|code|gss( code)?|ons code|name|area|authority|local authority|council|neighbours?|peers?|distance|score|similarity)$/i;

/**
 * Reads a list of areas that somebody pasted or uploaded, such as their CIPFA or ONS neighbours: codes or
 * names, one a line or separated by commas, numbered or not, as text or as a spreadsheet's rows.
 *
 * A line is first tried whole, since some names hold a comma ("Bristol, City of"); then cell by cell, a cell in
 * quotation marks staying whole. The first cell that is a code, or else names an area, stands for the line when the
 * line has a number beside it; otherwise each cell is an entry of its own.
 *
 * @param text what was pasted
 * @param find what an entry means
 * @throws {TableError} if a quotation mark is never closed
 */
export function parsePastedList(text: string, find: (entry: string) => EntryMeaning): PastedList {
	const list: PastedList = { codes: [], unknown: [], ambiguous: [], repeated: [] };
	for (const entry of entries(text, find)) {
		const { code, may } = find(entry);
		if (code === null && may.length === 0) list.unknown.push(entry);
		else if (code === null) list.ambiguous.push({ entry, codes: [...may] });
		else if (list.codes.includes(code)) list.repeated.push(entry);
		else list.codes.push(code);
	}
	return list;
}

function entries(text: string, find: (entry: string) => EntryMeaning): string[] {
	const { grid, delimiter } = readGrid({ file: 'The list', content: text });
	return grid.flatMap((row) => {
		const line = row
			.join(delimiter === '\t' ? delimiter : `${delimiter} `)
			.replace(ORDINAL, '')
			.trim();
		if (line === '' || find(line).code !== null) return line === '' ? [] : [line];
		const cells = joinSplitNames(
			row.flatMap((cell) => partsOf(cell, delimiter, find)).map((cell) => cell.replace(ORDINAL, '').trim()),
			find
		);
		if (cells.some((cell) => HEADING.test(cell)) && !cells.some((cell) => find(cell).code !== null))
			return [];
		const words = cells.filter((cell) => !NUMBER_OR_EMPTY.test(cell) && !HEADING.test(cell));
		const named = words.filter((cell) => find(cell).code !== null);
		const codes = new Set(named.map((cell) => find(cell).code));
		const code = named.find((cell) => CODE.test(cell));
		// A row of a table: code, name and perhaps a region beside each other mean one area.
		const isRow = named.length > 0 && (words.length < cells.length || codes.size < named.length);
		return isRow ? [code ?? named[0]!] : words;
	});
}

/** A cell as it is where it names an area, else what stands between separators other than that of the cells. */
function partsOf(cell: string, delimiter: string, find: (entry: string) => EntryMeaning): string[] {
	if (find(cell).code !== null) return [cell];
	return SEPARATORS.filter((separator) => separator !== delimiter).reduce(
		(parts, separator) => parts.flatMap((part) => part.split(separator)),
		[cell]
	);
}

/** Puts names back together that a comma inside them broke apart: "Bristol" + "City of". */
function joinSplitNames(cells: string[], find: (entry: string) => EntryMeaning): string[] {
	const joined: string[] = [];
	for (let at = 0; at < cells.length; at += 1) {
		const cell = cells[at] ?? '';
		const both = `${cell}, ${cells[at + 1] ?? ''}`;
		const isSplit =
			/^(city|county|royal borough|isles?) of$/i.test(cells[at + 1] ?? '') && find(both).code !== null;
		joined.push(isSplit ? both : cell);
		if (isSplit) at += 1;
	}
	return joined;
}

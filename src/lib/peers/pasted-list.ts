import { readGrid } from '#lib/tables/table.ts';

/** An area as a pasted list may call it. */
export interface KnownArea {
	code: string;
	/** Present name first, then official, short and former names; former codes too. */
	names: readonly string[];
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
/** Words of official names that people leave out or write otherwise; they tell no two areas apart. */
const FILLER =
	/\b(london borough|the|royal|metropolitan|county|city|borough|district|council|of|corporation|cc|mbc|bc|dc|lb|rb)\b/g;
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
 * line has a number beside it; otherwise each cell is an entry of its own. Names match without case, accents,
 * punctuation and words such as "Council".
 *
 * @param text what was pasted
 * @param areas the areas that may be meant
 * @throws {TableError} if a quotation mark is never closed
 */
export function parsePastedList(text: string, areas: readonly KnownArea[]): PastedList {
	const find = areaFinder(areas);
	const list: PastedList = { codes: [], unknown: [], ambiguous: [], repeated: [] };
	for (const entry of entries(text, find)) {
		const codes = find(entry);
		const [code] = codes;
		if (code === undefined) list.unknown.push(entry);
		else if (codes.length > 1) list.ambiguous.push({ entry, codes });
		else if (list.codes.includes(code)) list.repeated.push(entry);
		else list.codes.push(code);
	}
	return list;
}

function entries(text: string, find: (entry: string) => string[]): string[] {
	const { grid, delimiter } = readGrid({ file: 'The list', content: text });
	return grid.flatMap((row) => {
		const line = row
			.join(delimiter === '\t' ? delimiter : `${delimiter} `)
			.replace(ORDINAL, '')
			.trim();
		if (line === '' || find(line).length > 0) return line === '' ? [] : [line];
		const cells = joinSplitNames(
			row.flatMap((cell) => partsOf(cell, delimiter, find)).map((cell) => cell.replace(ORDINAL, '').trim()),
			find
		);
		if (cells.some((cell) => HEADING.test(cell)) && !cells.some((cell) => find(cell).length > 0)) return [];
		const words = cells.filter((cell) => !NUMBER_OR_EMPTY.test(cell) && !HEADING.test(cell));
		const named = words.filter((cell) => find(cell).length > 0);
		const codes = new Set(named.flatMap(find));
		const code = named.find((cell) => CODE.test(cell));
		// A row of a table: code, name and perhaps a region beside each other mean one area.
		const isRow = named.length > 0 && (words.length < cells.length || codes.size < named.length);
		return isRow ? [code ?? named[0]!] : words;
	});
}

/** A cell as it is where it names an area, else what stands between separators other than that of the cells. */
function partsOf(cell: string, delimiter: string, find: (entry: string) => string[]): string[] {
	if (find(cell).length > 0) return [cell];
	return SEPARATORS.filter((separator) => separator !== delimiter).reduce(
		(parts, separator) => parts.flatMap((part) => part.split(separator)),
		[cell]
	);
}

/** Puts names back together that a comma inside them broke apart: "Bristol" + "City of". */
function joinSplitNames(cells: string[], find: (entry: string) => string[]): string[] {
	const joined: string[] = [];
	for (let at = 0; at < cells.length; at += 1) {
		const cell = cells[at] ?? '';
		const both = `${cell}, ${cells[at + 1] ?? ''}`;
		const isSplit = /^(city|county|royal borough) of$/i.test(cells[at + 1] ?? '') && find(both).length > 0;
		joined.push(isSplit ? both : cell);
		if (isSplit) at += 1;
	}
	return joined;
}

/**
 * Looks areas up by code, then by exact name, then by name without filler such as "Council".
 *
 * @returns codes of the areas that an entry may mean; none when it means no area
 */
export function areaFinder(areas: readonly KnownArea[]): (entry: string) => string[] {
	const byCode = new Map(areas.map(({ code }) => [code.toLowerCase(), code]));
	const byName = new Map<string, Set<string>>();
	const byCore = new Map<string, Set<string>>();
	const add = (index: Map<string, Set<string>>, key: string, code: string) => {
		if (key === '') return;
		const codes = index.get(key) ?? new Set();
		index.set(key, codes.add(code));
	};
	for (const { code, names } of areas) {
		for (const name of names) {
			add(byName, plain(name), code);
			add(byCore, core(name), code);
		}
	}
	return (entry) => {
		const code = byCode.get(entry.trim().toLowerCase());
		if (code !== undefined) return [code];
		return [...(byName.get(plain(entry)) ?? byCore.get(core(entry)) ?? [])];
	};
}

function plain(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('&', ' and ')
		.replace(/[’'`.]/g, '')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

function core(name: string): string {
	return plain(name).replace(FILLER, ' ').replace(/\s+/g, ' ').trim();
}

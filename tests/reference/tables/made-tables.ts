import { seededRandom, type Random } from '../../../src/lib/analysis/numeric/random.ts';
import type { Role } from '../../../src/lib/import/roles.ts';
import { byteOf, type SingleByte } from '../../../src/lib/tables/single-byte.ts';
import { letters } from '../../../src/lib/tables/table.ts';
import { cleanColumns, pick, type CleanColumn, type MeantDate } from './columns.ts';
import { madeWorkbook, type MadeCell, type MadeSheet } from './workbook-writer.ts';
import { DATE_WRITERS, writtenDate } from './written-dates.ts';

/** A file spoilt in known ways, and what is true of it. */
export interface MadeTable {
	/** What was done to it, for messages. */
	label: string;
	file: string;
	bytes: Uint8Array;
	truth: TableTruth;
}

export interface TableTruth {
	/** `null` for a workbook. */
	dialect: { encoding: string[]; delimiter: string; lineEnd: string } | null;
	sheet: string | null;
	headingRows: number[];
	/** Row numbers of the table's rows. */
	rows: number[];
	columns: { heading: string; roles: Role[]; dates: (MeantDate | null)[] | null }[];
	/** Text of each cell as it was written, dates and what was encoded twice aside. */
	cells: string[][];
}

/** The sheet before it is written as text or as a workbook. */
interface Laid {
	grid: MadeCell[][];
	headingRows: number[];
	firstRow: number;
	merges: string[];
	/** Rows of the grid (from 0) that hold the table's rows. */
	at: number[];
}

/** Made tables, the same for the same seed. */
export function makeTables(seed: number, count: number): MadeTable[] {
	return Array.from({ length: count }, (_, at) => makeTable(seededRandom(seed * 10_007 + at), at));
}

function makeTable(random: Random, at: number): MadeTable {
	const columns = cleanColumns(random);
	return random.below(3) === 0 ? asWorkbook(random, columns, at) : asText(random, columns, at);
}

function laidOut(
	random: Random,
	columns: readonly CleanColumn[],
	cells: MadeCell[][],
	hasMerges: boolean
): Laid {
	const width = columns.length;
	const grid: MadeCell[][] = [];
	const merges: string[] = [];
	const blank = (): MadeCell[] => Array.from({ length: width }, () => '');
	const line = (text: string): void => void grid.push([text, ...blank().slice(1)]);
	const titles = random.below(4);
	if (titles >= 1) {
		line(
			pick(random, [
				'Members of the network',
				'Learning network: contacts (confidential)',
				'Membership list 2024'
			])
		);
		if (hasMerges && random.below(2) === 0) merges.push(`A1:${letters(width - 1)}1`);
	}
	if (titles >= 2)
		line(pick(random, ['Updated by the coordinator in March', 'Do not share outside the team', 'Version 3']));
	if (titles >= 1 && random.below(2) === 0) grid.push(blank());

	const headings = columns.map(({ heading }) => heading);
	const start = grid.length;
	let headingRows = [start + 1];
	const contact = columns.findIndex(({ roles }) => roles.some((role) => role.startsWith('person.')));
	const last = columns.findLastIndex(({ roles }) => roles.some((role) => role.startsWith('person.')));
	if (contact > 0 && last === contact + 1 && random.below(2) === 0) {
		// "Contact" over name and e-mail, the other headings over both rows.
		const upper = headings.map((heading, column) =>
			column === contact ? 'Contact' : column === last ? '' : heading
		);
		const lower = headings.map((heading, column) => (column >= contact && column <= last ? heading : ''));
		grid.push(upper, lower);
		headingRows = [start + 1, start + 2];
		if (hasMerges) {
			merges.push(`${letters(contact)}${start + 1}:${letters(last)}${start + 1}`);
			headings.forEach((_, column) => {
				if (column < contact || column > last)
					merges.push(`${letters(column)}${start + 1}:${letters(column)}${start + 2}`);
			});
		}
		for (const column of [contact, last]) {
			// A group over its own name is one heading, as it would be where the cells are merged.
			if (headings[column] !== 'Contact') headings[column] = `Contact / ${headings[column]}`;
		}
	} else grid.push(headings);
	if (random.below(6) === 0) {
		grid.push(
			columns.map(({ dates }, column) =>
				column === 0 ? 'e.g. Anytown Council' : dates === null ? 'Required' : 'dd/mm/yyyy'
			)
		);
	}
	const at: number[] = [];
	cells.forEach((row, nth) => {
		if (nth > 0 && random.below(40) === 0) grid.push(blank());
		at.push(grid.length);
		grid.push(row);
	});
	for (let blanks = random.below(3); blanks > 0; blanks -= 1) grid.push(blank());
	if (random.below(3) === 0) grid.push(['Total', String(cells.length), ...blank().slice(2)]);
	if (random.below(3) === 0)
		line(
			pick(random, [
				'Add more rows as needed',
				'Source: returns of the members, spring 2024.',
				'* associate members do not vote',
				'Note: dates before 2010 are from the old database.'
			])
		);
	columns.forEach((column, k) => (column.heading = headings[k]!));
	return { grid, headingRows, firstRow: at[0]!, merges, at };
}

function asWorkbook(random: Random, columns: CleanColumn[], at: number): MadeTable {
	const rows = columns[0]!.values.length;
	// Days as text are counted from 1900, which a workbook that counts from 1904 would not write.
	const writer = pick(
		random,
		Object.entries(DATE_WRITERS).filter(([name]) => name !== 'serial')
	);
	const asDates = random.below(4) !== 0;
	const cells = Array.from({ length: rows }, (_, row) =>
		columns.map(({ values, dates }): MadeCell => {
			if (dates === null) return values[row]!;
			const date = dates[row] ?? null;
			if (date === null) return '';
			return asDates ? date : writtenDate(random, date, writer[1]);
		})
	);
	const laid = laidOut(random, columns, cells, true);
	const table: MadeSheet = {
		name: pick(random, ['Members', 'Sheet1', 'Data', 'List 2024']),
		rows: laid.grid,
		merges: laid.merges,
		phantomRows: pick(random, [0, 0, 300]),
		hiddenRows: random.below(4) === 0 ? [laid.at[1]! + 1] : [],
		hiddenColumns: random.below(5) === 0 ? [1] : []
	};
	const others: MadeSheet[] = [
		{
			name: 'Guidance',
			rows: [
				['How to fill in this workbook'],
				['Write one organisation a row. Do not add columns.'],
				['Questions: ask the coordinator.']
			]
		},
		{
			name: 'Lists',
			isHidden: random.below(2) === 0,
			rows: [
				['Type', 'Region'],
				['Council', 'North West'],
				['Charity', 'Wales'],
				['University', 'London']
			]
		},
		{ name: 'Old members', isHidden: true, rows: laid.grid.slice(0, Math.max(laid.at[3]! + 1, 5)) }
	].filter(() => random.below(2) === 0);
	const sheets = [...others, table];
	if (random.below(2) === 0) sheets.reverse();
	const form = {
		isInline: random.below(3) === 0,
		is1904: random.below(4) === 0,
		isBare: random.below(6) === 0 && table.phantomRows === 0,
		prefix: pick(random, ['', '', '', 'x:'] as const)
	};
	return {
		label: `workbook ${at} (${Object.entries(form)
			.map((entry) => entry.join(' '))
			.join(', ')}; dates ${asDates ? 'of the sheet' : writer[0]})`,
		file: `made-${at}.xlsx`,
		bytes: madeWorkbook(sheets, form),
		truth: { dialect: null, sheet: table.name, ...truthOf(columns, laid, cells) }
	};
}

const DELIMITERS = [',', ',', ',', ';', ';', '\t', '|', '^', '~', '||', '::', '~|', ':', '¦', '#'];

function asText(random: Random, columns: CleanColumn[], at: number): MadeTable {
	const rows = columns[0]!.values.length;
	const delimiter = pick(random, DELIMITERS);
	const [dateForm, writer] = pick(
		random,
		Object.entries(DATE_WRITERS).filter(([, write]) => !write(2021, 4, 13).includes(delimiter))
	);
	const text = columns.map(({ values, dates }) =>
		dates === null
			? values
			: dates.map((date) =>
					date === null ? pick(random, ['', '', 'n/a']) : writtenDate(random, date, writer)
				)
	);
	const cells = Array.from({ length: rows }, (_, row) => text.map((column) => column[row]!));
	const laid = laidOut(random, columns, cells, false);
	const isQuoted = random.below(4) === 0;
	const lineEnd = pick(random, ['\r\n', '\r\n', '\n', '\r'] as const);
	const hasSepLine = delimiter !== ',' && random.below(6) === 0;
	const extra = pick(random, [0, 0, 0, 3]);
	const lines = laid.grid.map((row) =>
		[...(row as string[]), ...Array.from({ length: extra }, () => '')]
			.map((cell) => quoted(cell, delimiter, isQuoted))
			.join(delimiter)
	);
	if (random.below(4) === 0)
		lines.push(...Array.from({ length: 20 }, () => delimiter.repeat(columns.length + extra - 1)));
	const content = `${hasSepLine ? `sep=${delimiter}${lineEnd}` : ''}${lines.join(lineEnd)}${lineEnd}`;
	const { bytes, encodings } = encoded(random, content);
	const name = { '\r\n': 'crlf', '\n': 'lf', '\r': 'cr' }[lineEnd];
	return {
		label: `text ${at} (${encodings[0]}, ${JSON.stringify(delimiter)}, ${name}, dates ${dateForm})`,
		file: `made-${at}.csv`,
		bytes,
		truth: {
			dialect: { encoding: encodings, delimiter, lineEnd: name },
			sheet: null,
			...truthOf(columns, laid, cells)
		}
	};
}

function quoted(cell: string, delimiter: string, isQuoted: boolean): string {
	const needs =
		cell.includes(delimiter) || [...delimiter].some((sign) => cell.includes(sign)) || /["\r\n]/.test(cell);
	return needs || (isQuoted && cell !== '') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Writes a text in one of the encodings that can hold it; those that would read it as well are as right. */
function encoded(random: Random, content: string): { bytes: Uint8Array; encodings: string[] } {
	const isAscii = [...content].every((letter) => letter.charCodeAt(0) < 128);
	const singles = (['windows-1252', 'windows-1252', 'macintosh'] as SingleByte[]).filter((encoding) =>
		[...content].every((letter) => byteOf(letter, encoding) !== null)
	);
	const choice = pick(random, [
		'utf-8',
		'utf-8',
		'utf-8 with mark',
		'utf-16le',
		'utf-16le without',
		'utf-16be',
		...singles,
		...singles
	]);
	const anyAscii = isAscii ? ['utf-8', 'windows-1252', 'macintosh'] : [];
	switch (choice) {
		case 'utf-8':
			return { bytes: Buffer.from(content), encodings: ['utf-8', ...anyAscii] };
		case 'utf-8 with mark':
			return { bytes: Buffer.from(`\uFEFF${content}`), encodings: ['utf-8'] };
		case 'utf-16le':
			return { bytes: Buffer.from(`\uFEFF${content}`, 'utf16le'), encodings: ['utf-16le'] };
		case 'utf-16le without':
			return { bytes: Buffer.from(content, 'utf16le'), encodings: ['utf-16le'] };
		case 'utf-16be':
			return { bytes: Buffer.from(`\uFEFF${content}`, 'utf16le').swap16(), encodings: ['utf-16be'] };
		default:
			return {
				bytes: Uint8Array.from([...content], (letter) => byteOf(letter, choice as SingleByte)!),
				encodings: [choice, ...anyAscii]
			};
	}
}

function truthOf(columns: readonly CleanColumn[], { headingRows, at }: Laid, cells: readonly MadeCell[][]) {
	return {
		headingRows,
		rows: at.map((row) => row + 1),
		columns: columns.map(({ heading, roles, dates }) => ({ heading, roles, dates })),
		cells: cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.iso)))
	};
}

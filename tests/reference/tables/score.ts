import type { ReadList } from '../../../src/lib/import/read-list.ts';
import type { MadeTable } from './made-tables.ts';

/** How a reading stands beside the truth, in counts that add up over files. */
export interface ReadingScore {
	texts: number;
	dialects: number;
	tables: number;
	/** Files whose sheet, headings and rows are all right. */
	found: number;
	columns: number;
	roles: number;
	dates: number;
	/** Dates that came out right, that were told to be in doubt or wrong, and that are wrong without a word. */
	datesRight: number;
	datesTold: number;
	datesWrong: number;
	cells: number;
	cellsWrong: number;
	/** What went wrong, for whoever mends it. */
	faults: string[];
}

export function noScore(): ReadingScore {
	return {
		texts: 0,
		dialects: 0,
		tables: 0,
		found: 0,
		columns: 0,
		roles: 0,
		dates: 0,
		datesRight: 0,
		datesTold: 0,
		datesWrong: 0,
		cells: 0,
		cellsWrong: 0,
		faults: []
	};
}

/** Adds what a reading got right; a file that was refused gets nothing right. */
export function addScore(score: ReadingScore, { label, truth }: MadeTable, read: ReadList | Error): void {
	const fault = (words: string): void => void score.faults.push(`${label}: ${words}`);
	score.tables += 1;
	if (truth.dialect !== null) score.texts += 1;
	score.columns += truth.columns.length;
	if (read instanceof Error) return fault(`refused: ${read.message}`);

	if (truth.dialect !== null && read.form !== null) {
		const { encoding, dialect } = read.form;
		const isRight =
			truth.dialect.encoding.includes(encoding) &&
			dialect.delimiter === truth.dialect.delimiter &&
			dialect.lineEnd === truth.dialect.lineEnd;
		if (isRight) score.dialects += 1;
		else fault(`dialect ${encoding} ${JSON.stringify(dialect.delimiter)} ${dialect.lineEnd}`);
	}
	const rows = read.table.rows.map(({ number }) => number);
	const isFound =
		(truth.sheet === null || truth.sheet === read.sheet) &&
		String(truth.headingRows) === String(read.table.headingRows) &&
		String(truth.rows) === String(rows) &&
		truth.columns.length === read.columns.length &&
		truth.columns.every(({ heading }, k) => heading === read.columns[k]!.heading);
	if (isFound) score.found += 1;
	else {
		const missing = truth.rows.filter((row) => !rows.includes(row));
		const extra = rows.filter((row) => !truth.rows.includes(row));
		fault(
			`sheet ${read.sheet} (${truth.sheet}), headings ${read.table.headingRows} (${truth.headingRows}), rows missing ${missing}, too many ${extra}, columns ${read.columns.map(({ heading }) => heading).join('|')} (${truth.columns.map(({ heading }) => heading).join('|')})`
		);
	}
	truth.columns.forEach(({ heading, roles, dates }, k) => {
		const own = read.columns.find((column) => column.heading === heading) ?? read.columns[k];
		if (own !== undefined && roles.includes(own.role)) score.roles += 1;
		else
			fault(
				`column “${heading}” is ${own?.role ?? 'not found'}, not ${roles.join(' or ')} (${own?.reason ?? ''})`
			);
		if (dates !== null && isFound) addDates(score, label, dates, read, k);
	});
	if (!isFound) return;
	truth.cells.forEach((cells, row) =>
		cells.forEach((cell, column) => {
			score.cells += 1;
			if (truth.columns[column]!.dates !== null || read.table.rows[row]!.cells[column] === cell) return;
			score.cellsWrong += 1;
			fault(
				`cell ${row}, ${column}: ${JSON.stringify(read.table.rows[row]!.cells[column])}, not ${JSON.stringify(cell)}`
			);
		})
	);
}

function addDates(
	score: ReadingScore,
	label: string,
	dates: MadeTable['truth']['columns'][number]['dates'],
	read: ReadList,
	column: number
): void {
	const found = read.columns[column]!.dates;
	dates!.forEach((meant, row) => {
		if (meant === null) return;
		score.dates += 1;
		const cell = found?.cells[row];
		const date = cell?.date ?? null;
		if (date === null) {
			// A column that was not taken for dates at all has told nothing.
			if (found === null) {
				score.datesWrong += 1;
				score.faults.push(`${label}: column ${column} was not read as dates`);
			} else score.datesTold += 1;
		} else if (date.iso === meant.iso && date.precision === meant.precision) score.datesRight += 1;
		else if (found!.isAsked) score.datesTold += 1;
		else {
			score.datesWrong += 1;
			score.faults.push(
				`${label}: ${meant.iso} (${read.table.rows[row]!.cells[column]}) was read as ${date.iso}`
			);
		}
	});
}

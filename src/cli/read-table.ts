import { parseArgs } from 'node:util';
import { readList, type ReadColumn, type ReadList } from '#lib/import/read-list.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';
import { seedVocabulary } from './import-vocabulary.ts';
import type { Command } from './main.ts';
import { readSource, say } from './tables.ts';

/** `goodways read-table`: how the import reads a file, for scripts and for whoever checks it. */
export const command: Command = {
	usage: 'read-table FILE [--sheet NAME] [--json]',
	summary:
		'Reads a CSV file or workbook as the import does: encoding, separator, sheet, headings, what each column is and why, and its rows.',
	async run(words) {
		try {
			const { path, sheet, json } = parseWords(words);
			const { file, content } = await readSource(path);
			const list = readList(file, content, seedVocabulary(), sheet === undefined ? {} : { sheet });
			if (json) process.stdout.write(`${JSON.stringify(listJson(list))}\n`);
			else process.stdout.write(`${listText(list)}\n`);
			return 0;
		} catch (cause) {
			if (!(cause instanceof TableError) && !(cause instanceof InputError)) throw cause;
			say([cause.message]);
			return 2;
		}
	}
};

function parseWords(words: string[]): { path: string; sheet: string | undefined; json: boolean } {
	try {
		const { values, positionals } = parseArgs({
			args: words,
			allowPositionals: true,
			options: { sheet: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
		const [path, ...more] = positionals;
		if (path === undefined || more.length > 0)
			throw new InputError('Name one file to read: read-table FILE.');
		return { path, sheet: values.sheet, json: values.json };
	} catch (cause) {
		if (cause instanceof InputError) throw cause;
		throw new InputError(
			`${cause instanceof Error ? cause.message.split('. ')[0] : String(cause)}. Known options: --sheet, --json.`
		);
	}
}

/** A list as plain data with the keys of the command line's JSON. */
export function listJson({ file, form, sheets, sheet, table, columns, repairs, notes }: ReadList) {
	const dated = columns.flatMap(({ dates }, column) => (dates === null ? [] : [{ column, dates }]));
	return {
		file,
		format: form === null ? 'xlsx' : 'csv',
		encoding: form?.encoding ?? null,
		byte_order_mark: form?.hasMark ?? null,
		delimiter: form?.dialect.delimiter ?? null,
		quote: form?.dialect.quote ?? null,
		line_end: form?.dialect.lineEnd ?? null,
		sep_line: form?.dialect.hasSepLine ?? null,
		sheets: sheets.map(({ name, rows, columns: count, isHidden }) => ({
			name,
			rows,
			columns: count,
			hidden: isHidden
		})),
		sheet: form === null ? sheet : null,
		heading_row: table.headingRows.at(-1) ?? null,
		heading_rows: table.headingRows,
		set_aside: table.setAside.map(({ row, last, why, text }) => ({ row, last_row: last, why, text })),
		columns: columns.map(({ letters, heading, isHidden, role, reason, dates, samples, partedBy }) => ({
			column: letters,
			heading,
			hidden: isHidden,
			role,
			reason,
			date_order: dates?.order ?? null,
			date_order_asked: dates?.isAsked ?? false,
			date_order_reason: dates?.reason ?? null,
			several_values_by: partedBy,
			samples
		})),
		repairs: repairs.map(({ row, column, found, meant }) => ({
			row,
			column: columns[column]!.letters,
			found,
			meant
		})),
		notes,
		rows: table.rows.map(({ number, cells, isHidden }, row) => ({
			row: number,
			...(isHidden ? { hidden: true } : {}),
			cells,
			dates: Object.fromEntries(
				dated.flatMap(({ column, dates }) => {
					const { date, fault } = dates.cells[row]!;
					if (date === null && fault === null) return [];
					return [[columns[column]!.letters, date ?? { error: fault!.why, proposals: fault!.proposals }]];
				})
			)
		}))
	};
}

function listText({ form, sheet, table, columns, notes }: ReadList): string {
	const { encoding, dialect } = form ?? {};
	return [
		form === null
			? `Sheet: ${sheet}`
			: `${encoding}, parted by ${JSON.stringify(dialect!.delimiter)}, line ends ${dialect!.lineEnd}`,
		`Headings in row ${table.headingRows.join(' and ') || 'none'}; ${table.rows.length} rows; ${table.setAside.length} set aside`,
		...columns.map(columnLine),
		...table.setAside.map(
			({ row, last, why, text }) =>
				`set aside: row ${row === last ? row : `${row} to ${last}`}, ${why}${text === '' ? '' : `: ${text}`}`
		),
		...notes
	].join('\n');
}

function columnLine({ letters, heading, role, reason, dates, samples }: ReadColumn): string {
	const order = dates?.order == null ? '' : `, ${dates.order}`;
	return `${letters}  ${heading || '(no heading)'}  →  ${role}${order}  (${reason})  ${samples.map((sample) => `“${sample}”`).join(', ')}`;
}

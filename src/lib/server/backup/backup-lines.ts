import * as v from 'valibot';
import { qualified } from './tables.ts';

/** First line of a backup. */
const Header = v.object({
	format: v.literal('goodways-backup'),
	edition: v.literal(1),
	notice: v.string(),
	madeAt: v.string(),
	migrations: v.array(v.string())
});

/** Opens a table: its rows follow, each a line with an array of texts or nulls, in these columns' order. */
const Table = v.object({ schema: v.string(), table: v.string(), columns: v.array(v.string()) });

const Sequence = v.object({ schema: v.string(), sequence: v.string(), value: v.nullable(v.string()) });

/** Last line; without it the file is not whole. */
const Footer = v.object({ end: v.literal(true), rows: v.number() });

const Values = v.array(v.nullable(v.string()));

export type Header = v.InferOutput<typeof Header>;
export type BackupLine =
	| { kind: 'table'; table: v.InferOutput<typeof Table> }
	| { kind: 'row'; values: (string | null)[] }
	| { kind: 'sequence'; sequence: v.InferOutput<typeof Sequence> }
	| { kind: 'end'; rows: number };

export class BackupFileError extends Error {
	override name = 'BackupFileError';
}

export function parseHeader(line: string): Header {
	const parsed = v.safeParse(Header, json(line));
	if (!parsed.success)
		throw new BackupFileError('This file is no backup of Goodways, or of an edition that is not known here.');
	return parsed.output;
}

export function parseLine(line: string): BackupLine {
	const value = json(line);
	if (v.is(Values, value)) return { kind: 'row', values: value };
	if (v.is(Table, value)) return { kind: 'table', table: value };
	if (v.is(Sequence, value)) return { kind: 'sequence', sequence: value };
	if (v.is(Footer, value)) return { kind: 'end', rows: value.rows };
	throw new BackupFileError('This backup is damaged: it holds a line that is none of its own.');
}

/** What a backup's lines have been so far. */
export interface LineOrder {
	/** Takes the next line after the header. @throws {BackupFileError} when it is out of place */
	follow(line: BackupLine): void;
	/** Tables that were opened, as `qualified` names them. */
	tables: ReadonlySet<string>;
	rows(): number;
	/** Whether the last line came, with as many rows before it as it says. */
	hasEnded(): boolean;
}

/** Follows a backup line by line: each table once, its rows as long as its columns, and nothing behind the end. */
export function lineOrder(): LineOrder {
	const tables = new Set<string>();
	let columns: number | null = null;
	let rows = 0;
	let promised: number | null = null;
	const refuse = (what: string): never => {
		throw new BackupFileError(`This backup is damaged: it holds ${what}.`);
	};
	return {
		tables,
		rows: () => rows,
		hasEnded: () => promised === rows,
		follow(line) {
			if (promised !== null) refuse('lines behind its end');
			if (line.kind === 'table') {
				const { schema, table } = line.table;
				const name = qualified({ schema, name: table });
				if (tables.has(name)) refuse(`${schema}.${table} twice`);
				tables.add(name);
				columns = line.table.columns.length;
			} else if (line.kind === 'row') {
				if (columns === null) refuse('a row before its table');
				if (line.values.length !== columns) refuse('a row of another length than its table');
				rows += 1;
			} else if (line.kind === 'end') promised = line.rows;
		}
	};
}

function json(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		throw new BackupFileError('This backup is damaged: it holds a line that cannot be read.');
	}
}

import * as v from 'valibot';

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

function json(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		throw new BackupFileError('This backup is damaged: it holds a line that cannot be read.');
	}
}

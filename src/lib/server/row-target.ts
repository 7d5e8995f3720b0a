import type { Client } from './backend.ts';
import type { SqlTarget } from './sql-target.ts';

/** A row as it is seeded: column names to values. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Where seeds put their rows. It asks for no more than both kinds of database can do: SQL on the
 * embedded rungs, the service key's API on Supabase.
 */
export interface RowTarget {
	/** Writes rows of a public table; one that exists by `key` gets the new values. */
	upsert(table: string, rows: readonly Row[], key: readonly string[]): Promise<void>;
	/** Reads columns of every row of a public table. */
	select<T = Record<string, unknown>>(table: string, columns: readonly string[]): Promise<T[]>;
}

/** Rows a request or statement takes at once. */
const CHUNK = 500;

export function rowsOverSql(target: SqlTarget): RowTarget {
	return {
		async upsert(table, rows, key) {
			const name = `public.${quote(table)}`;
			for (const [columns, alike] of byColumns(rows)) {
				const list = columns.map(quote).join(', ');
				const changed = columns.filter((column) => !key.includes(column));
				const action =
					changed.length === 0
						? 'nothing'
						: `update set ${changed.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ')}`;
				for (const chunk of chunks(alike)) {
					await target.query(
						`insert into ${name} (${list}) select ${list} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)
						on conflict (${key.map(quote).join(', ')}) do ${action}`,
						[JSON.stringify(chunk)]
					);
				}
			}
		},
		select: (table, columns) =>
			target.query(`select ${columns.map(quote).join(', ')} from public.${quote(table)}`)
	};
}

export function rowsOverApi(client: Client): RowTarget {
	// Table names are data here, so the generated types cannot follow.
	const from = (table: string) => client.from(table as never);
	return {
		async upsert(table, rows, key) {
			for (const [, alike] of byColumns(rows)) {
				for (const chunk of chunks(alike)) {
					const { error } = await from(table).upsert(chunk as never, { onConflict: key.join(',') });
					if (error !== null) throw new Error(`Rows of ${table} were refused: ${error.message}`);
				}
			}
		},
		async select<T>(table: string, columns: readonly string[]) {
			const rows: T[] = [];
			for (;;) {
				const { data, error } = await from(table)
					.select(columns.join(','))
					.order(columns[0] ?? 'id')
					.range(rows.length, rows.length + CHUNK - 1);
				if (error !== null) throw new Error(`${table} could not be read: ${error.message}`);
				rows.push(...(data as T[]));
				if (data.length < CHUNK) return rows;
			}
		}
	};
}

/** Rows grouped by the columns they name, so that a column left out keeps its default. */
function byColumns(rows: readonly Row[]): [columns: string[], rows: Row[]][] {
	const groups = new Map<string, [string[], Row[]]>();
	for (const row of rows) {
		const columns = Object.keys(row);
		const id = columns.join('\n');
		const group = groups.get(id) ?? [columns, []];
		group[1].push(row);
		groups.set(id, group);
	}
	return [...groups.values()];
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
	for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK);
}

function quote(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}

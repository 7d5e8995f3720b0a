import type { SqlTarget } from '../sql-target.ts';

/** Schemas whose rows are ours: the app's, its private ones, and the accounts. */
const SCHEMAS = ['public', 'private', 'auth'];

/** A table as a backup sees it: the columns that can be written. */
export interface StoredTable {
	schema: string;
	name: string;
	columns: { name: string; type: string }[];
}

/** Every table of ours, by name. Computed columns are left out: the database makes them again. */
export async function listTables(target: SqlTarget): Promise<StoredTable[]> {
	const rows = await target.query<{ schema: string; name: string; column: string; type: string }>(
		`select n.nspname::text as schema, c.relname::text as name, a.attname::text as "column",
			format_type(a.atttypid, a.atttypmod) as type
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1::text[])
			and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
		order by n.nspname, c.relname, a.attnum`,
		[SCHEMAS]
	);
	const tables = new Map<string, StoredTable>();
	for (const { schema, name, column, type } of rows) {
		const key = `${schema}.${name}`;
		const table = tables.get(key) ?? { schema, name, columns: [] };
		table.columns.push({ name: column, type });
		tables.set(key, table);
	}
	return [...tables.values()];
}

/** Sequences of ours with where they stand. */
export function listSequences(
	target: SqlTarget
): Promise<{ schema: string; name: string; value: string | null }[]> {
	return target.query(
		`select schemaname::text as schema, sequencename::text as name, last_value::text as value
		from pg_sequences where schemaname = any ($1::text[]) order by 1, 2`,
		[SCHEMAS]
	);
}

/** Versions of the migrations that the tables stand at. */
export async function listVersions(target: SqlTarget): Promise<string[]> {
	const rows = await target.query<{ version: string }>(
		'select version from supabase_migrations.schema_migrations order by version'
	);
	return rows.map(({ version }) => version);
}

export function quote(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}

export function qualified({ schema, name }: { schema: string; name: string }): string {
	return `${quote(schema)}.${quote(name)}`;
}

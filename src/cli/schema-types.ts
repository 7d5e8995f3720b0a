import type {
	ColumnDescription,
	FunctionDescription,
	ReferenceDescription,
	SchemaDescription
} from './schema-description.ts';

const SCALARS: Record<string, string> = {
	uuid: 'string',
	text: 'string',
	'character varying': 'string',
	date: 'string',
	'timestamp with time zone': 'string',
	smallint: 'number',
	integer: 'number',
	bigint: 'number',
	numeric: 'number',
	real: 'number',
	'double precision': 'number',
	boolean: 'boolean',
	json: 'Json',
	jsonb: 'Json',
	void: 'undefined'
};

const HEADER = `// Written by \`npm run types\` from supabase/migrations. Not edited by hand.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];
`;

/**
 * The schema as supabase-js expects it: `Database['public']['Tables'][table]['Row']` and so on.
 *
 * @throws {Error} naming a database type that has no equivalent yet
 */
export function printSchemaTypes({ columns, references, functions, enums }: SchemaDescription): string {
	const lists = new Set(enums.map(({ name }) => name));
	const type = (name: string): string => {
		if (name.endsWith('[]')) return `${type(name.slice(0, -2))}[]`;
		const bare = name.replace(/^public\./, '');
		if (lists.has(bare)) return `Database['public']['Enums']['${bare}']`;
		const scalar = SCALARS[name];
		if (scalar === undefined) throw new Error(`No TypeScript type is known for the database type "${name}".`);
		return scalar;
	};
	const tables = [...new Set(columns.map(({ table }) => table))];
	const lines = [
		HEADER,
		'export type Database = {',
		'\tpublic: {',
		'\t\tTables: {',
		...tables.flatMap((table) =>
			printTable(
				table,
				columns.filter((column) => column.table === table),
				references.filter((reference) => reference.table === table),
				type
			)
		),
		'\t\t};',
		'\t\tViews: { [_ in never]: never };',
		'\t\tFunctions: {',
		...functions.map((described) => printFunction(described, type)),
		'\t\t};',
		'\t\tEnums: {',
		...enums.map(({ name, labels }) => `\t\t\t${name}: ${labels.map((label) => `'${label}'`).join(' | ')};`),
		'\t\t};',
		'\t\tCompositeTypes: { [_ in never]: never };',
		'\t};',
		'};',
		''
	];
	return lines.join('\n');
}

function printTable(
	table: string,
	columns: ColumnDescription[],
	references: ReferenceDescription[],
	type: (name: string) => string
): string[] {
	const value = (column: ColumnDescription) => `${type(column.type)}${column.nullable ? ' | null' : ''}`;
	return [
		`\t\t\t${table}: {`,
		'\t\t\t\tRow: {',
		...columns.map((column) => `\t\t\t\t\t${column.name}: ${value(column)};`),
		'\t\t\t\t};',
		'\t\t\t\tInsert: {',
		...columns.map((column) =>
			column.generated
				? `\t\t\t\t\t${column.name}?: never;`
				: `\t\t\t\t\t${column.name}${column.nullable || column.has_default ? '?' : ''}: ${value(column)};`
		),
		'\t\t\t\t};',
		'\t\t\t\tUpdate: {',
		...columns.map((column) => `\t\t\t\t\t${column.name}?: ${column.generated ? 'never' : value(column)};`),
		'\t\t\t\t};',
		'\t\t\t\tRelationships: [',
		...references.map(
			({ name, columns: own, one_to_one, referenced_table, referenced_columns }) =>
				`\t\t\t\t\t{ foreignKeyName: '${name}'; columns: ${words(own)}; isOneToOne: ${one_to_one}; referencedRelation: '${referenced_table}'; referencedColumns: ${words(referenced_columns)} },`
		),
		'\t\t\t\t];',
		'\t\t\t};'
	];
}

function printFunction(described: FunctionDescription, type: (name: string) => string): string {
	const args = described.arguments.map(
		({ name, type: of, optional }) => `${name}${optional ? '?' : ''}: ${type(of)}`
	);
	// PostgreSQL does not say whether a column of a result may be null, so each may.
	const row = described.returns_columns?.map(({ name, type: of }) => `${name}: ${type(of)} | null`);
	const returns = row === undefined ? type(described.returns) : `{ ${row.join('; ')} }`;
	return `\t\t\t${described.name}: { Args: ${args.length === 0 ? 'never' : `{ ${args.join('; ')} }`}; Returns: ${returns}${described.returns_set ? '[]' : ''} };`;
}

const words = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;

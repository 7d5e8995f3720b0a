/** A column as the API shows it. */
export interface ColumnDescription {
	table: string;
	name: string;
	type: string;
	nullable: boolean;
	has_default: boolean;
	generated: boolean;
}

/** A foreign key between tables of the API. */
export interface ReferenceDescription {
	table: string;
	name: string;
	columns: string[];
	referenced_table: string;
	referenced_columns: string[];
	one_to_one: boolean;
}

export interface FunctionDescription {
	name: string;
	arguments: { name: string; type: string; optional: boolean }[];
	/** Null where it answers one value of `returns`. */
	returns_columns: { name: string; type: string }[] | null;
	returns: string;
	returns_set: boolean;
}

export interface SchemaDescription {
	columns: ColumnDescription[];
	references: ReferenceDescription[];
	functions: FunctionDescription[];
	enums: { name: string; labels: string[] }[];
}

type Query = <T>(sql: string) => Promise<T[]>;

/** Reads the tables, functions and closed lists of schema public from a database's catalogue. */
export async function describeSchema(query: Query): Promise<SchemaDescription> {
	return {
		columns: await query(COLUMNS),
		references: await query(REFERENCES),
		functions: await query(FUNCTIONS),
		enums: await query(ENUMS)
	};
}

const COLUMNS = `
	select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
		not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as has_default,
		a.attgenerated <> '' or a.attidentity = 'a' as generated
	from pg_attribute a join pg_class c on c.oid = a.attrelid
	where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
	order by c.relname collate "C", a.attname collate "C"`;

const REFERENCES = `
	select c.relname as table, k.conname as name, r.relname as referenced_table,
		(select json_agg(a.attname order by p.place) from unnest(k.conkey) with ordinality p (num, place)
			join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.num) as columns,
		(select json_agg(a.attname order by p.place) from unnest(k.confkey) with ordinality p (num, place)
			join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.num) as referenced_columns,
		exists (select from pg_constraint u where u.conrelid = k.conrelid and u.contype in ('p', 'u')
			and u.conkey @> k.conkey and u.conkey <@ k.conkey) as one_to_one
	from pg_constraint k
	join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
	where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
	order by c.relname collate "C", k.conname collate "C"`;

const FUNCTIONS = `
	select p.proname as name, format_type(p.prorettype, null) as returns, p.proretset as returns_set,
		coalesce((select json_agg(json_build_object(
			'name', p.proargnames[n], 'type', format_type(p.proargtypes[n - 1], null),
			'optional', n > p.pronargs - p.pronargdefaults) order by n)
			from generate_series(1, p.pronargs) n), '[]') as arguments,
		(select json_agg(json_build_object('name', p.proargnames[n], 'type', format_type(p.proallargtypes[n], null)) order by n)
			from generate_subscripts(p.proargmodes, 1) n where p.proargmodes[n] = 't') as returns_columns
	from pg_proc p
	where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
		and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	order by p.proname collate "C"`;

const ENUMS = `
	select t.typname as name, json_agg(e.enumlabel order by e.enumsortorder) as labels
	from pg_type t join pg_enum e on e.enumtypid = t.oid
	where t.typnamespace = 'public'::regnamespace
	group by t.typname order by t.typname collate "C"`;

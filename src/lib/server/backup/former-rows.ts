/** A table as a backup opens it. */
export interface TableLine {
	schema: string;
	table: string;
	columns: string[];
}

type Row = (string | null)[];

/** Where the rows of a backup's table go. */
export interface Carried {
	table: TableLine;
	row(values: Row): Row;
}

/** Words of closed lists that have others today, by table and column. */
const WORDS: Record<string, Record<string, Record<string, string>>> = {
	'public.adoptions': { stage: { stopped: 'ended' } },
	'public.adoption_stages': { stage: { stopped: 'ended' } }
};

/** Rows as they are. */
export function asTheyAre(table: TableLine): Carried {
	return { table, row: (values) => values };
}

/** Rows of before v0.2.0 as they stand in the tables of today. */
export function fromFormer(table: TableLine): Carried {
	const words = WORDS[`${table.schema}.${table.table}`];
	if (words === undefined) return asTheyAre(table);
	const byColumn = table.columns.map((name) => words[name]);
	return {
		table,
		row: (values) => values.map((value, at) => (value === null ? null : (byColumn[at]?.[value] ?? value)))
	};
}

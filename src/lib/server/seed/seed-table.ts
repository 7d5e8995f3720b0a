/** Rows of one table as they are written; the database reads a cell's text by the type of its column. */
export interface SeedTable {
	table: string;
	/** Columns that tell whether a row is there already. */
	key: readonly string[];
	rows: readonly SeedRow[];
}

/** All rows of one table have the same columns. */
export type SeedRow = Readonly<Record<string, string | number | boolean | null>>;

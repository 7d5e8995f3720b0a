import type { SeedTable } from './seed-table.ts';

/** Where seeds are written: a database by SQL, or Supabase by its API with the service key. */
export interface SeedWriter {
	/** Adds the rows that are not there; rows that are there stay as people left them. */
	write(table: SeedTable): Promise<void>;
	/** Removes what is marked as sample from a table that has the mark. */
	removeSample(table: string): Promise<void>;
	readSetting(key: string): Promise<unknown>;
	/** Null forgets the setting. */
	writeSetting(key: string, value: Readonly<Record<string, unknown>> | string | null): Promise<void>;
	/** Runs `work` as one piece where the database can: all of it or nothing. */
	together<T>(work: (writer: SeedWriter) => Promise<T>): Promise<T>;
}

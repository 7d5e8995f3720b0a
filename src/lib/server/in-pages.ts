import { assertRead } from './database-fault.ts';
import type { DatabaseFault } from './database-fault.ts';

// The API cuts longer answers without a word: every list is read in pages of this size.
const PAGE_ROWS = 1000;

/**
 * All rows of a list, however many.
 *
 * @param what the sentence's subject when it cannot be read
 * @param read the rows from one number to another, both included, in a settled order
 */
export async function inPages<Row>(
	what: string,
	read: (from: number, to: number) => PromiseLike<{ data: Row[] | null; error: DatabaseFault | null }>
): Promise<Row[]> {
	const rows: Row[] = [];
	for (;;) {
		const { data, error } = await read(rows.length, rows.length + PAGE_ROWS - 1);
		assertRead(error, what);
		rows.push(...(data ?? []));
		if ((data ?? []).length < PAGE_ROWS) return rows;
	}
}

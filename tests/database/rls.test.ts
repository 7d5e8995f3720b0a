import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from './databases.ts';
import type { TestDatabase } from './databases.ts';

const FOLDER = new URL('../../supabase/tests/', import.meta.url);
const FILES = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.test.sql'))
	.sort();

// One database for every file: each rolls back what it did.
describe.each(DATABASES)('pgTAP on $name', ({ open }) => {
	let database: TestDatabase;

	beforeAll(async () => {
		database = await open();
	});
	afterAll(() => database?.close());

	test.each(FILES)('%s', async (file) => {
		let lines: string[];
		try {
			lines = tapLines(await database.run(readFileSync(new URL(file, FOLDER), 'utf8')));
		} catch (cause) {
			await database.run('rollback');
			throw cause;
		}
		const planned = Number(lines.find((line) => /^1\.\.\d+$/.test(line))?.slice(3));
		const outcomes = lines.filter((line) => /^(not )?ok \d/.test(line));

		expect(outcomes.filter((line) => line.startsWith('not ok'))).toEqual([]);
		expect(outcomes).toHaveLength(planned);
	});
});

/** pgTAP speaks in rows of one text, which may hold several lines. */
function tapLines(results: Record<string, unknown>[][]): string[] {
	return results
		.flat()
		.flatMap((row) => Object.values(row).slice(0, 1))
		.flatMap((value) => String(value).split('\n'));
}

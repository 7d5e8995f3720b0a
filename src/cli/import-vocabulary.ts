import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { councilFinder } from '#lib/councils/find-council.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import type { Vocabulary } from '#lib/import/value-tests.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import { readTable } from '#lib/tables/table.ts';
import { headingKey } from '#lib/tables/text.ts';

/** Longest that the name of a council is: a longer text names none, and is not looked up. */
const LONGEST_NAME = 70;

/** Councils of the register and practices of the seed, for commands that read a list without a database. */
export function seedVocabulary(): Vocabulary {
	const find = councilFinder(COUNCILS);
	const path = join(projectRoot(), 'supabase/seed/practices.csv');
	const { rows } = readTable({ file: 'practices.csv', content: readFileSync(path) });
	const practices = new Set(rows.map(({ cells }) => headingKey(cells['name'] ?? '')));
	const known = new Map<string, boolean>();
	return {
		isPlace(text) {
			let isPlace = known.get(text);
			if (isPlace === undefined) {
				isPlace = text.length <= LONGEST_NAME && find(text).answer === 'one';
				known.set(text, isPlace);
			}
			return isPlace;
		},
		isPractice: (text) => practices.has(headingKey(text))
	};
}

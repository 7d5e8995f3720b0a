import { readList } from '../../src/lib/import/read-list.ts';
import { seedVocabulary } from '../../src/cli/import-vocabulary.ts';
import { makeTables } from '../reference/tables/made-tables.ts';
import { addScore, noScore } from '../reference/tables/score.ts';
import type { BenchRow } from './bench-row.ts';

/** Files and seed of the bench; the unit test has fewer, of another seed. */
const FILES = 300;
const SEED = 2026;

/** How many files of made tables are read right, as the issue counts it; goals are shares and have no peer. */
export async function rows(): Promise<BenchRow[]> {
	const vocabulary = seedVocabulary();
	const score = noScore();
	for (const made of makeTables(SEED, FILES)) {
		try {
			addScore(score, made, readList(made.file, made.bytes, vocabulary));
		} catch (cause) {
			addScore(score, made, cause as Error);
		}
	}
	for (const fault of score.faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
	const row = (name: string, ours: number, goal: string, unit: string): BenchRow => ({
		name,
		ours,
		theirs: null,
		ratio: null,
		goal,
		unit
	});
	return [
		row(
			'read-tables: dialect right',
			score.dialects / score.texts,
			'at least 0.98',
			`share of ${score.texts} text files`
		),
		row(
			'read-tables: sheet, headings and rows right',
			score.found / score.tables,
			'1',
			`share of ${score.tables} files`
		),
		row(
			'read-tables: roles right',
			score.roles / score.columns,
			'at least 0.95',
			`share of ${score.columns} columns`
		),
		row(
			'read-tables: dates right',
			score.datesRight / score.dates,
			'as many as can be',
			`share of ${score.dates} dates`
		),
		row('read-tables: dates silently wrong', score.datesWrong, '0', 'dates'),
		row('read-tables: cells not as they stand', score.cellsWrong, '0', `of ${score.cells} cells`)
	];
}

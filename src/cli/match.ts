import { parseArgs } from 'node:util';
import { councilFinder } from '#lib/councils/find-council.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import { matchables } from '#lib/import/matchables.ts';
import { readList, type ReadList } from '#lib/import/read-list.ts';
import { judged, type Judgement } from '#lib/matching/judged.ts';
import { match, type Matching } from '#lib/matching/match.ts';
import { matchParts } from '#lib/matching/match-words.ts';
import { TableError } from '#lib/tables/table-error.ts';
import { InputError } from './analyse-input.ts';
import { seedVocabulary } from './import-vocabulary.ts';
import type { Command } from './main.ts';
import { readSource, say } from './tables.ts';

interface Asked {
	paths: [string, string];
	ids: [string | undefined, string | undefined];
	json: boolean;
}

/** `goodways match`: which rows of two lists are one body, for scripts and for whoever checks the matcher. */
export const command: Command = {
	usage: 'match FILE OTHER [--ids-a COLUMN --ids-b COLUMN] [--json]',
	summary:
		'Reads two lists as the import does and prints which rows are one body, how likely and why, and the rows without a partner. Columns of ids only judge: they are never matched by.',
	async run(words) {
		try {
			const { paths, ids, json } = parseWords(words);
			const vocabulary = seedVocabulary();
			const lists = [];
			for (const path of paths) {
				const { file, content } = await readSource(path);
				lists.push(readList(file, content, vocabulary));
			}
			const [left, right] = lists as [ReadList, ReadList];
			const [leftKeys, rightKeys] = [keysOf(left, ids[0]), keysOf(right, ids[1])];
			const placeOf = places();
			const matching = match(
				matchables(withoutColumn(left, ids[0]), placeOf),
				matchables(withoutColumn(right, ids[1]), placeOf)
			);
			const judgement =
				leftKeys === null || rightKeys === null ? null : judged(matching.pairs, leftKeys, rightKeys);
			process.stdout.write(
				json
					? `${JSON.stringify(matchJson(left, right, matching, judgement))}\n`
					: matchText(left, right, matching, judgement)
			);
			return 0;
		} catch (cause) {
			if (!(cause instanceof TableError) && !(cause instanceof InputError)) throw cause;
			say([cause.message]);
			return 2;
		}
	}
};

function parseWords(words: string[]): Asked {
	try {
		const { values, positionals } = parseArgs({
			args: words,
			allowPositionals: true,
			options: {
				'ids-a': { type: 'string' },
				'ids-b': { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [left, right, ...more] = positionals;
		if (left === undefined || right === undefined || more.length > 0)
			throw new InputError('Name two files to match: match FILE OTHER.');
		if ((values['ids-a'] === undefined) !== (values['ids-b'] === undefined))
			throw new InputError('Ids judge only where both files have them: give --ids-a and --ids-b.');
		return { paths: [left, right], ids: [values['ids-a'], values['ids-b']], json: values.json };
	} catch (cause) {
		if (cause instanceof InputError) throw cause;
		throw new InputError(
			`${cause instanceof Error ? cause.message.split('. ')[0] : String(cause)}. Known options: --ids-a, --ids-b, --json.`
		);
	}
}

function columnAt({ file, columns }: ReadList, name: string): number {
	const at = columns.findIndex(({ heading, letters }) => heading === name || letters === name);
	if (at < 0) throw new InputError(`${file} has no column “${name.slice(0, 60)}”.`);
	return at;
}

/** The ids of a list's rows; `null` where none were asked for. */
function keysOf(list: ReadList, name: string | undefined): string[] | null {
	if (name === undefined) return null;
	const at = columnAt(list, name);
	return list.table.rows.map(({ cells }) => (cells[at] ?? '').trim());
}

/** What only judges is not matched by, even where it would be taken for a number in a register. */
function withoutColumn(list: ReadList, name: string | undefined): ReadList {
	if (name === undefined) return list;
	const at = columnAt(list, name);
	return {
		...list,
		columns: list.columns.map((column, place) => (place === at ? { ...column, role: 'nothing' } : column))
	};
}

/** Areas by the councils that texts name, each looked up once; `null` where one names none, or several. */
function places(): (text: string) => string | null {
	const find = councilFinder(COUNCILS);
	const known = new Map<string, string | null>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const answer = find(text);
		const key = answer.answer === 'one' ? answer.body.id : null;
		known.set(text, key);
		return key;
	};
}

function matchJson(
	left: ReadList,
	right: ReadList,
	{ pairs, onlyLeft, onlyRight, model, compared }: Matching,
	judgement: Judgement | null
) {
	const rowOf = (list: ReadList, at: number) => list.table.rows[at]!.number;
	return {
		file: left.file,
		other: right.file,
		pairs: pairs.map((pair) => ({
			row: rowOf(left, pair.left),
			other_row: rowOf(right, pair.right),
			score: pair.score,
			verdict: pair.verdict,
			parts: matchParts(pair),
			others: pair.others.map(({ right: row, score }) => ({ other_row: rowOf(right, row), score }))
		})),
		without_partner: onlyLeft.map((at) => rowOf(left, at)),
		other_without_partner: onlyRight.map((at) => rowOf(right, at)),
		compared,
		model,
		judged: judgement
	};
}

function matchText(
	left: ReadList,
	right: ReadList,
	{ pairs, onlyLeft, onlyRight }: Matching,
	judgement: Judgement | null
): string {
	const nameOf = (list: ReadList, at: number) => {
		const column = list.columns.findIndex(({ role }) => role === 'organisation.name');
		const { number, cells } = list.table.rows[at]!;
		return `${number} ${cells[column] ?? ''}`;
	};
	const lines = pairs.map(
		(pair) =>
			`${pair.score.toFixed(3)}\t${pair.verdict}\t${nameOf(left, pair.left)}\t${nameOf(right, pair.right)}\t${matchParts(
				pair
			)
				.map(({ words }) => words)
				.join('; ')}`
	);
	const share = (value: number | null) => (value === null ? 'unknown' : `${(100 * value).toFixed(1)}%`);
	const told = [
		`${counted(pairs.length, 'pair')}; ${counted(onlyLeft.length, 'row')} of ${left.file} and ${onlyRight.length} of ${right.file} have no partner.`,
		...(judgement === null
			? []
			: [
					`By their ids ${judgement.true} are in both: ${share(judgement.precision)} of the pairs are right, and ${share(judgement.recall)} of those in both were found.`
				])
	];
	return `${[...lines, ...told].join('\n')}\n`;
}

function counted(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

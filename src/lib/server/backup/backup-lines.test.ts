import { expect, test } from 'vitest';
import { BackupFileError, lineOrder, parseLine } from './backup-lines.ts';

const TABLE = '{"schema":"public","table":"places","columns":["id","name"]}';
const OTHER = '{"schema":"public","table":"people","columns":["id"]}';
const END = '{"end":true,"rows":2}';

function follow(lines: readonly string[]) {
	const order = lineOrder();
	for (const line of lines) order.follow(parseLine(line));
	return { ended: order.hasEnded(), rows: order.rows(), tables: [...order.tables] };
}

test('a backup that is whole has its tables, its rows and its end', () => {
	expect(follow([TABLE, '["1","a"]', '["2",null]', OTHER, END])).toEqual({
		ended: true,
		rows: 2,
		tables: ['"public"."places"', '"public"."people"']
	});
});

test.each([
	{ what: 'no end', lines: [TABLE, '["1","a"]', '["2","b"]'] },
	{ what: 'fewer rows than its end says', lines: [TABLE, '["1","a"]', END] },
	{ what: 'no lines', lines: [] }
])('a backup with $what has not ended', ({ lines }) => {
	expect(follow(lines).ended).toBe(false);
});

test.each([
	{ what: 'a row before its table', lines: ['["1"]'] },
	{ what: 'a row of another length than its table', lines: [TABLE, '["1"]'] },
	{ what: 'a row of another length than its table', lines: [TABLE, '["1","a","more"]'] },
	{ what: 'public.places twice', lines: [TABLE, OTHER, TABLE] },
	{ what: 'lines behind its end', lines: [TABLE, '["1","a"]', '["2","b"]', END, '["3","c"]'] }
])('a backup that holds $what is refused', ({ what, lines }) => {
	expect(() => follow(lines)).toThrow(new BackupFileError(`This backup is damaged: it holds ${what}.`));
});

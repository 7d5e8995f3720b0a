import { expect, test } from 'vitest';
import { factsTable, parseFacts } from './facts-csv.ts';
import { joinFacts } from './join-facts.ts';

const read = (file: string, content: string) => parseFacts({ file, content });
const first = read('first.csv', 'code,pay\nA,1\nB,2\nC,3');

test('a second file adds its columns to the areas of the first, whatever its order', () => {
	const joined = joinFacts([first, read('more.csv', 'code,age\nC,30\nA,10\nZ,99')]);

	expect(joined.codes).toEqual(['A', 'B', 'C']);
	expect(joined.columns).toEqual(['pay', 'age']);
	expect([...factsTable(joined, ['age', 'pay']).values]).toEqual([10, 1, Number.NaN, 2, 30, 3]);
	expect(joinFacts([first])).toBe(first);
});

test('files that do not belong together are refused', () => {
	expect(() => joinFacts([first, read('more.csv', 'code,pay\nA,1')])).toThrow(
		'The column "pay" of more.csv stands in another file of facts too.'
	);
	expect(() => joinFacts([first, read('more.csv', 'code,age\nX,1')])).toThrow(
		'more.csv has no area of first.csv.'
	);
});

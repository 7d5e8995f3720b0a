import { expect, test } from 'vitest';
import { groupSizes, inSharedGroups } from './small-groups.ts';

test('a label may be told from five who share it', () => {
	const labels = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a'];
	expect([...groupSizes(labels)]).toEqual([
		['a', 5],
		['b', 4]
	]);
	expect(inSharedGroups(labels)).toEqual(labels.map((label) => label === 'a'));
	expect(inSharedGroups([])).toEqual([]);
});

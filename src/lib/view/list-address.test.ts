import { describe, expect, test } from 'vitest';
import { pageOf, parseList, printSort } from './list-address.ts';

const SORTS = ['name', 'practices'] as const;
const USUAL = { sort: 'name', isDescending: false } as const;
const parse = (search: string) => parseList(new URLSearchParams(search), SORTS, USUAL);

describe('parseList', () => {
	test('reads the order and the page', () => {
		expect(parse('sort=-practices&page=3')).toEqual({
			list: { sort: 'practices', isDescending: true, page: 3 },
			problems: []
		});
	});

	test.each(['sort=worth', 'page=0', 'page=-1', 'page=1e9', 'page=two'])(
		'falls back for %s, and says so',
		(search) => {
			const { list, problems } = parse(search);
			expect(list).toEqual({ ...USUAL, page: 1 });
			expect(problems).toHaveLength(1);
		}
	);

	test('prints what it read', () => {
		for (const sort of ['-practices', 'practices', '-name']) {
			expect(printSort(parse(`sort=${sort}`).list, USUAL)).toBe(sort);
		}
		expect(printSort(parse('').list, USUAL)).toBeNull();
	});
});

describe('pageOf', () => {
	test('cuts a list into pages', () => {
		expect(pageOf(['a', 'b', 'c'], 2, 2)).toEqual({ rows: ['c'], page: 2, pages: 2 });
	});

	test('shows the last page for one past the end', () => {
		expect(pageOf(['a', 'b', 'c'], 99, 2).page).toBe(2);
	});

	test('has one page when there is nothing', () => {
		expect(pageOf([], 1, 50)).toEqual({ rows: [], page: 1, pages: 1 });
	});
});

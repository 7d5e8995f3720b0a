import { expect, test } from 'vitest';
import { pageSteps } from './pagination.ts';

const printed = (current: number, pages: number) =>
	pageSteps(current, pages)
		.map((step) => ('page' in step ? step.page : '…'))
		.join(' ');

test.each([
	{ current: 1, pages: 1, shown: '1' },
	{ current: 1, pages: 9, shown: '1 2 … 9' },
	{ current: 5, pages: 9, shown: '1 … 4 5 6 … 9' },
	{ current: 9, pages: 9, shown: '1 … 8 9' },
	{ current: 4, pages: 6, shown: '1 2 3 4 5 6' }
])('on page $current of $pages offers $shown', ({ current, pages, shown }) => {
	expect(printed(current, pages)).toBe(shown);
});

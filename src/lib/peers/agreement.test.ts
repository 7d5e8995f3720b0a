import { describe, expect, test } from 'vitest';
import { agreement, modelAgreement } from './agreement.ts';

describe('agreement of two lists', () => {
	test('counts what both hold out of the shorter', () => {
		expect(agreement(['A', 'B', 'C', 'D'], ['D', 'B', 'X'])).toEqual({
			shared: ['B', 'D'],
			of: 3,
			share: 2 / 3
		});
	});

	test('is unknown when a list is empty', () => {
		expect(agreement([], ['A'])).toEqual({ shared: [], of: 0, share: null });
	});
});

describe('agreement of models', () => {
	test('compares each pair once and says which lists name an area', () => {
		const { pairs, named } = modelAgreement(
			new Map([
				['zscore', ['A', 'B']],
				['robust', ['B', 'C']],
				['own list', ['B', 'A', 'D']]
			])
		);

		expect(pairs.map(({ first, second, agreement: { share } }) => [first, second, share])).toEqual([
			['zscore', 'robust', 0.5],
			['zscore', 'own list', 1],
			['robust', 'own list', 0.5]
		]);
		expect(named).toEqual([
			{ code: 'B', by: ['zscore', 'robust', 'own list'] },
			{ code: 'A', by: ['zscore', 'own list'] },
			{ code: 'C', by: ['robust'] },
			{ code: 'D', by: ['own list'] }
		]);
	});
});

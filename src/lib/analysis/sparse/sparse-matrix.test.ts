import { describe, expect, test } from 'vitest';
import { geodesicWeights } from './geodesics.ts';
import { networkAt, sparseMatrix } from './sparse-matrix.ts';
import { binary, columnSums, rowStandardised, rowSums, submatrix, transpose } from './sparse-operations.ts';

/** 0 → 1 (2), 0 → 2 (1), 2 → 1 (3). */
const network = sparseMatrix(4, { row: [0, 2, 0], column: [2, 1, 1], value: [1, 3, 2] });

describe('sparse matrix', () => {
	test('sorts columns, drops the diagonal and adds repeated pairs', () => {
		const matrix = sparseMatrix(3, { row: [0, 0, 1, 0], column: [2, 1, 1, 2], value: [1, 4, 9, 2] });
		expect([...matrix.rowStart]).toEqual([0, 2, 2, 2]);
		expect([...matrix.column]).toEqual([1, 2]);
		expect([...matrix.value]).toEqual([4, 3]);
	});

	test.each([
		['an index outside', { row: [0], column: [5], value: [1] }, 'tie 1 names unit 5'],
		[
			'a weight that is not a number',
			{ row: [0, 0], column: [1, 2], value: [1, Number.NaN] },
			'tie 2 has the weight NaN'
		],
		['a negative weight', { row: [0], column: [1], value: [-1] }, 'tie 1 has the weight -1']
	])('rejects %s', (_name, entries, message) => {
		expect(() => sparseMatrix(3, entries)).toThrow(message);
	});

	test('turns round, standardises and sums', () => {
		expect([...rowSums(network)]).toEqual([3, 0, 3, 0]);
		expect([...columnSums(network)]).toEqual([0, 5, 1, 0]);
		expect([...rowSums(transpose(network))]).toEqual([0, 5, 1, 0]);
		expect([...binary(network).value]).toEqual([1, 1, 1]);
		expect([...rowStandardised(network).value]).toEqual([2 / 3, 1 / 3, 1]);
	});

	test('keeps the ties among some units, in the order given', () => {
		const part = submatrix(network, [1, 2, 0]);
		expect([...part.rowStart]).toEqual([0, 0, 1, 3]);
		expect([...part.column]).toEqual([0, 0, 1]);
		expect([...part.value]).toEqual([3, 2, 1]);
	});

	test('says for which period a network is missing', () => {
		expect(networkAt(network, 9)).toBe(network);
		expect(() => networkAt([network], 1)).toThrow('none for period 2');
	});
});

describe('weights by steps', () => {
	const chain = sparseMatrix(4, { row: [0, 1, 2], column: [1, 2, 3], value: [1, 1, 1] });

	test('fall as one over the steps along the direction of ties', () => {
		const weights = geodesicWeights(chain, 6);
		expect([...weights.rowStart]).toEqual([0, 3, 5, 6, 6]);
		expect([...weights.value]).toEqual([1, 1 / 2, 1 / 3, 1, 1 / 2, 1]);
	});

	test('stop at the longest path counted', () => {
		expect([...geodesicWeights(chain, 1).column]).toEqual([1, 2, 3]);
	});
});

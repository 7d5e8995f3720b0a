import { describe, expect, test } from 'vitest';
import { symmetricInverse } from './symmetric-inverse.ts';

describe('inverse of an information matrix', () => {
	test('is right for columns of very different size', () => {
		const inverse = symmetricInverse([
			[4e12, 2e6],
			[2e6, 3]
		])!;
		expect(inverse[0]![0]! * 8e12).toBeCloseTo(3, 10);
		expect(inverse[0]![1]! * 8e6).toBeCloseTo(-2, 10);
		expect(inverse[1]![1]!).toBeCloseTo(0.5, 12);
	});

	test.each([
		[
			'a column without variation',
			[
				[1, 0],
				[0, 0]
			]
		],
		[
			'a column that repeats another',
			[
				[1, 2],
				[2, 4]
			]
		],
		[
			'an indefinite matrix',
			[
				[1, 2],
				[2, 1]
			]
		],
		[
			'not a number',
			[
				[Number.NaN, 0],
				[0, 1]
			]
		]
	])('does not exist for %s', (_name, matrix) => {
		expect(symmetricInverse(matrix)).toBeNull();
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, decimalWords, listOf, numberWords, percentWords, pWords } from './number-words.ts';

describe('numbers in sentences', () => {
	test('say what is undefined, and never −0 or a p of 0', () => {
		expect(numberWords(null)).toBe('not defined');
		expect(percentWords(0.3144)).toBe('31.4%');
		expect(pWords(0.0004)).toBe('p < .001');
		expect(pWords(0.02)).toBe('p = .020');
		expect(pWords(1)).toBe('p = 1.000');
		expect(decimalWords(-0.0002)).toBe('0.000');
		expect(decimalWords(-0.03)).toBe('−0.030');
	});

	test.each([
		[0, '0%'],
		[0.0002, 'under 0.1%'],
		[0.9996, 'over 99.9%'],
		[1, '100%']
	])('of %f say %s: no rounding makes some none, or most all', (share, words) => {
		expect(percentWords(share)).toBe(words);
	});

	test('no rounding carries a p-value over the mark', () => {
		expect(pWords(0.04996)).toBe('p = .0500');
		expect(pWords(0.0496)).toBe('p = .0496');
		fc.assert(
			fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (p) => {
				const said = Number(pWords(p).replace('p = ', '0'));
				if (Math.abs(p - 0.05) > 1e-5) expect(said < 0.05).toBe(p < 0.05);
			})
		);
	});

	test('count one and several, and list them', () => {
		expect([countOf(1, 'month'), countOf(1325, 'body', 'bodies')]).toEqual(['1 month', '1,325 bodies']);
		expect([listOf([]), listOf(['a']), listOf(['a', 'b', 'c']), listOf(['a', 'b'], 'or')]).toEqual([
			'',
			'a',
			'a, b and c',
			'a or b'
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { labelInSentence, writeFigure } from './write-figure.ts';

describe('figures in words', () => {
	test.each([
		{ value: 98180, unit: 'people', decimals: 0, text: '98,180' },
		{ value: 20.01, unit: '% of residents', decimals: 1, text: '20.0%' },
		{ value: 19530, unit: '£ a year', decimals: 0, text: '£19,530 a year' },
		{ value: 533.9, unit: '£ a week', decimals: 0, text: '£534 a week' },
		{ value: 118625, unit: '£', decimals: 0, text: '£118,625' },
		{ value: 1045.8, unit: 'people per km²', decimals: 0, text: '1,046 people per km²' },
		{ value: 4.86, unit: 'times', decimals: 1, text: '4.9 times' },
		{ value: 35, unit: 'points', decimals: 1, text: '35.0' },
		{ value: -1.94, unit: '%', decimals: 1, text: '−1.9%' },
		{ value: null, unit: '%', decimals: 1, text: 'not published' }
	])('$value $unit reads "$text"', ({ value, unit, decimals, text }) => {
		expect(writeFigure(value, { unit, decimals })).toBe(text);
	});
});

test.each([
	['Residents per household', 'residents per household'],
	['Asian residents', 'Asian residents'],
	['Deprivation score across the UK', 'deprivation score across the UK']
])('%s stands in a sentence as "%s"', (label, words) => expect(labelInSentence(label)).toBe(words));

import { describe, expect, test } from 'vitest';
import type { Place } from './likeness.ts';
import { comparisonSentence, placesInWords } from './wording.ts';

const at = (fromTop: number, fromBottom = 37 - fromTop): Place => ({ fromTop, fromBottom, of: 36 });

describe('places in words', () => {
	test.each([
		[at(7), at(9), '7th and 9th highest of 36'],
		[at(34), at(32), '3rd and 5th lowest of 36'],
		[at(1), at(2), 'highest and 2nd highest of 36'],
		[at(3), at(36), '3rd highest and lowest of 36'],
		[at(12), at(33), '12th highest and 4th lowest of 36'],
		[at(5, 1), at(5, 1), 'both lowest of 36'],
		[at(11, 26), at(11, 26), 'both 11th highest of 36'],
		[at(1), at(1), 'both highest of 36']
	])('%j and %j read "%s"', (mine, theirs, words) => {
		expect(placesInWords(mine, theirs)).toBe(words);
	});

	test('follow both figures in a sentence', () => {
		const likeness = { mine: at(9), theirs: at(13), apart: 0.1, near: 2, commonness: 0.1 };
		const indicator = { label: 'Residents aged under 16', unit: '% of residents', decimals: 1 };
		expect(
			comparisonSentence(
				indicator,
				{ mine: 16.94, theirs: 16.06, likeness },
				{ mine: 'Rochdale', theirs: 'Oldham' }
			)
		).toBe('Residents aged under 16: 16.9% in Rochdale, 16.1% in Oldham; 9th and 13th highest of 36');
		expect(
			comparisonSentence(indicator, { mine: null, theirs: 16, likeness: null }, { mine: 'A', theirs: 'B' })
		).toBe('Residents aged under 16: not published in A, 16.0% in B');
	});
});

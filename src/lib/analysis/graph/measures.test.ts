import { expect, test } from 'vitest';
import { findMeasure, NETWORK_MEASURES } from './measures.ts';

test('every measure has its own id and says what it means, when it is missing and where it is defined', () => {
	expect(new Set(NETWORK_MEASURES.map(({ id }) => id)).size).toBe(NETWORK_MEASURES.length);
	for (const measure of NETWORK_MEASURES) {
		expect(Object.values(measure).every((text) => text.length > 0)).toBe(true);
		expect(measure.meaning).toMatch(/^[A-Z][^.]*\.$|^[A-Z].*[^.]\.$/);
	}
});

test('a measure is found by its id', () => {
	expect(findMeasure('constraint')?.label).toBe('Constraint');
	expect(findMeasure('beauty')).toBeNull();
});

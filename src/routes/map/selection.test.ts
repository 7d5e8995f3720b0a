import { expect, test } from 'vitest';
import { pickInAddress } from './selection.ts';

test('takes all where they fit', () => {
	expect(pickInAddress(['a', 'b'])).toEqual({ selection: ['a', 'b'], said: '2 organisations are selected.' });
	expect(pickInAddress(['a']).said).toBe('1 organisation is selected.');
});

test('stops where an address would grow too long, and says so', () => {
	const { selection, said } = pickInAddress(
		Array.from({ length: 900 }, (_, at) => `organisation-number-${at}`)
	);
	expect(selection.join('~').length).toBeLessThan(6001);
	expect(said).toContain(`The first ${selection.length} of 900`);
});

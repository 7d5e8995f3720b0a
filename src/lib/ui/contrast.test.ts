import { expect, test } from 'vitest';
import { contrast, luminance } from './contrast.ts';

test('contrast is that of WCAG, whichever colour comes first', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10);
	expect(contrast('#0b5f59', '#0b5f59')).toBe(1);
	// As the contrast checker of WebAIM has it.
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('white is light and black is dark', () => {
	expect([luminance('#ffffff'), luminance('#000000')]).toEqual([1, 0]);
});

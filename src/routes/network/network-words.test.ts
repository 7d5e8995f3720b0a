import { expect, test } from 'vitest';
import { percentText } from './network-words.ts';

test.each([
	[0, '0%'],
	[0.004, '0.4%'],
	[0.314, '31%'],
	[0.997, 'over 99%'],
	[1, '100%']
])('a share of %d reads %s', (share, words) => expect(percentText(share)).toBe(words));

import { expect, test } from 'vitest';
import { formAddress } from './form-address.ts';

const study = new URLSearchParams('practice=climate&from=2018&problem=terms');

test('keeps the study and what was entered, and no older problem', () => {
	const address = formAddress(study, { of: 'river', purpose: 'a thesis & more' }, 2000);
	expect([...new URL(address, 'http://x').searchParams]).toEqual([
		['practice', 'climate'],
		['from', '2018'],
		['of', 'river'],
		['purpose', 'a thesis & more']
	]);
});

test('keeps the study where the words would make the address too long', () => {
	const address = formAddress(study, { of: 'river', purpose: 'ä'.repeat(1000) }, 2000);
	expect(address).toBe('/research/download?practice=climate&from=2018&of=river');
});

test('leads to the form even where the study is too long', () => {
	expect(formAddress(new URLSearchParams({ select: 'x'.repeat(3000) }), { of: '', purpose: '' }, 2000)).toBe(
		'/research/download?'
	);
});

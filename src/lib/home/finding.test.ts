import { describe, expect, test } from 'vitest';
import { findingSentence } from './finding.ts';

const figures = {
	organisations: 522,
	active: 362,
	practices: 25,
	uptakes: 500,
	learnt: 41,
	learntInferred: 5,
	members: null
};

describe('findingSentence', () => {
	test('tells of all networks what is in place, and what was said apart from what was inferred', () => {
		expect(findingSentence(figures, null)).toBe(
			'362 organisations have put 25 shared practices in place; 36 times they say whom they learnt it from.'
		);
	});

	test('tells of a network who belongs', () => {
		const sentence = findingSentence(
			{ ...figures, practices: 1, members: { count: 14, joined: 2 } },
			{ name: 'Good Help', people: null }
		);
		expect(sentence).toBe(
			'14 organisations belong to Good Help, 2 of them for less than a year; 1 practice is on record among them.'
		);
	});

	test('does not say "0" where nothing is on record', () => {
		const empty = { ...figures, organisations: 0, members: { count: 0, joined: 0 } };
		expect(findingSentence(empty, { name: 'New', people: null })).toBe(
			'No members of New are on record yet.'
		);
	});

	test('counts people where the members are people', () => {
		expect(findingSentence(figures, { name: 'A Better Way', people: 700 })).toBe(
			'700 people belong to A Better Way.'
		);
	});
});

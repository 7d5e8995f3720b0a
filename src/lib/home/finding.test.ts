import { describe, expect, test } from 'vitest';
import { findingSentence } from './finding.ts';

const figures = {
	organisations: 522,
	active: 362,
	practices: 25,
	adoptionCount: 500,
	learnt: 41,
	learntInferred: 5,
	members: null
};

describe('findingSentence', () => {
	test('tells of all networks what is in place, and what was said apart from what was inferred', () => {
		expect(findingSentence(figures, null)).toBe(
			'362 organisations have put 25 shared practices in place; 36 times they say who they learnt it from.'
		);
	});

	test('tells of a network who belongs', () => {
		const sentence = findingSentence(
			{ ...figures, practices: 1, members: { count: 14, joined: 2 } },
			{ name: 'Good Help', people: null, membershipKind: 'organisations', framework: null }
		);
		expect(sentence).toBe(
			'14 organisations belong to Good Help, 2 of them for less than a year; 1 practice is on record among them.'
		);
	});

	test('does not say "0" where nothing is on record', () => {
		const empty = { ...figures, organisations: 0, members: { count: 0, joined: 0 } };
		expect(
			findingSentence(empty, { name: 'New', people: null, membershipKind: 'organisations', framework: null })
		).toBe('No members of New are on record yet.');
	});

	test('counts people where the members are people', () => {
		expect(
			findingSentence(figures, {
				name: 'A Better Way',
				people: 700,
				membershipKind: 'people',
				framework: null
			})
		).toBe('700 people belong to A Better Way.');
	});

	test('says what a network of people is where nothing is on record among them', () => {
		const sentence = (organisations: number) =>
			findingSentence(
				{ ...figures, organisations, practices: 0, members: { count: organisations, joined: 0 } },
				{ name: 'A Better Way', people: null, membershipKind: 'people', framework: null }
			);
		expect(sentence(1)).toBe(
			'A Better Way is a network of people, not of organisations; 1 organisation is on record with it.'
		);
		expect(sentence(0)).toBe('A Better Way is a network of people, not of organisations.');
	});

	test('tells of a framework what shows it, where, and who says how they know', () => {
		const areas = { having: 75, outOf: 361, silent: 0, inherited: 0, county: 0 };
		const sentence = (part: object) =>
			findingSentence(figures, {
				name: 'Good Help',
				people: null,
				membershipKind: 'organisations',
				framework: { practices: 24, organisations: 108, areas, telling: 0, ...part }
			});
		expect(sentence({})).toBe(
			'24 practices show the characteristics of Good Help; 108 organisations in 75 of 361 areas have one in place; none of them says yet how they know it works.'
		);
		expect(sentence({ telling: 1 })).toContain('1 of them says how they know it works.');
		expect(sentence({ practices: 1, organisations: 0 })).toBe(
			'1 practice shows the characteristics of Good Help; nobody on record has one in place.'
		);
	});
});

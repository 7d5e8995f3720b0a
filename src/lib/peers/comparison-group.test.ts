import { describe, expect, test } from 'vitest';
import { comparisonGroup } from './comparison-group.ts';
import { featureTable } from './feature-table.ts';
import type { CouncilFacts } from './council-facts.ts';

const KINDS = [
	'city_of_london',
	...Array.from({ length: 10 }, () => 'london_borough'),
	'welsh_unitary',
	'welsh_unitary'
];
const facts: CouncilFacts = {
	areas: KINDS.map((kind, at) => ({
		code: `C${at}`,
		name: kind === 'city_of_london' ? 'City of London' : `Council ${at}`,
		kind,
		nation: kind === 'welsh_unitary' ? 'Wales' : 'England',
		region: kind === 'welsh_unitary' ? 'Wales' : 'London'
	})),
	table: featureTable([], [], []),
	indicators: [],
	leftOut: []
};

describe('whom a council is compared with', () => {
	test('its own type by default, and never the one council that is alone in its type', () => {
		expect(comparisonGroup(facts, 3, 'type')).toEqual({
			rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
			name: 'London boroughs',
			isMutual: true,
			note: null
		});
	});

	test('the only council of its type joins the nearest type, and the page says so', () => {
		const { rows, name, isMutual, note } = comparisonGroup(facts, 0, 'type');
		expect(isMutual).toBe(false);
		expect(rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(name).toBe('London boroughs');
		expect(note).toContain('City of London is the only council of its type');
	});

	test('a group of few says that nearness there says little', () => {
		expect(comparisonGroup(facts, 11, 'type').note).toContain('only 2 areas');
	});

	test('a group of several types says so', () => {
		const { rows, name, note } = comparisonGroup(facts, 11, 'all');
		expect(rows).toHaveLength(KINDS.length);
		expect(name).toBe('councils in the United Kingdom');
		expect(note).toContain('different types');
	});
});

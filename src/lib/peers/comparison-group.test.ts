import { describe, expect, test } from 'vitest';
import { comparisonGroup, LEAST_OF_A_TYPE } from './comparison-group.ts';
import { featureTable } from './feature-table.ts';
import type { CouncilFacts } from './council-facts.ts';

const KINDS = [
	'city_of_london',
	...Array.from({ length: LEAST_OF_A_TYPE }, () => 'london_borough'),
	...Array.from({ length: 12 }, () => 'welsh_unitary')
];
const WALES = LEAST_OF_A_TYPE + 1;
const facts: CouncilFacts = {
	areas: KINDS.map((kind, at) => ({
		code: `C${at}`,
		name: kind === 'city_of_london' ? 'City of London' : `Council ${at}`,
		kind,
		nation: kind === 'welsh_unitary' ? 'Wales' : 'England',
		region: kind === 'welsh_unitary' ? 'Wales' : 'London'
	})),
	table: featureTable(
		KINDS.map((_, at) => `C${at}`),
		['known', 'not in Wales'],
		KINDS.map((kind, at) => [at, kind === 'welsh_unitary' ? null : at])
	),
	indicators: [],
	leftOut: []
};
const everyone = [...KINDS.keys()];

describe('who a council is compared with', () => {
	test('its own type by default where there are enough of it, by all that is published there', () => {
		const { rows, name, note, isCounted } = comparisonGroup(facts, 3, 'type');
		expect(rows).toEqual(everyone.slice(1, WALES));
		expect([name, note]).toEqual(['London boroughs', null]);
		expect(isCounted).toEqual([true, true]);
	});

	test('everyone where fewer than 30 of a type exist, without what a nation does not publish', () => {
		const { rows, name, note, isCounted, unpublished } = comparisonGroup(facts, WALES, 'type');
		expect(rows).toEqual(everyone);
		expect(name).toBe('councils in the United Kingdom');
		expect(note).toBe(
			'There are only 12 Welsh councils, too few to say who is alike, so Council 31 is compared with all 43 councils of the United Kingdom.'
		);
		expect(isCounted).toEqual([true, false]);
		expect(unpublished).toEqual([{ column: 'not in Wales', nations: ['Wales'] }]);
	});

	test('everyone where a council is alone in its type', () => {
		const { rows, note } = comparisonGroup(facts, 0, 'type');
		expect(rows).toEqual(everyone);
		expect(note).toContain('City of London is the only council of its type');
	});

	test('only councils of small types compare themselves with everyone', () => {
		const { asks } = comparisonGroup(facts, 0, 'type');
		expect(everyone.filter(asks)).toEqual([0, ...everyone.slice(WALES)]);
		expect(everyone.slice(1, WALES).every(comparisonGroup(facts, 1, 'type').asks)).toBe(true);
	});

	test('its own nation or region when asked, with a word on how few that is', () => {
		const { rows, name, note } = comparisonGroup(facts, WALES, 'nation');
		expect(rows).toEqual(everyone.slice(WALES));
		expect(name).toBe('councils in Wales');
		expect(note).toContain('only 12 areas');
	});

	test('all, with a word on their different duties', () => {
		expect(comparisonGroup(facts, 3, 'all').note).toContain('different types');
	});

	test('those there are, where a tier has fewer than 30 in all', () => {
		const few = {
			...facts,
			areas: facts.areas.slice(1, 6),
			table: featureTable(['a', 'b', 'c', 'd', 'e'], ['x'], [[1], [2], [3], [4], [5]])
		};
		expect(comparisonGroup(few, 0, 'type')).toMatchObject({
			rows: [0, 1, 2, 3, 4],
			name: 'London boroughs',
			note: 'There are only 5 areas in this group, so being near among them says little.'
		});
	});
});

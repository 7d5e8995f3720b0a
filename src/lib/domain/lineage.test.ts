import { describe, expect, test } from 'vitest';
import { buildAtlas } from './build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { ancestorsOf, inheritedAdoptions, lineageOf } from './lineage.ts';

const wire = wireFixture({
	asOf: '2026-01-01',
	areas: [{ code: 'E06000066', name: 'Somerset', region: 'South West' }],
	organisations: [
		{ slug: 'somerset', kind: 'council', area: 0, founded: '2023-04-01' },
		{ slug: 'west-and-taunton', kind: 'council', founded: '2019-04-01', closed: '2023-04-01' },
		{ slug: 'taunton-deane', kind: 'council', closed: '2019-04-01' },
		{ slug: 'mendip', kind: 'council', closed: '2023-04-01' }
	],
	practices: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }, { slug: 'd' }],
	adoptions: [
		{ organisation: 2, practice: 0, from: '2016-01-01' },
		{ organisation: 2, practice: 1, from: '2016-01-01' },
		{ organisation: 1, practice: 1, from: '2020-01-01', to: '2021-01-01', endKind: 'stopped' },
		{ organisation: 3, practice: 2, from: '2018-01-01' },
		{ organisation: 0, practice: 2, from: '2024-01-01' },
		{ organisation: 3, practice: 3, from: '2018-01-01', to: '2020-01-01', endKind: 'completed' }
	],
	ties: []
});
wire.successions = {
	predecessor: [1, 3, 2, 0],
	successor: [0, 0, 1, 2],
	on: [day('2023-04-01'), day('2023-04-01'), day('2019-04-01'), null],
	source_url: [null, null, null, null]
};
const atlas = buildAtlas(wire);
const lineage = lineageOf(atlas);

describe('a line of councils', () => {
	test('goes back through every change, the nearest first, and round no circle', () => {
		expect(ancestorsOf(0, lineage)).toEqual([1, 3, 2]);
	});

	test('hands on what was in place at each end, until somebody has a record of it', () => {
		// b was stopped by the council between, c is confirmed by the last one itself, d was complete.
		expect(inheritedAdoptions(atlas, 0, lineage)).toEqual([0]);
		expect(inheritedAdoptions(atlas, 1, lineage)).toEqual([0]);
	});
});

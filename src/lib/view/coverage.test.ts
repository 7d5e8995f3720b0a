import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { coverageInWords, measureCoverage } from './coverage.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'Hartlepool', region: 'North East' },
			{ code: 'E06000002', name: 'Middlesbrough', region: 'North East' },
			{ code: 'N09000001', name: 'Antrim', region: 'Northern Ireland', nation: 'Northern Ireland' }
		],
		organisations: [{ slug: 'a', area: 0 }, { slug: 'b', area: 0 }, { slug: 'national' }]
	})
);

const ALL = { asked: new Set([0, 1, 2]), silent: new Set<number>() };

describe('coverage', () => {
	const coverage = measureCoverage(atlas, { inArea: [2, 0, 0], withoutArea: 1 }, ALL, [100, 300, 100]);

	test('counts areas once, and says who belongs to none', () => {
		expect([coverage.covered, coverage.areas, coverage.withoutArea]).toEqual([1, 3, 1]);
		expect(coverage.missing.map(({ name }) => name)).toEqual(['Antrim', 'Middlesbrough']);
	});

	test('measures against population', () => {
		expect(coverage.populationShare).toBe(0.2);
		expect(coverage.regions[0]).toEqual({
			region: 'North East',
			areas: 2,
			covered: 1,
			organisations: 2,
			population: 400,
			populationShare: 0.25
		});
	});

	test('knows no share without populations', () => {
		expect(
			measureCoverage(atlas, { inArea: [1, 0, 0], withoutArea: 0 }, ALL, null).populationShare
		).toBeNull();
	});

	test('says what is missing in words', () => {
		expect(coverageInWords(coverage, 'member')).toEqual([
			'At least one member in 1 of the 3 areas.',
			'No member in Northern Ireland.'
		]);
		const none = measureCoverage(atlas, { inArea: [0, 0, 0], withoutArea: 0 }, ALL, null);
		expect(coverageInWords(none, 'organisation')).toEqual(['No organisation in any of the 3 areas.']);
	});
});

import { describe, expect, test } from 'vitest';
import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire, IndicatorWire } from '#lib/domain/areas-wire.ts';
import { indicatorKey } from '#lib/domain/indicators/indicator.ts';
import { councilFacts, factsOfCode } from './council-facts.ts';

function indicator(key: string, values: (number | null)[]): IndicatorWire {
	const words = { label: key, unit: '', decimals: 0, theme: '', source: 'ONS', licence: 'OGL' };
	return {
		key,
		...words,
		transform: 'none',
		vintage: '2024',
		denominator: null,
		aggregation: 'none',
		values
	};
}

function area(code: string, name: string, kind = 'non_metropolitan_district'): Area {
	return {
		...{ code, name, kind, nation: 'England', region: 'South East' },
		...{ county: 'Kent', combinedAuthority: null, lon: null, lat: null, hex: null, council: null }
	};
}

const wire: AreasWire = {
	codes: ['E07000105', 'E07000106', 'E06000035'],
	indicators: [
		indicator('population-2024', [100, 300, 50]),
		indicator('pct-age-65-plus', [10, 30, null]),
		indicator('median-weekly-pay-gbp', [500, 600, 700]),
		indicator('land-area-km2', [1, 2, 3])
	],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: [{ code: 'E10000016', name: 'Kent', kind: 'county', districts: [0, 1] }]
};
const areas = [
	area('E07000105', 'Ashford'),
	area('E07000106', 'Canterbury'),
	area('E06000035', 'Medway', 'unitary_authority')
];

describe('figures of councils', () => {
	test('hold the default indicators that are served, with their source', () => {
		const { indicators, table } = councilFacts(wire, areas);
		expect(indicators.map(({ key }) => key)).toEqual([
			'population-2024',
			'pct-age-65-plus',
			'median-weekly-pay-gbp'
		]);
		expect(indicators[0]).toMatchObject({ label: 'Residents', source: 'ONS', vintage: '2024' });
		expect(indicatorKey(table.columns[1]!)).toBe('pct-age-65-plus');
		expect([...table.values]).toEqual([100, 10, 500, 300, 30, 600, 50, Number.NaN, 700]);
	});

	test('of a county come from its districts, and say what cannot', () => {
		const { facts, row } = factsOfCode(wire, areas, 'E10000016')!;
		expect(facts.areas[row]).toEqual({
			code: 'E10000016',
			name: 'Kent',
			kind: 'county',
			nation: 'England',
			region: 'South East'
		});
		expect(facts.indicators.map(({ key }) => key)).toEqual(['population-2024', 'pct-age-65-plus']);
		expect([...facts.table.values]).toEqual([400, 25]);
		expect(facts.leftOut).toEqual([
			{ label: 'Median weekly pay', reason: expect.stringContaining('is a median') }
		]);
	});

	test('of a code that no area has are none', () => {
		expect(factsOfCode(wire, areas, 'E99999999')).toBeNull();
	});
});

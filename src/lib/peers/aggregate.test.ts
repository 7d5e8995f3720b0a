import { describe, expect, test } from 'vitest';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { aggregateDistricts } from './aggregate.ts';
import { featureTable, figure } from './feature-table.ts';

const columns = [
	'population_2024',
	'population_2014',
	'pct_age_0_15',
	'pct_age_65_plus',
	'land_area_km2',
	'density_2024',
	'pop_change_10y_pct',
	'child_poverty_bhc_pct',
	'claimant_count_pct'
];
const districts = featureTable(['D1', 'D2', 'D3', 'D4'], columns, [
	[100, 80, 10, 30, 10, 10, 25, 20, 1],
	[300, 320, 30, 10, 90, 300 / 90, -6.25, 40, 5],
	[500, 500, 20, 20, 5, 100, 0, 10, null],
	[700, 600, 20, 20, 70, 10, 100 / 6, 30, 2]
]);
const {
	table,
	leftOut,
	districts: members
} = aggregateDistricts(
	districts,
	['C1', 'C1', 'C2', null],
	INDICATORS.filter(
		({ column }) => columns.includes(column) || column === 'median_weekly_pay_gbp' || column === 'gigabit_pct'
	)
);
const of = (code: string, column: string) =>
	figure(table, table.codes.indexOf(code), table.columns.indexOf(column));

describe('figures of counties', () => {
	test('stand for the districts that lie in them, and for no others', () => {
		expect(table.codes).toEqual(['C1', 'C2']);
		expect(members).toEqual([['D1', 'D2'], ['D3']]);
	});

	test('add residents up', () => {
		expect(of('C1', 'population_2024')).toBe(400);
	});

	test('are exact for density and growth, which follow from sums', () => {
		expect(of('C1', 'density_2024')).toBeCloseTo(400 / 100, 12);
		expect(of('C1', 'pop_change_10y_pct')).toBeCloseTo((100 * (400 - 400)) / 400, 12);
	});

	test('weigh a share of children by children', () => {
		expect(of('C1', 'child_poverty_bhc_pct')).toBeCloseTo((10 * 20 + 90 * 40) / 100, 12);
	});

	test('weigh a share of people of working age by people of working age', () => {
		expect(of('C1', 'claimant_count_pct')).toBeCloseTo((60 * 1 + 180 * 5) / 240, 12);
	});

	test('are missing when a district has none', () => {
		expect(of('C2', 'claimant_count_pct')).toBeNull();
	});

	test('leave out medians and what districts do not have, and say why', () => {
		expect(leftOut).toEqual([
			{
				column: 'median_weekly_pay_gbp',
				reason: 'Median weekly pay is a median, which does not follow from the medians of parts.'
			},
			{
				column: 'gigabit_pct',
				reason: 'Premises that can have gigabit broadband is not in the figures of the districts.'
			}
		]);
	});
});

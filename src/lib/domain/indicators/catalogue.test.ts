import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { aggregate, type FigureOf } from './aggregate.ts';
import { INDICATORS, indicatorOf } from './catalogue.ts';
import { DENOMINATOR_COLUMNS, denominatorOf, DENOMINATORS, type DenominatorKey } from './denominators.ts';
import { indicatorKey } from './indicator.ts';

/** The figures as they are seeded. */
const { data } = Papa.parse<Record<string, string>>(
	readFileSync(new URL('../../../../supabase/seed/indicator_values.csv', import.meta.url), 'utf8'),
	{ header: true, skipEmptyLines: true }
);
const figuresOf = (row: Record<string, string>): FigureOf => {
	return (column) => {
		const cell = row[indicatorKey(column)] ?? '';
		return cell === '' ? null : Number(cell);
	};
};
const councils = new Map(data.map((row) => [row['area_code'] ?? '', figuresOf(row)]));
const of = (...codes: string[]) => codes.map((code) => councils.get(code)!);
const KINGDOM = [...councils.values()];
const value = (column: string, among: readonly FigureOf[]) => aggregate(indicatorOf(column)!, among);

describe('the catalogue of indicators', () => {
	test('says of each column, once, what it is, where it comes from and why it is compared or not', () => {
		expect(new Set(INDICATORS.map(({ column }) => column)).size).toBe(INDICATORS.length);
		expect(new Set(INDICATORS.map(({ label }) => label)).size).toBe(INDICATORS.length);
		for (const {
			column,
			label,
			description,
			source,
			sourceUrl,
			licence,
			vintage,
			period,
			comparison
		} of INDICATORS) {
			expect(column).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
			expect(label).toMatch(/^[A-Z]/);
			expect(description ?? 'None.').toMatch(/^[A-Z].*\.$/);
			expect(sourceUrl).toMatch(/^https:\/\//);
			expect(period).toMatch(/^\d{4}$/);
			for (const words of [source, licence, vintage]) expect(words).not.toBe('');
			expect(comparison.reason).toMatch(/^[A-Z].*\.$/);
		}
	});

	test('has no logarithm of a figure that is nowhere above 0', () => {
		for (const { column, log } of INDICATORS) {
			if (log)
				expect(
					KINGDOM.every((figureOf) => (figureOf(column) ?? 1) > 0),
					column
				).toBe(true);
		}
	});

	test('names a denominator for whatever is no count, and one that weighs for whatever is averaged', () => {
		for (const { column, denominator, aggregation } of INDICATORS) {
			expect(denominator === null, column).toBe(aggregation.how === 'sum');
			if (aggregation.how === 'mean') expect(Object.keys(DENOMINATORS)).toContain(aggregation.by);
		}
	});

	test('holds every column that a denominator is made from', () => {
		for (const column of DENOMINATOR_COLUMNS) expect(indicatorOf(column)).toBeDefined();
	});
});

describe('figures of an area made up of councils', () => {
	test('lie between those of its councils when averaged, and equal that of a single one', () => {
		const alone = of('E08000005');
		for (const { column, aggregation } of INDICATORS) {
			const own = alone[0]!(column);
			const made = value(column, alone);
			if (aggregation.how === 'none') expect(made).toBeNull();
			else if (own !== null) expect(made, column).toBeCloseTo(own, 9);
		}
	});

	test('add up to what is published for the whole', () => {
		expect(value('population_2024', KINGDOM)).toBe(69_281_437);
		// The seven bands of ages are shares of one whole, so weighed by it they stay so.
		const bands = ['0_4', '5_15', '16_24', '25_44', '45_64', '65_79', '80_plus'];
		const sum = bands.reduce((total, band) => total + value(`pct_age_${band}`, KINGDOM)!, 0);
		expect(Math.abs(sum - 100)).toBeLessThan(0.01);
		// Density of the whole is its residents over its land.
		const land = value('land_area_km2', KINGDOM)!;
		expect(value('density_2024', KINGDOM)! / (69_281_437 / land)).toBeCloseTo(1, 2);
		// Growth of the whole is that of its sums.
		const before = value('population_2014', KINGDOM)!;
		expect(value('pop_change_10y_pct', KINGDOM)!).toBeCloseTo(100 * (69_281_437 / before - 1), 1);
	});

	test('are unknown where one council’s figure or weight is, and without councils', () => {
		const [blank] = data.filter((row) => row['area_code']?.startsWith('S')).map(figuresOf);
		expect(blank!('pct_students')).toBeNull();
		expect(value('pct_students', [...of('E08000005'), blank!])).toBeNull();
		expect(value('population_2024', [])).toBeNull();
	});

	test.each(Object.keys(DENOMINATORS) as DenominatorKey[])('weigh by %s, a count above 0', (key) => {
		for (const figureOf of KINGDOM) expect(denominatorOf(key, figureOf) ?? 1).toBeGreaterThan(0);
		const ofRochdale = denominatorOf(key, councils.get('E08000005')!)!;
		expect(ofRochdale).toBeGreaterThan(100);
		if (key !== 'land') expect(ofRochdale).toBeLessThan(250_000);
	});
});

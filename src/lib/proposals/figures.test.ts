import { describe, expect, test } from 'vitest';
import { aggregateDistricts } from '#lib/peers/aggregate.ts';
import { featureTable, figure } from '#lib/peers/feature-table.ts';
import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';
import { DENOMINATOR_COLUMNS } from '#lib/domain/indicators/denominators.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import { isoDay } from '#lib/domain/day.ts';
import { seededAreas } from '../../../tests/fixtures/seeded-areas.ts';
import { figuresByCode, proposalFigures } from './figures.ts';
import { madeCouncils } from './made-before.ts';

const { wire, areas } = seededAreas();
const named = new Map(areas.map((area) => [area.code, area]));
const parts = (...codes: string[]) => codes.map((code) => named.get(code)!);
const figuresOf = (...codes: string[]) => proposalFigures(parts(...codes), wire);
const one = (codes: string[], column: string) =>
	figuresOf(...codes).find(({ indicator }) => indicator.column === column)!;

const counties = wire.upper.filter(({ kind }) => kind === 'county');
const districtsOf = (districts: readonly number[]) => districts.map((row) => wire.codes[row]!);

describe('the figures of a county drawn from its districts', () => {
	const columns = [...new Set([...INDICATORS.map(({ column }) => column), ...DENOMINATOR_COLUMNS])];
	const figureOf = figuresByCode(wire);
	const parents = wire.codes.map(
		(_, row) => counties.find(({ districts }) => districts.includes(row))?.code ?? null
	);
	const { table } = aggregateDistricts(
		featureTable(
			wire.codes,
			columns,
			wire.codes.map((code) => columns.map(figureOf(code)))
		),
		parents,
		INDICATORS
	);

	test.each(counties)(
		'$name: equal its own aggregation to 1e-9 where the indicator adds',
		({ code, districts }) => {
			const row = table.codes.indexOf(code);
			let compared = 0;
			for (const { indicator, value, making } of figuresOf(...districtsOf(districts))) {
				if (indicator.aggregation.how === 'none') {
					expect(['approximate', 'missing']).toContain(making);
					continue;
				}
				const theirs = figure(table, row, table.columns.indexOf(indicator.column));
				if (value === null || theirs === null) {
					expect(value).toBe(theirs);
					continue;
				}
				expect(Math.abs(value - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
				compared += 1;
			}
			expect(compared).toBeGreaterThan(30);
		}
	);
});

describe('figures', () => {
	test('of one area are that area’s, medians and scores too', () => {
		const figureOf = figuresByCode(wire);
		for (const code of wire.codes) {
			for (const { indicator, value } of figuresOf(code)) {
				expect(value).toBe(figureOf(code)(indicator.column));
			}
		}
	});

	test('are missing where an area has none, and name it', () => {
		const { value, making, made } = one(['N09000001', 'N09000002'], 'pct_students');
		expect([value, making]).toEqual([null, 'missing']);
		expect(made).toMatch(/^Not published for /);
	});

	test('say how they were made', () => {
		const kent = districtsOf(counties.find(({ name }) => name === 'Kent')!.districts);
		expect(one(kent, 'population_2024').made).toBe('Added up.');
		expect(one(kent, 'child_poverty_bhc_pct').made).toMatch(/^Averaged, weighed by residents aged under 16/);
		const age = one(kent, 'median_age');
		expect(age.making).toBe('approximate');
		expect(age.made).toContain('is a median');
		expect(age.range!.least.value).toBeLessThan(age.value!);
		expect(age.range!.most.value).toBeGreaterThan(age.value!);
	});
});

/** The register has what was published for 2020, so only of bodies that were there then. */
describe('councils drawn of the parts of those made since 2019', () => {
	const made = madeCouncils(COUNCILS).filter(({ on }) => on !== null && isoDay(on) >= '2019');
	const sum = (values: (number | null)[]) =>
		values.reduce(
			(total: number | null, value) => (total === null || value === null ? null : total + value),
			0
		);
	const drawn = made.map(({ body, from }) => {
		const councils = from.filter(({ type }) => type !== 'county');
		return {
			id: body.id,
			people: [body.population2020, sum(councils.map(({ population2020 }) => population2020))] as const,
			land: [body.areaKm2, sum(councils.map(({ areaKm2 }) => areaKm2))] as const
		};
	});
	const has = ([whole, parts]: readonly [number | null, number | null]) => whole !== null && parts !== null;

	test('are all that the register has', () => {
		expect(made.map(({ body }) => body.id).sort()).toEqual(
			['BPC', 'BUC', 'CBD', 'DST', 'ESK', 'NNT', 'NYE', 'SMT', 'SWT', 'WAF', 'WNT', 'WSK'].sort()
		);
	});

	test.each(drawn.filter(({ people, land }) => has(people) && has(land)))(
		'$id has the residents and the land on record within 1%',
		({ people, land }) => {
			for (const [whole, parts] of [people, land]) {
				expect(Math.abs(parts! - whole!) / whole!).toBeLessThan(0.01);
			}
		}
	);

	test('cannot be compared where they were made before 2020’s figures: those before them have none', () => {
		const without = drawn.filter(({ people, land }) => !has(people) || !has(land)).map(({ id }) => id);
		expect(without.sort()).toEqual(['BPC', 'BUC', 'DST', 'ESK', 'NNT', 'SWT', 'WNT', 'WSK'].sort());
		for (const { body, from } of made.filter(({ body }) => without.includes(body.id))) {
			const silent = from.filter(({ type, population2020 }) => type !== 'county' && population2020 === null);
			expect(silent.length, body.id).toBeGreaterThan(0);
		}
	});
});

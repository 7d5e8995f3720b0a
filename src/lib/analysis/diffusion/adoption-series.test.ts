import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptionSeries, adoptionYears, stepAt } from './adoption-series.ts';

const span = (startedOn: number | null, endedOn: number | null = null, isBy = false) => ({
	startedOn,
	endedOn,
	isBy
});

describe('adoptionSeries', () => {
	test('adds those that begin and takes off those that end', () => {
		const series = adoptionSeries([span(10), span(5, 20), span(10, null, true)]);
		expect(series).toEqual([
			{ day: 5, inPlace: 1, everBegun: 1, begun: 1, begunBy: 0, ended: 0 },
			{ day: 10, inPlace: 3, everBegun: 3, begun: 2, begunBy: 1, ended: 0 },
			{ day: 20, inPlace: 2, everBegun: 3, begun: 0, begunBy: 0, ended: 1 }
		]);
	});

	test('leaves out adoptions without a recorded start, their ends too', () => {
		expect(adoptionSeries([span(null, 30)])).toEqual([]);
	});

	test('never falls below zero and ends with all that is open', () => {
		const spans = fc.array(
			fc.record({
				start: fc.integer({ min: 0, max: 50 }),
				length: fc.option(fc.integer({ min: 0, max: 50 }))
			})
		);
		fc.assert(
			fc.property(spans, (rows) => {
				const series = adoptionSeries(
					rows.map(({ start, length }) => span(start, length === null ? null : start + length))
				);
				expect(series.every((step) => step.inPlace >= 0)).toBe(true);
				expect(series.at(-1)?.inPlace ?? 0).toBe(rows.filter(({ length }) => length === null).length);
			})
		);
	});
});

describe('stepAt', () => {
	const series = adoptionSeries([span(5), span(10)]);

	test.each([
		[4, undefined],
		[5, 1],
		[9, 1],
		[99, 2]
	])('on day %i finds %s in place', (day, inPlace) => {
		expect(stepAt(series, day)?.inPlace).toBe(inPlace);
	});
});

describe('adoptionYears', () => {
	test('carries the number in place through years without change', () => {
		const years = adoptionYears(adoptionSeries([span(0), span(800)]));
		expect(years.map(({ year, begun, inPlace }) => [year, begun, inPlace])).toEqual([
			[1970, 1, 1],
			[1971, 0, 1],
			[1972, 1, 2]
		]);
	});

	test('has no year without an adoption', () => {
		expect(adoptionYears([])).toEqual([]);
	});
});

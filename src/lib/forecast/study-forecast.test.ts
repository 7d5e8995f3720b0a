import { describe, expect, test } from 'vitest';
import type { StudyData } from '#lib/analysis/study/study-data.ts';
import type { StudyUnit } from '#lib/analysis/study/study-units.ts';
import { NEVER } from '#lib/analysis/panel/panel.ts';
import { DATE_DRAWS, horizonsBetween, lastWholePeriod, studyForecastData } from './study-forecast.ts';

function unit(id: string, startedOn: string | null, region: string, type: string): StudyUnit {
	return {
		id,
		name: id.toUpperCase(),
		kind: 'council',
		type,
		area: id,
		region,
		nation: 'England',
		county: null,
		combinedAuthority: null,
		longitude: null,
		latitude: null,
		isInferred: startedOn === null ? null : false,
		spell: {
			id,
			adoption: startedOn === null ? null : { startedOn, bound: 'on', endedOn: null },
			foundedOn: null,
			closedOn: null
		}
	};
}

const units = Array.from({ length: 12 }, (_, at) =>
	unit(
		`c${at}`,
		at < 6 ? (at % 2 === 0 ? `2019-0${at + 1}-10` : '2019') : null,
		at < 7 ? 'North' : 'South',
		'unitary_authority'
	)
);
const data: StudyData = {
	practice: { slug: 'p', name: 'P' },
	units,
	window: { from: '2018-12', until: '2020-06', unit: 'month' },
	windowReason: null,
	borders: [{ a: 0, b: 1, lengthKm: 2 }],
	ties: [],
	declared: [],
	leftOut: [],
	asOf: '2020-08-01'
};

describe('the records of a practice as a forecast', () => {
	const laid = studyForecastData(data, null, null, 1);

	test('has exposure through networks with ties only, and one trait for two regions', () => {
		expect(laid.networks.map(({ key }) => key)).toEqual(['border']);
		expect(laid.traits.map(({ name, part }) => [name, part])).toEqual([['region: South', 'region']]);
	});

	test('a kind that holds of the same bodies as a region is left out, and said', () => {
		const south = {
			...data,
			units: units.map((one) => (one.region === 'South' ? { ...one, type: 'welsh_unitary' } : one))
		};
		const { traits, notes } = studyForecastData(south, null, null, 1);
		expect(traits.map(({ name }) => name)).toEqual(['region: South']);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain('holds of the same organisations as region: South, or of all others.');
	});

	test('draws the dates that are not known, and never who adopted', () => {
		expect(laid.draws).toHaveLength(DATE_DRAWS);
		const periods = new Set(laid.draws.map(({ adoptedAt }) => adoptedAt[1]));
		expect(periods.size).toBeGreaterThan(3);
		for (const draw of laid.draws) {
			expect(draw.adoptedAt[0]).toBe(laid.panel.adoptedAt[0]);
			draw.adoptedAt.forEach((adopted, at) =>
				expect(adopted === NEVER).toBe(laid.panel.adoptedAt[at] === NEVER)
			);
		}
		expect(studyForecastData(data, null, null, 1).draws).toEqual(laid.draws);
	});

	test('a record that ends within a period covers the one before', () => {
		expect(lastWholePeriod('2025-07-01', 'month')).toBe('2025-06');
		expect(lastWholePeriod('2025-07-31', 'month')).toBe('2025-07');
		expect(lastWholePeriod('2025-07-01', 'year')).toBe('2024');
		expect(lastWholePeriod('2025-12-31', 'year')).toBe('2025');
		expect(horizonsBetween('2025-06', '2026-12-01', 'month', 12)).toBe(1.5);
		expect(horizonsBetween('2025', '2024-12-01', 'year', 2)).toBe(0);
	});
});

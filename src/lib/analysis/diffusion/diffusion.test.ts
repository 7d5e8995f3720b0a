import { describe, expect, test } from 'vitest';
import { panelFromTimes, type Panel, type UnitTimes } from '../panel/panel.ts';
import { sparseMatrix, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { transpose } from '../sparse/sparse-operations.ts';
import { adopterClasses, crossTable, thresholdClasses } from './adopter-classes.ts';
import { adoptionCurve } from './adoption-curve.ts';
import { degreeTiming } from './degree-timing.ts';
import { degrees, directedDensity } from './degree.ts';
import { exposure, exposureByPeriod } from './exposure.ts';
import { infectiousness, susceptibility } from './infectiousness.ts';
import { plausibleSources } from './plausible-sources.ts';
import { structuralEquivalence } from './structural-equivalence.ts';
import { thresholds } from './threshold.ts';

/** Undirected ties A-B, A-C, B-C, C-D, D-E, E-F; adoption A 2020, B 2021, C 2021, D 2022, E 2024, F none. */
const TIMES: UnitTimes[] = [2020, 2021, 2021, 2022, 2024, null].map((adopted, at) => ({
	id: 'ABCDEF'[at]!,
	adopted
}));
const panel = panelFromTimes(TIMES, 2020, 2024);
const ties = undirected(6, [
	[0, 1],
	[0, 2],
	[1, 2],
	[2, 3],
	[3, 4],
	[4, 5]
]);

function undirected(size: number, pairs: [number, number][]): SparseMatrix {
	const both = [...pairs, ...pairs.map(([a, b]) => [b, a] as const)];
	return directed(
		size,
		both.map(([a, b]) => [a, b])
	);
}

function directed(size: number, pairs: [number, number][]): SparseMatrix {
	return sparseMatrix(size, {
		row: pairs.map(([a]) => a),
		column: pairs.map(([, b]) => b),
		value: pairs.map(() => 1)
	});
}

function panelOf(units: Partial<UnitTimes>[], last = 4): Panel {
	return panelFromTimes(
		units.map((unit, at) => ({ id: `u${at}`, adopted: null, ...unit })),
		1,
		last
	);
}

describe('adoption curve', () => {
	const curve = adoptionCurve(panel);

	test('counts adopters, their growth and the hazard', () => {
		expect(curve.map((row) => row.adopters)).toEqual([1, 3, 4, 4, 5]);
		expect(curve.map((row) => row.rate)).toEqual([null, 2, 1 / 3, 0, 0.25]);
		expect(curve.map((row) => row.hazard)).toEqual([null, 2 / 5, 1 / 3, 0, 1 / 2]);
		expect(curve.at(-1)).toMatchObject({ existing: 6, share: 5 / 6, atRisk: 2 });
	});

	test('the risk set shrinks when a body closes and grows when one is founded', () => {
		const moving = panelOf([{ adopted: 2 }, { closed: 3 }, { founded: 3 }, { adopted: 4 }]);
		expect(adoptionCurve(moving).map((row) => row.atRisk)).toEqual([3, 3, 2, 2]);
		expect(adoptionCurve(moving).map((row) => row.existing)).toEqual([3, 3, 3, 3]);
	});

	test('falls when an adopter stops', () => {
		const stopping = adoptionCurve(panelOf([{ adopted: 1, stopped: 3 }, { adopted: 2 }]));
		expect(stopping.map((row) => row.adopters)).toEqual([1, 2, 1, 1]);
		expect(stopping.map((row) => row.ending)).toEqual([0, 0, 1, 0]);
	});

	test('who adopted by a date is an adopter but no event and never at risk', () => {
		const known = adoptionCurve(panelOf([{ adopted: 2, adoptedBy: true }, {}]));
		expect(known.map((row) => row.adopters)).toEqual([0, 1, 1, 1]);
		expect(known.map((row) => row.adopting)).toEqual([0, 0, 0, 0]);
		expect(known.map((row) => row.atRisk)).toEqual([1, 1, 1, 1]);
	});

	test('has no hazard once all have adopted, and no share before anyone exists', () => {
		const all = adoptionCurve(panelOf([{ adopted: 1 }, { adopted: 1 }]));
		expect(all.map((row) => row.hazard)).toEqual([null, null, null, null]);
		const late = adoptionCurve(panelOf([{ founded: 3, adopted: 3 }]));
		expect(late.map((row) => row.share)).toEqual([null, null, 1, 1]);
	});
});

describe('exposure', () => {
	test('is the share of contacts that have adopted', () => {
		expect(exposure(panel, ties)).toEqual([
			[0, 1, 1, 1, 1],
			[0.5, 1, 1, 1, 1],
			[1 / 3, 2 / 3, 1, 1, 1],
			[0, 0.5, 0.5, 0.5, 1],
			[0, 0, 0.5, 0.5, 0.5],
			[0, 0, 0, 0, 1]
		]);
	});

	test('is null without contacts, not zero', () => {
		expect(exposure(panelOf([{ adopted: 1 }, {}]), directed(2, [[0, 1]]))[1]).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	test('counts contacts, looks back by a lag and weighs contacts by an attribute', () => {
		expect(exposure(panel, ties, { asCount: true })[2]).toEqual([1, 2, 3, 3, 3]);
		expect(exposure(panel, ties, { lag: 1 })[2]).toEqual([null, 1 / 3, 2 / 3, 1, 1]);
		expect(exposure(panel, ties, { attribute: [3, 1, 1, 1, 1, 1] })[2]![0]).toBe(3 / 5);
	});

	test('looked up earlier, it takes the ties of then', () => {
		const changing = [directed(3, [[0, 1]]), directed(3, [[0, 2]]), directed(3, [[0, 2]]), directed(3, [])];
		const spread = panelOf([{}, { adopted: 1 }, { adopted: 3 }]);
		expect(exposure(spread, changing)[0]).toEqual([1, 0, 1, null]);
		expect(exposure(spread, changing, { lag: 1 })[0]).toEqual([null, 1, 0, 1]);
	});

	test('leaves out contacts that do not exist in the period', () => {
		const moving = panelOf([{}, { adopted: 1 }, { founded: 3 }]);
		expect(
			exposure(
				moving,
				directed(3, [
					[0, 1],
					[0, 2]
				])
			)[0]
		).toEqual([1, 1, 0.5, 0.5]);
	});

	test('rejects a network or an attribute of another size, and an attribute that is not a number', () => {
		expect(() => exposure(panel, directed(2, []))).toThrow('the network has 2 units, the panel 6');
		expect(() => exposure(panel, ties, { attribute: [1] })).toThrow('has 1 values');
		expect(() => exposure(panel, ties, { attribute: [1, 1, Number.NaN, 1, 1, 1] })).toThrow('unit 3 is NaN');
	});

	test('summed up by period says how many have none', () => {
		const [first] = exposureByPeriod(
			panelOf([{ adopted: 1 }, {}]),
			exposure(panelOf([{ adopted: 1 }, {}]), directed(2, [[1, 0]]))
		);
		expect(first).toEqual({
			period: 1,
			n: 1,
			withoutTies: 1,
			mean: 1,
			lowerQuartile: 1,
			median: 1,
			upperQuartile: 1
		});
		expect(exposureByPeriod(panelOf([{}]), [[null, null, null, null]])[0]).toMatchObject({
			n: 0,
			mean: null,
			median: null
		});
	});
});

describe('thresholds', () => {
	test('look one period before adoption unless told otherwise', () => {
		const table = exposure(panel, ties);
		expect(thresholds(panel, table)).toEqual([null, 0.5, 1 / 3, 0.5, 0.5, null]);
		expect(thresholds(panel, table, 0)).toEqual([0, 1, 2 / 3, 0.5, 0.5, null]);
	});
});

describe('adopter classes', () => {
	const times = TIMES.map(({ adopted }) => adopted);

	test('cut at the mean and standard deviations of the times', () => {
		const classes = adopterClasses(times, 5);
		expect(classes.mean).toBeCloseTo(2021.6, 10);
		expect(classes.deviation).toBeCloseTo(1.5166, 4);
		[2018.567, 2020.083, 2021.6, 2023.117].forEach((cut, at) =>
			expect(classes.cutoffs[at]).toBeCloseTo(cut, 3)
		);
		expect(classes.labels).toEqual([
			'Early Adopters',
			'Early Majority',
			'Early Majority',
			'Late Majority',
			'Laggards',
			'Non-Adopters'
		]);
	});

	test('a time exactly on a bound belongs to the later class', () => {
		expect(adopterClasses([1, 2, 3], 4).labels).toEqual(['Early Majority', 'Late Majority', 'Laggards']);
	});

	test.each([
		['nobody adopted', [null, null]],
		['one adopted', [3, null]],
		['all adopted at once', [3, 3]]
	])('are undefined when %s', (_name, values) => {
		const { labels, cutoffs } = adopterClasses(values, 4);
		expect(cutoffs).toEqual([]);
		expect(labels).toEqual(values.map((value) => (value === null ? 'Non-Adopters' : null)));
	});

	test('cross with threshold classes', () => {
		const byThreshold = thresholdClasses([null, 0.5, 1 / 3, 0.5, 0.5, null]);
		const table = crossTable(adopterClasses(times, 4), byThreshold);
		expect(table.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
		expect(table[1]![0]).toBe(1);
		expect(byThreshold.counts).toEqual([2, 1, 0, 3, 0]);
	});
});

describe('infectiousness and susceptibility', () => {
	// B and C name A; B adopts just after A, C later.
	const star = directed(3, [
		[1, 0],
		[2, 0]
	]);
	const spread = panelOf([{ adopted: 1 }, { adopted: 2 }, { adopted: 4 }]);

	test('of those still to adopt who name A, one of two followed at once', () => {
		expect(infectiousness(spread, star, { normalised: false })).toEqual([0.5, null, null]);
		expect(infectiousness(spread, star)).toEqual([0.5, null, null]);
	});

	test('later followers count for less', () => {
		expect(infectiousness(spread, star, { periods: 3, normalised: false })[0]).toBeCloseTo(
			(1 + 1 / 3) / (2 + 1 / 2 + 1 / 3),
			12
		);
		const exponential = { periods: 3, normalised: false, discount: 'exponential', rate: 1 } as const;
		expect(infectiousness(spread, star, exponential)[0]).toBeCloseTo((1 + 1 / 4) / (2 + 1 / 2 + 1 / 4), 12);
	});

	test('B was susceptible to A, C had adopted contacts only long before', () => {
		expect(susceptibility(spread, star, { normalised: false })).toEqual([null, 1, 0]);
	});

	test('contacts that never adopted count nowhere', () => {
		const open = panelOf([{ adopted: 1 }, { adopted: 2 }, {}]);
		expect(infectiousness(open, star)).toEqual([1, null, null]);
		expect(
			susceptibility(
				open,
				directed(3, [
					[1, 0],
					[1, 2]
				])
			)
		).toEqual([null, 1, null]);
	});
});

describe('structural equivalence', () => {
	test('two leaves of a star are alike and weigh each other most', () => {
		const { weights, distance, geodesic } = structuralEquivalence(
			directed(3, [
				[1, 0],
				[2, 0]
			])
		);
		expect(distance[1 * 3 + 2]).toBe(0);
		expect([...geodesic.subarray(3, 6)]).toEqual([1, 0, 0]);
		expect([...weights.column.subarray(weights.rowStart[1], weights.rowStart[2])]).toEqual([2]);
	});

	test('stays within groups, and a unit alone has no equivalents', () => {
		const { weights } = structuralEquivalence(ties, { groups: ['a', 'a', 'a', 'b', 'b', 'c'] });
		expect([...weights.column.subarray(0, weights.rowStart[3])].every((unit) => unit < 3)).toBe(true);
		expect(weights.rowStart[6]! - weights.rowStart[5]!).toBe(0);
		expect(() => structuralEquivalence(ties, { groups: ['a'] })).toThrow('1 groups for 6 units');
	});
});

describe('degree and timing', () => {
	test('says in words that well-connected bodies were early', () => {
		const early = degreeTiming(panelOf([{ adopted: 1 }, { adopted: 2 }, { adopted: 4 }]), [5, 3, 1]);
		expect(early.correlation).toBeLessThan(-0.9);
		expect(early).toMatchObject({
			n: 3,
			direction: 'earlier',
			sentence: 'Better-connected bodies tended to adopt earlier.'
		});
		expect(degreeTiming(panelOf([{ adopted: 1 }, { adopted: 2 }, { adopted: 4 }]), [1, 3, 5]).direction).toBe(
			'later'
		);
	});

	test('declines with fewer than three adopters or equal degrees', () => {
		expect(degreeTiming(panelOf([{ adopted: 1 }, { adopted: 2 }]), [1, 2])).toMatchObject({
			correlation: null,
			direction: null
		});
		expect(degreeTiming(panel, [2, 2, 2, 2, 2, 2]).correlation).toBeNull();
	});

	test('degree counts ties each way and density is their share', () => {
		const valued = sparseMatrix(3, { row: [0, 1], column: [1, 2], value: [4, 2] });
		expect(degrees(valued)).toEqual({
			indegree: [0, 1, 1],
			outdegree: [1, 1, 0],
			degree: [1, 2, 1],
			indegreeValued: [0, 4, 2],
			outdegreeValued: [4, 2, 0]
		});
		expect(directedDensity(ties)).toBeCloseTo(0.4, 12);
		expect(directedDensity(directed(1, []))).toBeNull();
	});
});

describe('plausible sources', () => {
	test('are earlier adopters among contacts, recent ones first', () => {
		const found = plausibleSources(panel, ties, 1);
		expect(found.map(({ unit, sources }) => [unit, sources.map((source) => source.unit)])).toEqual([
			[0, []],
			[1, [0]],
			[2, [0]],
			[3, [2]],
			[4, [3]]
		]);
		const two = plausibleSources(
			panelOf([{ adopted: 1 }, { adopted: 2 }, { adopted: 3 }]),
			transpose(
				directed(3, [
					[0, 2],
					[1, 2]
				])
			),
			Math.LN2
		);
		expect(two[2]!.sources.map(({ unit }) => unit)).toEqual([1, 0]);
		expect(two[2]!.sources[0]!.share).toBeCloseTo(2 / 3, 12);
	});
});

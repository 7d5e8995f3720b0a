import { describe, expect, test } from 'vitest';
import { panelFromTimes } from '../panel/panel.ts';
import { concordance } from './concordance.ts';
import { countsByTime, kaplanMeier, kaplanMeierByGroup } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { rowsByGroup, survivalFromPanel, type SurvivalData } from './survival-data.ts';
import { survivalSummary } from './survival-summary.ts';

/** Adoption A 2020, B 2021, C 2021, D 2022, E 2024, F none by 2024; 2020 is time 1. */
const six = survivalFromPanel(
	panelFromTimes(
		[2020, 2021, 2021, 2022, 2024, null].map((adopted, at) => ({ id: 'ABCDEF'[at]!, adopted })),
		2020,
		2024
	)
);

function data(time: number[], happened: (0 | 1)[], entry?: number[]): SurvivalData {
	const event = happened.map((value) => value === 1);
	return entry === undefined ? { time, event } : { time, event, entry };
}

describe('survival data of a panel', () => {
	test('counts periods from the start and censors at the end', () => {
		expect(six.time).toEqual([1, 2, 2, 3, 5, 5]);
		expect(six.event).toEqual([true, true, true, true, true, false]);
	});

	test('enters late who is founded late, censors who closes, and says whom it leaves out', () => {
		const units = [
			{ id: 'late', adopted: 4, founded: 3 },
			{ id: 'closed', adopted: null, closed: 3 },
			{ id: 'by', adopted: 2, adoptedBy: true },
			{ id: 'after', adopted: null, founded: 9 }
		];
		const found = survivalFromPanel(panelFromTimes(units, 1, 5));
		expect(found).toMatchObject({ time: [4, 2], event: [true, false], entry: [2, 0], unit: [0, 1] });
		expect([found.leftCensored, found.notExisting]).toEqual([1, 1]);
	});
});

describe('Kaplan–Meier', () => {
	test('is the curve on paper', () => {
		const points = kaplanMeier(six);
		expect(points.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
			[1, 6, 1, 0],
			[2, 5, 2, 0],
			[3, 3, 1, 0],
			[5, 2, 1, 1]
		]);
		[5 / 6, 1 / 2, 1 / 3, 1 / 6].forEach((share, at) => expect(points[at]!.survival).toBeCloseTo(share, 12));
		expect(points[0]!.error).toBeCloseTo(Math.sqrt(5 / 36 / 6), 12);
		expect(points[1]!.cumulativeHazard).toBeCloseTo(1 / 6 + 2 / 5, 12);
	});

	test('has no interval once nobody is left, and none on the double log before the first event', () => {
		const points = kaplanMeier(data([1, 2, 3], [0, 1, 1]));
		expect(points[0]).toMatchObject({ survival: 1, lowerLog: 1, upperLog: 1, lowerLogLog: null });
		expect(points[2]).toMatchObject({
			survival: 0,
			error: null,
			errorOfLog: null,
			lowerLog: null,
			upperLogLog: null
		});
	});

	test('counts at risk only who has entered', () => {
		const counts = countsByTime(data([2, 3, 5], [1, 1, 1], [0, 2, 3]));
		expect(counts.map(({ atRisk }) => atRisk)).toEqual([1, 1, 1]);
	});

	test('is drawn by group, in the order of numbers', () => {
		const groups = ['10', '9', '9', '10', '9', '10'];
		expect(kaplanMeierByGroup(six, groups).map(({ group, n, events }) => [group, n, events])).toEqual([
			['9', 3, 3],
			['10', 3, 2]
		]);
		expect([...rowsByGroup(['b', 'a']).keys()]).toEqual(['a', 'b']);
	});

	test('of nobody is empty; a time before entry is refused', () => {
		expect(kaplanMeier(data([], []))).toEqual([]);
		expect(() => kaplanMeier(data([2], [1], [3]))).toThrow(
			'row 1 has the time 2, which is not after its entry at 3'
		);
		expect(() => kaplanMeier(data([Number.NaN], [1]))).toThrow('row 1');
	});
});

describe('summary of a curve', () => {
	test('takes the middle of the time at exactly one half', () => {
		const summary = survivalSummary(kaplanMeier(six), 5);
		expect(summary.median).toBe(2.5);
		expect(summary.restrictedMean).toBeCloseTo(1 + 5 / 6 + 1 / 2 + 2 / 3, 12);
	});

	test('has no median when fewer than half adopt', () => {
		expect(survivalSummary(kaplanMeier(data([1, 4, 4], [1, 0, 0])), 4)).toMatchObject({
			median: null,
			medianUpper: null
		});
	});
});

describe('log-rank test', () => {
	// Two groups, one event each time: worked by hand.
	const two = data([1, 2, 3, 4], [1, 1, 1, 1]);
	const groups = ['a', 'b', 'a', 'b'];

	test('compares with the expected by hand', () => {
		const { observed, expected, chiSquare, df } = logRank(two, groups);
		expect(observed).toEqual([2, 2]);
		expect(expected[0]).toBeCloseTo(1 / 2 + 1 / 3 + 1 / 2, 12);
		const variance = 1 / 4 + 2 / 9 + 1 / 4;
		expect(chiSquare).toBeCloseTo((2 - 4 / 3) ** 2 / variance, 12);
		expect(df).toBe(1);
	});

	test('with the weights of Peto counts early events more', () => {
		const { observed } = logRank(two, groups, 1);
		expect(observed[0]).toBeCloseTo(1 + 1 / 2, 12);
		expect(observed[1]).toBeCloseTo(3 / 4 + 1 / 4, 12);
	});

	test('is undefined for one group', () => {
		expect(logRank(two, ['a', 'a', 'a', 'a'])).toMatchObject({ chiSquare: null, df: 0, p: null });
	});

	test('uses delayed entry', () => {
		const late = data([2, 3, 4], [1, 1, 1], [0, 0, 2]);
		expect(logRank(late, ['a', 'a', 'b']).expected[1]).toBeCloseTo(1 / 2 + 1, 12);
	});
});

describe('concordance', () => {
	test('counts ordered pairs, equal scores by half, and skips pairs whose order is unknown', () => {
		expect(concordance(data([1, 2, 3], [1, 1, 0]), [3, 2, 1])).toBe(1);
		expect(concordance(data([1, 2, 3], [1, 1, 0]), [1, 1, 1])).toBe(0.5);
		expect(concordance(data([1, 1], [1, 1]), [1, 2])).toBeNull();
		expect(concordance(data([1, 3], [1, 1], [0, 2]), [1, 2])).toBeNull();
	});
});

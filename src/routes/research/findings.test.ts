import { describe, expect, test } from 'vitest';
import type { NetworkResult } from '#lib/analysis/study/study-network-result.ts';
import type { StudyCore } from '#lib/analysis/study/study.ts';
import { decimalWords, numberWords, percentWords, pWords } from '#lib/domain/number-words.ts';
import { periodWords } from './figure-words.ts';
import {
	choicesCaution,
	comparisonFinding,
	curveFinding,
	dateFacts,
	exposureFinding,
	hazardFinding,
	meanPeriodWords,
	moranFinding,
	robustnessFinding,
	robustnessPeriod,
	survivalCounts,
	survivalFinding,
	tiesFact
} from './findings.ts';
import { dayOfPeriod, periodOfDay } from './period-date.ts';
import { day } from '../../../tests/fixtures/atlas-fixture.ts';

const period = (at: number, adopting: number, atRisk: number, hazard: number | null) => ({
	period: at,
	existing: 10,
	adopting,
	ending: 0,
	adopters: adopting,
	share: 0,
	rate: null,
	atRisk,
	hazard
});
const core: StudyCore = {
	n: 10,
	adopters: 4,
	leftCensored: 0,
	unit: 'month',
	periods: ['2019-06', '2019-07'],
	curve: [period(0, 1, 10, null), period(1, 3, 9, 1 / 3)],
	emptyPeriods: 0,
	peak: { period: '2019-07', adopting: 3, share: 0.75, known: 4 },
	windowReason: null,
	survival: { value: null, refused: 'No.' },
	leftOut: [],
	warnings: []
};

describe('words of periods', () => {
	test('say what is undefined and never show −0 or p of 0', () => {
		expect(numberWords(null)).toBe('not defined');
		expect(percentWords(0.3144)).toBe('31.4%');
		expect(pWords(0.0004)).toBe('p < .001');
		expect(pWords(0.02)).toBe('p = .020');
		expect(decimalWords(-0.0002)).toBe('0.000');
		expect(decimalWords(-0.03)).toBe('−0.030');
		expect(periodWords('2019-07', 'month')).toBe('July 2019');
		expect(periodWords('7', 'period')).toBe('period 7');
	});
});

describe('findings', () => {
	test('the curve’s title says who, of how many, and when', () => {
		expect(curveFinding(core)).toBe('4 of 10 bodies adopted, 75% of them in July 2019');
		expect(curveFinding({ ...core, adopters: 0 })).toBe('None of 10 bodies adopted within the period');
	});

	test('the curve’s title does not share out dates that nobody knows', () => {
		expect(curveFinding({ ...core, adopters: 9, leftCensored: 5 })).toBe(
			'9 of 10 bodies adopted, 75% of the 4 whose date is known in July 2019'
		);
	});

	test('the title of survival counts those without it at the start', () => {
		const summary = { n: 7, events: 4, median: null, mean: 1, error: 0 };
		const value = {
			n: 7,
			atStart: 7,
			leftCensored: 3,
			notExisting: 0,
			overall: [],
			summary: summary as never,
			groupedBy: null,
			groups: [],
			suppressed: { groups: 0, bodies: 0 },
			groupless: 0,
			logRank: null,
			peto: null
		};
		expect(survivalFinding({ ...core, survival: { value, refused: null } })).toBe(
			'Fewer than half of the 7 without it at the start adopted within the period'
		);
	});

	test('names the period in which half had adopted, and who entered later', () => {
		const value = {
			...{ n: 404, atStart: 393, leftCensored: 1, notExisting: 0, overall: [] },
			...{ groupedBy: null, groups: [], suppressed: { groups: 0, bodies: 0 }, groupless: 0 },
			...{ logRank: null, peto: null, summary: { median: 2 } as never }
		};
		expect(survivalFinding({ ...core, survival: { value, refused: null } })).toBe(
			'Half of those without it (393 at the start, 11 founded later) had adopted by the end of July 2019'
		);
		expect(survivalCounts(value)).toBe('n = 404: 393 there without it at the start, 11 founded later');
		// The same period, of which survival counts from 1 and the mean time of adoption from 0.
		expect(meanPeriodWords(1, core)).toBe('July 2019');
	});

	test('pairs at the end count once, among those that exist', () => {
		const network = { name: 'Same region', pairs: 7426, present: 376, withoutTies: 27 } as NetworkResult;
		expect(tiesFact(network)).toBe(
			'Same region: 7,426 pairs tied at the end, among 376 bodies; 27 bodies without a contact, left out and not counted as 0'
		);
	});

	test('Moran’s I at its largest is said as large as it is, and where', () => {
		const moran = (observed: number) => [{ observed }, { observed: null }];
		const networks = [
			{ name: 'Shared border', moran: moran(0.1026) },
			{ name: 'Same region', moran: moran(0.09) }
		] as unknown as NetworkResult[];
		expect(moranFinding(networks)).toBe(
			'Adopters clustered at most weakly: Moran’s I was 0.103 at its largest (shared border)'
		);
	});

	test('exposure that falls again is not said to stay', () => {
		const exposed = (...means: (number | null)[]) =>
			[{ name: 'Shared border', exposure: means.map((mean) => ({ mean })) }] as unknown as NetworkResult[];
		const say = (...means: (number | null)[]) => exposureFinding(exposed(...means), core.periods, 'month');
		expect(say(0.4, 0.5)).toContain('From July 2019 on');
		expect(say(0.6, 0.4)).toBe(
			'In June 2019, for the first time, half of a body’s contacts had adopted, on average (shared border); later it was less again'
		);
		expect(say(0.4996, null)).toContain('At no time');
	});

	test('the hazard’s title names its denominator', () => {
		expect(hazardFinding(core)).toContain('33.3% of the 9 who could still adopt did');
	});

	test('a gain in fit below two points is no gain', () => {
		const exposure = { term: 'exposure', coefficient: 1, error: 1, p: 0.3, lower: -1, upper: 3 };
		const network = {
			name: 'Border',
			exposure,
			loglik: -50,
			aic: 100,
			behindBest: 0,
			caution: null,
			choices: []
		};
		const value = {
			n: 9,
			events: 3,
			eventsTotal: 3,
			leftOut: 0,
			quiet: 0,
			aicWithoutExposure: 101,
			networks: [network],
			choices: [],
			sentence: ''
		};
		expect(comparisonFinding({ comparison: { value, refused: null } })).toContain('No network');
	});

	test('the table of choices never ends in a claim of learning', () => {
		const table = {
			rows: [],
			permutations: 99,
			seed: 1,
			most: 0.1,
			least: -0.03,
			tried: 45,
			below: 3,
			belowCorrected: 0,
			period: { from: '2018-10', until: '2022-01' },
			leftOut: [],
			wave: { month: '2019-07', share: 0.31 }
		};
		expect(choicesCaution(table)).toContain('Every value is small');
		expect(choicesCaution(table)).toContain('31% of the dates fall in July 2019');
		expect(choicesCaution(table)).toContain('cannot be concluded that neighbours learnt');
		expect(robustnessFinding(table)).toContain('0 after allowing for 45 tries');
		expect(robustnessFinding({ ...table, belowCorrected: null })).toContain(
			'cannot be told with 99 shuffles'
		);
		expect(robustnessPeriod(table)).toBe('Dates from October 2018 to January 2022');
		expect(choicesCaution({ ...table, most: 0.6 })).not.toContain('Every value is small');
	});
});

describe('the date shared by all figures', () => {
	test('a period’s last day stands for it, and comes back to it', () => {
		expect(dayOfPeriod('2019-07')).toBe(day('2019-07-31'));
		expect(dayOfPeriod('2019')).toBe(day('2019-12-31'));
		expect(periodOfDay(core.periods, 'month', day('2019-07-31'))).toBe(1);
	});

	test('a date outside the study is its nearest end', () => {
		expect(periodOfDay(core.periods, 'month', day('2018-01-01'))).toBe(0);
		expect(periodOfDay(core.periods, 'month', day('2026-01-01'))).toBe(1);
	});
});

describe('dateFacts', () => {
	const result = { earliest: 1, middle: 2, latest: 3, draws: null };

	test('one sentence where every date is known, one a figure where some are not', () => {
		const known = {
			...result,
			imprecise: 0,
			unknown: 0,
			sentence: 'Every adoption date is known well enough to say its period.'
		};
		expect(dateFacts({ sensitivity: [{ figure: 'Median', result: known }] })).toEqual([known.sentence]);
		const sentence =
			'3 adoption dates are imprecise; moving them within what they may mean takes the figure from 1 to 3.';
		expect(
			dateFacts({
				sensitivity: [{ figure: 'Median', result: { ...result, imprecise: 3, unknown: 0, sentence } }]
			})
		).toEqual([
			'Median: 3 dates are imprecise; moving them within what they may mean takes the figure from 1 to 3.'
		]);
		expect(dateFacts({ sensitivity: [] })).toEqual([]);
	});
});

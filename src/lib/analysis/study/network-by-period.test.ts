import { describe, expect, test } from 'vitest';
import { atlasOf, BORDERS, CHOICE, row } from '../../../../tests/fixtures/study-fixture.ts';
import { exposure } from '../diffusion/exposure.ts';
import { isSeries, networkAt } from '../sparse/sparse-matrix.ts';
import { prepareStudy } from './prepare-study.ts';
import { studyData } from './study-data.ts';

const choice = { ...CHOICE, weights: ['ties' as const, 'learnt' as const] };
const studyOf = (ties: NonNullable<Parameters<typeof row>[0]>['ties']) =>
	prepareStudy(studyData(atlasOf(row({ ties: ties! })), BORDERS, choice), choice, null);
const tiesIn = (study: ReturnType<typeof studyOf>, period: string, network = 0) =>
	networkAt(study.networks[network]!.network, study.periods.indexOf(period)).value.length /
	(network === 0 ? 2 : 1);

describe('ties with dates', () => {
	const study = studyOf([
		{ a: 0, b: 1, kind: 'works with', from: '2013-06-01', to: '2015-02-01' },
		{ a: 2, b: 3, kind: 'works with' },
		{ a: 4, b: 5, kind: 'learnt from', from: '2014-01-01' }
	]);

	test('count from the period of their start to before that of their end; undated ones always', () => {
		expect(['2012', '2013', '2014', '2015'].map((period) => tiesIn(study, period))).toEqual([1, 2, 2, 1]);
		expect(['2013', '2014', '2020'].map((period) => tiesIn(study, period, 1))).toEqual([0, 1, 1]);
	});

	test('expose nobody before they exist', () => {
		const table = exposure(study.panel, study.networks[0]!.network);
		const at = (period: string) => table[1]![study.periods.indexOf(period)];
		expect([at('2012'), at('2013'), at('2015')]).toEqual([null, 1, null]);
	});

	test('say how many have a date', () => {
		expect(study.networks[0]!.meaning).toContain('1 of 2 count from the date on record');
	});

	test('are one matrix where none has a date', () => {
		expect(isSeries(studyOf([{ a: 2, b: 3, kind: 'works with' }]).networks[0]!.network)).toBe(false);
	});
});

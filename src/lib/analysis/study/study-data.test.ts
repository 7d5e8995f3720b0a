import { describe, expect, test } from 'vitest';
import { atlasOf, BORDERS, CHOICE, row } from '../../../../tests/fixtures/study-fixture.ts';
import { AnalysisError } from '../analysis-error.ts';
import { prepareStudy } from './prepare-study.ts';
import type { StudyChoice } from './study-choice.ts';
import { studyData } from './study-data.ts';
import { studyCore } from './study.ts';

describe('studyData', () => {
	test('starts one period before the first adoption, so that its adopters were at risk', () => {
		const data = studyData(atlasOf(row()), BORDERS, CHOICE);
		expect(data.window).toEqual({ from: '2009', until: '2020', unit: 'year' });
		expect(data.units).toHaveLength(12);
		expect(data.borders).toHaveLength(11);
	});

	test('sets apart, counts and names a body whose dates contradict each other', () => {
		const fixture = row();
		fixture.organisations![0]!.founded = '2015-01-01';
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.units.map(({ id }) => id)).not.toContain('council-0');
		expect(data.leftOut).toEqual([
			{ reason: expect.stringContaining('contradict'), count: 1, names: ['council 0'] }
		]);
	});

	test('takes bodies as they were: a closed council has no borders, and leaves the risk set', () => {
		const fixture = row();
		fixture.organisations![11]!.closed = '2012-04-01';
		const data = studyData(atlasOf(fixture), BORDERS, CHOICE);
		expect(data.units[11]!.area).toBeNull();
		const { curve } = studyCore(prepareStudy(data, CHOICE, null));
		expect(curve.map(({ existing }) => existing).slice(2, 5)).toEqual([12, 11, 11]);
	});

	test('counts adopters outside the population', () => {
		const fixture = row();
		fixture.organisations!.push({ slug: 'a-charity', kind: 'charity' });
		fixture.adoptions!.push({ organisation: 12, practice: 0, from: '2011-01-01' });
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.leftOut[0]).toMatchObject({ count: 1, names: ['a charity'] });
	});

	test('takes the day of adoption, and how that day is known, not those of looking into it', () => {
		const fixture = row();
		fixture.adoptions![0] = {
			organisation: 0,
			practice: 0,
			from: '2009-01-01',
			by: true,
			stages: [
				['exploring', '2009-01-01'],
				['adopted', '2012-03-04']
			]
		};
		const { units } = studyData(atlasOf(fixture), null, CHOICE);
		expect(units[0]!.spell.adoption).toMatchObject({ startedOn: '2012-03-04', bound: 'on' });
	});

	test('sets apart of whom the record says nothing, and keeps an adopter without a date', () => {
		const fixture = row();
		fixture.gaps = [
			[11, 0],
			[0, 0]
		];
		fixture.adoptions!.push({ organisation: 10, practice: 0 });
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.units.map(({ id }) => id)).not.toContain('council-11');
		expect(data.leftOut).toEqual([
			{ reason: expect.stringContaining('the record says nothing'), count: 1, names: ['council 11'] }
		]);
		const core = studyCore(prepareStudy(data, CHOICE, null));
		expect([core.n, core.adopters, core.leftCensored]).toEqual([11, 11, 1]);
		expect(core.curve.at(1)!.atRisk).toBe(10);
	});

	test('keeps imprecise dates imprecise', () => {
		const fixture = row();
		fixture.adoptions![0] = { organisation: 0, practice: 0, from: '2010-01-01', precision: 'year' };
		const data = studyData(atlasOf(fixture), null, CHOICE);
		expect(data.units[0]!.spell.adoption?.startedOn).toBe('2010');
	});

	test.each([
		[{ practice: 'nothing' }, 'no practice "nothing"'],
		[{ population: { ...CHOICE.population, places: ['Nowhere'] } }, 'No body on record'],
		[{ from: '2020', until: '2010' }, 'must end after it begins'],
		[{ from: '1900', until: '2020', unit: 'month' as const }, 'at most 240 steps']
	])('refuses %o in words', (part, words) => {
		const ask = () => studyData(atlasOf(row()), null, { ...CHOICE, ...part });
		expect(ask).toThrow(AnalysisError);
		expect(ask).toThrow(words);
	});

	test('gives borders, county and figures to councils only, though others stand in the same area', () => {
		const fixture = row();
		fixture.organisations!.push({ slug: 'a-trust', kind: 'charity', area: 3 });
		const any = { ...CHOICE, population: { ...CHOICE.population, kinds: [] } };
		const data = studyData(atlasOf(fixture), BORDERS, any);
		expect(data.units[12]).toMatchObject({ id: 'a-trust', area: null, county: null, region: 'North' });
		expect(data.borders.flatMap(({ a, b }) => [a, b])).not.toContain(12);
		expect(data.borders).toHaveLength(11);
	});

	test('still finds a body by the area it stands in', () => {
		const fixture = row();
		fixture.organisations!.push({ slug: 'a-trust', kind: 'charity', area: 3 });
		const population = { ...CHOICE.population, kinds: [], areas: ['E06000003'] };
		const data = studyData(atlasOf(fixture), BORDERS, { ...CHOICE, population });
		expect(data.units.map(({ id }) => id)).toEqual(['council-3', 'a-trust']);
	});

	test('leaves out who never existed within the period, or had it only before', () => {
		const fixture = row();
		fixture.organisations![10]!.closed = '2012-04-01';
		fixture.adoptions![0] = { organisation: 0, practice: 0, from: '2010-05-01', to: '2012-05-01' };
		const data = studyData(atlasOf(fixture), null, { ...CHOICE, from: '2014', until: '2019' });
		expect(data.units).toHaveLength(10);
		expect(data.leftOut).toEqual([
			{ reason: 'that did not exist within the period', count: 1, names: ['council 10'] },
			{ reason: 'that had taken it up and ended it before the period', count: 1, names: ['council 0'] }
		]);
		const core = studyCore(prepareStudy(data, CHOICE, null));
		expect([core.n, core.adopters, core.leftCensored]).toEqual([10, 9, 3]);
	});

	test('sets inferred adopters apart when only stated facts count, instead of making them non-adopters', () => {
		const fixture = row();
		fixture.adoptions![2] = { organisation: 2, practice: 0, from: '2012-05-01', inferred: true };
		const data = studyData(atlasOf(fixture), null, { ...CHOICE, statedOnly: true });
		expect(data.units.map(({ id }) => id)).not.toContain('council-2');
		expect(data.leftOut).toEqual([
			{ reason: expect.stringContaining('inferred'), count: 1, names: ['council 2'] }
		]);
	});

	test('counts adopters outside the population by the same rules as those inside', () => {
		const fixture = row();
		fixture.organisations!.push({ slug: 'a-charity', kind: 'charity' }, { slug: 'a-trust', kind: 'charity' });
		fixture.adoptions!.push(
			{ organisation: 12, practice: 0, from: '2011-01-01', inferred: true },
			{ organisation: 13, practice: 0, from: '2011-01-01', stage: 'piloting' }
		);
		const outside = (choice: Partial<StudyChoice>) =>
			studyData(atlasOf(fixture), null, { ...CHOICE, ...choice }).leftOut.flatMap(({ names }) => names);
		expect(outside({})).toEqual(['a charity']);
		expect(outside({ statedOnly: true })).toEqual([]);
		expect(outside({ countFrom: 'piloting' })).toEqual(['a charity', 'a trust']);
	});

	test('says why the period begins and ends where it does', () => {
		expect(studyData(atlasOf(row()), null, CHOICE).windowReason).toBe(
			'The period begins one year before the first known adoption and ends one year after the last known adoption, though the records run to 2026-11-22: nobody is recorded as adopting since'
		);
		expect(
			studyData(atlasOf(row()), null, { ...CHOICE, from: '2009', until: '2012' }).windowReason
		).toBeNull();
	});

	test('says who adopted after a chosen end, exact or by a date', () => {
		const fixture = row();
		fixture.adoptions![9] = { organisation: 9, practice: 0, from: '2019-05-01', by: true };
		const choice = { ...CHOICE, until: '2017' };
		const { leftOut } = prepareStudy(studyData(atlasOf(fixture), null, choice), choice, null);
		expect(leftOut.map(({ reason, names }) => [reason.slice(0, 30), names])).toEqual([
			['who adopted after the period: ', ['council 8']],
			['known only to have adopted by ', ['council 9']]
		]);
	});
});

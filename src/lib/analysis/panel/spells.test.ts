import { describe, expect, test } from 'vitest';
import { adoptionCurve } from '../diffusion/adoption-curve.ts';
import { dayInterval, periodName, periodOf } from './date-interval.ts';
import { dateSensitivity } from './date-sensitivity.ts';
import { NEVER } from './panel.ts';
import { impreciseStarts, panelFromSpells, type AdoptionSpell, type StudyWindow } from './spells.ts';

const YEARS: StudyWindow = { from: '2018', until: '2021', unit: 'year' };
const MONTHS: StudyWindow = { from: '2019-01', until: '2019-12', unit: 'month' };

function spell(
	id: string,
	startedOn: string | null,
	rest: Partial<AdoptionSpell['adoption'] & object> = {}
): AdoptionSpell {
	return {
		id,
		adoption: { startedOn, bound: 'on', endedOn: null, ...rest },
		foundedOn: null,
		closedOn: null
	};
}

const without = (id: string): AdoptionSpell => ({ id, adoption: null, foundedOn: null, closedOn: null });

describe('dates of any precision', () => {
	test.each([
		['2019', 365],
		['2020', 366],
		['2020-02', 29],
		['2019-05-17', 1]
	])('%s means %i days', (text, days) => {
		const { first, last } = dayInterval(text, 'x');
		expect(last - first + 1).toBe(days);
	});

	test.each(['', '19', '2019-13', '2019-02-30', '17/05/2019', 'soon'])('"%s" is no date', (text) => {
		expect(() => dayInterval(text, 'the adoption of "a"')).toThrow('the adoption of "a" is');
	});

	test('a day lies in its year and month', () => {
		const { first } = dayInterval('2019-05-17', 'x');
		expect(periodOf(first, 'year')).toBe(2019);
		expect(periodName(periodOf(first, 'month'), 'month')).toBe('2019-05');
	});
});

describe('spells laid out over periods', () => {
	test('adopted, adopted by, never adopted, stopped and not yet founded are told apart', () => {
		const panel = panelFromSpells(
			[
				spell('on', '2019-03-01'),
				spell('by', '2019', { bound: 'by' }),
				spell('unknown', null),
				without('never'),
				spell('stopped', '2018', { endedOn: '2020-06' }),
				{ ...without('founded'), foundedOn: '2020', closedOn: '2021-02' }
			],
			YEARS
		);
		expect([...panel.adoptedAt]).toEqual([1, 1, 3, NEVER, 0, NEVER]);
		expect([...panel.startKnown]).toEqual([1, 0, 0, 1, 1, 1]);
		expect([...panel.stoppedAt]).toEqual([4, 4, 4, 4, 2, 4]);
		expect([...panel.entersAt]).toEqual([0, 0, 0, 0, 0, 2]);
		expect([...panel.leavesAt]).toEqual([4, 4, 4, 4, 4, 3]);
	});

	test('a spell that starts and stops in one period counts in it', () => {
		const panel = panelFromSpells([spell('brief', '2019-02', { endedOn: '2019-11' })], YEARS);
		expect(adoptionCurve(panel).map(({ adopters }) => adopters)).toEqual([0, 1, 0, 0]);
	});

	test('a date known only to the year moves with the choice', () => {
		const at = (choice: 'earliest' | 'middle' | 'latest'): number =>
			panelFromSpells([spell('a', '2019')], MONTHS, choice).adoptedAt[0]!;
		expect([at('earliest'), at('middle'), at('latest')]).toEqual([0, 6, 11]);
	});

	test.each<[string, AdoptionSpell, string]>([
		[
			'adoption before founding',
			{ ...spell('a', '2019'), foundedOn: '2020' },
			'"a" adopted before it was founded'
		],
		[
			'adoption after closing',
			{ ...spell('a', '2021'), closedOn: '2020-12-31' },
			'"a" adopted after it closed'
		],
		['an end before the start', spell('a', '2020', { endedOn: '2019' }), 'ended before it started'],
		[
			'closing before founding',
			{ ...without('a'), foundedOn: '2020', closedOn: '2019' },
			'closed before it was founded'
		]
	])('rejects %s', (_name, wrong, message) => {
		expect(() => panelFromSpells([wrong], YEARS)).toThrow(message);
	});

	test('accepts an order that is possible within the precision of the dates', () => {
		const panel = panelFromSpells([{ ...spell('a', '2019'), foundedOn: '2019-06-01' }], MONTHS, 'earliest');
		expect(panel.adoptedAt[0]).toBe(5);
	});
});

describe('sensitivity to imprecise dates', () => {
	const spells = [spell('a', '2019'), spell('b', '2019-03-15'), without('c')];
	const early = (panel: { adoptedAt: Int32Array }): number =>
		panel.adoptedAt.filter((at) => at >= 0 && at < 6).length;

	test('shows the figure at both ends and over draws', () => {
		const found = dateSensitivity(spells, MONTHS, early, { draws: 200, seed: 4 });
		expect([found.imprecise, found.earliest, found.middle, found.latest]).toEqual([1, 2, 1, 1]);
		expect(found.draws).toMatchObject({ count: 200, undefined: 0, seed: 4, lower: 1, upper: 2 });
		expect(found.sentence).toBe(
			'1 adoption date is imprecise; moving them within what they may mean takes the figure from 1 to 2.'
		);
		expect(dateSensitivity(spells, MONTHS, early, { draws: 200, seed: 4 })).toEqual(found);
	});

	test('says when it does not matter', () => {
		expect(impreciseStarts(spells, 'year')).toBe(0);
		expect(dateSensitivity(spells, YEARS, early).sentence).toContain('known well enough');
		expect(dateSensitivity(spells, MONTHS, () => null).sentence).toContain('undefined wherever');
	});
});

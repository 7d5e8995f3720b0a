import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNT_FROM, MEMBERSHIP_STATUSES, ORGANISATION_KINDS, STAGES } from '#lib/domain/vocabulary.ts';
import {
	COLOUR_CHOICES,
	DATE_MODES,
	DEFAULT_VIEW,
	VIEW_PARAMETERS,
	parseView,
	viewParameters,
	viewSearch,
	REACHES
} from './view.ts';
import type { View } from './view.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}$/);
const unique = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 4 });

const anyView: fc.Arbitrary<View> = fc.record({
	network: fc.option(slug.filter((name) => name !== 'all')),
	reach: fc.option(fc.constantFrom(...REACHES)),
	query: fc.string({ maxLength: 100 }).map((text) => text.trim()),
	kinds: fc.subarray([...ORGANISATION_KINDS]),
	regions: unique(fc.constantFrom('North West', 'East of England', 'Yorkshire and The Humber', 'Ynys Môn')),
	areas: unique(fc.stringMatching(/^[EWSN][0-9]{8}$/)),
	practices: unique(slug),
	characteristics: unique(
		fc.tuple(slug, fc.integer({ min: 1, max: 9 })).map(([name, at]) => `${name}.${at}`)
	),
	stages: fc.subarray([...STAGES]),
	statuses: fc.subarray([...MEMBERSHIP_STATUSES]),
	countFrom: fc.constantFrom(...COUNT_FROM),
	statedOnly: fc.boolean(),
	inherited: fc.boolean(),
	date: fc.option(fc.integer({ min: -10_000, max: 40_000 })),
	mode: fc.constantFrom(...DATE_MODES),
	months: fc.integer({ min: 1, max: 600 }),
	selection: unique(slug),
	colourBy: fc.constantFrom(...COLOUR_CHOICES)
});

describe('the view in the URL', () => {
	test('comes back as it went in', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				const read = parseView(new URLSearchParams(viewSearch(view)));
				expect(read).toEqual({ view, problems: [] });
			})
		);
	});

	test('is empty for the default view', () => {
		expect(viewSearch(DEFAULT_VIEW)).toBe('');
		expect(parseView(new URLSearchParams())).toEqual({ view: DEFAULT_VIEW, problems: [] });
	});

	test('keeps a page’s own parameters behind it', () => {
		expect(viewSearch({ ...DEFAULT_VIEW, network: 'good-help' }, { sort: 'name', page: null })).toBe(
			'?network=good-help&sort=name'
		);
	});

	test('writes only the parameters it says it owns', () => {
		fc.assert(
			fc.property(anyView, (view) =>
				[...viewParameters(view).keys()].every((name) =>
					(VIEW_PARAMETERS as readonly string[]).includes(name)
				)
			)
		);
	});

	test('falls back field by field, and says so', () => {
		const search = new URLSearchParams(
			'network=Not%20a%20slug&kind=charity~wizard&date=2021-02-30&months=0&mode=later'
		);
		const { view, problems } = parseView(search);
		expect(view).toEqual({ ...DEFAULT_VIEW, kinds: ['charity'] });
		expect(problems).toHaveLength(5);
	});

	test('says a fault once, and counts those after the tenth', () => {
		const twice = parseView(new URLSearchParams('kind=wizard~wizard&stage=wizard'));
		expect(twice.problems).toHaveLength(2);
		const many = parseView(
			new URLSearchParams({ kind: Array.from({ length: 40 }, (_, n) => `w${n}`).join('~') })
		);
		expect(many.problems).toHaveLength(11);
		expect(many.problems.at(-1)).toBe('30 more of its parts are not known either.');
	});

	test('never throws, whatever the address holds', () => {
		const key = fc.constantFrom(...VIEW_PARAMETERS);
		fc.assert(
			fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary', maxLength: 300 }))), (pairs) => {
				const { view } = parseView(new URLSearchParams(pairs));
				expect(parseView(new URLSearchParams(viewSearch(view))).view).toEqual(view);
			})
		);
	});
});

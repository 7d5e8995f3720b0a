import { describe, expect, test } from 'vitest';
import { areaFinder } from '#lib/councils/find-area.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import { isoDay } from '#lib/domain/day.ts';
import { atlasOf } from '../../../tests/fixtures/study-fixture.ts';
import { seededAreas } from '../../../tests/fixtures/seeded-areas.ts';
import { isPartOfArea } from './part-of-area.ts';
import {
	asWritten,
	askedProposals,
	MOST_PROPOSALS,
	otherParameters,
	proposalsSearch,
	proposalParameters,
	readProposal,
	type AreasKnown
} from './asked.ts';

const { wire, areas } = seededAreas();
const atlas = { ...atlasOf({ asOf: '2026-11-22' }), areas };
const known: AreasKnown = { wire, areas, find: areaFinder(wire, atlas, atlas.asOf) };
const read = (search: string) =>
	askedProposals(new URLSearchParams(search)).map((asked) => readProposal(asked, known));
const first = (search: string) => read(search)[0]!;
const problems = (search: string) => first(search).problems;
const codeOf = (name: string) => areas.find((area) => area.name === name)!.code;
const [DOVER, THANET, SWALE] = ['Dover', 'Thanet', 'Swale'].map(codeOf) as [string, string, string];

describe('a proposal in an address', () => {
	test('is read from codes and names alike, with its name and day', () => {
		const { proposal, problems } = first(`areas=${THANET}~dover district&name=East Kent&day=1 April 2028`);
		expect(problems).toEqual([]);
		expect(proposal).toMatchObject({ codes: [DOVER, THANET].sort(), name: 'East Kent' });
		expect(isoDay(proposal!.day!.day)).toBe('2028-04-01');
	});

	test('may take a county as it stands, by name or code', () => {
		const kent = wire.upper.find(({ name }) => name === 'Kent')!;
		for (const asked of [
			`areas=${kent.code}`,
			'areas=Kent County Council',
			'areas=&add=Kent County Council'
		]) {
			const { proposal, notes } = first(asked);
			expect(proposal?.codes).toHaveLength(kent.districts.length);
			expect(proposal?.name).toBe('New council for Kent');
			expect(notes[0]).toMatch(/^Kent is taken as it stands, with its 12 councils/);
		}
	});

	test('stands beside others, each by its number', () => {
		const [one, two] = read(`areas=${DOVER}~${THANET}&areas-2=${SWALE}~${DOVER}&name-2=West`);
		expect(one!.proposal!.name).toBe('New council 1');
		expect(two!.proposal!.name).toBe('West');
		expect(read(`areas-${MOST_PROPOSALS + 1}=${DOVER}`)).toEqual([]);
		expect(read('')).toEqual([]);
	});

	test('is numbered anew when one before it is left out, and what says no proposal is kept', () => {
		const search = new URLSearchParams(
			`areas=${DOVER}~${THANET}&areas-3=${SWALE}~${DOVER}&name-3=West&group=all&add-3=`
		);
		const written = askedProposals(search).map((asked) => asWritten(readProposal(asked, known)));
		expect(proposalsSearch(written.slice(1), otherParameters(search))).toBe(
			`?${new URLSearchParams({ areas: [DOVER, SWALE].sort().join('~'), name: 'West', group: 'all' }).toString()}`
		);
	});

	test('is written again so that it is read as the same', () => {
		const one = first(`areas=Thanet~Dover~Swale&name=East Kent&day=2028`);
		const again = first(new URLSearchParams(proposalParameters(asWritten(one), 1)).toString());
		expect(again.proposal).toEqual(one.proposal);
	});
});

describe('bad input is one clear sentence', () => {
	const all = areas.map(({ code }) => code).join('~');
	test.each([
		['no area', 'areas=', 'Choose two or more areas: no area was given.'],
		['one area', `areas=${DOVER}`, 'Dover alone is a council already: choose at least one more area.'],
		[
			'two nations',
			`areas=${codeOf('Herefordshire, County of')}~${codeOf('Powys')}`,
			'Herefordshire, County of is in England and Powys in Wales: a council lies in one nation.'
		],
		['an area twice', `areas=${DOVER}~${THANET}~Dover`, 'Dover was given twice; it counts once.'],
		['361 areas', `areas=${all}`, 'A council is drawn of at most 40 areas, and 361 were given.'],
		[
			'a name of 300 letters',
			`areas=${DOVER}~${THANET}&name=${'x'.repeat(300)}`,
			'The name has 300 letters; use at most 120.'
		],
		[
			'a day before 1974',
			`areas=${DOVER}~${THANET}&day=1 May 1970`,
			'Councils as they are now began on 1 Apr 1974: a new one cannot begin before that.'
		],
		[
			'no day',
			`areas=${DOVER}~${THANET}&day=31 February 2028`,
			'“31 February 2028” is no day of the calendar; write it like 1 April 2028.'
		],
		[
			'a day too far ahead',
			`areas=${DOVER}~${THANET}&day=1 April 20280`,
			'“1 April 20280” is no day of the calendar; write it like 1 April 2028.'
		],
		['a year too far ahead', `areas=${DOVER}~${THANET}&day=2208`, 'The day is after 2100: check the year.'],
		['nobody', `areas=${DOVER}~Atlantis`, 'There is no council, now or before, called “Atlantis”.']
	])('%s', (_, search, sentence) => expect(problems(search)).toEqual([sentence]));

	test('an area that ended, with what is there now to choose', () => {
		for (const ended of ['South Lakeland', 'E07000031']) {
			const { problems, choices, proposal } = first(`areas=${ended}~${codeOf('Cumberland')}`);
			expect(problems).toEqual([
				'South Lakeland District Council no longer exists; Westmorland and Furness took its place: choose that one instead.'
			]);
			expect(choices.map(({ name }) => name)).toEqual(['Westmorland and Furness']);
			expect(proposal).toBeNull();
		}
	});

	test('an area that was divided asks which', () => {
		const { problems, choices } = first(`areas=Northamptonshire County Council~${codeOf('Rutland')}`);
		expect(problems).toHaveLength(1);
		expect(choices.map(({ name }) => name).sort()).toEqual([
			'North Northamptonshire',
			'West Northamptonshire'
		]);
	});

	test.each([
		'part of Dover',
		'the northern half of Dover',
		'Deal ward',
		'Dover wards',
		'E05012345',
		'E04004967',
		'E01024199',
		'W05000123',
		'some parishes of Swale'
	])('a part of an area: %s', (part) =>
		expect(problems(`areas=${part}~${THANET}`)).toEqual([
			expect.stringMatching(/ is a part of an area: .*whole areas only/)
		])
	);

	test('and no council’s name is taken for a part of one', () => {
		for (const body of COUNCILS) {
			for (const name of [body.name, ...body.names, ...body.formerNames, ...body.gss, ...body.formerGss]) {
				expect(isPartOfArea(name), name).toBe(false);
			}
		}
	});

	test('a proposal with no fault in its areas is still drawn where one was given twice', () => {
		expect(first(`areas=${DOVER}~${THANET}~Dover`).proposal?.codes).toEqual([DOVER, THANET].sort());
	});
});

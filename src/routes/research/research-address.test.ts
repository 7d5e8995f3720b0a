import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import {
	parseResearch,
	populationWords,
	printResearch,
	studyChoice,
	USUAL_RESEARCH,
	type ResearchState
} from './research-address.ts';

const USUAL = 'listening';
const from = (search: string) => parseResearch(new URLSearchParams(search));

describe('the address of a study', () => {
	test('a plain address is the usual study and prints nothing', () => {
		expect(from('')).toEqual({ state: USUAL_RESEARCH, problems: [] });
		expect(Object.values(printResearch(USUAL_RESEARCH)).every((value) => value === null)).toBe(true);
	});

	test('comes back as it was printed', () => {
		const state: ResearchState = {
			bodies: 'all',
			types: ['london_borough', 'welsh_unitary'],
			from: '2018-10',
			until: '2020',
			unit: 'month',
			weights: ['county', 'distance'],
			km: 30,
			groupBy: 'nation',
			shuffles: 199,
			seed: 42
		};
		const printed = Object.entries(printResearch(state)).filter(
			(pair): pair is [string, string] => pair[1] !== null
		);
		expect(from(new URLSearchParams(printed).toString())).toEqual({ state, problems: [] });
	});

	test.each([
		'bodies=ghosts',
		'weights=border~gossip',
		'unit=week',
		'from=2019-13',
		'km=0',
		'shuffles=1000000',
		'seed=x',
		'type=moon'
	])('“%s” falls back alone and says so', (search) => {
		const { state, problems } = from(`${search}&group=nation`);
		expect(problems).toHaveLength(1);
		expect(state.groupBy).toBe('nation');
	});
});

describe('studyChoice', () => {
	test('studies councils and the usual practice until told otherwise', () => {
		const choice = studyChoice(DEFAULT_VIEW, USUAL_RESEARCH, USUAL);
		expect(choice.practice).toBe(USUAL);
		expect(choice.population.kinds).toEqual(['council']);
		expect(choice.weights).toEqual(['border', 'region', 'likeness']);
	});

	test('members of a network are studied whatever they are', () => {
		const choice = studyChoice({ ...DEFAULT_VIEW, network: 'ccin' }, USUAL_RESEARCH, USUAL);
		expect(choice.population.kinds).toEqual([]);
		expect(choice.weights).toContain('ties');
		expect(populationWords(choice, 'CCIN')).toBe('organisations that are or were members of CCIN');
	});

	test('what the reader says of bodies goes before the network and kinds of the view', () => {
		const view = { ...DEFAULT_VIEW, network: 'ccin', kinds: ['charity' as const] };
		const kindsOf = (bodies: ResearchState['bodies']) =>
			studyChoice(view, { ...USUAL_RESEARCH, bodies }, USUAL).population.kinds;
		expect([kindsOf(null), kindsOf('councils'), kindsOf('all')]).toEqual([['charity'], ['council'], []]);
		expect(printResearch(from('bodies=councils').state)['bodies']).toBe('councils');
	});

	test('bodies picked by hand are studied whatever they are', () => {
		const picked = { ...DEFAULT_VIEW, selection: ['greater-manchester-combined-authority'] };
		expect(studyChoice(picked, USUAL_RESEARCH, USUAL).population.kinds).toEqual([]);
	});

	test('a set of peers comes as areas of the view', () => {
		const choice = studyChoice(
			{ ...DEFAULT_VIEW, areas: ['E06000001', 'E06000002'], regions: ['Wales'] },
			USUAL_RESEARCH,
			USUAL
		);
		expect(populationWords(choice, null)).toBe('councils in Wales, of 2 chosen areas');
	});
});

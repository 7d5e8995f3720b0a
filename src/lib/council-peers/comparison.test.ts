import { describe, expect, test } from 'vitest';
import { atlasOf, BORDERS, row } from '../../../tests/fixtures/study-fixture.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { compareCouncils } from './comparison.ts';

const atlas = atlasOf(
	row({
		practices: [{ slug: 'looked-at' }, { slug: 'done' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2020-01-01', stages: [['exploring', '2020-01-01']] },
			{ organisation: 1, practice: 0, from: '2020-01-01', stages: [['exploring', '2020-01-01']] },
			{ organisation: 0, practice: 1, from: '2020-01-01' }
		],
		ties: [
			{ a: 0, b: 1, kind: 'works with', from: '2015-01-01', to: '2018-01-01' },
			{ a: 1, b: 0, kind: 'mentors', from: '2019-01-01' },
			{ a: 0, b: 5, kind: 'works with', from: '2030-01-01' }
		]
	})
);
const codes = atlas.areas.slice(0, 2).map(({ code }) => code);
const { councils, practices } = compareCouncils(select(atlas, DEFAULT_VIEW), BORDERS, codes);

describe('councils side by side', () => {
	test('count ties that run apart from those that ended, and none that is yet to begin', () => {
		expect(councils.map(({ ties, endedTies }) => [ties, endedTies])).toEqual([
			[1, 1],
			[1, 1]
		]);
	});

	test('name each tie from either end, with its end where it has one', () => {
		expect(councils.map(({ tiedTo }) => tiedTo.map(({ words, until }) => [words, until]))).toEqual([
			[
				['mentored by', null],
				['works with', '1 Jan 2018']
			],
			[
				['mentors', null],
				['works with', '1 Jan 2018']
			]
		]);
	});

	test('put what is done before what is only looked at', () => {
		expect(practices.map(({ slug }) => slug)).toEqual(['done', 'looked-at']);
	});
});

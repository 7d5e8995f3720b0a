import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { libraryFacets } from './library-facets.ts';
import { listLibrary, NO_FILTER, parseLibraryFilter, printLibraryFilter } from './library.ts';
import type { LibraryFilter } from './library.ts';

const atlas = buildAtlas(
	wireFixture({
		asOf: '2026-11-22',
		organisations: [{ slug: 'rochdale' }, { slug: 'leeds' }],
		links: [
			{ slug: 'made', organisations: [[0, 'made']], published: '2019-05-01' },
			{
				slug: 'attended',
				organisations: [
					[0, 'attended'],
					[1, 'made']
				],
				published: '2020-05-01'
			},
			{ slug: 'asks', question: 'Why?', language: 'cy', published: '2021-05-01' },
			{ slug: 'past', kind: 'event', starts: '2026-11-21T10:00:00Z' },
			{ slug: 'runs', kind: 'event', starts: '2026-11-20T10:00:00Z', ends: '2026-11-22T16:00:00Z' },
			{ slug: 'coming', kind: 'webinar', starts: '2026-12-01T10:00:00Z' }
		]
	})
);
const listed = (part: Partial<LibraryFilter>) =>
	listLibrary(atlas, DEFAULT_VIEW, { ...NO_FILTER, ...part }).map((row) => atlas.links[row]!.slug);

describe('filters of the library', () => {
	test('an organisation and its part are looked for together', () => {
		expect(listed({ organisations: ['rochdale'] })).toEqual(['made', 'attended']);
		expect(listed({ organisations: ['rochdale'], roles: ['made'] })).toEqual(['made']);
		expect(listed({ roles: ['made'] })).toEqual(['made', 'attended']);
		expect(listed({ organisations: ['nobody'] })).toEqual([]);
	});

	test('language, question, first day and what is still to come', () => {
		expect(listed({ languages: ['cy'] })).toEqual(['asks']);
		expect(listed({ isAsking: true })).toEqual(['asks']);
		expect(listed({ from: day('2021-01-01') })).toEqual(['asks', 'past', 'runs', 'coming']);
		expect(listed({ isUpcoming: true })).toEqual(['runs', 'coming']);
	});

	test('come back from an address as they went in, and what is damaged is left out', () => {
		const filter: LibraryFilter = {
			...NO_FILTER,
			...{ types: ['event'], organisations: ['rochdale'], roles: ['made', 'about'], languages: ['cy'] },
			...{ from: day('2021-01-01'), isUpcoming: true, isAsking: true }
		};
		const printed = Object.entries(printLibraryFilter(filter)).filter(
			(pair): pair is [string, string] => pair[1] !== null
		);
		expect(parseLibraryFilter(new URLSearchParams(printed))).toEqual(filter);
		const damaged = 'role=king&language=<b>&from=2021-13-01&upcoming=1&organisation=../x';
		expect(parseLibraryFilter(new URLSearchParams(damaged))).toEqual(NO_FILTER);
	});

	test('a facet says how many links it would leave', () => {
		const facets = libraryFacets(atlas, DEFAULT_VIEW, { ...NO_FILTER, organisations: ['rochdale'] });
		expect(facets.organisations.map(({ value, count }) => [value, count])).toEqual([
			['rochdale', 2],
			['leeds', 1]
		]);
		expect(facets.roles.map(({ value, count }) => [value, count])).toEqual([
			['made', 1],
			['attended', 1]
		]);
		const all = libraryFacets(atlas, DEFAULT_VIEW, NO_FILTER);
		expect([all.upcoming, all.asking]).toEqual([2, 1]);
		expect(all.languages.map(({ label, count }) => [label, count])).toEqual([
			['English', 5],
			['Welsh', 1]
		]);
	});
});

import { describe, expect, test } from 'vitest';
import type { LearningLink } from '#lib/domain/atlas.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { compareLinks, parseLibraryFilter } from './library.ts';

const link = (part: Partial<LearningLink>): LearningLink => ({
	key: 'link-a',
	slug: 'a',
	title: 'A',
	url: 'https://example.org/',
	kind: 'report',
	publisher: null,
	summary: null,
	question: null,
	language: 'en',
	network: null,
	publishedOn: null,
	publishedPrecision: 'day',
	startsAt: null,
	endsAt: null,
	allDay: false,
	rating: null,
	isSample: false,
	practices: [],
	characteristics: [],
	organisations: [],
	...part
});

describe('order of the library', () => {
	const old = link({ title: 'Old', publishedOn: 1000 });
	const fresh = link({ title: 'Fresh', publishedOn: 2000 });
	const undated = link({ title: 'Undated' });

	test('puts what has no date last, whichever way it is turned', () => {
		const titles = (isDescending: boolean) =>
			[undated, old, fresh].sort(compareLinks('date', isDescending)).map(({ title }) => title);
		expect(titles(true)).toEqual(['Fresh', 'Old', 'Undated']);
		expect(titles(false)).toEqual(['Old', 'Fresh', 'Undated']);
	});

	test('does not treat what nobody rated as rated nothing', () => {
		const rated = link({ title: 'Rated', rating: { average: 1, count: 1 } });
		expect([undated, rated].sort(compareLinks('rating', true))[0]).toBe(rated);
	});
});

test('the day of an event is the day it takes place', () => {
	expect(linkDay(link({ publishedOn: 1, startsAt: '1970-01-11T10:00:00Z' }))).toBe(10);
});

test('unknown kinds are left out of the filter', () => {
	expect(parseLibraryFilter(new URLSearchParams('type=report~spell')).types).toEqual(['report']);
});

import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { latestChanges } from './changes.ts';
import { adoptionEvents, linkEvents, presenceEvents } from './dated-events.ts';
import { USUAL_CHOICE } from './network-choice.ts';
import { networkPicture } from './network-picture.ts';
import { DEFAULT_VIEW } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		organisations: ['day', 'month', 'year', 'by', 'undated', 'tries', 'inferred'].map((slug) => ({ slug })),
		practices: [{ slug: 'listening' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-05-02', to: '2021-03-04' },
			{ organisation: 1, practice: 0, from: '2019-06-01', precision: 'month' },
			{ organisation: 2, practice: 0, from: '2020-01-01', precision: 'year' },
			{ organisation: 3, practice: 0, from: '2020-02-03', by: true },
			{ organisation: 4, practice: 0 },
			{ organisation: 5, practice: 0, from: '2022-01-05', stage: 'piloting' },
			{ organisation: 6, practice: 0, from: '2022-02-02', inferred: true }
		]
	})
);
const everybody = new Set([0, 1, 2, 3, 4, 5, 6]);
const NOTE =
	'1 is known to its month only. 1 is known to its year only, and spread over its quarters. ' +
	'Left out: 2 begun on a day that is not recorded.';

test('only what is known to have happened is an event, as exactly as it is known', () => {
	expect(adoptionEvents(select(atlas, DEFAULT_VIEW), atlas.asOf)).toEqual({
		days: [day('2019-05-02'), day('2019-06-01'), day('2022-02-02')],
		years: [day('2020-01-01')],
		note: NOTE
	});
});

test('events obey what counts as a fact, from which stage, and the last day', () => {
	const days = (part: Partial<typeof DEFAULT_VIEW>, until = atlas.asOf) =>
		adoptionEvents(select(atlas, { ...DEFAULT_VIEW, ...part }), until).days;
	expect(days({ statedOnly: true })).not.toContain(day('2022-02-02'));
	expect(days({ countFrom: 'piloting' })).toContain(day('2022-01-05'));
	expect(days({}, day('2019-05-31'))).toEqual([day('2019-05-02')]);
});

test('presences in a view begin and end with the same events', () => {
	const view = { ...DEFAULT_VIEW, practices: ['listening'] };
	const { days, note } = presenceEvents(select(atlas, view).presences, atlas.asOf);
	expect([...days].sort()).toEqual(['2019-05-02', '2019-06-01', '2021-03-04', '2022-02-02'].map(day).sort());
	expect(note).toBe(NOTE);
});

test('the latest changes tell of no date by which something was already there', () => {
	const changes = latestChanges(select(atlas, DEFAULT_VIEW), everybody, atlas.asOf, 20);
	expect(changes.map(({ organisation, verb }) => [atlas.organisations.slug[organisation], verb])).toEqual([
		['inferred', 'adopted'],
		['tries', 'began to try'],
		['day', 'no longer does'],
		['year', 'adopted'],
		['month', 'adopted'],
		['day', 'adopted']
	]);
});

test('links begin with the same events', () => {
	const { links } = networkPicture(select(atlas, DEFAULT_VIEW), USUAL_CHOICE);
	expect(linkEvents(links, atlas.asOf)).toEqual({
		days: [day('2019-05-02'), day('2019-06-01'), day('2022-02-02')],
		years: [day('2020-01-01')],
		note: NOTE
	});
	expect(linkEvents(links, day('2019-05-31')).days).toEqual([day('2019-05-02')]);
});

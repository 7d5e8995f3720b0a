import { expect, test } from 'vitest';
import type { StageSeries } from '#lib/analysis/graph/stage-series.ts';
import { day } from '../../../tests/fixtures/atlas-fixture.ts';
import { DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';
import type { DatePrecision } from '#lib/domain/vocabulary.ts';
import { NO_EVENT, ON_THE_DAY } from '#lib/view/known-event.ts';
import { linkNote, linkText } from './link-words.ts';
import { piecesText, sinceText, yearText } from './stage-words.ts';

const month = { day: day('2020-01-31') } as StageSeries['months'][number];
const series: StageSeries = { months: [month], since: day('2024-03-31'), isSinceStart: false, yearAgo: null };

test('a stage that reaches back to the first month looked at may be older', () => {
	expect(sinceText(series)).toBe('At this stage since March 2024.');
	expect(sinceText({ ...series, isSinceStart: true })).toBe(
		'At this stage in every month looked at, from January 2020 on; it may have been before.'
	);
	expect(sinceText({ ...series, since: null })).toBeNull();
});

test('a year says who came and went', () => {
	const yearAgo = {
		day: 0,
		stage: 'multi-hub',
		joined: [1, 2],
		left: []
	} as unknown as StageSeries['yearAgo'];
	expect(yearText({ ...series, yearAgo }, 'core-periphery')).toBe(
		'A year ago: several hubs. Since then 2 joined and 0 left.'
	);
	expect(yearText(series, 'multi-hub')).toBeNull();
});

test('the pieces without a hub are counted', () => {
	expect(piecesText([5, 2, 1, 1])).toBe(
		'Its part would fall into 4 pieces, the largest of 5 organisations; 2 organisations would be left without any link.'
	);
	expect(piecesText([5])).toBeNull();
});

test('a link says what it is from either end, since when, and whether anybody stated it', () => {
	const link = { kind: 'learnt from', thing: null } as const;
	expect(linkText({ ...link, isFrom: true })).toBe('it learnt from them');
	expect(linkText({ ...link, isFrom: false })).toBe('they learnt from it');
	expect(linkText({ kind: 'does', isFrom: true, thing: 'Family safeguarding' })).toBe(
		'both do “Family safeguarding”'
	);
	const note = { since: day('2024-03-01'), begun: ON_THE_DAY, until: null, isInferred: false };
	expect(linkNote({ ...note, isInferred: true })).toBe('since 1 Mar 2024, inferred');
	expect(linkNote({ ...note, since: null, begun: NO_EVENT })).toBe('since when is not on record, stated');
});

test('a link says its first day no more exactly than that is known', () => {
	const note = { since: day('2019-03-03'), until: null, isInferred: false };
	const known = (precision: DatePrecision) => DATE_PRECISIONS.indexOf(precision);
	expect(linkNote({ ...note, begun: NO_EVENT })).toBe('there by 3 Mar 2019, stated');
	expect(linkNote({ ...note, begun: known('month') })).toBe('since March 2019, stated');
	expect(linkNote({ ...note, begun: known('year') })).toBe('since 2019, stated');
});

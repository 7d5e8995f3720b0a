import { describe, expect, test } from 'vitest';
import type { Atlas } from '#lib/domain/atlas.ts';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import {
	countOrganisations,
	earliestShown,
	hasEvidence,
	listCatalogue,
	parseEvidence,
	USUAL_ORDER
} from './catalogue.ts';
import { homePicture } from '#lib/home/home.ts';
import { learningPaths, practiceAdoption, practiceView } from './adoption-record.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'Hartlepool', region: 'North East' },
			{ code: 'W06000001', name: 'Ynys Môn', region: 'Wales' }
		],
		networks: [{ slug: 'good-help' }],
		organisations: [
			{ slug: 'first', area: 0 },
			{ slug: 'learner', area: 1 },
			{ slug: 'ended', area: 0 },
			{ slug: 'undated', area: 0, founded: '1990-01-01' },
			{ slug: 'invented', sample: true }
		],
		practices: [{ slug: 'listening' }, { slug: 'walking' }],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2012-01-01', by: true, precision: 'year' },
			{ organisation: 1, practice: 0, from: '2015-05-01', learnedFrom: 0 },
			{ organisation: 2, practice: 0, from: '2014-01-01', to: '2016-01-01' },
			{ organisation: 3, practice: 0 },
			{ organisation: 4, practice: 0, from: '2014-01-01' },
			{ organisation: 1, practice: 1, from: '2020-01-01', stage: 'exploring' }
		]
	})
);
const view = (part: Partial<View>): View => ({ ...DEFAULT_VIEW, ...part });
const listed = (part: Partial<View>) =>
	listCatalogue(select(atlas, view(part)), USUAL_ORDER).map(({ slug, adopters }) => [slug, adopters]);

const adoptionOf = (of: Atlas, practice: number, asked: View) =>
	practiceAdoption(select(of, practiceView(asked, of.practices[practice]!.slug)), practice);

describe('listCatalogue', () => {
	test('counts what is in place now, without what ended, explores or is invented', () => {
		expect(listed({})).toEqual([
			['listening', 3],
			['walking', 0]
		]);
	});

	test('counts on another date', () => {
		expect(listed({ date: day('2015-01-01') })[0]).toEqual(['listening', 3]);
		expect(listed({ date: day('2012-06-01') })[0]).toEqual(['listening', 2]);
		// What began on an unknown day is not credited to a day on which nobody is on record with it.
		expect(listed({ date: day('2011-12-31') })[0]).toEqual(['listening', 0]);
	});

	test('counts only in the regions of the view, and gives the number it is out of', () => {
		expect(listed({ regions: ['Wales'] })[0]).toEqual(['listening', 1]);
		expect(countOrganisations(select(atlas, view({ regions: ['Wales'] })))).toBe(1);
		expect(countOrganisations(select(atlas, view({})))).toBe(4);
	});

	test('finds words', () => {
		expect(listed({ query: 'walk' }).map(([slug]) => slug)).toEqual(['walking']);
	});
});

describe('evidence', () => {
	test('reads known levels only, and lets all pass where none is asked for', () => {
		expect(parseEvidence(new URLSearchParams('evidence=promising~magic'))).toEqual(['promising']);
		const entries = listCatalogue(select(atlas, DEFAULT_VIEW), USUAL_ORDER);
		expect(entries.filter(hasEvidence([]))).toHaveLength(2);
		expect(entries.filter(hasEvidence(['promising']))).toHaveLength(0);
	});
});

test('small pictures begin with the first start, or ten years back where there is none', () => {
	expect(earliestShown(listCatalogue(select(atlas, DEFAULT_VIEW), USUAL_ORDER), atlas.asOf)).toBe(
		day('2012-01-01')
	);
	expect(earliestShown([], 10_000)).toBe(6350);
});

describe('a council that was abolished', () => {
	const reorganised = buildAtlas(
		wireFixture({
			networks: [{ slug: 'record' }],
			organisations: [
				{ slug: 'gone', kind: 'council', closed: '2021-04-01' },
				{ slug: 'here', kind: 'council' },
				{ slug: 'stopped-before', kind: 'council', closed: '2021-04-01' }
			],
			practices: [{ slug: 'declaring', network: 0 }],
			adoptions: [
				{ organisation: 0, practice: 0, from: '2019-07-01' },
				{ organisation: 1, practice: 0, from: '2019-08-01' },
				{ organisation: 2, practice: 0, from: '2019-08-01', to: '2020-01-01' }
			]
		})
	);
	const spread = (iso: string | null) =>
		adoptionOf(reorganised, 0, view({ date: iso === null ? null : day(iso) }));

	test('no longer has in place what it did, and did it once', () => {
		expect(spread(null)).toMatchObject({ inPlace: 1, outOf: 1, closedWith: 1 });
		expect(spread(null).series.at(-1)).toMatchObject({ inPlace: 1, everBegun: 3 });
		expect(spread('2019-12-01')).toMatchObject({ inPlace: 3, outOf: 3 });
	});

	test('is counted alike by the catalogue and by the front page', () => {
		expect(listCatalogue(select(reorganised, DEFAULT_VIEW), USUAL_ORDER)[0]!.adopters).toBe(1);
		expect(homePicture(select(reorganised, DEFAULT_VIEW))).toMatchObject({
			figures: { active: 1, practices: 1, adoptionCount: 3 }
		});
	});

	test('says so in its row, and does not say that it stopped', () => {
		const rows = spread(null).adopters.map(({ slug, closing, until, stage }) => [
			slug,
			closing,
			until,
			stage
		]);
		expect(rows).toEqual([
			['gone', 'until its abolition on 1 Apr 2021', null, 'adopted'],
			['here', null, null, 'adopted'],
			['stopped-before', null, '1 Jan 2020', 'ended']
		]);
	});
});

test('a selection is counted among those selected, here as in the catalogue', () => {
	const selected = view({ selection: ['learner', 'undated'] });
	expect(countOrganisations(select(atlas, selected))).toBe(2);
	expect(listCatalogue(select(atlas, selected), USUAL_ORDER)[0]!.adopters).toBe(2);
	expect(adoptionOf(atlas, 0, selected)).toMatchObject({ inPlace: 2, outOf: 2 });
});

describe('practiceAdoption', () => {
	const spread = adoptionOf(atlas, 0, DEFAULT_VIEW);

	test('puts oldest first and those without a date last', () => {
		expect(spread.adopters.map(({ slug, since }) => [slug, since])).toEqual([
			['first', 'by 2012'],
			['ended', '1 Jan 2014'],
			['learner', '1 May 2015'],
			['undated', 'date not recorded']
		]);
	});

	test('keeps what has no date off the curve, and says how many', () => {
		expect(spread.undatedEnds).toEqual([null]);
		expect(spread).toMatchObject({ inPlace: 3, outOf: 4, closedWith: 0 });
		expect(spread.series.at(-1)).toMatchObject({ inPlace: 2, everBegun: 3 });
		expect(spread.series[0]).toMatchObject({ begun: 1, begunBy: 1 });
	});

	test('shows what ended as stopped', () => {
		expect(spread.adopters.find(({ slug }) => slug === 'ended')?.stage).toBe('ended');
	});

	test('lists who passed it on', () => {
		expect(
			learningPaths(spread.adopters).map(({ source, learners }) => [source.slug, learners.length])
		).toEqual([['first', 1]]);
	});

	test('is empty, not wrong, for a practice nobody has', () => {
		const none = adoptionOf(atlas, 1, view({ regions: ['North East'] }));
		expect(none).toMatchObject({ adopters: [], series: [], undatedEnds: [], inPlace: 0 });
	});
});

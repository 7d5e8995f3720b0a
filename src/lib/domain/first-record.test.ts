import { expect, test } from 'vitest';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { buildAtlas } from './build-atlas.ts';
import { isoDay } from './day.ts';

const wire = wireFixture({
	asOf: '2026-11-22',
	networks: [{ slug: 'n' }],
	organisations: [
		'does',
		'stopped',
		'joined',
		'invited',
		'tied',
		'named',
		'before',
		'after',
		'yet to come',
		'nothing'
	].map((slug) => ({ slug })),
	practices: [{ slug: 'dated' }, { slug: 'older than anybody', started: '2001-01-01' }, { slug: 'undated' }],
	adoptions: [
		{ organisation: 0, practice: 0, from: '2012-05-01' },
		{ organisation: 0, practice: 1, from: '2015-05-01' },
		{ organisation: 1, practice: 2, to: '2010-01-01' },
		{ organisation: 8, practice: 0, from: '2030-01-01' }
	],
	memberships: [
		{ organisation: 2, network: 0, from: '2011-01-01' },
		{ organisation: 3, network: 0, invited: '2013-01-01', from: '2014-01-01' }
	],
	ties: [{ a: 4, b: 0, from: '2016-01-01' }],
	links: [{ slug: 'report', published: '2017-03-01', organisations: [[5, 'about']] }]
});
wire.successions = { predecessor: [6], successor: [7], on: [day('2009-04-01')], source_url: [null] };
const { organisations, practices, index } = buildAtlas(wire);

test('an organisation is on record from the first thing of it that has a day, never after the snapshot', () => {
	expect(
		Object.fromEntries(
			organisations.slug.map((slug, row) => [slug, isoDay(organisations.recordedFrom[row]!)])
		)
	).toEqual({
		does: '2012-05-01',
		stopped: '2010-01-01',
		joined: '2011-01-01',
		invited: '2013-01-01',
		tied: '2016-01-01',
		named: '2017-03-01',
		before: '2009-03-31',
		after: '2009-04-01',
		'yet to come': '2026-11-22',
		nothing: '2026-11-22'
	});
});

test('a practice is used from the first day of anybody, or its own start before that', () => {
	expect(Object.fromEntries(practices.map(({ slug }, row) => [slug, isoDay(index.firstUse[row]!)]))).toEqual({
		dated: '2012-05-01',
		'older than anybody': '2001-01-01',
		undated: '2026-11-22'
	});
});

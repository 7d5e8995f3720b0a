import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { readNetworkFrame, readNetworkPage, readNetworkRows } from './network-computations.ts';
import { NODE_ORDER } from './network-table.ts';

const areas = {
	codes: [],
	indicators: [],
	adjacency: { a: [], b: [], km: [] },
	former: { code: [], current: [] },
	upper: []
};
const ground = (count: number) => ({
	areas,
	atlas: buildAtlas(
		wireFixture({ organisations: Array.from({ length: count }, (_, at) => ({ slug: `o${at}` })) })
	)
});
const table = {
	view: DEFAULT_VIEW,
	choice: { ...USUAL_CHOICE, show: 'table' as const },
	list: { ...NODE_ORDER, page: 1 }
};

test('a network is read with its table, a hundred rows a page', () => {
	const { frame, table: rows } = readNetworkPage(ground(120), { ...table, settled: [] });
	expect(frame.reading?.organisations).toBe(120);
	expect([rows?.rows.length, rows?.pages]).toEqual([100, 2]);
});

test('a network too large for a page is counted, not read, and its table has what is read off the links', () => {
	const large = ground(5001);
	const { frame, table: rows } = readNetworkPage(large, { ...table, settled: [] });
	expect([frame.counts.nodes, frame.reading, rows?.pages]).toEqual([5001, null, 51]);
	expect(rows?.rows[0]).toMatchObject({ community: null, figures: { links: 0 } });
	expect(rows?.rows[0]?.figures).not.toHaveProperty('betweenness');
	expect(readNetworkFrame(large, table).frame.reading).toBeNull();
});

test('a file is waited for longer than a page, and beyond that has what is read off the links', () => {
	expect(readNetworkRows(ground(5001), table)[0]?.figures).toHaveProperty('betweenness');
	const huge = readNetworkRows(ground(10_001), table);
	expect(huge).toHaveLength(10_001);
	expect(huge[0]?.figures).not.toHaveProperty('betweenness');
});

test('the strip of dates spreads a year over its quarters and leaves out dates by which a link was there', () => {
	const atlas = buildAtlas(
		wireFixture({
			organisations: [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }],
			ties: [
				{ a: 0, b: 1, from: '2019-01-01', precision: 'year' },
				{ a: 0, b: 2, from: '2020-02-01', by: true },
				{ a: 1, b: 2, from: '2021-05-01' }
			]
		})
	);
	const { strip } = readNetworkFrame({ atlas, areas }, table).frame;
	const counts = strip.bins.flatMap(({ label, count }) => (count === 0 ? [] : [`${label}: ${count}`]));
	expect(counts).toEqual([
		'January 2019 to March 2019: 0.25',
		'April 2019 to June 2019: 0.25',
		'July 2019 to September 2019: 0.25',
		'October 2019 to December 2019: 0.25',
		'April 2021 to June 2021: 1'
	]);
	expect(strip.note).toContain('Left out: 1 begun on a day that is not recorded');
});

import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { memberRows } from './member-rows.ts';
import { pseudonyms } from './pseudonyms.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [
			{ code: 'E06000001', name: 'One', region: 'North' },
			{ code: 'E06000002', name: 'Two', region: 'South' }
		],
		networks: [{ slug: 'circle' }],
		organisations: Array.from({ length: 7 }, (_, at) => ({ slug: `body-${at}`, area: at < 5 ? 0 : 1 })),
		memberships: Array.from({ length: 7 }, (_, at) => ({ organisation: at, network: 0, from: '2020-03-17' }))
	})
);

describe('memberRows', () => {
	const { rows } = memberRows(atlas, 'circle', pseudonyms());

	test('gives a region only where five share it with their kind', () => {
		expect(rows.filter((row) => row[2] === 'North')).toHaveLength(5);
		expect(rows.filter((row) => row[2] === null)).toHaveLength(2);
	});

	test('tells neither names nor days, nor who is who by their order', () => {
		const text = JSON.stringify(rows);
		expect(text).not.toContain('body');
		expect(text).not.toContain('2020-03-17');
		expect(rows.map(([id]) => id)).toEqual(rows.map(([id]) => id).sort());
	});
});

describe('pseudonyms', () => {
	test('hold within a download and differ between downloads', () => {
		const [one, two] = [pseudonyms(), pseudonyms()];
		expect(one('a')).toBe(one('a'));
		expect(one('a')).not.toBe(one('b'));
		expect(one('a')).not.toBe(two('a'));
		expect(one('a')).toMatch(/^b[0-9a-f]{16}$/);
	});
});

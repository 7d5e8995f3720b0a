import { expect, test } from 'vitest';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { buildAtlas } from './build-atlas.ts';
import { isPlace } from './place.ts';

test('a lost, swapped or unreachable coordinate is no place', () => {
	expect(isPlace(0, 0)).toBe(false);
	expect(isPlace(53.6, -2.15)).toBe(true);
	expect(isPlace(-2.15, 153)).toBe(false);
	expect(isPlace(-2.15, 86)).toBe(false);
	expect(isPlace(Number.NaN, 53)).toBe(false);
});

test('an atlas gives degrees only where they are a place, so that what is not drawn is counted and listed', () => {
	const { lon, lat } = buildAtlas(
		wireFixture({
			organisations: [
				{ slug: 'placed', at: [-2, 53] },
				{ slug: 'lost', at: [0, 0] },
				{ slug: 'polar', at: [-2, 87] },
				{ slug: 'none', at: null }
			]
		})
	).organisations;
	expect(Array.from(lon)).toEqual([-2, NaN, NaN, NaN]);
	expect(Array.from(lat)).toEqual([53, NaN, NaN, NaN]);
});

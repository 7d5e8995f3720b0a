import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { frameworkProfile, networksWithFramework } from './framework-profile.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'plain' }, { slug: 'good' }],
		characteristics: [
			{ network: 1, position: 2, label: 'Depth' },
			{ network: 1, position: 1, label: 'Flow' },
			{ network: 1, position: 3, label: 'Bank' }
		],
		organisations: [{ slug: 'mill' }, { slug: 'farm' }, { slug: 'closed', closed: '2021-01-01' }],
		practices: [
			{ slug: 'rafting', characteristics: [0, 1] },
			{ slug: 'damming', characteristics: [0] }
		],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-01-01' },
			{ organisation: 1, practice: 0, from: '2018-06-01', precision: 'month', by: true },
			{ organisation: 1, practice: 1, from: '2018-01-01', stage: 'piloting' },
			{ organisation: 2, practice: 1, from: '2017-01-01' }
		]
	})
);
const said = (organisations: number[], on: string) =>
	frameworkProfile(atlas, 1, organisations, day(on)).map(
		({ position, label, practices }) =>
			`${position} ${label}: ${practices.map(({ slug, by }) => `${slug} (${by.map((one) => `${one.slug} ${one.since}`).join(', ')})`).join('; ')}`
	);

test('each characteristic in the framework’s order, with what shows it, who does it and since when', () => {
	expect(said([0, 1, 2, 1], '2020-01-01')).toEqual([
		'1 Flow: rafting (farm by June 2018, mill 1 Jan 2019)',
		'2 Depth: damming (closed 1 Jan 2017); rafting (farm by June 2018, mill 1 Jan 2019)',
		'3 Bank: '
	]);
});

test('only what is in place on the day, by those looked at', () => {
	expect(said([0, 2], '2018-01-01')).toEqual(['1 Flow: ', '2 Depth: damming (closed 1 Jan 2017)', '3 Bank: ']);
	expect(said([2], '2022-01-01')[1]).toBe('2 Depth: ');
});

test('a network without a framework has no rows', () => {
	expect(frameworkProfile(atlas, 0, [0], day('2020-01-01'))).toEqual([]);
	expect(networksWithFramework(atlas)).toEqual([1]);
});

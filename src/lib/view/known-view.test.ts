import { expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { knownView } from './known-view.ts';
import { DEFAULT_VIEW } from './view.ts';

const atlas = buildAtlas(
	wireFixture({
		areas: [{ code: 'E06000001', name: 'Hartlepool', region: 'North East' }],
		networks: [{ slug: 'good-help' }],
		organisations: [{ slug: 'a', area: 0 }],
		practices: [{ slug: 'listening', characteristics: [0] }],
		characteristics: [{ network: 0, position: 1, label: 'tailored' }]
	})
);

test('keeps every name that the atlas knows', () => {
	const view = {
		...DEFAULT_VIEW,
		network: 'good-help',
		regions: ['North East', 'England'],
		areas: ['E06000001'],
		practices: ['listening'],
		characteristics: ['good-help.1'],
		selection: ['a']
	};
	expect(knownView(atlas, view)).toEqual({ view, problems: [] });
});

test('leaves out each unknown name alone, and says so', () => {
	const { view, problems } = knownView(atlas, {
		...DEFAULT_VIEW,
		network: 'gone',
		practices: ['listening', 'gone'],
		areas: ['E06000099']
	});
	expect(view).toEqual({ ...DEFAULT_VIEW, practices: ['listening'] });
	expect(problems).toEqual([
		'There is no area “E06000099” that you can see; it is left out.',
		'There is no practice “gone” that you can see; it is left out.'
	]);
});

test('counts what is too much to tell', () => {
	const selection = Array.from({ length: 14 }, (_, row) => `gone-${row}`);
	const { problems } = knownView(atlas, { ...DEFAULT_VIEW, selection });
	expect(problems).toHaveLength(11);
	expect(problems.at(-1)).toBe('4 more of its names are not known either.');
});

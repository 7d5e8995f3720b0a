import { expect, test } from 'vitest';
import { atlasOf, BORDERS, row } from '../../../tests/fixtures/study-fixture.ts';
import { compareFrameworks, organisationsInPlace, placeFrameworks } from './place-profile.ts';

const atlas = atlasOf(
	row({
		networks: [{ slug: 'good-help' }, { slug: 'read-by-nobody' }],
		characteristics: [
			{ network: 0, position: 2, label: 'Scaffolding' },
			{ network: 0, position: 1, label: 'Tailored help' },
			{ network: 1, position: 1, label: 'Else' }
		],
		practices: [
			{ slug: 'listening', characteristics: [0] },
			{ slug: 'ended', characteristics: [1] }
		],
		adoptions: [
			{ organisation: 0, practice: 0, from: '2019-05-01' },
			{ organisation: 0, practice: 1, from: '2015-01-01', to: '2018-01-01' }
		]
	})
);
const codes = atlas.areas.slice(0, 2).map(({ code }) => code);

test('a place shows what whoever sits in it has in place, in the order of the framework, and no score', () => {
	const profiles = placeFrameworks(atlas, BORDERS, codes[0]!);
	expect(profiles.map(({ network }) => network.slug)).toEqual(['good-help']);
	expect(profiles[0]!.rows.map(({ label, practices }) => [label, practices.map(({ slug }) => slug)])).toEqual(
		[
			['Tailored help', []],
			['Scaffolding', ['listening']]
		]
	);
	expect(profiles[0]!.rows[1]!.practices[0]!.by).toMatchObject([{ since: '1 May 2019' }]);
});

test('places are set side by side, with nothing where nothing is recorded', () => {
	const [{ rows } = { rows: [] }] = compareFrameworks(atlas, BORDERS, codes);
	expect(rows.map(({ label, places }) => [label, places.map(({ length }) => length)])).toEqual([
		['Tailored help', [0, 0]],
		['Scaffolding', [1, 0]]
	]);
	expect(compareFrameworks(atlas, BORDERS, [])).toEqual([]);
});

test('what is no place holds nobody', () => {
	expect(organisationsInPlace(atlas, BORDERS, 'E99999999').size).toBe(0);
});

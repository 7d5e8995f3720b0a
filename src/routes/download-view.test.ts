import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { wireFixture } from '../../tests/fixtures/atlas-fixture.ts';
import { assertWords, downloadView } from './download-view.ts';
import { listDirectory } from '#lib/organisation/directory.ts';
import { select } from '#lib/view/selection.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'good-help' }],
		organisations: [{ slug: 'a' }, { slug: 'b' }],
		practices: [{ slug: 'listening' }],
		memberships: [{ organisation: 0, network: 0, from: '2020-01-01' }]
	})
);
const rows = (search: string) =>
	listDirectory(select(atlas, downloadView(atlas, new URLSearchParams(search))), {
		sort: 'name',
		isDescending: false
	}).length;
const refusal = (search: string) => {
	try {
		return `${rows(search)} rows`;
	} catch (cause) {
		const { status, body } = cause as { status: number; body: { message: string } };
		return [status, body.message];
	}
};

describe('a download', () => {
	test('holds what its address asks for', () => {
		expect(rows('')).toBe(2);
		expect(rows('network=good-help')).toBe(1);
	});

	test('of a network that nobody knows is refused, not filled with everybody', () => {
		expect(refusal('network=nowhere')).toEqual([
			404,
			'There is no network “nowhere” that you can see, so there is nothing to download.'
		]);
		expect(refusal('network=Not%20a%20slug')).toEqual([400, expect.stringContaining('Not a slug')]);
	});

	test.each(['practice=nothing', 'region=Atlantis', 'area=E99999999', 'select=nobody', 'characteristic=x.1'])(
		'is never wider than asked: %s',
		(search) => expect(rows(search)).toBe(0)
	);

	test('refuses words of a closed list that are none', () => {
		expect(refusal('kind=wizard')).toEqual([400, expect.stringContaining('wizard')]);
		const own = (search: string) => () => assertWords(new URLSearchParams(search), 'type', ['report']);
		expect(own('type=report')).not.toThrow();
		expect(own('type=report~spell')).toThrow();
	});
});

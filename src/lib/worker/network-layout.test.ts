import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { placesAtOnce, placesOfLayout } from '#lib/network/layout-places.ts';
import { layoutStart } from '#lib/network/layout-start.ts';
import type { LayoutStart } from '#lib/network/layout-start.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { task as layOut } from './network-layout.ts';
import { select } from '#lib/view/selection.ts';

const picture = networkPicture(
	select(
		buildAtlas(
			wireFixture({
				organisations: ['a', 'b', 'c', 'd', 'alone'].map((slug) => ({ slug })),
				practices: [{ slug: 'p' }],
				adoptions: [{ organisation: 0, practice: 0, from: '2020-01-01' }],
				ties: [
					{ a: 0, b: 1 },
					{ a: 1, b: 2 },
					{ a: 2, b: 3 }
				]
			})
		),
		DEFAULT_VIEW
	),
	USUAL_CHOICE
);

describe('the layout', () => {
	const start = (layout: LayoutStart['layout']): LayoutStart => layoutStart(picture, layout, null);
	const context = { progress: () => undefined };

	async function finished(): Promise<Float32Array> {
		let answer = await layOut({ kind: 'start', start: start('force') }, context);
		while (!answer.isDone) answer = await layOut({ kind: 'go on' }, context);
		return answer.positions;
	}

	test('comes in slices, ends, and is the same each time', async () => {
		const first = await finished();
		expect(first.every(Number.isFinite)).toBe(true);
		expect(await finished()).toEqual(first);
		expect(placesOfLayout(start('force')).positions).toEqual(first);
		await expect(async () => layOut({ kind: 'go on' }, context)).rejects.toThrow('No layout');
	});

	test.each(['region', 'community', 'rings', 'time'] as const)(
		'%s gives every node a place at once',
		(layout) => {
			const { positions } = placesAtOnce(start(layout))!;
			expect(positions).toHaveLength(2 * picture.nodes.count);
			expect(positions.every(Number.isFinite)).toBe(true);
		}
	);
});

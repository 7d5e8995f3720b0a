import { expect, test } from 'vitest';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import { nextChoice } from './next-choice.ts';

const pinned = { ...USUAL_CHOICE, pins: [{ key: 'a', x: 1, y: 2 }] };

test('a change of colour or of the open node keeps what is pinned', () => {
	expect(nextChoice(pinned, { paint: 'region', node: 'b' }).pins).toEqual(pinned.pins);
});

test.each([{ layout: 'time' }, { projection: 'shared-practice' }, { hidden: [] }, { links: [] }] as const)(
	'another layout or picture lets pins go: %o',
	(part) => {
		expect(nextChoice(pinned, part as never).pins).toEqual([]);
	}
);

test('rings around another node are another layout', () => {
	const rings = { ...pinned, layout: 'rings' as const, node: 'a' };
	expect(nextChoice(rings, { node: 'b' }).pins).toEqual([]);
	expect(nextChoice(rings, { steps: 2 }).pins).toEqual(rings.pins);
});

test('pins that come with a change are taken as they are', () => {
	const pins = [{ key: 'b', x: 0, y: 0 }];
	expect(nextChoice(pinned, { layout: 'time', pins }).pins).toEqual(pins);
});

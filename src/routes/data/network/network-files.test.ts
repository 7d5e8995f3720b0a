import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import type { NetworkDocument } from '#lib/exchange/network-document.ts';
import { USUAL_CHOICE } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import type { View } from '#lib/view/view.ts';
import { day, wireFixture } from '../../../../tests/fixtures/atlas-fixture.ts';
import { readNetworkDocument } from './network-files.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'movement' }],
		organisations: ['a', 'b', 'c', 'alone'].map((slug) => ({ slug })),
		practices: [{ slug: 'p' }, { slug: 'q' }],
		adoptions: [0, 1, 2].flatMap((organisation) => [
			{ organisation, practice: 0, from: '2020-01-01' },
			...(organisation < 2 ? [{ organisation, practice: 1, from: '2021-01-01' }] : [])
		]),
		memberships: [
			{ organisation: 0, network: 0, from: '2018-01-01', to: '2019-01-01' },
			{ organisation: 0, network: 0, from: '2020-01-01' },
			{ organisation: 1, network: 0, from: '2020-01-01' }
		],
		ties: [
			{ a: 0, b: 1, kind: 'works with', from: '2019-01-01', to: '2020-01-01' },
			{ a: 1, b: 0, kind: 'works with', from: '2021-01-01', inferred: true, source: 'https://example.org/x' },
			{ a: 1, b: 2, kind: 'visited', from: '2022-01-01' }
		]
	})
);

function file(choice: Partial<NetworkChoice> = {}, view: Partial<View> = {}): NetworkDocument {
	return readNetworkDocument(
		{ atlas },
		{
			view: { ...DEFAULT_VIEW, ...view },
			choice: { ...USUAL_CHOICE, ...choice },
			origin: 'https://example.org',
			address: 'https://example.org/network'
		}
	);
}
const nodeOf = (document: NetworkDocument, id: string) => document.nodes.find((node) => node.id === id)!;
const valueOf = (document: NetworkDocument, id: string, field: string) =>
	nodeOf(document, id).values[document.nodeFields.findIndex(({ name }) => name === field)];

test('every field has a name and a title of its own', () => {
	const { nodeFields, edgeFields } = file();
	for (const fields of [nodeFields, edgeFields])
		for (const texts of [fields.map(({ name }) => name), fields.map(({ title }) => title.toLowerCase())])
			expect(new Set(texts).size).toBe(fields.length);
});

describe('the edges of a file', () => {
	test('one tie that lapsed and came back is one edge with both spells, whichever way round it was written', () => {
		const edges = file({ links: ['works with'], hidden: ['practice'] }).edges;
		expect(edges).toEqual([
			expect.objectContaining({
				source: 'a',
				target: 'b',
				isDirected: false,
				weight: 1,
				spells: [
					{ from: '2019-01-01', to: '2019-12-31' },
					{ from: '2021-01-01', to: null }
				],
				// Somebody stated one of the two.
				values: [false, 'https://example.org/x', null]
			})
		]);
	});

	test('what two share adds up', () => {
		const edges = file({ projection: 'shared-practice' }).edges;
		const ofPair = edges.find(({ source, target }) => source === 'a' && target === 'b')!;
		// Of p three are holders, of q two: 1/2 + 1.
		expect(ofPair.weight).toBe(1.5);
		expect(ofPair.values[2]).toBe('p|q');
		expect(edges.find(({ target }) => target === 'c')!.weight).toBe(0.5);
	});
});

describe('the nodes of a file', () => {
	test('carry every spell', () => {
		expect(nodeOf(file({}, { network: 'movement' }), 'a').spells).toEqual([
			{ from: '2018-01-01', to: '2018-12-31' },
			{ from: '2020-01-01', to: null }
		]);
		// Where the founding is not recorded, from the first record of it.
		expect(nodeOf(file(), 'a').spells).toEqual([{ from: '2018-01-01', to: null }]);
	});

	test('carry the figures of the date', () => {
		const later = file();
		// a, c, both practices and the network.
		expect(valueOf(later, 'b', 'links')).toBe(5);
		expect(valueOf(later, 'b', 'since')).toBe('2020-01-01');
		expect(valueOf(later, 'alone', 'constraint')).toBeNull();
		expect(valueOf(later, 'alone', 'component')).toBe(2);
		expect(valueOf(file({}, { date: day('2019-06-01') }), 'b', 'links')).toBe(1);
	});

	test('are those that the filters leave, with the links between them', () => {
		const connected = file({ isLoneHidden: true });
		expect(connected.nodes.map(({ id }) => id)).not.toContain('alone');
		expect(connected.description).toMatch(/^The nodes that the filters leave on 20/);
		const busy = file({ least: 3 });
		expect(busy.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'practice.p']);
		expect(busy.edges.every(({ target }) => target !== 'practice.q')).toBe(true);
	});

	test('stand where the picture has them, pins included', () => {
		const pinned = file({ pins: [{ key: 'b', x: 123, y: -45 }] });
		expect(nodeOf(pinned, 'b').at).toEqual({ x: 123, y: -45 });
		expect(nodeOf(pinned, 'a').at).toEqual(nodeOf(file(), 'a').at);
		expect(nodeOf(file({ layout: 'rings', node: 'a' }), 'a').at).toEqual({ x: 0, y: 0 });
	});
});

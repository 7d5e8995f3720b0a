import { describe, expect, test } from 'vitest';
import { buildAtlas } from '#lib/domain/build-atlas.ts';
import { day, wireFixture } from '../../../tests/fixtures/atlas-fixture.ts';
import { ALWAYS_AFTER } from './intervals.ts';
import { EDGE_KINDS, NODE_TYPES, USUAL_EDGES } from './network-data.ts';
import type { EdgeKind, NetworkData } from './network-data.ts';
import { networkData } from './network-of-view.ts';
import { DEFAULT_VIEW } from './view.ts';
import type { View } from './view.ts';
import { select } from './selection.ts';

const atlas = buildAtlas(
	wireFixture({
		networks: [{ slug: 'n' }],
		organisations: [
			{ slug: 'a', kind: 'council' },
			{ slug: 'b' },
			{ slug: 'county', kind: 'council' },
			{ slug: 'made-up', sample: true }
		],
		practices: [{ slug: 'p' }, { slug: 'unused' }],
		adoptions: [{ organisation: 0, practice: 0, from: '2020-01-01', to: '2022-01-01', learnedFrom: 1 }],
		memberships: [
			{ organisation: 0, network: 0, from: '2019-01-01' },
			{ organisation: 1, network: 0, invited: '2026-01-01' }
		],
		ties: [
			{ a: 0, b: 1, kind: 'learnt from', from: '2021-01-01' },
			{ a: 1, b: 0, kind: 'works with', inferred: true },
			{ a: 0, b: 2, kind: 'lies within' },
			{ a: 0, b: 3, kind: 'works with' }
		]
	})
);

function network(part: Partial<View> = {}, kinds: readonly EdgeKind[] = USUAL_EDGES): NetworkData {
	const view = { ...DEFAULT_VIEW, ...part };
	return networkData(select(atlas, view), new Set(kinds));
}

function edges({ nodes, edges: list }: NetworkData): string[] {
	return Array.from(
		list.kind,
		(kind, at) => `${nodes.label[list.source[at]!]!} ${EDGE_KINDS[kind]!} ${nodes.label[list.target[at]!]!}`
	);
}

describe('a view as a network', () => {
	test('has each "learnt from" once, from the adoption before the tie', () => {
		const data = network();
		expect(edges(data)).toEqual(['a learnt from b', 'b works with a', 'a does p', 'a belongs to n']);
		expect(data.edges.from[0]).toBe(day('2020-01-01'));
		expect(data.edges.to[0]).toBe(ALWAYS_AFTER);
	});

	test('takes the earliest of several records of a pair, the declared before the inferred', () => {
		const learnt = (
			rows: { practice: number; from?: string; learnedInferred?: boolean; source: string }[]
		): NetworkData => {
			const records = buildAtlas(
				wireFixture({
					organisations: [{ slug: 'a' }, { slug: 'b' }],
					practices: [{ slug: 'p' }, { slug: 'q' }, { slug: 'r' }],
					adoptions: rows.map((row) => ({ organisation: 0, learnedFrom: 1, ...row }))
				})
			);
			return networkData(select(records, DEFAULT_VIEW), new Set(['learnt from']));
		};
		const { edges: found } = learnt([
			{ practice: 0, from: '2021-01-01', source: 'https://late.example' },
			{ practice: 1, from: '2019-01-01', source: 'https://early.example' },
			{ practice: 2, from: '2015-01-01', learnedInferred: true, source: 'https://guess.example' }
		]);
		expect(found.count).toBe(1);
		expect([found.from[0], found.inferred[0], found.sourceUrl[0]]).toEqual([
			day('2019-01-01'),
			0,
			'https://early.example'
		]);
	});

	test('takes the tie where no adoption of the view says so', () => {
		expect(edges(network({ practices: ['unused'] }))).toEqual([]);
		expect(edges(network({}, ['learnt from']))).toEqual(['a learnt from b']);
	});

	test('leaves geography out until asked for', () => {
		expect(edges(network({}, ['lies within']))).toEqual(['a lies within county']);
	});

	test('has practices and networks only where something ties them', () => {
		const types = Array.from(network().nodes.type, (type) => NODE_TYPES[type]!);
		expect(types).toEqual(['organisation', 'organisation', 'organisation', 'practice', 'network']);
		expect(network({}, ['works with']).nodes.count).toBe(3);
	});

	test('ties nothing to what is outside the view: sample data stay out', () => {
		expect(network().nodes.label).not.toContain('made up');
	});

	test('marks what is inferred, and drops it when only stated facts count', () => {
		expect(network().edges.inferred[1]).toBe(1);
		expect(edges(network({ statedOnly: true }))).not.toContain('b works with a');
	});

	test('knows an invitation from a membership', () => {
		expect(edges(network())).not.toContain('b belongs to n');
	});
});

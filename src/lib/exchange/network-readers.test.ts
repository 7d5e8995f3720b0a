import { beforeAll, describe, expect, test } from 'vitest';
import { READINGS } from '../../../tests/fixtures/graph-readers.ts';
import type { ReadNetwork } from '../../../tests/fixtures/graph-readers.ts';
import type { FileDirection } from './edge-direction.ts';
import { printGexf } from './gexf.ts';
import { printGraphml } from './graphml.ts';
import type { DocumentEdge, NetworkDocument } from './network-document.ts';

function link(id: string, source: string, target: string, own: Partial<DocumentEdge> = {}): DocumentEdge {
	return {
		id,
		source,
		target,
		kind: 'works with',
		isDirected: false,
		weight: 1,
		spells: [],
		values: [null],
		...own
	};
}

const arrow = link('0', 'b', 'a', { kind: 'learnt from', isDirected: true, weight: 0.25, values: ['p|q'] });
const plain = link('1', 'b', 'a');
const parallel = link('2', 'a', 'b', { kind: 'funds', isDirected: true });
const loop = link('3', 'practice.c', 'practice.c');

function network(edges: DocumentEdge[]): NetworkDocument {
	return {
		title: 'A network',
		description: 'With “what” it says & more.',
		asOf: '2026-11-22',
		address: 'https://example.org/network?a=b&c=d',
		nodeFields: [
			{ name: 'node_type', title: 'Type', type: 'string' },
			{ name: 'kind', title: 'Kind', type: 'string' },
			{ name: 'betweenness', title: 'Betweenness', type: 'double' },
			{ name: 'community', title: 'Community', type: 'integer' },
			{ name: 'is_sample', title: 'Sample', type: 'boolean' }
		],
		edgeFields: [{ name: 'shared', title: 'What both share', type: 'string' }],
		nodes: ['a', 'b', 'practice.c'].map((id, at) => ({
			id,
			label: `Ärger & “Söhne” <${at}>`,
			spells: at === 1 ? [{ from: '2019-01-01', to: null }] : [],
			values: at === 2 ? ['practice', null, null, 1, null] : ['organisation', 'charity', at / 3, 1, at === 0],
			colour: '#c2410c',
			at: at === 2 ? null : { x: at, y: 2 }
		})),
		edges
	};
}

const PRINT = { gexf: printGexf, graphml: printGraphml };

interface Case {
	edges: DocumentEdge[];
	direction?: FileDirection;
	nodes?: [];
}

const CASES = {
	mixed: { edges: [arrow, plain, parallel, loop] },
	arrows: { edges: [arrow, parallel] },
	plain: { edges: [plain] },
	both: { edges: [arrow, plain, loop], direction: 'arrows' },
	unlinked: { edges: [] },
	empty: { edges: [], nodes: [] },
	each: { edges: [arrow, plain], direction: 'each' }
} satisfies Record<string, Case>;
type Named = Record<keyof typeof CASES, ReadNetwork>;

function readCases({ format, read }: (typeof READINGS)[number], names: (keyof typeof CASES)[]): Named {
	const texts = names.map((name) => {
		const { edges, direction, ...rest }: Case = CASES[name];
		return PRINT[format]({ ...network(edges), ...rest }, direction);
	});
	return Object.fromEntries(read(texts, format).map((got, at) => [names[at]!, got])) as Named;
}

/** networkx calls the values of a GEXF file by their titles, everybody else by their names. */
function valueOf(values: Record<string, unknown>, name: string, title: string): unknown {
	return values[name] ?? values[title];
}

describe.each(READINGS)('$reader reads $format', (reading) => {
	let read: Named;
	beforeAll(() => {
		// networkx refuses a file whose links each have their own direction, and igraph passes over it.
		read = readCases(reading, ['mixed', 'arrows', 'plain', 'both', 'unlinked', 'empty']);
	});

	test('of links with and without direction as a graph without, in which none is one-way or lost', () => {
		const got = read.mixed;
		expect(got.directed).toBe(false);
		expect(got.edges.map(({ ends }) => ends.join(' '))).toEqual([
			'a b',
			'a b',
			'a b',
			'practice.c practice.c'
		]);
		const own = got.edges.map(({ values }) => [
			valueOf(values, 'kind', 'Kind'),
			valueOf(values, 'is_directed', 'Has a direction'),
			valueOf(values, 'from_id', 'Leads from') ?? null,
			valueOf(values, 'to_id', 'Leads to') ?? null
		]);
		expect(own.sort()).toEqual([
			['funds', true, 'a', 'b'],
			['learnt from', true, 'b', 'a'],
			['works with', false, null, null],
			['works with', false, null, null]
		]);
	});

	test('of links that all have a direction as arrows', () => {
		const got = read.arrows;
		expect([got.directed, got.edges.map(({ ends }) => ends)]).toEqual([
			true,
			[
				['a', 'b'],
				['b', 'a']
			]
		]);
	});

	test('of links that have none as such', () => {
		const got = read.plain;
		expect([got.directed, got.edges.map(({ ends }) => ends)]).toEqual([false, [['a', 'b']]]);
	});

	test('with arrows where they are asked for: a link without direction goes both ways, a loop once', () => {
		const got = read.both;
		expect(got.directed).toBe(true);
		expect(got.edges.map(({ ends }) => ends.join(' '))).toEqual([
			'a b',
			'b a',
			'b a',
			'practice.c practice.c'
		]);
		const both = got.edges.filter(
			({ values }) => valueOf(values, 'is_directed', 'Has a direction') === false
		);
		expect(both).toHaveLength(3);
	});

	test('without any link, and without any node', () => {
		expect(read.unlinked.edges).toEqual([]);
		expect(read.empty.nodes).toEqual([]);
	});

	test('with names that can be read, values of their type, and blanks left out', () => {
		const [a, b, c] = read.arrows.nodes.map(({ values }) => values);
		expect(a!.label).toBe('Ärger & “Söhne” <0>');
		expect(valueOf(a!, 'kind', 'Kind')).toBe('charity');
		expect(valueOf(a!, 'is_sample', 'Sample')).toBe(true);
		expect(valueOf(b!, 'betweenness', 'Betweenness')).toBe(1 / 3);
		expect(valueOf(b!, 'community', 'Community')).toBe(1);
		expect(valueOf(c!, 'node_type', 'Type')).toBe('practice');
		for (const name of ['kind', 'Kind', 'betweenness', 'Betweenness', 'x', 'y'])
			expect(Object.keys(c!)).not.toContain(name);
		expect(Object.keys({ ...a, ...b, ...c }).filter((name) => /^(node|edge)-/.test(name))).toEqual([]);
	});

	test('with the weight that it measures by', () => {
		expect(read.arrows.edges[1]!.values.weight).toBe(0.25);
	});
});

describe.each(READINGS.filter(({ reader }) => reader === 'graphology'))(
	'Gephi Lite, by $format',
	(reading) => {
		let read: Named;
		beforeAll(() => {
			read = readCases(reading, ['plain', 'each']);
		});

		test('takes links that each have their own direction as what they are', () => {
			expect(read.each.directed).toBeNull();
			expect(read.each.edges.map(({ ends, values }) => [values.kind, ends])).toEqual([
				['works with', ['a', 'b']],
				['learnt from', ['b', 'a']]
			]);
		});

		test('finds a place and a colour', () => {
			const { values } = read.plain.nodes[0]!;
			expect(values).toMatchObject({ x: 0, y: -2, color: '#c2410c' });
			// sigma, which draws for it, looks for a drawing program of this name.
			expect(values).not.toHaveProperty('type');
		});
	}
);

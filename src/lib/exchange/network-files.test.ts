import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { READINGS } from '../../../tests/fixtures/graph-readers.ts';
import { printGexf } from './gexf.ts';
import { printGraphml } from './graphml.ts';
import { printEdgesCsv, printNodesCsv } from './network-csv.ts';
import type { NetworkDocument } from './network-document.ts';
import { spanOf, xmlText } from './network-document.ts';

const network: NetworkDocument = {
	title: 'A & B <test>',
	description: 'Two "bodies"\u0000 and a practice.',
	asOf: '2026-11-22',
	address: 'https://example.org/network?as=everything&size=core',
	nodeFields: [
		{ name: 'kind', title: 'Kind', type: 'string' },
		{ name: 'degree', title: 'Connections', type: 'integer' }
	],
	edgeFields: [{ name: 'inferred', title: 'Inferred', type: 'boolean' }],
	nodes: [
		{
			id: 'a',
			label: 'Ärger & Söhne <1>',
			spells: [],
			values: ['charity', 2],
			colour: '#c2410c',
			at: { x: 1, y: 2 }
		},
		{
			id: 'b',
			label: 'Same name',
			spells: [
				{ from: '2019-01-01', to: '2020-12-31' },
				{ from: '2022-05-01', to: null }
			],
			values: ['council', 1],
			colour: '#0b5f59',
			at: null
		},
		{
			id: 'practice.c',
			label: 'Same name',
			spells: [{ from: null, to: '2021-01-01' }],
			values: [null, 1],
			colour: '#1d2528',
			at: null
		}
	],
	edges: [
		{
			id: '0',
			source: 'a',
			target: 'b',
			kind: 'learnt from',
			isDirected: true,
			weight: 1,
			spells: [{ from: '2020-02-02', to: null }],
			values: [true]
		},
		{
			id: '1',
			source: 'a',
			target: 'practice.c',
			kind: 'does',
			isDirected: false,
			weight: 0.5,
			spells: [],
			values: [false]
		}
	]
};

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');
describe('GEXF', () => {
	const xml = printGexf(network);
	const document = parse(xml);

	test('has the 1.3 frame: dynamic, dates, intervals, meta before graph, nodes before edges', () => {
		expect(xml).toContain('<gexf xmlns="http://gexf.net/1.3"');
		const graph = document.querySelector('graph')!;
		expect(graph.getAttribute('mode')).toBe('dynamic');
		expect(graph.getAttribute('timeformat')).toBe('date');
		expect(graph.getAttribute('timerepresentation')).toBe('interval');
		expect(xml.indexOf('<meta')).toBeLessThan(xml.indexOf('<graph'));
		expect(xml.indexOf('<nodes>')).toBeLessThan(xml.indexOf('<edges>'));
	});

	test('gives each node and edge its days, and several spells where it came back', () => {
		const [, b, c] = document.querySelectorAll('node');
		expect(
			[...b!.querySelectorAll('spell')].map((one) => [one.getAttribute('start'), one.getAttribute('end')])
		).toEqual([
			['2019-01-01', '2020-12-31'],
			['2022-05-01', null]
		]);
		expect(b!.getAttribute('start')).toBeNull();
		expect([c!.getAttribute('start'), c!.getAttribute('end')]).toEqual([null, '2021-01-01']);
		expect(document.querySelector('edge')!.getAttribute('start')).toBe('2020-02-02');
	});

	test('declares every attribute it uses, and tells kinds and directions of edges', () => {
		for (const group of ['node', 'edge']) {
			const ids = [...document.querySelectorAll(`attributes[class="${group}"] attribute`)].map((one) =>
				one.getAttribute('id')
			);
			expect(new Set(ids).size).toBe(ids.length);
			for (const used of document.querySelectorAll(`${group} attvalue`))
				expect(ids).toContain(used.getAttribute('for'));
		}
		const edges = [...parse(printGexf(network, 'each')).querySelectorAll('edge')];
		const valueOf = (edge: Element, id: string) =>
			edge.querySelector(`attvalue[for="${id}"]`)?.getAttribute('value') ?? null;
		expect(
			edges.map((edge) => [edge.getAttribute('kind'), valueOf(edge, 'kind'), edge.getAttribute('type')])
		).toEqual([
			['learnt from', 'learnt from', 'directed'],
			['does', 'does', null]
		]);
	});

	test('escapes markup and leaves out what XML cannot hold', () => {
		expect(xml).toContain('label="Ärger &amp; Söhne &lt;1&gt;"');
		expect(xml).not.toContain('\u0000');
	});

	test.each(READINGS.filter(({ reader, format }) => reader === 'networkx' && format === 'gexf'))(
		'is read by $reader with its spells and places',
		({ format, read }) => {
			const { nodes, edges } = read([xml], format)[0]!;
			const timesOf = ({ values: { spells, start, end } }: { values: Record<string, unknown> }) =>
				spells ?? [start ?? null, end ?? null];
			expect(nodes.map(timesOf)).toEqual([
				[null, null],
				[
					['2019-01-01', '2020-12-31'],
					['2022-05-01', 'None']
				],
				[null, '2021-01-01']
			]);
			expect(nodes[0]!.values).toMatchObject({ viz: { position: { x: 1, y: -2 } } });
			expect(edges.map(timesOf)).toEqual([
				['2020-02-02', null],
				[null, null]
			]);
		}
	);
});

describe('a network of one direction', () => {
	const directed = { ...network, edges: network.edges.slice(0, 1) };
	const undirected = { ...network, edges: network.edges.slice(1) };

	test.each([
		['GEXF', printGexf, 'defaultedgetype'],
		['GraphML', printGraphml, 'edgedefault']
	] as const)('says it once, in %s', (_, print, attribute) => {
		const graphOf = (part: NetworkDocument) => parse(print(part)).querySelector('graph')!;
		expect(graphOf(directed).getAttribute(attribute)).toBe('directed');
		expect(graphOf(undirected).getAttribute(attribute)).toBe('undirected');
		for (const edge of graphOf(undirected).querySelectorAll('edge')) {
			expect(edge.getAttribute('type') ?? edge.getAttribute('directed')).toBeNull();
		}
	});
});

describe('GraphML', () => {
	const xml = printGraphml(network);
	const document = parse(xml);

	test('declares every key before the graph, with a type the format knows', () => {
		expect(xml.lastIndexOf('<key ')).toBeLessThan(xml.indexOf('<graph '));
		const keys = new Map([...document.querySelectorAll('key')].map((one) => [one.getAttribute('id'), one]));
		for (const data of document.querySelectorAll('data'))
			expect(keys.has(data.getAttribute('key'))).toBe(true);
		for (const key of keys.values()) {
			expect(['boolean', 'int', 'long', 'float', 'double', 'string']).toContain(
				key.getAttribute('attr.type')
			);
		}
	});

	test('writes the first and last day as attributes', () => {
		const b = document.querySelectorAll('node')[1]!;
		const value = (key: string) => b.querySelector(`data[key="${key}"]`)?.textContent ?? null;
		expect([value('node-start'), value('node-end')]).toEqual(['2019-01-01', null]);
	});
});

describe('node and edge tables', () => {
	const lines = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');

	test('in Gephi’s spelling', () => {
		expect(lines(printNodesCsv(network, 'gephi'))[0]).toBe('Id,Label,Start,End,Kind,Connections');
		expect(lines(printEdgesCsv(network, 'gephi')).slice(0, 2)).toEqual([
			'Source,Target,Type,Weight,Kind,Start,End,Inferred',
			'a,b,Directed,1,learnt from,2020-02-02,,true'
		]);
	});

	test('in Kumu’s spelling, where two of one name are told apart', () => {
		expect(lines(printNodesCsv(network, 'kumu')).slice(2)).toEqual([
			'Same name (b),b,2019-01-01,,council,1',
			'Same name (practice.c),practice.c,,2021-01-01,,1'
		]);
		expect(lines(printEdgesCsv(network, 'kumu'))[1]).toBe(
			'Ärger & Söhne <1>,Same name (b),directed,learnt from,1,2020-02-02,,true'
		);
	});
});

test('an empty list of spells is open at both ends, and so is what lacks one end', () => {
	expect(spanOf([])).toEqual({ from: null, to: null });
	expect(
		spanOf([
			{ from: null, to: '2020-01-01' },
			{ from: '2021-01-01', to: '2022-01-01' }
		])
	).toEqual({
		from: null,
		to: '2022-01-01'
	});
});

test('line breaks survive in attributes', () => {
	expect(xmlText('a\nb\t"c"')).toBe('a&#10;b&#9;&quot;c&quot;');
});

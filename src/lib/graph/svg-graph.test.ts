import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { LINK_DASHED, LINK_DIRECTED, NODE_FADED, NODE_FOCUSED, NODE_PINNED, NODE_SELECTED } from './scene.ts';
import { sampleScene } from './scene.fixture.ts';
import { graphSvg, xmlText, type GraphSvgOptions } from './svg-graph.ts';

const options: GraphSvgOptions = {
	width: 800,
	height: 600,
	title: 'Who learns from whom',
	legend: [
		{ text: 'Council', colour: '#0b5f59', mark: 'circle' },
		{ text: 'Inferred', colour: '#55626a', mark: 'dashed line' }
	],
	attribution: 'Source: sample data'
};

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('network as an SVG document', () => {
	test('is well formed whatever the names say', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (labels) => {
				const scene = sampleScene(
					labels.map((_, i) => [10 * i, 7 * (i % 3)]),
					labels.slice(1).map((_, i) => [i, i + 1])
				);
				const title = labels[0] ?? '<&">';
				const svg = graphSvg({ ...scene, nodes: { ...scene.nodes, labels } }, { ...options, title });
				expect(XMLValidator.validate(svg)).toBe(true);
			})
		);
	});

	test('keeps title, legend and attribution readable', () => {
		const svg = graphSvg(sampleScene([[0, 0]]), { ...options, title: 'Bees & <wasps>' });
		const parsed: unknown = new XMLParser({ ignoreAttributes: false }).parse(svg);
		expect(parsed).toMatchObject({ svg: { title: { '#text': 'Bees & <wasps>' } } });
		for (const text of ['>Council<', '>Inferred<', '>Source: sample data<', '>Node 0<'])
			expect(svg).toContain(text);
	});

	test('draws every node and link once, heads for directed and dashes for inferred links', () => {
		const scene = sampleScene(
			[
				[0, 0],
				[100, 0],
				[0, 100]
			],
			[
				[0, 1],
				[1, 2],
				[2, 0]
			],
			[0, LINK_DIRECTED, LINK_DIRECTED | LINK_DASHED]
		);
		const svg = graphSvg(scene, { ...options, legend: [] });
		expect(count(svg, 'fill-rule="evenodd"')).toBe(3);
		expect(count(svg, 'stroke-width="1"')).toBe(3);
		expect(count(svg, 'stroke-dasharray')).toBe(1);
		expect(count(svg, 'stroke="none"')).toBe(2);
	});

	test('bends parallel links apart and leaves a link alone straight', () => {
		const svg = graphSvg(
			sampleScene(
				[
					[0, 0],
					[100, 0],
					[50, 90]
				],
				[
					[0, 1],
					[1, 0],
					[1, 2]
				]
			),
			options
		);
		const curves = [...svg.matchAll(/Q(\S+) (\S+) /g)].map((match) => Number(match[2]));
		expect(curves).toHaveLength(2);
		expect(Math.abs(curves[0]! - curves[1]!)).toBeGreaterThan(20);
	});

	test('rings selected and focused nodes, dots pinned ones and fades the rest', () => {
		const scene = sampleScene([
			[0, 0],
			[100, 0],
			[0, 100],
			[100, 100]
		]);
		scene.nodes.states.set([NODE_SELECTED, NODE_FOCUSED, NODE_PINNED, NODE_FADED]);
		const svg = graphSvg(scene, options);
		expect(svg).toContain('stroke="#1d2528" stroke-width="2.5"');
		expect(svg).toContain('stroke="#1b4fd1" stroke-width="2.5"');
		expect(svg).toContain('r="2"');
		expect(count(svg, 'opacity="0.18"')).toBe(1);
	});

	test('outlines groups and names them', () => {
		const scene = sampleScene([
			[0, 0],
			[100, 0],
			[0, 100]
		]);
		const svg = graphSvg(
			{ ...scene, groups: [{ name: 'North & east', nodes: Uint32Array.of(0, 1), colour: 0 }] },
			options
		);
		expect(svg).toContain('<title>North &amp; east</title>');
	});

	test('has a page even for no nodes at all', () => {
		expect(XMLValidator.validate(graphSvg(sampleScene([]), options))).toBe(true);
	});

	test('never writes what is not a number', () => {
		const svg = graphSvg(
			sampleScene(
				[
					[5, 5],
					[5, 5]
				],
				[
					[0, 1],
					[0, 0]
				]
			),
			options
		);
		expect(svg).not.toMatch(/NaN|Infinity/);
	});
});

describe('text for XML', () => {
	test('loses control characters and lone surrogates, keeps the rest', () => {
		expect(xmlText('a\u0000b\uD800c\tü😀')).toBe('abc\tü😀');
	});
});

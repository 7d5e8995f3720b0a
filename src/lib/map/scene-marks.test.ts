import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { printPicture } from '#lib/exchange/picture-svg.ts';
import type { MapTheme } from './theme.ts';
import { arcMarks, areaMarks, clusterMarks, landMarks, pointMark } from './scene-marks.ts';

const theme: MapTheme = {
	sea: '#e3ecee',
	land: '#fbfaf6',
	abroad: '#f0eee6',
	coast: '#b9b5a6',
	rim: '#ffffff',
	ink: '#1d2528',
	muted: '#55626a',
	card: '#ffffff',
	accent: '#0b5f59',
	second: '#a23b12',
	line: '#d9d6cc',
	paper: '#fbfaf6',
	steps: ['#f3f1ea', '#cfe8e2', '#99d0c6', '#57ada0', '#1f8277', '#00504a'],
	font: 'sans-serif'
};
const looks = [
	{ colour: '#0b5f59', path: 'M3 3h10v10H3Z', isOpen: false },
	{ colour: '#c2410c', path: 'M3 3h10v10H3Z', isOpen: true }
];
const square = (properties: Record<string, unknown>) => ({
	type: 'FeatureCollection' as const,
	features: [
		{
			type: 'Feature' as const,
			properties,
			geometry: {
				type: 'Polygon' as const,
				coordinates: [
					[
						[0, 0],
						[10, 0],
						[10, 10],
						[0, 0]
					]
				]
			}
		}
	]
});
const project = (x: number, y: number) => ({ x, y });

describe('marks of a picture', () => {
	test('land stands where it is projected', () => {
		expect(landMarks(square({ home: true }), (x, y) => ({ x: x * 2, y: y + 1 }), theme)[0]).toMatchObject({
			d: 'M0 1L20 1L20 11L0 1Z',
			fill: theme.land
		});
	});

	test('areas take their step, and unknown ones a hatch, which none is not', () => {
		const fill = (step: number | null | undefined) =>
			areaMarks(square({ code: 'E1' }), project, theme, new Map(step === undefined ? [] : [['E1', step]]))[0];
		expect(fill(0)).toMatchObject({ fill: theme.steps[0] });
		expect(fill(5)).toMatchObject({ fill: theme.steps[5] });
		expect(fill(null)).toMatchObject({ fill: 'hatch' });
		expect(fill(undefined)).toMatchObject({ fill: 'hatch' });
	});

	test('inferred arcs are dashed, declared ones are not, and both end in an arrowhead at the learner', () => {
		const [line, head] = arcMarks({ x: 0, y: 0 }, { x: 100, y: 0 }, true, theme);
		expect(line).toMatchObject({ dashes: '5 4', stroke: theme.second });
		expect(head).toMatchObject({ d: expect.stringMatching(/^M100 0L/) });
		expect(arcMarks({ x: 0, y: 0 }, { x: 100, y: 0 }, false, theme)[0]).not.toHaveProperty('dashes');
	});

	test('a cluster is a ring of its kinds and its number', () => {
		const marks = clusterMarks({ x: 50, y: 50, radius: 20, count: 4, counts: [3, 1] }, looks, theme);
		expect(marks.filter((mark) => mark.kind === 'path' && mark.fill === 'none')).toHaveLength(2);
		expect(marks.at(-1)).toMatchObject({ kind: 'text', text: '4' });
	});

	test('together they print as well-formed XML', () => {
		const svg = printPicture({
			width: 100,
			height: 100,
			title: 'Map',
			subtitle: '',
			legendTitle: null,
			legend: [],
			notes: [],
			attribution: '',
			marks: [
				...landMarks(square({}), project, theme),
				...arcMarks({ x: 1, y: 1 }, { x: 1, y: 1 }, false, theme),
				...clusterMarks({ x: 5, y: 5, radius: 20, count: 2, counts: [2, 0] }, looks, theme),
				pointMark({ x: 5, y: 5 }, 6, looks[1]!, theme.card)
			],
			colours: { paper: '#fff', ground: '#fff', ink: '#000', muted: '#666', line: '#ccc' }
		});
		expect(XMLValidator.validate(svg)).toBe(true);
		expect(svg).not.toContain('NaN');
	});
});

import { expect, test } from 'vitest';
import { placeGuides } from './guides.ts';

const size = { width: 400, height: 300 };

test('years stand where their days are drawn, and only those in the picture', () => {
	const guides = {
		lines: [2019, 2020, 2021].map((year, at) => ({ x: 100 * at, text: String(year) })),
		rings: []
	};
	const { lines } = placeGuides(guides, { k: 2, x: 10, y: 0 }, size);
	expect(lines.map(({ x, text }) => [x, text])).toEqual([
		[10, '2019'],
		[210, '2020']
	]);
});

test('texts that would run into each other are left out, and their lines stay', () => {
	const guides = { lines: [0, 15, 30, 45].map((x) => ({ x, text: `at ${x}` })), rings: [] };
	const { lines } = placeGuides(guides, { k: 1, x: 0, y: 0 }, size);
	expect(lines.map(({ text }) => text)).toEqual(['at 0', '', '', 'at 45']);
});

test('rings lie about the middle, each named at its top', () => {
	const guides = {
		lines: [],
		rings: [
			{ radius: 50, text: '1 step' },
			{ radius: 55, text: '2 steps' }
		]
	};
	const { rings } = placeGuides(guides, { k: 1, x: 200, y: 150 }, size);
	expect(rings[0]).toEqual({ x: 200, y: 150, radius: 50, text: '1 step', textX: 200, textY: 100 });
	expect(rings[1]!.text).toBe('');
});

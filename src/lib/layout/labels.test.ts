import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, type LabelRequest } from './labels.ts';

const area = { width: 400, height: 300, gap: 2 };
const request = fc.record({
	x: fc.integer({ min: -20, max: 420 }),
	y: fc.integer({ min: -20, max: 320 }),
	radius: fc.integer({ min: 1, max: 12 }),
	width: fc.integer({ min: 5, max: 160 }),
	height: fc.integer({ min: 8, max: 20 })
});

describe('label placement', () => {
	test('never lays one label over another, nor beyond the picture', () => {
		fc.assert(
			fc.property(fc.array(request, { maxLength: 80 }), (requests) => {
				const boxes = placeLabels(requests, area).map(({ index, left, top }) => ({
					left,
					top,
					right: left + requests[index]!.width,
					bottom: top + requests[index]!.height
				}));
				boxes.forEach((a, i) => {
					expect(a.left >= 0 && a.top >= 0 && a.right <= 400 && a.bottom <= 300).toBe(true);
					for (const b of boxes.slice(i + 1)) {
						const apart =
							a.right + 2 <= b.left ||
							b.right + 2 <= a.left ||
							a.bottom + 2 <= b.top ||
							b.bottom + 2 <= a.top;
						expect(apart).toBe(true);
					}
				});
			})
		);
	});

	test('lets the first in the list choose first and moves the next to another side', () => {
		const here: LabelRequest = { x: 200, y: 150, radius: 10, width: 60, height: 12 };
		const sides = placeLabels([here, here, here, here, here], area).map(({ index, side }) => [index, side]);
		expect(sides).toEqual([
			[0, 'right'],
			[1, 'left'],
			[2, 'above'],
			[3, 'below']
		]);
	});

	test('leaves out a label that would cover more nodes than it may, and covers none where a side is free', () => {
		const here: LabelRequest = { x: 200, y: 150, radius: 10, width: 60, height: 12 };
		const beside = { x: 230, y: 150, radius: 5 };
		const around = [
			beside,
			{ x: 170, y: 150, radius: 5 },
			{ x: 200, y: 130, radius: 5 },
			{ x: 200, y: 170, radius: 5 }
		];
		const sides = (mostCovered: number, discs: typeof around) =>
			placeLabels([{ ...here, mostCovered }], area, discs).map(({ side }) => side);
		expect(sides(0, [beside])).toEqual(['left']);
		expect(sides(0, around)).toEqual([]);
		expect(sides(1, around)).toEqual(['right']);
	});
});

import { describe, expect, test } from 'vitest';
import { ordinal, shadedCells, type LikenessCell } from './likeness-cells.ts';

const cell = (code: string): LikenessCell => ({
	...{ code, name: `Council ${code}`, q: 0, r: 0 },
	...{ compared: code, comparedName: `Council ${code}` }
});
const likeness = Array.from({ length: 9 }, (_, at) => ({ code: `P${at + 1}`, rank: at + 1 }));
const finding = { likeness, peers: [{ code: 'P1' }], ranked: 9 } as Parameters<typeof shadedCells>[1];
const shade = (cells: LikenessCell[]) => shadedCells(cells, finding, 'P0', (code) => `/peers/${code}`);

describe('the map of likeness', () => {
	test('is darkest on the list, then by thirds', () => {
		const steps = shade(['P1', 'P2', 'P3', 'P4', 'P6', 'P7', 'P9'].map(cell)).map(({ step }) => step);
		expect(steps).toEqual([4, 3, 3, 2, 2, 1, 1]);
	});

	test('leaves plain what is not compared, and says so', () => {
		expect(shade([cell('X')])[0]).toMatchObject({ step: 0, value: 'not compared here' });
		expect(shade([cell('P0')])[0]).toMatchObject({ step: 0, value: 'the council asked for' });
	});

	test('a district shows the county that is compared, and leads to it', () => {
		const district = { ...cell('D1'), compared: 'P2', comparedName: 'Kent' };
		expect(shade([district])[0]).toMatchObject({
			code: 'D1',
			href: '/peers/P2',
			value: 'Kent: 2nd most alike of 9'
		});
	});

	test.each([
		[1, '1st'],
		[3, '3rd'],
		[12, '12th'],
		[21, '21st'],
		[113, '113th']
	])('%i is said %s', (rank, said) => expect(ordinal(rank)).toBe(said));
});

import { expect, test } from 'vitest';
import { moranByPeriod } from '../diffusion/moran-by-period.ts';
import { panelFromTimes } from '../panel/panel.ts';
import { sparseMatrix } from '../sparse/sparse-matrix.ts';
import { moranByEra } from './moran-by-era.ts';

const panel = panelFromTimes(
	[
		{ id: 'a', adopted: 1 },
		{ id: 'b', adopted: 2, stopped: 4 },
		{ id: 'c', adopted: 3, closed: 5 },
		{ id: 'd', adopted: null, founded: 3 },
		{ id: 'e', adopted: 5 },
		{ id: 'f', adopted: null }
	],
	0,
	6
);
const network = sparseMatrix(6, {
	row: [0, 1, 1, 2, 2, 3, 3, 4, 4, 5],
	column: [1, 0, 2, 1, 3, 2, 4, 3, 5, 4],
	value: new Array(10).fill(1)
});

test('agrees with the measure period by period while bodies come and go', () => {
	const shuffles = { permutations: 50, seed: 1 };
	const ours = moranByEra(panel, network, shuffles);
	const theirs = moranByPeriod(panel, network, shuffles);
	ours.forEach((row, at) => {
		expect(row).toMatchObject({
			period: theirs[at]!.period,
			n: theirs[at]!.n,
			adopters: theirs[at]!.adopters
		});
		if (theirs[at]!.observed === null) expect(row.observed).toBeNull();
		else expect(row.observed).toBeCloseTo(theirs[at]!.observed!, 12);
		if (theirs[at]!.deviation !== null) expect(row.deviation).toBeCloseTo(theirs[at]!.deviation!, 12);
	});
});

test('follows ties that change, and tells progress that never runs backwards', () => {
	const fewer = sparseMatrix(6, { row: [0, 1], column: [1, 0], value: [1, 1] });
	const series = panel.periods.map((_, at) => (at < 3 ? fewer : network));
	const told: number[] = [];
	const progress = { onProgress: (share: number) => void told.push(share) };
	const ours = moranByEra(panel, series, { permutations: 50, seed: 1, progress });
	const theirs = moranByPeriod(panel, series, { permutations: 50, seed: 1 });
	expect(ours.map(({ observed }) => observed)).toEqual(theirs.map(({ observed }) => observed));
	expect(told).toEqual([...told].sort((a, b) => a - b));
	expect(Math.max(...told)).toBeLessThanOrEqual(1);
});

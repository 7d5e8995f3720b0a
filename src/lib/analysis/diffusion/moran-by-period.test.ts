import { describe, expect, test } from 'vitest';
import { AnalysisCancelled } from '../analysis-error.ts';
import { panelFromTimes } from '../panel/panel.ts';
import { geodesicWeights } from '../sparse/geodesics.ts';
import { sparseMatrix } from '../sparse/sparse-matrix.ts';
import { rowStandardised } from '../sparse/sparse-operations.ts';
import { moran } from '../spatial/moran.ts';
import { geodesicMoranByPeriod } from './geodesic-moran.ts';
import { moranByPeriod } from './moran-by-period.ts';

/** Two directed rings of five, joined by one tie; one ring adopts before the other, one unit stops. */
const RING = [0, 1, 2, 3, 4];
const network = sparseMatrix(10, {
	row: [...RING, ...RING.map((unit) => unit + 5), 0],
	column: [...RING.map((unit) => (unit + 1) % 5), ...RING.map((unit) => ((unit + 1) % 5) + 5), 5],
	value: new Array<number>(11).fill(1)
});
const times = [1, 1, 2, 2, 3, 4, 5, null, null, null];
const units = times.map((adopted, at) => ({ id: `u${at}`, adopted, stopped: at === 0 ? 4 : null }));
const panel = panelFromTimes(units, 1, 6);
const adoptedIn = (t: number): number[] =>
	times.map((time, at) => (time !== null && time <= t && !(at === 0 && t >= 4) ? 1 : 0));

describe("Moran's I by period", () => {
	test('equals the general measure of the yes-or-no variable in every period', () => {
		moranByPeriod(panel, network).forEach((row, at) => {
			const whole = moran(adoptedIn(at + 1), rowStandardised(network));
			expect(row.observed).toBeCloseTo(whole.I!, 12);
			expect(row.deviation).toBeCloseTo(Math.sqrt(whole.randomisation!.variance), 12);
			expect(row.p).toBeCloseTo(whole.randomisation!.pTwoSided, 12);
		});
	});

	test('walking over geodesics gives the same as storing them', () => {
		const stored = moranByPeriod(panel, geodesicWeights(network, 3));
		geodesicMoranByPeriod(panel, network, 3).forEach((row, at) => {
			expect(row.observed).toBeCloseTo(stored[at]!.observed!, 12);
			expect(row.deviation).toBeCloseTo(stored[at]!.deviation!, 12);
		});
	});

	test('a shuffle of whole histories gives about the p-value of exact shuffles of one period', () => {
		const options = { permutations: 1999, seed: 11 };
		const rows = moranByPeriod(panel, network, options);
		const single = moran(adoptedIn(3), rowStandardised(network), options);
		expect(rows[2]!.permutation!.pGreater).toBeCloseTo(single.permutation!.pGreater, 1);
		expect(rows[2]!.permutation!.lower).toBeLessThan(rows[2]!.expected!);
		expect(moranByPeriod(panel, network, options)).toEqual(rows);
	});

	test('shuffles over a full table give the same as over single weights', () => {
		const growing = panelFromTimes(
			units.map((unit) => ({ ...unit, stopped: null })),
			1,
			6
		);
		const full = geodesicWeights(network, 6);
		const thin = { row: [0, 5, 9], column: [7, 2, 4], value: [1, 1, 1] };
		for (const weights of [full, sparseMatrix(10, thin)]) {
			const options = { permutations: 199, seed: 3 };
			const rows = moranByPeriod(growing, weights, options);
			const series = moranByPeriod(
				growing,
				growing.periods.map(() => weights)
			);
			rows.forEach((row, at) => expect(row.observed).toBeCloseTo(series[at]!.observed!, 12));
			const padded = { ...weights, size: 10 };
			const stopping = { ...growing, stoppedAt: growing.stoppedAt.map((_, unit) => (unit === 9 ? 5 : 6)) };
			moranByPeriod(stopping, padded, options).forEach((row, at) => {
				expect(row.permutation?.pGreater).toBe(rows[at]!.permutation?.pGreater);
				expect(row.permutation?.upper).toBeCloseTo(rows[at]!.permutation!.upper, 12);
			});
		}
	});

	test('leaves out units that do not exist in the period', () => {
		const late = panelFromTimes([...units.slice(0, 9), { id: 'u9', adopted: null, founded: 3 }], 1, 6);
		const rows = moranByPeriod(late, network, { permutations: 99, seed: 1 });
		expect(rows.map((row) => row.n)).toEqual([9, 9, 10, 10, 10, 10]);
		expect(rows[2]!.observed).toBeCloseTo(moranByPeriod(panel, network)[2]!.observed!, 12);
	});

	test('is null when none or all have adopted, or nothing is tied', () => {
		const all = panelFromTimes(
			RING.map((unit) => ({ id: `${unit}`, adopted: 2 })),
			1,
			2
		);
		const ring = sparseMatrix(5, {
			row: RING,
			column: RING.map((unit) => (unit + 1) % 5),
			value: [1, 1, 1, 1, 1]
		});
		const rows = moranByPeriod(all, ring, { permutations: 9, seed: 1 });
		expect(rows.map(({ observed, p, permutation }) => [observed, p, permutation])).toEqual([
			[null, null, null],
			[null, null, null]
		]);
		const untied = moranByPeriod(panel, sparseMatrix(10, { row: [], column: [], value: [] }));
		expect(untied.every((row) => row.observed === null && row.deviation === null)).toBe(true);
	});

	test('reports how far it has come and stops when told to', () => {
		const shares: number[] = [];
		const progress = { onProgress: (share: number) => shares.push(share), signal: { aborted: false } };
		moranByPeriod(panel, network, { permutations: 99, seed: 1, progress });
		expect(shares.length).toBeGreaterThan(3);
		expect(() => {
			moranByPeriod(panel, network, { permutations: 99, seed: 1, progress: { signal: { aborted: true } } });
		}).toThrow(AnalysisCancelled);
	});
});

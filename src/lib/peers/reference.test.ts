import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REFERENCE_COVERAGE } from './coverage-rule.ts';
import { pairDistance } from './distance.ts';
import { featureTable, type FeatureTable } from './feature-table.ts';
import { nearestIndex } from './nearest.ts';
import { peerSpace } from './peer-space.ts';
import { rankPeers } from './ranking.ts';
import { weighting } from './weighting.ts';

interface ExpectedList {
	id: string;
	peers: string[];
	distance: number[];
}

interface Expected {
	mean: number[];
	sd_sample: number[];
	weights: number[];
	top10: ExpectedList[];
	top10_weighted: ExpectedList[];
	missing_cells: { id: string; column: string }[];
	top10_missing: ExpectedList[];
}

const folder = new URL('../../../tests/reference/peers_usarrests/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const expected = JSON.parse(read('peers_expected.json')) as Expected;
const [header = [], ...lines] = read('data.csv')
	.trim()
	.split('\n')
	.map((line) => line.trim().split(','));

describe('the z-score model against R on USArrests', () => {
	test('standardises with the mean and the sample standard deviation', () => {
		const { scales } = space(table());

		scales.forEach((scale, at) => {
			expect(scale.mean).toBeCloseTo(expected.mean[at] ?? Number.NaN, 9);
			expect(scale.sd).toBeCloseTo(expected.sd_sample[at] ?? Number.NaN, 9);
		});
	});

	test.each([
		{ run: 'plain', lists: expected.top10, weights: null, blanks: [] },
		{ run: 'weighted', lists: expected.top10_weighted, weights: expected.weights, blanks: [] },
		{ run: 'with blank cells', lists: expected.top10_missing, weights: null, blanks: expected.missing_cells }
	])(
		'$run: the same ten peers at the same distances, by ranking and by search',
		({ lists, weights, blanks }) => {
			const weighted = weighting(space(table(blanks)), weights);
			const index = nearestIndex(weighted, REFERENCE_COVERAGE);

			expect(lists).toHaveLength(50);
			lists.forEach((list, row) => {
				const { code, peers } = rankPeers(weighted, row, 10, REFERENCE_COVERAGE);
				expect(code).toBe(list.id);
				expect(peers.map((peer) => peer.code)).toEqual(list.peers);
				peers.forEach((peer, at) =>
					expect(Math.abs(peer.distance - (list.distance[at] ?? NaN))).toBeLessThan(1e-9)
				);
				expect(index.nearest(row, 10)).toEqual(
					peers.map((peer) => ({ row: peer.row, squared: peer.squared }))
				);
			});
		}
	);

	test('a blank in a column without weight changes no distance', () => {
		const blanks = [{ id: 'Alabama', column: 'Rape' }];
		const weights = [1, 1, 1, 0];

		const whole = pairDistance(weighting(space(table()), weights), 0, 1);
		const blank = pairDistance(weighting(space(table(blanks)), weights), 0, 1);

		expect(blank?.squared).toBe(whole?.squared);
	});
});

function space(of: FeatureTable) {
	return peerSpace(of, { model: 'zscore', log: [], winsorise: null });
}

function table(blanks: { id: string; column: string }[] = []): FeatureTable {
	const columns = header.slice(1);
	return featureTable(
		lines.map(([code = '']) => code),
		columns,
		lines.map(([code, ...cells]) =>
			cells.map((cell, at) =>
				blanks.some(({ id, column }) => id === code && column === columns[at]) ? null : Number(cell)
			)
		)
	);
}

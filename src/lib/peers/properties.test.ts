import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRODUCT_COVERAGE, REFERENCE_COVERAGE } from './coverage-rule.ts';
import { pairDistance, rankable, squaredDistance } from './distance.ts';
import { featureTable } from './feature-table.ts';
import { nearestIndex } from './nearest.ts';
import { PEER_MODELS, peerSpace, type PeerModel } from './peer-space.ts';
import { rankPeers, squaredDistances } from './ranking.ts';
import { weighting } from './weighting.ts';

type Cells = (number | null)[][];

const WIDTH = 5;
const figure = fc.integer({ min: -40, max: 40 }).map((value) => value / 4);
const full = fc.array(fc.array(figure, { minLength: WIDTH, maxLength: WIDTH }), {
	minLength: 3,
	maxLength: 30
});
const withBlanks = fc.array(
	fc.array(fc.option(figure, { freq: 6 }), { minLength: WIDTH, maxLength: WIDTH }),
	{ minLength: 3, maxLength: 30 }
);
/** So few different figures that many areas are equally far. */
const withTies = fc.array(
	fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { freq: 8 }), { minLength: WIDTH, maxLength: WIDTH }),
	{ minLength: 8, maxLength: 40 }
);
const positive = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: WIDTH, maxLength: WIDTH });

describe.each(PEER_MODELS)('%s', (model) => {
	test('is symmetric, and zero from an area to itself', () => {
		fc.assert(
			fc.property(withBlanks, positive, (cells, weights) => {
				const weighted = weigh(cells, weights, model);
				cells.forEach((_, a) => {
					expect(weighted === null ? 0 : zeroOrNothing(squaredDistance(weighted, a, a))).toBe(0);
					cells.forEach((_, b) => {
						if (weighted !== null)
							expect(squaredDistance(weighted, a, b)).toBe(squaredDistance(weighted, b, a));
					});
				});
			}),
			{ numRuns: 40 }
		);
	});

	test('has contributions that are never negative and add up to the squared distance', () => {
		fc.assert(
			fc.property(withBlanks, positive, (cells, weights) => {
				const weighted = weigh(cells, weights, model);
				if (weighted === null) return;
				cells.forEach((_, b) => {
					const pair = pairDistance(weighted, 0, b);
					if (pair === null) return;
					const parts = pair.contributions.map((part) => part ?? 0);
					expect(parts.every((part) => part >= 0)).toBe(true);
					expect(parts.reduce((sum, part) => sum + part, 0)).toBe(pair.squared);
					expect(pair.squared).toBe(squaredDistance(weighted, 0, b));
					expect(pair.distance ** 2).toBeCloseTo(pair.squared, 9);
				});
			}),
			{ numRuns: 60 }
		);
	});

	test('does not depend on the unit or the zero point of a column', () => {
		fc.assert(
			fc.property(
				full,
				positive,
				fc.constantFrom(0.001, 4, 1609.344),
				figure,
				(cells, weights, unit, zero) => {
					const one = weigh(cells, weights, model);
					const other = weigh(
						cells.map(([first = 0, ...rest]) => [first * unit + zero, ...rest]),
						weights,
						model
					);
					if (one === null || other === null) return;
					cells.forEach((_, b) => {
						expect(squaredDistance(other, 0, b)).toBeCloseTo(squaredDistance(one, 0, b), 6);
					});
				}
			),
			{ numRuns: 60 }
		);
	});

	test.each([
		{ rule: 'the product rule', coverage: PRODUCT_COVERAGE },
		{ rule: 'the rule of R', coverage: REFERENCE_COVERAGE }
	])(
		'finds by heap and by search what sorting every distance finds, ties and blanks included, under $rule',
		({ coverage }) => {
			fc.assert(
				fc.property(
					fc.oneof(withBlanks, withTies),
					positive,
					fc.integer({ min: 1, max: 8 }),
					(cells, weights, k) => {
						const weighted = weigh(cells, weights, model);
						if (weighted === null) return;
						const index = nearestIndex(weighted, coverage);
						cells.forEach((_, row) => {
							const ranking = rankPeers(weighted, row, k, coverage);
							const ranked = ranking.peers;
							expect(rankPeers(weighted, row, k, coverage, index)).toEqual(ranking);
							const sorted = Array.from(squaredDistances(weighted, row, coverage), (squared, other) => ({
								row: other,
								squared
							}))
								.filter(({ squared }) => !Number.isNaN(squared))
								.sort((a, b) => rankable(a.squared) - rankable(b.squared) || a.row - b.row)
								.slice(0, k);
							expect(ranked.map((peer) => ({ row: peer.row, squared: peer.squared }))).toEqual(sorted);
							expect(index.nearest(row, k)).toEqual(sorted);
							expect(
								ranked.every((peer) => Number.isFinite(peer.distance) && Number.isFinite(peer.similarity))
							).toBe(true);
						});
					}
				),
				{ numRuns: 60 }
			);
		}
	);
});

test('counting a column twice is the same as a weight of 2', () => {
	fc.assert(
		fc.property(full, (cells) => {
			const once = weigh(cells, [2, 1, 1, 1, 1], 'zscore');
			const twice = weigh(
				cells.map((row) => [...row, row[0] ?? 0]),
				null,
				'zscore'
			);
			if (once === null || twice === null) return;
			cells.forEach((_, b) => {
				expect(squaredDistance(twice, 0, b)).toBeCloseTo(squaredDistance(once, 0, b), 9);
			});
		})
	);
});

/** Null for the rare table in which nothing differs, which is an error of its own and tested there. */
function weigh(cells: Cells, weights: number[] | null, model: PeerModel) {
	const columns = (cells[0] ?? []).map((_, at) => `column ${at + 1}`);
	const table = featureTable(
		cells.map((_, row) => `A${row}`),
		columns,
		cells
	);
	const space = peerSpace(table, { model, log: [], winsorise: null });
	return space.scales.every(({ isConstant }) => isConstant) ? null : weighting(space, weights);
}

/** An area without any figure is at no distance, even from itself. */
function zeroOrNothing(squared: number): number {
	return Number.isNaN(squared) ? 0 : squared;
}

import { describe, expect, test } from 'vitest';
import { panelFromTimes } from '../panel/panel.ts';
import { adjacencyWeights } from '../spatial/weights.ts';
import { sparseMatrix } from '../sparse/sparse-matrix.ts';
import { MOST_POSITIONS, networkInfluence } from './study-influence.ts';

const named = (network: ReturnType<typeof adjacencyWeights>) => ({
	key: 'k',
	name: 'ties',
	meaning: '',
	network
});
// A-B, A-C, B-C, C-D, D-E, E-F; adopted 2020, 2021, 2021, 2022, 2024, never.
const golden = panelFromTimes(
	[2020, 2021, 2021, 2022, 2024, null].map((adopted, at) => ({ id: 'ABCDEF'[at]!, adopted })),
	2020,
	2024
);
const ties = adjacencyWeights(
	6,
	[
		[0, 1],
		[0, 2],
		[1, 2],
		[2, 3],
		[3, 4],
		[4, 5]
	].map(([a, b]) => ({ a: a!, b: b!, lengthKm: null }))
);

describe('signs of influence along a network', () => {
	const found = networkInfluence(golden, named(ties));

	test('count each tied pair once, whoever names whom', () => {
		expect([found.joins.bothHave.count, found.joins.oneHas.count, found.joins.neitherHas.count]).toEqual([
			5, 1, 0
		]);
		const oneWay = sparseMatrix(6, {
			row: [0, 1, 1, 2, 3, 4],
			column: [1, 0, 2, 3, 4, 5],
			value: [1, 1, 3, 1, 1, 1]
		});
		expect(networkInfluence(golden, named(oneWay)).joins.bothHave.count).toBe(4);
	});

	test('leave out of the pairs who is gone by the end', () => {
		const closing = panelFromTimes(
			[2020, 2021, 2021, 2022, 2024, null].map((adopted, at) => ({
				...{ id: 'ABCDEF'[at]!, adopted },
				closed: at === 0 ? 2022 : null
			})),
			2020,
			2024
		);
		const { joins } = networkInfluence(closing, named(ties));
		expect([joins.n, joins.bothHave.count]).toEqual([5, 3]);
	});

	// A: B and C follow at once (2 of 2). B: D is no contact; nobody later. C: D next (1 of 1). D: E later, not next (0 of 1).
	test('average over those who have contacts that adopted later, or earlier', () => {
		expect(found.infectiousness).toEqual({ mean: 2 / 3, n: 3 });
		// B: A just before (1 of 1). C the same. D: C just before (1 of 1). E: D two before (0 of 1).
		expect(found.susceptibility).toEqual({ mean: 3 / 4, n: 4 });
	});

	test('compare positions only where there are adopters enough and not too many bodies', () => {
		expect(found.positions.refused).toContain('10 are needed');
		const many = panelFromTimes(
			Array.from({ length: MOST_POSITIONS + 1 }, (_, at) => ({ id: `u${at}`, adopted: null })),
			1,
			3
		);
		const none = adjacencyWeights(MOST_POSITIONS + 1, []);
		expect(networkInfluence(many, named(none)).positions.refused).toContain(
			'up to 1000 bodies; there are 1001.'
		);
	});
});

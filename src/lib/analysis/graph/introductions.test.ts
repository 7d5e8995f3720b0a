import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { averagePathLength, distancesFrom, distanceSums, UNREACHABLE } from './distances.ts';
import type { Graph } from './graph.ts';
import { isTied, tieListOf } from './graph.ts';
import { effectOfTies } from './introduction-effect.ts';
import { components } from './components.ts';
import type { IntroductionInput } from './introductions.ts';
import { introductions } from './introductions.ts';
import { graphOf, smallPairs } from './test-graphs.ts';

/** A chain A-B-C-D-E-F, and a pair G-H apart from it. */
const CHAIN = graphOf(8, [
	[0, 1],
	[1, 2],
	[2, 3],
	[3, 4],
	[4, 5],
	[6, 7]
]);

/** The input in which some nodes share one practice and nothing else is known. */
function sharing(graph: Graph, holders: readonly number[]): IntroductionInput {
	const none = Array.from({ length: graph.nodeCount }, (): string[] => []);
	const practice = none.map((_, node) => (holders.includes(node) ? ['housing-first'] : []));
	return {
		graph,
		holdings: { practice, characteristic: none, interest: none },
		communityOf: new Array<number>(graph.nodeCount).fill(0)
	};
}

function pairsOf(input: IntroductionInput): [number, number][] {
	return introductions(input).introductions.map(({ a, b }) => [a, b]);
}

describe('introductions', () => {
	test('proposes two who share a practice and a contact, and says so', () => {
		const [found] = introductions(sharing(CHAIN, [0, 2])).introductions;
		expect(found).toMatchObject({
			a: 0,
			b: 2,
			reasons: [
				{ kind: 'shares', what: 'practice', keys: ['housing-first'] },
				{ kind: 'common-contacts', contacts: [1] }
			]
		});
	});

	test('proposes two with one more step between them, and shows the chain', () => {
		expect(introductions(sharing(CHAIN, [0, 3])).introductions[0]!.reasons[1]).toEqual({
			kind: 'chain',
			path: [0, 1, 2, 3]
		});
	});

	test('passes over those too far apart in one community, and those already tied', () => {
		expect(pairsOf(sharing(CHAIN, [0, 4]))).toEqual([]);
		expect(pairsOf(sharing(CHAIN, [0, 1]))).toEqual([]);
	});

	test('bridges communities and components however far apart', () => {
		const split = { ...sharing(CHAIN, [0, 5]), communityOf: [0, 0, 0, 1, 1, 1, 2, 2] };
		expect(introductions(split).introductions[0]!.reasons[1]).toEqual({
			kind: 'bridges-communities',
			communities: [0, 1]
		});
		const apart = introductions(sharing(CHAIN, [2, 6])).introductions[0]!;
		expect(apart.reasons[1]).toEqual({ kind: 'bridges-components', sizes: [6, 2] });
		expect(apart.effect).toMatchObject({ componentsBridged: [6, 2], newlyJoinedPairs: 12 });
	});

	test('needs something in common, or a likeness', () => {
		expect(pairsOf(sharing(CHAIN, []))).toEqual([]);
		const alike = { ...sharing(CHAIN, []), likeness: [{ a: 2, b: 0, score: 0.8 }] };
		expect(introductions(alike).introductions[0]).toMatchObject({
			a: 0,
			b: 2,
			reasons: [
				{ kind: 'alike', score: 0.8 },
				{ kind: 'common-contacts', contacts: [1] }
			]
		});
	});

	test('never proposes a pair that declined, either way round', () => {
		expect(pairsOf({ ...sharing(CHAIN, [0, 2]), declined: [[2, 0]] })).toEqual([]);
	});

	test('proposes only those who may meet, but lets others be the contact', () => {
		const mayMeet = Uint8Array.from([1, 0, 1, 1, 1, 1, 1, 1]);
		expect(pairsOf({ ...sharing(CHAIN, [0, 1, 2, 3]), mayMeet })).toEqual([
			[0, 2],
			[0, 3]
		]);
	});

	test('ranks a rare thing in common above a common one', () => {
		const input = sharing(CHAIN, []);
		const practice = [['common'], ['common', 'rare'], ['common'], ['rare'], ['common'], ['common'], [], []];
		expect(pairsOf({ ...input, holdings: { ...input.holdings, practice } })[0]).toEqual([1, 3]);
	});

	test('keeps the list from being about one organisation', () => {
		const lonely = graphOf(6, []);
		const all = sharing(lonely, [0, 1, 2, 3, 4, 5]);
		const apart = { ...all, communityOf: [0, 1, 2, 3, 4, 5], perNode: 1 };
		expect(pairsOf(apart)).toEqual([
			[0, 1],
			[2, 3],
			[4, 5]
		]);
		expect(pairsOf({ ...apart, perNode: 3, limit: 2 })).toHaveLength(2);
	});

	test('an empty network has nobody to introduce', () => {
		expect(introductions(sharing(graphOf(0, []), [])).introductions).toEqual([]);
	});

	test('rejects holdings that leave nodes out', () => {
		const input = sharing(CHAIN, []);
		expect(() => introductions({ ...input, holdings: { ...input.holdings, interest: [] } })).toThrow(
			DomainError
		);
	});

	test('is the same list every time, of pairs that keep the rule', () => {
		fc.assert(
			fc.property(smallPairs(12), fc.array(fc.nat(11)), ({ nodeCount, pairs }, holders) => {
				const graph = graphOf(nodeCount, pairs);
				const { communityOf: _given, ...input } = sharing(graph, holders);
				const { introductions: found } = introductions({ ...input, limit: 100, perNode: 100 });
				expect(introductions({ ...input, limit: 100, perNode: 100 }).introductions).toEqual(found);
				for (const { a, b, reasons } of found) {
					expect(isTied(graph, a, b)).toBe(false);
					const steps = distancesFrom(graph, a)[b]!;
					const isNear = steps === 2 || steps === 3;
					const kinds = reasons.map(({ kind }) => kind);
					expect(isNear || kinds.some((kind) => kind.startsWith('bridges-'))).toBe(true);
					expect(kinds.includes('bridges-components')).toBe(steps === UNREACHABLE);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('effectOfTies', () => {
	test('equals measuring the network again with the tie', () => {
		fc.assert(
			fc.property(smallPairs(10), fc.nat(9), fc.nat(9), ({ nodeCount, pairs }, x, y) => {
				const [a, b] = [x % nodeCount, y % nodeCount];
				const graph = graphOf(nodeCount, pairs);
				if (a === b || isTied(graph, a, b)) return;
				const effect = effectOfTies(graph, components(graph))(a, b);
				const { sources, targets } = tieListOf(graph);
				const tied = graphOf(nodeCount, [
					...Array.from(sources, (source, tie): [number, number] => [source, targets[tie]!]),
					[a, b]
				]);
				const before = distanceSums(graph);
				const after = distanceSums(tied);
				const joined = after.reached.reduce((sum, count, node) => sum + count - before.reached[node]!, 0) / 2;
				expect(effect.newlyJoinedPairs).toBe(joined);
				expect(effect.averagePathBefore).toEqual(averagePathLength(before));
				if (joined === 0) expect(effect.averagePathAfter).toBeCloseTo(averagePathLength(after)!, 9);
				else expect(effect.averagePathAfter).toEqual(effect.averagePathBefore);
				expect(effect.estimatedFrom).toBeNull();
			})
		);
	});
});

import { describe, expect, test } from 'vitest';
import { seededRandom, type Random } from '#lib/analysis/numeric/random.ts';
import { cascadeGraph, type CascadeGraph, type CascadeModel } from './cascade-graph.ts';
import { chooseActions, gainOfActions, type Action } from './choose-actions.ts';
import { choiceRule } from './choice-rule.ts';
import { planSeeds } from './plan-seeds.ts';
import { Worlds, type AddedEdge } from './worlds.ts';

/** A random graph small enough to enumerate: at most 12 edges, or in-degrees of at most two. */
function smallGraph(random: Random, model: CascadeModel, size: number): CascadeGraph {
	const edges = { from: [] as number[], to: [] as number[], chance: [] as number[] };
	const count = model === 'ic' ? 4 + random.below(7) : 2 * size;
	const into = new Int32Array(size);
	for (let k = 0; k < count; k += 1) {
		const [from, to] = [random.below(size), random.below(size)];
		if (from === to || (model === 'lt' && into[to]! >= 2)) continue;
		into[to]! += 1;
		edges.from.push(from);
		edges.to.push(to);
		edges.chance.push(0.1 + 0.8 * random.next());
	}
	return cascadeGraph(size, edges, model);
}

interface World {
	weight: number;
	/** Edges that carry: whom each unit reaches. */
	next: number[][];
}

/** Every world there is, with its chance. */
function everyWorld(graph: CascadeGraph, model: CascadeModel): World[] {
	const { size, inStart, inFrom, inChance, inSum } = graph;
	let worlds: World[] = [{ weight: 1, next: Array.from({ length: size }, () => []) }];
	const branch = (options: { chance: number; edge: [number, number] | null }[]): void => {
		worlds = worlds.flatMap(({ weight, next }) =>
			options
				.filter(({ chance }) => chance > 0)
				.map(({ chance, edge }) => ({
					weight: weight * chance,
					next: edge === null ? next : next.map((to, unit) => (unit === edge[0] ? [...to, edge[1]] : to))
				}))
		);
	};
	for (let to = 0; to < size; to += 1) {
		const edges = Array.from({ length: inStart[to + 1]! - inStart[to]! }, (_, k) => inStart[to]! + k);
		if (model === 'ic')
			for (const edge of edges)
				branch([
					{ chance: inChance[edge]!, edge: [inFrom[edge]!, to] },
					{ chance: 1 - inChance[edge]!, edge: null }
				]);
		else if (edges.length > 0)
			branch([
				...edges.map((edge) => ({ chance: inChance[edge]!, edge: [inFrom[edge]!, to] as [number, number] })),
				{ chance: 1 - inSum[to]!, edge: null }
			]);
	}
	return worlds;
}

function reachedFrom(next: readonly number[][], seeds: readonly number[]): number {
	const seen = new Set(seeds);
	const queue = [...seen];
	for (let unit = queue.pop(); unit !== undefined; unit = queue.pop())
		for (const to of next[unit]!) {
			if (seen.has(to)) continue;
			seen.add(to);
			queue.push(to);
		}
	return seen.size;
}

const spreadOf = (worlds: readonly World[], seeds: readonly number[]): number =>
	worlds.reduce((sum, { weight, next }) => sum + weight * reachedFrom(next, seeds), 0);

const nobody = (size: number): Uint8Array => new Uint8Array(size);
const single = (size: number): number[][] => Array.from({ length: size }, (_, unit) => [unit]);

describe.each(['ic', 'lt'] as const)('seeds under %s', (model) => {
	test('are at least (1 − 1/e − ε) of brute force in 500 of 500 random graphs, and measured rightly', () => {
		const random = seededRandom(model === 'ic' ? 11 : 12);
		for (let round = 0; round < 500; round += 1) {
			const size = model === 'ic' ? 5 + random.below(8) : 4 + random.below(4);
			const graph = smallGraph(random, model, size);
			const worlds = everyWorld(graph, model);
			const k = 2;
			const plan = planSeeds(graph, model, {
				k,
				hasAdopted: nobody(size),
				rule: () => choiceRule(single(size), k, {}),
				seed: round,
				certainty: { epsilon: 0.1, delta: 0.01, wanted: 0.6, mostSets: 8192 }
			});
			let best = 0;
			for (let a = 0; a < size; a += 1)
				for (let b = a + 1; b < size; b += 1) best = Math.max(best, spreadOf(worlds, [a, b]));
			const ours = spreadOf(worlds, plan.seeds);
			expect(ours).toBeGreaterThanOrEqual((1 - 1 / Math.E - 0.1) * best);
			expect(ours).toBeGreaterThanOrEqual(plan.certified! * best - 1e-9);
			// Five standard errors of a share of so many sets.
			const error = 5 * size * Math.sqrt(0.25 / plan.sets);
			expect(Math.abs(plan.curve.at(-1)! - ours)).toBeLessThan(error);
		}
	});

	test('those who have adopted spread from the start and are no seeds', () => {
		const graph = cascadeGraph(4, { from: [0, 1, 2], to: [1, 2, 3], chance: [0.5, 0.5, 0.5] }, model);
		const hasAdopted = Uint8Array.from([1, 0, 0, 0]);
		const plan = planSeeds(graph, model, {
			k: 1,
			hasAdopted,
			rule: () => choiceRule(single(4), 1, { mayTakePart: hasAdopted.map((one) => 1 - one) }),
			seed: 1
		});
		expect(Math.abs(plan.without - 1.875)).toBeLessThan(0.1);
		// Two reaches three half the time; one would have been reached half the time anyway.
		const gains = [0.5 * (1 + 0.5 + 0.25), (1 - 0.25) * 1.5, 1 - 0.125];
		expect(plan.seeds).toEqual([gains.indexOf(Math.max(...gains)) + 1]);
		expect(Math.abs(plan.curve[0]! - Math.max(...gains))).toBeLessThan(0.1);
		expect(plan.certified).toBeGreaterThan(0.8);
	});
});

/** Random introductions between units that are not tied. */
function pairsOf(random: Random, size: number, count: number): Action[] {
	return Array.from({ length: count }, (_, k) => {
		const a = random.below(size);
		const b = (a + 1 + random.below(size - 1)) % size;
		const edge = (from: number, to: number, half: number): AddedEdge => ({
			key: 2 * k + half,
			from,
			to,
			chance: 0.5
		});
		return { parties: [a, b], edges: [edge(a, b, 0), edge(b, a, 1)] };
	});
}

describe.each(['ic', 'lt'] as const)('introductions under %s', (model) => {
	test('a fixed sample of worlds measures a spread within its error of the exact one', () => {
		const random = seededRandom(21);
		for (let round = 0; round < 20; round += 1) {
			const graph = smallGraph(random, model, 7);
			const hasAdopted = Uint8Array.from({ length: 7 }, (_, unit) => (unit < 2 ? 1 : 0));
			const worlds = new Worlds(graph, model, 10_000, round, hasAdopted);
			const found = worlds.reached.reduce((sum, value) => sum + value, 0) / worlds.count;
			expect(Math.abs(found - spreadOf(everyWorld(graph, model), [0, 1]))).toBeLessThan(
				5 * 7 * Math.sqrt(0.25 / 10_000)
			);
		}
	});

	test('an introduction gains what enumeration says', () => {
		const random = seededRandom(22);
		for (let round = 0; round < 10; round += 1) {
			const graph = smallGraph(random, model, 6);
			const hasAdopted = Uint8Array.from([1, 0, 0, 0, 0, 0]);
			const chance = 0.3;
			const worlds = new Worlds(graph, model, 10_000, round, hasAdopted);
			const found = gainOfActions(worlds, [{ parties: [0, 3], edges: [{ key: 0, from: 0, to: 3, chance }] }]);
			const exact = everyWorld(graph, model);
			const takesAfterNobody = (next: readonly number[][]): boolean => !next.some((to) => to.includes(3));
			const expected = exact.reduce((sum, { weight, next }) => {
				const joined = next.map((to, unit) => (unit === 0 ? [...to, 3] : to));
				const extra = reachedFrom(joined, [0]) - reachedFrom(next, [0]);
				if (model === 'ic') return sum + weight * chance * extra;
				const taken = graph.inSum[3]!;
				return takesAfterNobody(next) && taken < 1
					? sum + weight * Math.min(1, chance / (1 - taken)) * extra
					: sum;
			}, 0);
			expect(Math.abs(found - expected)).toBeLessThan(5 * 6 * Math.sqrt(0.25 / 10_000));
		}
	});

	test('lazy greedy chooses and gains what plain greedy does, and stays below its bound', () => {
		const random = seededRandom(23);
		for (let round = 0; round < 40; round += 1) {
			const size = 6 + random.below(7);
			const graph = smallGraph(random, model, size);
			const hasAdopted = Uint8Array.from({ length: size }, (_, unit) => (unit < 2 ? 1 : 0));
			const candidates = pairsOf(random, size, 14);
			const run = (isLazy: boolean) =>
				chooseActions(
					new Worlds(graph, model, 300, round, hasAdopted),
					candidates,
					4,
					choiceRule(
						candidates.map(({ parties }) => parties),
						4,
						{ atMost: 2 }
					),
					{ isLazy }
				);
			const [lazy, plain] = [run(true), run(false)];
			expect(lazy).toEqual(plain);
			expect(lazy.curve.at(-1)).toBeLessThanOrEqual(lazy.bound + 1e-9);
			const again = new Worlds(graph, model, 300, round, hasAdopted);
			expect(
				gainOfActions(
					again,
					lazy.chosen.map((item) => candidates[item]!)
				)
			).toBeCloseTo(lazy.curve.at(-1)!, 9);
		}
	});

	test('no choice of as many beats the bound', () => {
		const random = seededRandom(24);
		for (let round = 0; round < 25; round += 1) {
			const graph = smallGraph(random, model, 7);
			const hasAdopted = Uint8Array.from([1, 0, 0, 0, 0, 0, 0]);
			const candidates = pairsOf(random, 7, 7);
			const worlds = new Worlds(graph, model, 200, round, hasAdopted);
			let best = 0;
			for (let a = 0; a < 7; a += 1)
				for (let b = a + 1; b < 7; b += 1)
					best = Math.max(best, gainOfActions(worlds, [candidates[a]!, candidates[b]!]));
			const { bound } = chooseActions(
				worlds,
				candidates,
				2,
				choiceRule(
					candidates.map(({ parties }) => parties),
					2,
					{}
				)
			);
			expect(best).toBeLessThanOrEqual(bound + 1e-9);
		}
	});
});

describe('constraints', () => {
	const parties = [
		[0, 1],
		[0, 2],
		[0, 3],
		[2, 3],
		[1, 3]
	];

	test('nobody takes part more often than allowed, and enough regions are reached', () => {
		const rule = choiceRule(parties, 2, { groups: ['a', 'a', 'b', 'c'], atLeastGroups: 3, atMost: 1 });
		expect(rule.now(0)).toBe(true);
		rule.take(0);
		expect(parties.map((_, item) => rule.now(item))).toEqual([false, false, false, true, false]);
	});

	test.each([
		[{ mayTakePart: new Uint8Array(4) }, 'nobody is left to choose from after the constraints'],
		[
			{ mayTakePart: Uint8Array.from([1, 1, 0, 0]) },
			'only 1 can be chosen after the constraints, fewer than the 3'
		],
		[{ groups: ['a', 'a', 'b', null], atLeastGroups: 3 }, 'cannot reach 3 regions'],
		[{ groups: ['a', 'b', 'c', 'd'], atLeastGroups: 5 }, 'cannot reach 5 regions']
	])('that contradict each other are named: %j', (constraints, sentence) => {
		expect(() => choiceRule(parties, 3, constraints)).toThrow(sentence);
	});

	test.each([
		[{ from: [0], to: [9], chance: [0.1] }, 'tie 1 names unit 9'],
		[{ from: [0], to: [1], chance: [1.2] }, 'has the chance 1.2; a chance is a number from 0 to 1'],
		[{ from: [0], to: [1], chance: [Number.NaN] }, 'has the chance NaN']
	])('wrong edges are named: %j', (edges, sentence) => {
		expect(() => cascadeGraph(3, edges, 'ic')).toThrow(sentence);
	});
});

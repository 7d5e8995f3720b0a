import fc from 'fast-check';
import graphologyModularity from 'graphology-metrics/graph/modularity.js';
import { describe, expect, test } from 'vitest';
import { attributeAssortativity, degreeAssortativity, numericAssortativity } from './assortativity.ts';
import { betweenness } from './betweenness.ts';
import { brokerage } from './brokerage.ts';
import { dyadCensus, reciprocity, triadCensus, TRIAD_TYPES } from './census.ts';
import {
	betweennessCentralisation,
	closenessCentralisation,
	degreeCentralisation
} from './centralisation.ts';
import { closeness } from './closeness.ts';
import { clustering } from './clustering.ts';
import { communities } from './communities.ts';
import { components } from './components.ts';
import { corePeriphery } from './core-periphery.ts';
import { degreeCentrality, density, outDegrees, strengths } from './degree.ts';
import { distanceSums } from './distances.ts';
import { eiByGroup, eiByNode, eiIndex } from './ei-index.ts';
import { eigenvectorCentrality } from './eigenvector.ts';
import { buildGraph } from './graph.ts';
import { modularity } from './modularity.ts';
import { pageRank, toGraphology } from './pagerank.ts';
import { seededRandom } from './seeded-random.ts';
import { rewired, smallWorld } from './small-world.ts';
import { constraint, effectiveSize } from './structural-holes.ts';
import { partMask, subgraph } from './subgraph.ts';
import { complete, GOLDEN, graphOf, pairsAmong, smallPairs, star } from './test-graphs.ts';

const EMPTY = graphOf(0, []);
const ONE = graphOf(1, []);
const NO_TIES = graphOf(4, []);

describe('golden numbers of the methods page', () => {
	const kinds = ['council', 'council', 'charity', 'charity', 'council', 'charity'];

	test('density .4, transitivity .4286, degree centralisation .3', () => {
		expect(density(GOLDEN)).toBeCloseTo(0.4, 12);
		expect(clustering(GOLDEN).transitivity).toBeCloseTo(3 / 7, 12);
		expect(degreeCentralisation(GOLDEN)).toBeCloseTo(0.3, 12);
	});

	test('E-I .3333 from 4 external and 2 internal ties, assortativity -.3333', () => {
		expect(eiIndex(GOLDEN, kinds)).toEqual({ external: 4, internal: 2, ei: 1 / 3 });
		expect(attributeAssortativity(GOLDEN, kinds)).toBeCloseTo(-1 / 3, 12);
	});
});

describe('what cannot be said is null', () => {
	test.each([
		{ what: 'empty', graph: EMPTY },
		{ what: 'one node', graph: ONE },
		{ what: 'no ties', graph: NO_TIES }
	])('$what', ({ graph }) => {
		const groups = Array.from({ length: graph.nodeCount }, () => 'a');
		expect(reciprocity(graph)).toBeNull();
		expect(eigenvectorCentrality(graph)).toBeNull();
		expect(
			modularity(
				graph,
				groups.map(() => 0)
			)
		).toBeNull();
		expect(corePeriphery(graph)).toBeNull();
		expect(smallWorld(graph)).toBeNull();
		expect(clustering(graph).transitivity).toBeNull();
		expect(degreeAssortativity(graph)).toBeNull();
		expect(attributeAssortativity(graph, groups)).toBeNull();
		expect(eiIndex(graph, groups).ei).toBeNull();
		expect(constraint(graph)).toEqual(groups.map(() => null));
		expect(effectiveSize(graph)).toEqual(groups.map(() => null));
		expect(communities(graph)).toMatchObject({ modularity: null, sizes: groups.map(() => 1) });
		expect(pageRank(graph)).toHaveLength(graph.nodeCount);
		expect(brokerage(graph, groups).whole.total).toBe(0);
	});

	test('shares of pairs need pairs', () => {
		expect([density(EMPTY), density(ONE), density(NO_TIES)]).toEqual([null, null, 0]);
		expect(degreeCentrality(ONE)).toEqual([null]);
		expect(degreeCentralisation(graphOf(2, [[0, 1]]))).toBeNull();
	});

	test('local clustering needs two contacts, but the average counts the others as 0', () => {
		const { local, average } = clustering(GOLDEN);
		expect(local).toEqual([1, 1, 1 / 3, 0, 0, null]);
		expect(average).toBeCloseTo((1 + 1 + 1 / 3) / 6, 12);
	});

	test('assortativity needs variety', () => {
		expect(attributeAssortativity(GOLDEN, everyone('a'))).toBeNull();
		expect(numericAssortativity(GOLDEN, [1, 1, 1, 1, 1, 1])).toBeNull();
	});
});

function everyone(group: string): string[] {
	return Array.from({ length: 6 }, () => group);
}

describe('centralisation', () => {
	test('of a star is 1, of a complete network 0', () => {
		for (const [graph, value] of [
			[star(6), 1],
			[complete(6), 0]
		] as const) {
			expect(degreeCentralisation(graph)).toBeCloseTo(value, 12);
			expect(betweennessCentralisation(graph, betweenness(graph))).toBeCloseTo(value, 12);
			expect(closenessCentralisation(closeness(distanceSums(graph)))).toBeCloseTo(value, 12);
		}
	});

	test('of directed ties looks at one direction', () => {
		const out = graphOf(
			4,
			[
				[0, 1],
				[0, 2],
				[0, 3]
			],
			true
		);
		expect(degreeCentralisation(out, 'out')).toBe(1);
		expect(degreeCentralisation(out, 'in')).toBeCloseTo(1 / 9, 12);
	});

	test('of closeness is not defined when someone is cut off', () => {
		expect(closenessCentralisation(closeness(distanceSums(graphOf(4, [[0, 1]]))))).toBeNull();
	});
});

describe('core and periphery', () => {
	test('a core of four, each with one newcomer, worked by hand', () => {
		// 28 pairs, 10 ties, ideal pattern 6 + 16 = 22, all ties touch the core:
		// (28 * 10 - 10 * 22) / sqrt(10 * 18 * 22 * 6)
		const graph = graphOf(8, [...pairsAmong([0, 1, 2, 3]), [0, 4], [1, 5], [2, 6], [3, 7]]);
		const found = corePeriphery(graph)!;
		expect(found.core).toEqual([0, 1, 2, 3]);
		expect(found.misfit).toBe(0);
		expect(found.correlation).toBeCloseTo(60 / Math.sqrt(23760), 12);
	});

	test('the ideal pattern itself correlates at 1', () => {
		const rim = [3, 4, 5, 6];
		const graph = graphOf(7, [
			...pairsAmong([0, 1, 2]),
			...[0, 1, 2].flatMap((a) => rim.map((b) => [a, b] as const))
		]);
		expect(corePeriphery(graph)).toMatchObject({ core: [0, 1, 2], misfit: 0 });
		expect(corePeriphery(graph)!.correlation).toBeCloseTo(1, 12);
	});

	test('has no correlation when everyone is tied to everyone', () => {
		expect(corePeriphery(complete(4))!.correlation).toBeNull();
	});
});

describe('structural holes', () => {
	test('the middle of a star of four has constraint 1/3 and 3 separate contacts', () => {
		expect(constraint(star(4))[0]).toBeCloseTo(1 / 3, 12);
		expect(effectiveSize(star(4))[0]).toBe(3);
		expect(constraint(star(4))[1]).toBe(1);
	});

	test('directed and weighted effective size, as networkx has it', () => {
		const { graph } = buildGraph(
			4,
			{ sources: [0, 1, 0, 2, 3], targets: [1, 2, 2, 0, 0], weights: [3, 1, 2, 2, 1] },
			true
		);
		// Contacts 1 (p 3/8), 2 (p 4/8) and 3 (p 1/8); 1 and 2 are tied with strength 1, the strongest
		// tie of 1 is 3, of 2 it is 4: 3 - 4/8 * 1/3 - 3/8 * 1/4.
		expect(effectiveSize(graph, true)[0]).toBeCloseTo(3 - 1 / 6 - 3 / 32, 12);
	});

	test('effective size without directions is n - 2 t / n', () => {
		fc.assert(
			fc.property(smallPairs(), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs);
				const { triangles } = clustering(graph);
				effectiveSize(graph).forEach((size, node) => {
					const contacts = graph.offsets[node + 1]! - graph.offsets[node]!;
					if (contacts === 0) expect(size).toBeNull();
					else expect(size).toBeCloseTo(contacts - (2 * triangles[node]!) / contacts, 9);
				});
			})
		);
	});
});

describe('brokerage', () => {
	const chain = graphOf(
		3,
		[
			[0, 1],
			[1, 2]
		],
		true
	);

	test.each([
		{ groups: ['A', 'A', 'A'], role: 'coordinator' },
		{ groups: ['A', 'B', 'A'], role: 'itinerant' },
		{ groups: ['A', 'A', 'B'], role: 'representative' },
		{ groups: ['A', 'B', 'B'], role: 'gatekeeper' },
		{ groups: ['A', 'B', 'C'], role: 'liaison' }
	] as const)('$groups is a $role', ({ groups, role }) => {
		expect(brokerage(chain, groups).byNode[1]).toMatchObject({ [role]: 1, total: 1 });
	});

	test('needs an open pair and counts an undirected one twice', () => {
		expect(brokerage(complete(3), ['A', 'A', 'A']).whole.total).toBe(0);
		expect(brokerage(star(3), ['A', 'A', 'A']).byNode[0]!.total).toBe(2);
	});

	test('rejects a list of groups that does not fit', () => {
		expect(() => brokerage(chain, ['A'])).toThrow(/each of 3 nodes/);
	});
});

describe('E-I index', () => {
	test('leaves out ties to nodes of unknown group', () => {
		const groups = ['a', null, 'a', 'b', 'b', 'a'];
		expect(eiIndex(GOLDEN, groups)).toEqual({ external: 2, internal: 2, ei: 0 });
		expect(eiByNode(GOLDEN, groups)).toEqual([-1, null, 0, 0, 0, 1]);
		expect(eiByGroup(GOLDEN, groups).get('b')).toEqual({ external: 2, internal: 1, ei: 1 / 3 });
	});
});

describe('censuses', () => {
	test('count every pair and every triple once', () => {
		fc.assert(
			fc.property(smallPairs(), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs, true);
				const { mutual, asymmetric, none } = dyadCensus(graph);
				expect(mutual + asymmetric + none).toBe((nodeCount * (nodeCount - 1)) / 2);
				expect(2 * mutual + asymmetric).toBe(graph.tieCount);
				const triples = nodeCount < 3 ? 0 : (nodeCount * (nodeCount - 1) * (nodeCount - 2)) / 6;
				expect(triadCensus(graph).reduce((sum, count) => sum + count, 0)).toBe(triples);
			})
		);
	});

	test('a cycle of three is 030C', () => {
		const cycle = graphOf(
			3,
			[
				[0, 1],
				[1, 2],
				[2, 0]
			],
			true
		);
		expect(triadCensus(cycle)[TRIAD_TYPES.indexOf('030C')]).toBe(1);
		expect(reciprocity(cycle)).toBe(0);
	});
});

describe('eigenvector centrality', () => {
	test('of a path of three is 1 : √2 : 1, with eigenvalue √2', () => {
		const found = eigenvectorCentrality(
			graphOf(3, [
				[0, 1],
				[1, 2]
			])
		)!;
		expect(found.largest).toBeCloseTo(Math.SQRT2, 12);
		expect(found.second).toBeCloseTo(0, 12);
		[0.5, Math.SQRT1_2, 0.5].forEach((score, node) => expect(found.scores[node]).toBeCloseTo(score, 12));
	});

	test('says when two components tie and the answer is one of many', () => {
		const twins = graphOf(6, [...pairsAmong([0, 1, 2]), ...pairsAmong([3, 4, 5])]);
		expect(eigenvectorCentrality(twins)).toMatchObject({ isUnique: false });
		expect(eigenvectorCentrality(GOLDEN)).toMatchObject({ isUnique: true });
	});
});

test('PageRank follows strong ties more often when told so', () => {
	const { graph } = buildGraph(
		3,
		{ sources: [0, 0, 1, 2], targets: [1, 2, 0, 0], weights: [3, 1, 1, 1] },
		true
	);
	const [, one, two] = pageRank(graph, true);
	expect(one).toBeGreaterThan(two!);
	const [, plainOne, plainTwo] = pageRank(graph);
	expect(plainOne).toBeCloseTo(plainTwo!, 12);
});

test('strength adds up the ties of a node', () => {
	const { graph } = buildGraph(3, { sources: [0, 1], targets: [1, 2], weights: [2, 0.5] });
	expect(strengths(graph)).toEqual([2, 2.5, 0.5]);
});

describe('communities', () => {
	const twoCliques = graphOf(10, [...pairsAmong([0, 2, 4, 6, 8]), ...pairsAmong([1, 3, 5, 7, 9]), [0, 1]]);

	test('finds two cliques, and numbers them by their lowest node', () => {
		const found = communities(twoCliques);
		expect(Array.from(found.partOf)).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
		expect(found.modularity).toBeCloseTo(modularity(twoCliques, found.partOf)!, 12);
	});

	test('repeats for the same seed', () => {
		fc.assert(
			fc.property(smallPairs(12), fc.integer(), ({ nodeCount, pairs }, seed) => {
				const graph = graphOf(nodeCount, pairs);
				expect(communities(graph, { seed })).toEqual(communities(graph, { seed }));
			}),
			{ numRuns: 20 }
		);
	});

	test('are connected by their own ties, and are no worse than everyone alone', () => {
		fc.assert(
			fc.property(smallPairs(12), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs);
				const found = communities(graph, { starts: 2 });
				if (graph.tieCount === 0) return;
				expect(found.modularity!).toBeGreaterThanOrEqual(
					modularity(graph, [...Array(nodeCount).keys()])! - 1e-12
				);
				found.sizes.forEach((_, part) => {
					expect(components(subgraph(graph, partMask(found, part)).graph).sizes).toHaveLength(1);
				});
				expect(found.modularity!).toBeGreaterThanOrEqual(-1e-12);
			}),
			{ numRuns: 50 }
		);
	});

	test('modularity agrees with graphology', () => {
		fc.assert(
			fc.property(smallPairs(12), ({ nodeCount, pairs }) => {
				const graph = graphOf(nodeCount, pairs);
				if (graph.tieCount === 0) return;
				const theirs = toGraphology(graph);
				theirs.forEachNode((node) => theirs.setNodeAttribute(node, 'community', Number(node) % 3));
				const groups = [...Array(nodeCount).keys()].map((node) => node % 3);
				expect(modularity(graph, groups)).toBeCloseTo(
					graphologyModularity(theirs, { getEdgeWeight: null }),
					9
				);
			})
		);
	});
});

describe('small world', () => {
	const ring = graphOf(
		60,
		[...Array(60).keys()].flatMap((node) => [1, 2, 3].map((step) => [node, (node + step) % 60] as const))
	);

	test('a ring of neighbours is far more clustered than chance, and longer', () => {
		const found = smallWorld(ring)!;
		expect(found.clustering).toBeCloseTo(0.6, 12);
		expect(found.coefficient).toBeGreaterThan(2);
		expect(found.pathLength).toBeGreaterThan(found.randomPathLength);
	});

	test('repeats for the same seed', () => {
		expect(smallWorld(ring, 3, 9)).toEqual(smallWorld(ring, 3, 9));
	});

	test('random networks keep the degrees and lose the pattern', () => {
		const drawn = rewired(ring, seededRandom(1));
		expect(outDegrees(drawn)).toEqual(outDegrees(ring));
		expect(clustering(drawn).average!).toBeLessThan(0.3);
	});
});

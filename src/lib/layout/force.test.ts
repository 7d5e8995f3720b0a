import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createForce, forceLayout } from './force.ts';
import { adjacencyOf, type LayoutGraph } from './layout-graph.ts';
import { crossingShare, neighbourhoodPreservation } from './quality.ts';
import { seededRandom } from './random.ts';

/** A square grid, whose best drawing has no crossings. */
function grid(side: number): LayoutGraph {
	const source: number[] = [];
	const target: number[] = [];
	for (let node = 0; node < side * side; node++) {
		if ((node + 1) % side !== 0) {
			source.push(node);
			target.push(node + 1);
		}
		if (node + side < side * side) {
			source.push(node);
			target.push(node + side);
		}
	}
	return { nodeCount: side * side, source, target };
}

function randomGraph(nodeCount: number, linkCount: number, seed: number): LayoutGraph {
	const random = seededRandom(seed);
	const pick = (): number => Math.floor(random() * nodeCount);
	return {
		nodeCount,
		source: Array.from({ length: linkCount }, pick),
		target: Array.from({ length: linkCount }, pick)
	};
}

describe('force layout', () => {
	test('draws the same picture twice, on the plain and on the multilevel path', () => {
		for (const graph of [randomGraph(120, 200, 1), randomGraph(1500, 4000, 2)]) {
			expect(forceLayout(graph, { seed: 9 })).toEqual(forceLayout(graph, { seed: 9 }));
		}
	});

	test('does not depend on how many ticks are run at a time', () => {
		const graph = randomGraph(700, 1500, 3);
		const run = createForce(graph);
		while (!run.done) run.step(7);
		expect(run.positions).toEqual(forceLayout(graph));
		expect(run.progress).toBe(1);
	});

	test('gives every node a finite place, whatever the graph', () => {
		const anyGraph = fc.integer({ min: 0, max: 40 }).chain((nodeCount) =>
			fc.record({
				nodeCount: fc.constant(nodeCount),
				links: fc.array(fc.tuple(fc.nat(nodeCount + 2), fc.nat(nodeCount + 2)), { maxLength: 80 })
			})
		);
		fc.assert(
			fc.property(anyGraph, ({ nodeCount, links }) => {
				const positions = forceLayout({
					nodeCount,
					source: links.map(([a]) => a),
					target: links.map(([, b]) => b)
				});
				expect(positions).toHaveLength(2 * nodeCount);
				expect(positions.every(Number.isFinite)).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});

	test('never draws two nodes in one place', () => {
		const positions = forceLayout(randomGraph(600, 700, 4));
		const places = new Set(
			Array.from({ length: 600 }, (_, i) => `${positions[2 * i]},${positions[2 * i + 1]}`)
		);
		expect(places.size).toBe(600);
	});

	test('is not disturbed by loops, repeats and links to missing nodes', () => {
		const clean = forceLayout({ nodeCount: 3, source: [0, 1], target: [1, 2] });
		const soiled = forceLayout({ nodeCount: 3, source: [0, 1, 1, 2, 0], target: [1, 2, 1, 2, 7] });
		expect(soiled).toEqual(clean);
	});

	test('draws two tied nodes twenty units apart', () => {
		const [x0, y0, x1, y1] = forceLayout({ nodeCount: 2, source: [0], target: [1] });
		expect(Math.hypot(x1! - x0!, y1! - y0!)).toBeCloseTo(20, 0);
	});

	test.each([40, 900])('leaves pinned nodes where they are, of %i', (nodeCount) => {
		const pins = { nodes: [3, 17], positions: [100, -50, -400, 25] };
		const positions = forceLayout(randomGraph(nodeCount, 3 * nodeCount, 5), { pins });
		expect([...positions.slice(6, 8)]).toEqual([100, -50]);
		expect([...positions.slice(34, 36)]).toEqual([-400, 25]);
		expect(positions.every(Number.isFinite)).toBe(true);
	});

	test('rejects a pin on a node that is not there', () => {
		const graph = { nodeCount: 1, source: [], target: [] };
		expect(() => createForce(graph, { pins: { nodes: [1], positions: [0, 0] } })).toThrow(RangeError);
		expect(() => createForce(graph, { pins: { nodes: [0], positions: [NaN, 0] } })).toThrow(RangeError);
	});

	test('improves given places gently and brings new nodes in beside their neighbours', () => {
		const graph = grid(6);
		const settled = forceLayout(graph);
		const start = settled.slice();
		start[0] = NaN;
		const again = forceLayout(graph, { start });
		for (let i = 0; i < settled.length; i++) expect(Math.abs(again[i]! - settled[i]!)).toBeLessThan(25);
	});

	test('packs components side by side and lone nodes in rows', () => {
		const graph = { nodeCount: 16, source: [0, 1, 2, 4, 5], target: [1, 2, 0, 5, 6] };
		const positions = forceLayout(graph);
		const boxes = [
			[0, 1, 2],
			[4, 5, 6]
		].map((nodes) => ({
			left: Math.min(...nodes.map((i) => positions[2 * i]!)),
			right: Math.max(...nodes.map((i) => positions[2 * i]!)),
			top: Math.min(...nodes.map((i) => positions[2 * i + 1]!)),
			bottom: Math.max(...nodes.map((i) => positions[2 * i + 1]!))
		}));
		const [a, b] = boxes;
		const apart = a!.right < b!.left || b!.right < a!.left || a!.bottom < b!.top || b!.bottom < a!.top;
		expect(apart).toBe(true);
		const span = Math.max(...positions) - Math.min(...positions);
		expect(span).toBeLessThan(600);
		const rows = new Set([3, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((i) => positions[2 * i + 1]!.toFixed(3)));
		expect(rows.size).toBeLessThanOrEqual(5);
	});

	test('unfolds a grid: few crossings, most neighbours near', () => {
		const graph = grid(30);
		const positions = forceLayout(graph);
		expect(crossingShare(positions, graph.source, graph.target, 200_000)).toBeLessThan(0.001);
		expect(neighbourhoodPreservation(positions, adjacencyOf(graph))).toBeGreaterThan(0.7);
	});
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tieListOf } from './graph.ts';
import type { TimedNode, TimedTie } from './timed-network.ts';
import { compareDates, snapshotAt } from './timed-network.ts';
import { withoutNode } from './without-node.ts';
import { GOLDEN, graphOf, star } from './test-graphs.ts';

const NODES: TimedNode[] = [
	{ startedOn: 100, endedOn: null },
	{ startedOn: null, endedOn: null },
	{ startedOn: 150, endedOn: 300 },
	{ startedOn: 400, endedOn: null }
];
const TIES: TimedTie[] = [
	{ source: 0, target: 1, startedOn: null, endedOn: 250 },
	{ source: 2, target: 1, startedOn: 150, endedOn: null },
	{ source: 1, target: 0, startedOn: 200, endedOn: null },
	{ source: 3, target: 3, startedOn: 0, endedOn: null },
	{ source: 0, target: 7, startedOn: 0, endedOn: null }
];

describe('snapshotAt', () => {
	test('holds the nodes and ties in place that day, and says what it left out', () => {
		const { graph, nodeOf, dropped, unknownStarts } = snapshotAt(NODES, TIES, 200);
		expect(Array.from(nodeOf)).toEqual([0, 1, 2]);
		expect(graph.tieCount).toBe(2);
		expect(dropped).toMatchObject({ parallelTies: 1, missingNodeTies: 2 });
		expect(unknownStarts).toEqual({ nodes: 1, ties: 1 });
	});

	test('a spell ends on its end day', () => {
		expect(Array.from(snapshotAt(NODES, TIES, 299).nodeOf)).toEqual([0, 1, 2]);
		expect(Array.from(snapshotAt(NODES, TIES, 300).nodeOf)).toEqual([0, 1]);
	});
});

describe('compareDates', () => {
	test('names who joined and left, what was tied and untied', () => {
		expect(compareDates(TIES, NODES, 200, 400)).toEqual({
			joined: [3],
			left: [2],
			tied: [],
			untied: [[1, 2]]
		});
		expect(compareDates(TIES, NODES, 120, 160)).toEqual({
			joined: [2],
			left: [],
			tied: [[1, 2]],
			untied: []
		});
	});

	test('tells directions apart when asked to', () => {
		expect(compareDates(TIES, NODES, 120, 260, true)).toMatchObject({
			tied: [
				[1, 0],
				[2, 1]
			],
			untied: [[0, 1]]
		});
	});

	test('read backwards, what joined has left', () => {
		const day = fc.integer({ min: 0, max: 500 });
		fc.assert(
			fc.property(day, day, (dayA, dayB) => {
				const there = compareDates(TIES, NODES, dayA, dayB);
				const back = compareDates(TIES, NODES, dayB, dayA);
				expect([back.left, back.joined, back.untied, back.tied]).toEqual([
					there.joined,
					there.left,
					there.tied,
					there.untied
				]);
			})
		);
	});

	test('agrees with the snapshots', () => {
		const { tied } = compareDates(TIES, NODES, 0, 200);
		const { graph, nodeOf } = snapshotAt(NODES, TIES, 200);
		const { sources, targets } = tieListOf(graph);
		expect(tied).toEqual(Array.from(sources, (source, tie) => [nodeOf[source], nodeOf[targets[tie]!]]));
	});
});

describe('withoutNode', () => {
	test('the middle of a star leaves everyone alone', () => {
		expect(withoutNode(star(4), 0)).toEqual({
			componentsBefore: 1,
			componentsAfter: 3,
			pieces: [[1], [2], [3]],
			cutOff: [2, 3],
			isolated: [2, 3],
			separatedPairs: 3
		});
	});

	test('the joint of the golden network cuts off its tail', () => {
		expect(withoutNode(GOLDEN, 3)).toMatchObject({
			componentsAfter: 2,
			pieces: [
				[0, 1, 2],
				[4, 5]
			],
			cutOff: [4, 5],
			isolated: [],
			separatedPairs: 6
		});
	});

	test('someone without ties takes nothing along', () => {
		expect(withoutNode(graphOf(3, [[0, 1]]), 2)).toEqual({
			componentsBefore: 2,
			componentsAfter: 1,
			pieces: [],
			cutOff: [],
			isolated: [],
			separatedPairs: 0
		});
	});
});

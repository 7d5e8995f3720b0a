import { describe, expect, test } from 'vitest';
import type { TimedNode, TimedTie } from './timed-network.ts';
import { snapshotAt } from './timed-network.ts';
import { withoutNode } from './without-node.ts';
import { GOLDEN, graphOf, star } from './test-graphs.ts';

const NODES: TimedNode[] = [
	{ spells: [{ startedOn: 100, endedOn: null }] },
	{ spells: [{ startedOn: null, endedOn: null }] },
	{
		spells: [
			{ startedOn: 150, endedOn: 300 },
			{ startedOn: 350, endedOn: null }
		]
	},
	{ spells: [{ startedOn: 400, endedOn: null }] }
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

	test('who left and came back is not there in between, and nor are its ties', () => {
		expect(Array.from(snapshotAt(NODES, TIES, 320).nodeOf)).toEqual([0, 1]);
		expect(snapshotAt(NODES, TIES, 320).graph.tieCount).toBe(1);
		expect(Array.from(snapshotAt(NODES, TIES, 360).nodeOf)).toEqual([0, 1, 2]);
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

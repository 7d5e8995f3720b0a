import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { monthEnds, stageSeries } from './stage-series.ts';
import { networkStage, stageWithoutHub } from './stage.ts';
import { complete, graphOf, pairsAmong, star } from './test-graphs.ts';
import type { TimedTie } from './timed-network.ts';

/** A core of five, all tied, and ten newcomers with two ties each into it. */
const CORED = graphOf(15, [
	...pairsAmong([0, 1, 2, 3, 4]),
	...[...Array(10).keys()].flatMap((at): [number, number][] => [
		[at % 5, 5 + at],
		[(at + 1) % 5, 5 + at]
	])
]);

/** Two stars whose middles are tied. */
const TWO_HUBS = graphOf(10, [
	[0, 1],
	...[2, 3, 4, 5].map((n) => [0, n] as const),
	...[6, 7, 8, 9].map((n) => [1, n] as const)
]);

describe('networkStage', () => {
	test.each([
		{ what: 'nobody tied', graph: graphOf(4, []), stage: 'scattered-fragments' },
		{
			what: 'pairs',
			graph: graphOf(6, [
				[0, 1],
				[2, 3],
				[4, 5]
			]),
			stage: 'scattered-fragments'
		},
		{ what: 'a star', graph: star(8), stage: 'hub-and-spoke' },
		{ what: 'two tied stars', graph: TWO_HUBS, stage: 'multi-hub' },
		{ what: 'a core with newcomers', graph: CORED, stage: 'core-periphery' },
		{ what: 'everyone tied to everyone', graph: complete(6), stage: 'multi-hub' },
		{ what: 'two nodes', graph: graphOf(2, [[0, 1]]), stage: null },
		{ what: 'nobody', graph: graphOf(0, []), stage: null }
	])('$what: $stage', ({ graph, stage }) => {
		expect(networkStage(graph).stage).toBe(stage);
	});

	test('exactly half in one piece is no longer scattered', () => {
		const half = graphOf(6, [
			[0, 1],
			[1, 2]
		]);
		expect(networkStage(half).measures.largestComponentShare).toBe(0.5);
		expect(networkStage(half).stage).not.toBe('scattered-fragments');
	});

	test('a hub without which nothing splits is no hub and spoke', () => {
		const wheel = graphOf(7, [
			...[1, 2, 3, 4, 5, 6].map((rim) => [0, rim] as const),
			...[1, 2, 3, 4, 5, 6].map((rim) => [rim, (rim % 6) + 1] as const)
		]);
		const { stage, measures } = networkStage(wheel);
		expect(measures.degreeCentralisation).toBeCloseTo((6 * 3) / 30, 12);
		expect(measures.piecesWithoutHub).toBe(1);
		expect(stage).toBe('multi-hub');
	});

	test('returns the measures behind the verdict', () => {
		expect(networkStage(star(5)).measures).toEqual({
			nodes: 5,
			ties: 4,
			largestComponentShare: 1,
			degreeCentralisation: 1,
			hub: 0,
			hubDegree: 4,
			piecesWithoutHub: 4,
			coreCorrelation: 1,
			coreSize: 1,
			cutVertices: 1
		});
		// 105 pairs, 30 ties, ideal pattern 10 + 50 = 60, all ties touch the core.
		expect(networkStage(CORED).measures.coreCorrelation).toBeCloseTo(
			(105 * 30 - 30 * 60) / Math.sqrt(30 * 75 * 60 * 45),
			12
		);
	});
});

describe('stageWithoutHub', () => {
	test('a star without its middle is scattered', () => {
		expect(stageWithoutHub(star(8))).toMatchObject({
			stage: 'scattered-fragments',
			measures: { nodes: 7, hub: null }
		});
	});

	test('names the next hub by its number in the whole network', () => {
		expect(stageWithoutHub(TWO_HUBS)!.measures.hub).toBe(1);
	});

	test('is not asked where nobody is a hub', () => {
		expect(stageWithoutHub(graphOf(3, []))).toBeNull();
	});
});

describe('stageSeries', () => {
	const day = (text: string) => parseDay(text)!;
	const nodes = Array.from({ length: 6 }, () => ({ spells: [{ startedOn: null, endedOn: null }] }));
	const tie = (source: number, target: number, from: string, until?: string): TimedTie => ({
		source,
		target,
		startedOn: day(from),
		endedOn: until === undefined ? null : day(until)
	});

	test('sees each month as of its last day, and the last as of the day asked', () => {
		expect(monthEnds(day('2023-12-15'), day('2024-03-10'))).toEqual(
			['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-10'].map(day)
		);
		expect(monthEnds(day('2024-02-29'), day('2024-02-29'))).toEqual([day('2024-02-29')]);
		expect(() => monthEnds(day('2024-02-29'), day('2024-02-28'))).toThrow(DomainError);
	});

	test('tells the stage of each month, since when, and what changed in a year', () => {
		const spokes = [1, 2, 3, 4, 5].map((rim) => tie(0, rim, '2023-06-20'));
		const series = stageSeries(
			nodes,
			[tie(0, 1, '2022-01-01', '2023-01-01'), ...spokes],
			day('2022-11-01'),
			day('2024-03-31')
		);
		expect(series.months).toHaveLength(17);
		expect(series.months[0]).toMatchObject({ stage: 'scattered-fragments', measures: { ties: 1 } });
		expect(series.since).toBe(day('2023-06-30'));
		expect(series.isSinceStart).toBe(false);
		expect(series.yearAgo).toMatchObject({
			day: day('2023-03-31'),
			stage: 'scattered-fragments',
			change: { nodes: 0, ties: 5, hubDegree: null }
		});
	});

	test('names who joined and who left within the year', () => {
		const changing = nodes.map((node, number) =>
			number === 2
				? { spells: [{ startedOn: day('2024-01-10'), endedOn: null }] }
				: number === 4
					? { spells: [{ startedOn: null, endedOn: day('2023-12-01') }] }
					: node
		);
		const series = stageSeries(changing, [tie(0, 1, '2022-01-01')], day('2022-11-01'), day('2024-03-31'));
		expect(series.yearAgo).toMatchObject({ joined: [2], left: [4] });
	});

	test('does not claim a year it does not cover, nor a start before it looked', () => {
		const series = stageSeries(nodes, [], day('2024-01-01'), day('2024-05-31'));
		expect(series.yearAgo).toBeNull();
		expect(series).toMatchObject({ since: day('2024-01-31'), isSinceStart: true });
	});
});

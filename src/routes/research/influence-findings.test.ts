import { describe, expect, test } from 'vitest';
import type { NetworkInfluence } from '#lib/analysis/study/study-influence.ts';
import { followingFact, joinsFinding, joinsRow, positionsFact } from './influence-findings.ts';

const join = (count: number, expectation: number | null, z: number) => ({
	count,
	expectation,
	test:
		expectation === null
			? null
			: { expectation, variance: 25, z, pGreater: 0.01, pTwoSided: Math.abs(z) > 2 ? 0.02 : 0.4 }
});
const network = (both: ReturnType<typeof join>, more: Partial<NetworkInfluence> = {}) => ({
	name: 'Shared border',
	influence: {
		joins: { n: 40, having: 20, bothHave: both, oneHas: join(30, 30, 0), neitherHas: join(10, 10, 0) },
		infectiousness: { mean: 0.25, n: 12 },
		susceptibility: { mean: null, n: 0 },
		positions: { value: null, refused: 'Too few.' },
		...more
	} as NetworkInfluence
});

describe('signs of influence in words', () => {
	test('say on which side of chance the pairs of adopters are, and when on neither', () => {
		expect(joinsFinding([network(join(60, 40, 4))])).toBe(
			'60 tied pairs hold two adopters, more than chance gives: 40 (shared border)'
		);
		expect(joinsFinding([network(join(20, 40, -4))])).toContain('fewer than chance gives: 40');
		expect(joinsFinding([network(join(41, 40, 0.2))])).toContain('about as many as chance gives: 40');
		expect(joinsFinding([network(join(0, null, 0))])).toContain('cannot be set against chance');
	});

	test('draw the distance from chance with what chance alone allows, or nothing', () => {
		expect(joinsRow(network(join(60, 40, 4)))).toEqual({
			name: 'Shared border',
			value: 0.5,
			lower: 0.255,
			upper: 0.745
		});
		expect(joinsRow(network(join(0, 0, 0))).value).toBeNull();
	});

	test('say what is not defined, and why positions are not compared', () => {
		expect(followingFact(network(join(1, 1, 0)), 'month')).toContain('25% (mean over 12)');
		expect(followingFact(network(join(1, 1, 0)), 'month')).toContain('in the month before: not defined');
		expect(positionsFact(network(join(1, 1, 0)))).toBe(
			'Shared border: contacts and like positions are not compared. Too few.'
		);
	});
});

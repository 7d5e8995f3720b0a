import { describe, expect, test } from 'vitest';
import { rollOrigin } from './back-test.ts';
import { contendersOf } from './contenders.ts';
import { fitPrepared, prepareFit } from './hazard-model.ts';
import { joinedCoefficients } from './coefficients.ts';
import { riskRows } from './risk-rows.ts';
import { simulatedSpread, type SpreadTruth } from './simulated-spread.ts';
import { termsOf } from './terms.ts';
import { backTest, type BackTest } from './verdict.ts';

/**
 * Forty seeded spreads with a known truth each. The bounds are such that a right method misses them less than once in
 * a thousand; the bench does the same with hundreds.
 */
const SPREADS = Array.from({ length: 40 }, (_, seed) => seed + 1);

function tested(truth: SpreadTruth, seed: number): BackTest {
	const data = simulatedSpread(truth, seed);
	const terms = termsOf(data);
	const contenders = contendersOf(terms);
	const rolled = rollOrigin(riskRows(data.panel, data.networks, terms), contenders);
	return backTest(rolled, contenders, truth.units, { seed });
}

const kinds = (tests: readonly BackTest[]): string[] => tests.map(({ verdict }) => verdict.kind);
const wave = (period: number): number => -((period - 7) ** 2) / 12;

describe('the verdict on spreads whose truth is known', () => {
	test('a national wave without a network effect: no better, whatever the clock', () => {
		const found = SPREADS.map((seed) =>
			tested({ units: 100, periods: 14, base: -1.8, exposure: 0, traits: [], wave }, seed)
		);
		expect(kinds(found).filter((kind) => kind !== 'better').length).toBeGreaterThanOrEqual(30);
		expect(found.some(({ events }) => events >= 5)).toBe(true);
	});

	test('likeness that alone drives adopting, and ties among the alike: no better than likeness', () => {
		const truth = { units: 100, periods: 14, base: -2.6, exposure: 0, traits: [1], isHomophilous: true };
		const found = SPREADS.map((seed) => tested(truth, seed));
		expect(kinds(found).filter((kind) => kind !== 'better').length).toBeGreaterThanOrEqual(30);
		expect(found.filter(({ verdict }) => verdict.against === 'likeness').length).toBeGreaterThanOrEqual(24);
	});

	test('a strong effect of contacts and of traits: better, so that refusing everything is no answer', () => {
		const truth = { units: 160, periods: 16, base: -4.2, exposure: 6, traits: [1], contacts: 3 };
		const found = SPREADS.map((seed) => tested(truth, seed));
		expect(kinds(found).filter((kind) => kind === 'better').length).toBeGreaterThanOrEqual(24);
		const slopes = found.map(({ calibrationSlope }) => calibrationSlope!).sort((a, b) => a - b);
		expect(slopes[20]).toBeGreaterThan(0.8);
		expect(slopes[20]).toBeLessThan(1.2);
	});
});

test('90 % intervals hold the truth 29 to 40 times of 40', () => {
	const truth = { units: 160, periods: 16, base: -3.6, exposure: 3, traits: [0.8], contacts: 4 };
	const held = [0, 0];
	for (const seed of SPREADS) {
		const data = simulatedSpread(truth, seed);
		const terms = termsOf(data);
		const rows = riskRows(data.panel, data.networks, terms);
		const prepared = prepareFit(rows, contendersOf(terms)[0]!.spec, truth.periods);
		const fit = fitPrepared(prepared, 1, { withCovariance: true });
		// The trait is measured in the standard deviation of this draw.
		const values = data.traits[0]!.values as number[];
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
		const truths = [truth.exposure, truth.traits[0]! * spread];
		joinedCoefficients([fit], terms, new Set()).forEach(({ lower, upper }, k) => {
			if (lower! <= truths[k]! && truths[k]! <= upper!) held[k]! += 1;
		});
	}
	for (const count of held) {
		expect(count).toBeGreaterThanOrEqual(29);
		expect(count).toBeLessThanOrEqual(40);
	}
});

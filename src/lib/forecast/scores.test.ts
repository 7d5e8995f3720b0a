import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { chanceStep, chanceWords } from './chance-words.ts';
import { logistic } from './ridge-logit.ts';
import {
	averagePrecision,
	calibrationByTenths,
	calibrationSlope,
	concordanceWithin,
	overallScores,
	rankWithin,
	type Scored
} from './scores.ts';

function scored(
	rows: readonly (readonly [unit: number, period: number, outcome: number, chance: number])[]
): Scored {
	return {
		unit: Int32Array.from(rows, ([unit]) => unit),
		period: Int32Array.from(rows, ([, period]) => period),
		outcome: Uint8Array.from(rows, ([, , outcome]) => outcome),
		chance: Float64Array.from(rows, ([, , , chance]) => chance)
	};
}

/** Pairs counted one by one, as the definition has it. */
function concordanceByPairs(
	{ unit, period, outcome, chance }: Scored,
	weights: ArrayLike<number>
): number | null {
	let [pairs, right] = [0, 0];
	outcome.forEach((mine, a) =>
		outcome.forEach((other, b) => {
			if (mine !== 1 || other !== 0 || period[a] !== period[b]) return;
			const weight = weights[unit[a]!]! * weights[unit[b]!]!;
			pairs += weight;
			right += weight * (chance[a]! > chance[b]! ? 1 : chance[a] === chance[b] ? 0.5 : 0);
		})
	);
	return pairs === 0 ? null : right / pairs;
}

describe('scores', () => {
	test('concordance counts pairs within periods only, ties half, and each unit by its weight', () => {
		const random = seededRandom(4);
		for (let round = 0; round < 50; round += 1) {
			const some = scored(
				Array.from({ length: 40 }, () => [
					random.below(10),
					random.below(4),
					random.below(3) === 0 ? 1 : 0,
					random.below(5) / 10
				])
			);
			const weights = Array.from({ length: 10 }, () => random.below(3));
			const found = concordanceWithin(some, rankWithin(some), weights);
			const expected = concordanceByPairs(some, weights);
			if (expected === null) expect(found).toBeNull();
			else expect(found).toBeCloseTo(expected, 12);
		}
	});

	test('a clock gains nothing within periods', () => {
		const wave = scored([
			[0, 1, 0, 0.1],
			[1, 1, 1, 0.1],
			[0, 2, 1, 0.9],
			[2, 2, 0, 0.9]
		]);
		expect(concordanceWithin(wave, rankWithin(wave))).toBe(0.5);
	});

	test('log and Brier scores, and average precision, on paper', () => {
		const few = scored([
			[0, 1, 1, 0.8],
			[1, 1, 0, 0.5],
			[2, 1, 1, 0.4],
			[3, 1, 0, 0.1]
		]);
		const { logScore, brier } = overallScores(few);
		expect(logScore).toBeCloseTo(-(Math.log(0.8) + Math.log(0.5) + Math.log(0.4) + Math.log(0.9)) / 4, 12);
		expect(brier).toBeCloseTo((0.04 + 0.25 + 0.36 + 0.01) / 4, 12);
		expect(averagePrecision(few, rankWithin(few))).toEqual({ value: (1 + 2 / 3) / 2, atRandom: 0.5 });
		expect(overallScores(scored([]))).toEqual({ logScore: null, brier: null });
		expect(averagePrecision(scored([[0, 1, 0, 0.5]]), rankWithin(scored([[0, 1, 0, 0.5]])))).toBeNull();
	});

	test('a chance of 0 that happens costs much, not everything', () => {
		expect(overallScores(scored([[0, 1, 1, 0]])).logScore).toBeCloseTo(Math.log(1e6), 6);
	});

	test('calibration has tenths with counts, and a slope of 1 where chances mean what they say', () => {
		const random = seededRandom(9);
		const honest = scored(
			Array.from({ length: 20000 }, (_, unit) => {
				const chance = logistic(4 * random.next() - 3);
				return [unit, 1, random.next() < chance ? 1 : 0, chance];
			})
		);
		const groups = calibrationByTenths(honest);
		expect(groups.map(({ n }) => n)).toEqual(new Array(10).fill(2000));
		for (const { given, happened } of groups) expect(Math.abs(given - happened)).toBeLessThan(0.05);
		expect(Math.abs(calibrationSlope(honest)! - 1)).toBeLessThan(0.1);
		const bold = { ...honest, chance: honest.chance.map((p) => logistic(2 * Math.log(p / (1 - p)))) };
		expect(Math.abs(calibrationSlope(bold)! - 0.5)).toBeLessThan(0.05);
		expect(calibrationSlope(scored([[0, 1, 1, 0.5]]))).toBeNull();
		expect(calibrationByTenths(scored([[0, 1, 1, 0.5]]))).toHaveLength(1);
	});
});

test('chances are said in steps', () => {
	expect(chanceStep(0.001)).toBe('less than 1 in 100');
	expect(chanceWords({ value: 0.11, lower: 0.05, upper: 0.2 })).toBe('about 1 in 10, 1 in 20 to 1 in 5');
	expect(chanceWords({ value: 0.34, lower: 0.32, upper: 0.36 })).toBe('about 1 in 3');
	expect(chanceStep(1)).toBe('more than 9 in 10');
});

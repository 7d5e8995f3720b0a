import { describe, expect, test } from 'vitest';
import {
	chiSquareUpperTail,
	erfc,
	logGamma,
	normalUpperTail,
	studentQuantile,
	studentUpperTail
} from './distributions.ts';

/** Computed with mpmath at 40 digits, rounded to doubles. */
const KNOWN: [string, number, number][] = [
	['erfc(0.1)', erfc(0.1), 0.887537083981715],
	['erfc(0.5)', erfc(0.5), 0.4795001221869535],
	['erfc(1)', erfc(1), 0.15729920705028513],
	['erfc(1.3)', erfc(1.3), 0.06599205505934755],
	['erfc(2)', erfc(2), 0.004677734981047266],
	['erfc(10)', erfc(10), 2.088487583762545e-45],
	['erfc(26)', erfc(26), 5.663192408856143e-296],
	['erfc(-1)', erfc(-1), 1.8427007929497148],
	['P(Z > 1.96)', normalUpperTail(1.96), 0.024997895148220435],
	['P(Z > 10)', normalUpperTail(10), 7.619853024160525e-24],
	['P(Z > 30)', normalUpperTail(30), 4.906713927148187e-198],
	['chi-square 1.46 on 3', chiSquareUpperTail(1.46045892742083, 3), 0.6914259886697321],
	['chi-square 0.5 on 1', chiSquareUpperTail(0.5, 1), 0.4795001221869535],
	['chi-square 100 on 3', chiSquareUpperTail(100, 3), 1.554159431389605e-21],
	['chi-square 400 on 50', chiSquareUpperTail(400, 50), 4.249159841024325e-56],
	['chi-square 60 on 100', chiSquareUpperTail(60, 100), 0.999481108537452],
	['t 0.5 on 3', studentUpperTail(0.5, 3), 0.3257239824240755],
	['t 2.5 on 1', studentUpperTail(2.5, 1), 0.1211189415908434],
	['t 40 on 30', studentUpperTail(40, 30), 6.863022597203201e-28],
	['t -1.5 on 12', studentUpperTail(-1.5, 12), 0.9202712482433965],
	['t 4 on 1000', studentUpperTail(4, 1000), 3.400495960439079e-5],
	['log gamma(0.5)', logGamma(0.5), 0.5723649429247001],
	['log gamma(100.5)', logGamma(100.5), 361.4355404677776]
];

describe('tails of distributions', () => {
	test.each(KNOWN)('%s agrees to 12 digits', (_name, computed, known) => {
		expect(Math.abs(computed / known - 1)).toBeLessThan(1e-12);
	});

	test('start at one and end at zero', () => {
		expect(chiSquareUpperTail(0, 3)).toBe(1);
		expect(chiSquareUpperTail(Infinity, 3)).toBe(0);
		expect(erfc(0)).toBe(1);
		expect(erfc(40)).toBe(0);
		expect(studentUpperTail(0, 5)).toBeCloseTo(0.5, 15);
	});

	test('the quantile of Student undoes the tail', () => {
		expect(studentQuantile(0.025, 7)).toBeCloseTo(2.364624251592785, 12);
		expect(studentUpperTail(studentQuantile(0.001, 3), 3)).toBeCloseTo(0.001, 14);
	});
});

import { describe, expect, test } from 'vitest';
import { bassDensity, bassPeak, bassShare } from './bass-curve.ts';
import { fitBass, type BassMethod } from './bass-fit.ts';
import { bassRegression } from './bass-regression.ts';

const TEXTBOOK = { m: 1000, p: 0.03, q: 0.38 };
/** US video recorders 1980 to 1989 (Cowpertwait & Metcalfe 2009, section 3.3.4). */
const RECORDERS = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890];

/** The first nine periods of a slow spread, with noise. */
const RAGGED = [6, 7, 11, 13, 22, 25, 41, 44, 71];

function increments(length: number, { m, p, q }: typeof TEXTBOOK): number[] {
	return Array.from({ length }, (_, t) => m * (bassShare(t + 1, { p, q }) - bassShare(t, { p, q })));
}

describe("Bass's curve", () => {
	test('is the curve on paper', () => {
		[0.0358, 0.0851, 0.1505, 0.2332, 0.3312].forEach((share, at) => {
			expect(bassShare(at + 1, TEXTBOOK)).toBeCloseTo(share, 4);
		});
		expect(bassPeak(TEXTBOOK)!.time).toBeCloseTo(6.193, 3);
		expect(bassShare(0, TEXTBOOK)).toBe(0);
	});

	test('has its density as slope and its peak where the density is highest', () => {
		const slope = (bassShare(4.0001, TEXTBOOK) - bassShare(3.9999, TEXTBOOK)) / 0.0002;
		expect(bassDensity(4, TEXTBOOK)).toBeCloseTo(slope, 8);
		const peak = bassPeak(TEXTBOOK)!;
		expect(peak.rate).toBeCloseTo(1000 * bassDensity(peak.time, TEXTBOOK), 8);
		expect(peak.share).toBeCloseTo(bassShare(peak.time, TEXTBOOK), 10);
	});

	test('has no peak when outside influence is the stronger', () => {
		expect(bassPeak({ m: 1, p: 0.2, q: 0.1 })).toBeNull();
	});
});

describe('fitting', () => {
	test.each<BassMethod>(['increments', 'cumulative', 'share'])(
		'by %s recovers the parameters of an exact series',
		(method) => {
			const { fit } = fitBass(increments(20, TEXTBOOK), method, 1000);
			expect(fit!.parameters.p).toBeCloseTo(0.03, 7);
			expect(fit!.parameters.q).toBeCloseTo(0.38, 6);
			expect(fit!.parameters.m).toBeCloseTo(1000, 3);
			expect(fit!.caution).toBeNull();
		}
	);

	test('by density reproduces the published estimates', () => {
		const { fit } = fitBass(RECORDERS, 'density');
		expect(fit!.parameters.m / 6.8e4).toBeCloseTo(1, 3);
		expect(fit!.parameters.p).toBeCloseTo(6.59e-3, 5);
		expect(fit!.parameters.q).toBeCloseTo(0.638, 3);
		expect(fit!.errors.m! / 3.13e3).toBeCloseTo(1, 2);
		expect(fit!.residuals).toEqual(RECORDERS.map((count, t) => count - fit!.fitted[t]!));
	});

	test("by Bass's own regression finds the root of the parabola", () => {
		const { parameters, r2 } = bassRegression(RECORDERS);
		expect(parameters!.m).toBeCloseTo(62665.4469, 3);
		expect(parameters!.p).toBeCloseTo(0.0216468, 6);
		expect(r2).toBeCloseTo(0.9225, 4);
	});

	test('puts the published value within its interval', () => {
		const { limits } = fitBass(RECORDERS, 'increments').fit!;
		expect(limits.q[0]).toBeLessThan(0.638);
		expect(limits.q[1]).toBeGreaterThan(0.638);
	});
});

describe('refusing', () => {
	test.each([
		['four periods', [1, 2, 3, 2], 'only 4 periods'],
		['nobody', [0, 0, 0, 0, 0, 0], 'Nobody adopted'],
		['a spread that only slows', [512, 256, 128, 64, 32, 16, 8, 4, 2, 1], 'no sign of imitation'],
		['growth without an end in sight', [1, 2, 4, 8, 16, 32, 64, 128, 256, 512], 'not identified'],
		['a ragged start', RAGGED, 'do not say how many']
	])('%s', (_name, series, reason) => {
		const { fit, refused } = fitBass(series, 'increments');
		expect(fit).toBeNull();
		expect(refused).toContain(reason);
	});

	test('a ceiling whose error exceeds it', () => {
		expect(fitBass(RAGGED, 'cumulative').refused).toContain('do not say how many');
	});

	test("Bass's regression declines growth that does not slow, and too few periods", () => {
		expect(bassRegression([1, 2, 4, 8, 16, 32])).toMatchObject({ parameters: null });
		expect(bassRegression([1, 2]).refused).toContain('too few');
	});

	test('warns of few periods and of data that end before the peak', () => {
		expect(fitBass(increments(7, TEXTBOOK), 'share', 1000).fit!.caution).toContain('only 7 periods');
		expect(fitBass(increments(9, { m: 1000, p: 0.005, q: 0.38 }), 'cumulative').fit!.caution).toContain(
			'before the peak'
		);
	});

	test('names the period with a wrong count, and a size smaller than the adopters', () => {
		expect(() => fitBass([1, Number.NaN, 3, 4, 5], 'increments')).toThrow('period 2 has NaN');
		expect(() => fitBass([1, -2, 3, 4, 5], 'increments')).toThrow('period 2 has -2');
		expect(() => fitBass([1, 2, 3, 4, 5], 'share', 3)).toThrow('at least the 15 adopters');
	});
});

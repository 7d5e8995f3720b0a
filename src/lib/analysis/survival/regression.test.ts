import { describe, expect, test } from 'vitest';
import { exposure } from '../diffusion/exposure.ts';
import { seededRandom } from '../numeric/random.ts';
import { NEVER, panelFromTimes } from '../panel/panel.ts';
import { sparseMatrix } from '../sparse/sparse-matrix.ts';
import { adjacencyWeights } from '../spatial/weights.ts';
import { cox } from './cox.ts';
import { discreteTimeHazard, eventHistory } from './event-history.ts';
import { logit } from './logit.ts';
import { compareNetworks } from './network-comparison.ts';

const x = (values: readonly number[]): { name: string; values: readonly number[] }[] => [
	{ name: 'x', values }
];

describe('Cox model', () => {
	// Three units, the middle one censored: one pair decides, l(b) = b x1 - log(Σ e^{b x}).
	const data = { time: [1, 2, 3, 4], event: [true, true, true, false] };

	test('solves its own score equation', () => {
		const values = [1, 0, 2, 1];
		const model = cox(data, x(values));
		const beta = model.terms[0]!.coefficient!;
		const score = [0, 1, 2].reduce((sum, first) => {
			const risk = values.slice(first).map((value) => [value, Math.exp(beta * value)] as const);
			const total = risk.reduce((all, [, weight]) => all + weight, 0);
			return sum + values[first]! - risk.reduce((all, [value, weight]) => all + value * weight, 0) / total;
		}, 0);
		expect(score).toBeCloseTo(0, 10);
		expect(model.loglik[0]).toBeCloseTo(-Math.log(4) - Math.log(3) - Math.log(2), 12);
		expect(model.loglik[1]).toBeGreaterThan(model.loglik[0]);
	});

	test('does not care for the unit of a covariate', () => {
		const small = cox(data, x([1, 0, 2, 1])).terms[0]!;
		const large = cox(data, x([1e6, 0, 2e6, 1e6])).terms[0]!;
		expect(large.coefficient! * 1e6).toBeCloseTo(small.coefficient!, 8);
		expect(large.p).toBeCloseTo(small.p!, 8);
	});

	test('says when a covariate separates who adopts, instead of printing a huge number', () => {
		const model = cox(data, x([3, 2, 1, 0]));
		expect(model.separated).toEqual(['x']);
		expect(model.terms[0]).toEqual({
			term: 'x',
			coefficient: null,
			error: null,
			p: null,
			lower: null,
			upper: null
		});
		expect(model.caution).toContain('fully predicted by x');
	});

	test('ignores who had not entered yet', () => {
		const late = { time: [1, 2, 3, 4], event: [true, true, true, false], entry: [0, 0, 0, 3.5] };
		const values = [1, 0, 2, 9];
		const without = cox({ time: [1, 2, 3], event: [true, true, true] }, x(values.slice(0, 3)));
		expect(cox(late, x(values)).terms[0]!.coefficient).toBeCloseTo(without.terms[0]!.coefficient!, 8);
	});

	test.each([
		['a constant', x([1, 1, 1, 1]), 'does not vary'],
		[
			'a repeated covariate',
			[...x([1, 0, 2, 1]), { name: 'y', values: [2, 0, 4, 2] }],
			'cannot be told apart'
		],
		['a missing number', x([1, Number.NaN, 2, 1]), 'x has no number in row 2'],
		['too few numbers', x([1]), 'x has 1 values for 4 rows']
	])('refuses %s', (_name, covariates, message) => {
		expect(() => cox(data, covariates)).toThrow(message);
	});

	test('refuses when nobody adopted', () => {
		expect(() => cox({ time: [1, 2], event: [false, false] }, x([0, 1]))).toThrow('nobody adopted');
	});
});

describe('logistic regression', () => {
	test('of one yes-or-no covariate is the log odds ratio of the table', () => {
		// 3 of 4 with, 1 of 4 without: odds 3 and 1/3.
		const outcome = [1, 1, 1, 0, 1, 0, 0, 0].map((value) => value === 1);
		const model = logit(outcome, x([1, 1, 1, 1, 0, 0, 0, 0]));
		expect(model.terms[0]!.coefficient).toBeCloseTo(Math.log(1 / 3), 6);
		expect(model.terms[1]!.coefficient).toBeCloseTo(Math.log(9), 6);
		expect(model.terms[1]!.error).toBeCloseTo(Math.sqrt(2 * (1 / 3 + 1)), 4);
		expect(model.aic).toBeCloseTo(4 - 2 * model.loglik, 12);
		expect(model.caution).toBeNull();
	});

	test('detects complete separation', () => {
		const model = logit([false, false, true, true], x([1, 2, 3, 4]));
		expect(model.separated).toContain('x');
		expect(model.terms[1]!.coefficient).toBeNull();
	});

	test('detects a level without outcome in a large sample, and leaves the other terms alone', () => {
		const random = seededRandom(2);
		const level = Array.from({ length: 5000 }, (_, row) => (row < 20 ? 1 : 0));
		const slope = level.map(() => random.next());
		const outcome = level.map((rare, row) => rare === 0 && random.next() < 0.2 + 0.3 * slope[row]!);
		const model = logit(outcome, [...x(slope), { name: 'rare', values: level }]);
		expect(model.separated).toEqual(['rare']);
		const alone = logit(outcome.slice(20), x(slope.slice(20)));
		expect(model.terms[1]!.coefficient).toBeCloseTo(alone.terms[1]!.coefficient!, 4);
	});

	test('refuses an outcome that never varies', () => {
		expect(() => logit([true, true], x([1, 2]))).toThrow('the same in all 2 rows');
	});
});

/** A chain of twenty along which a practice passes from each to the next, now and then skipping. */
const CHAIN = Array.from({ length: 20 }, (_, at) => at);
const panel = panelFromTimes(
	CHAIN.map((at) => ({ id: `u${at}`, adopted: at % 7 === 6 ? null : 1 + Math.floor(at / 2) + (at % 3) })),
	1,
	12
);
const chain = adjacencyWeights(
	20,
	CHAIN.slice(1).map((at) => ({ a: at - 1, b: at, lengthKm: null }))
);
const shuffled = adjacencyWeights(
	20,
	CHAIN.slice(1).map((at) => ({ a: (at * 7) % 20, b: (at * 7 + 9) % 20, lengthKm: null }))
);

describe('discrete-time hazard', () => {
	test('has one row for each unit and period at risk, from the second period on', () => {
		const small = panelFromTimes(
			[
				{ id: 'a', adopted: 1 },
				{ id: 'b', adopted: 3 },
				{ id: 'c', adopted: null }
			],
			1,
			3
		);
		const ties = adjacencyWeights(3, [{ a: 0, b: 1, lengthKm: null }]);
		const history = eventHistory(small, exposure(small, ties));
		expect(history.rows).toEqual([
			{ unit: 1, period: 2, exposure: 1, adopted: false },
			{ unit: 1, period: 3, exposure: 1, adopted: true }
		]);
		expect(history.withoutExposure).toBe(2);
		expect(eventHistory(small, exposure(small, ties), 'zero').rows).toHaveLength(4);
	});

	test('names periods without adopters as separated', () => {
		const model = discreteTimeHazard(eventHistory(panel, exposure(panel, chain)), 'factor');
		expect(model.separated).toContain('factor(per)12');
		expect(model.terms.find(({ term }) => term === 'exposure')!.coefficient).not.toBeNull();
	});
});

describe('competing networks', () => {
	test('are fitted on the same rows and the carrier of the spread fits best', () => {
		const found = compareNetworks(panel, [
			{ name: 'chain', network: chain },
			{ name: 'shuffled', network: shuffled }
		]);
		const [first, second] = found.networks;
		expect(first!.behindBest).toBe(0);
		expect(second!.behindBest).toBeGreaterThan(2);
		expect(first!.exposure.lower).toBeGreaterThan(0);
		expect(found.sentence).toContain('exposed through chain adopted sooner');
		expect(found.sentence).toContain('common cause');
	});

	test('leave out rows that one network does not cover, for all of them', () => {
		// The same contacts as the chain for the first fourteen, and none for the others: on the rows that
		// both cover the two are one network, whatever the chain says of the others.
		const covered = CHAIN.slice(0, 14);
		const pairs = covered.flatMap((at) => [at - 1, at + 1].filter((to) => to >= 0).map((to) => [at, to]));
		const part = sparseMatrix(20, {
			row: pairs.map(([from]) => from!),
			column: pairs.map(([, to]) => to!),
			value: pairs.map(() => 1)
		});
		const whole = compareNetworks(panel, [{ name: 'chain', network: chain }]);
		const both = compareNetworks(panel, [
			{ name: 'chain', network: chain },
			{ name: 'part', network: part }
		]);
		expect(both.n + both.quiet + both.leftOut).toBe(whole.n + whole.quiet + whole.leftOut);
		expect(both.leftOut).toBeGreaterThan(20);
		expect([both.events, both.eventsTotal]).toEqual([11, 17]);

		const rows = eventHistory(panel, exposure(panel, chain)).rows.filter(({ unit }) => unit < 14);
		const busy = new Set(rows.flatMap(({ period, adopted }) => (adopted ? [period] : [])));
		const used = rows.filter(({ period }) => busy.has(period));
		const alone = discreteTimeHazard({ rows: used, withoutExposure: 0 }, 'factor');
		expect(both.n).toBe(used.length);
		for (const network of both.networks) expect(network.loglik).toBeCloseTo(alone.loglik, 6);
		expect(whole.networks[0]!.loglik).not.toBeCloseTo(alone.loglik, 1);
	});

	test('are refused where all of them cover few adoptions, naming the one that costs most', () => {
		const few = adjacencyWeights(
			20,
			CHAIN.slice(1, 8).map((at) => ({ a: at - 1, b: at, lengthKm: null }))
		);
		expect(() =>
			compareNetworks(panel, [
				{ name: 'chain', network: chain },
				{ name: 'few', network: few }
			])
		).toThrow(
			'only 6 of 17 adoptions are of such bodies; 10 are needed. “few” costs most: without it there would be 17.'
		);
	});

	test('leave out periods without adopters, which change no estimate', () => {
		const slow = panelFromTimes(
			[...panel.adoptedAt].map((adopted, at) => ({
				id: `u${at}`,
				adopted: adopted === NEVER ? null : panel.periods[adopted]! * 3
			})),
			panel.periods[0]! * 3,
			panel.periods.at(-1)! * 3
		);
		const found = compareNetworks(slow, [{ name: 'chain', network: chain }]);
		expect(found.quiet).toBeGreaterThan(found.n);
		const rows = eventHistory(slow, exposure(slow, chain)).rows;
		const busy = new Set(rows.flatMap(({ period, adopted }) => (adopted ? [period] : [])));
		expect(found.n).toBe(rows.filter(({ period }) => busy.has(period)).length);
	});

	test('a wave that reaches everyone makes chance ties seem to matter, unless each period has its own level', () => {
		const random = seededRandom(1);
		const wave = [0.01, 0.01, 0.02, 0.04, 0.1, 0.2, 0.35, 0.4, 0.4, 0.4, 0.4];
		const units = Array.from({ length: 400 }, (_, at) => {
			const first = wave.findIndex((hazard) => random.next() < hazard);
			return { id: `u${at}`, adopted: first < 0 ? null : first + 1 };
		});
		const pairs = Array.from({ length: 2400 }, () => ({
			a: random.below(400),
			b: random.below(400),
			lengthKm: null
		}));
		const networks = [{ name: 'chance', network: adjacencyWeights(400, pairs) }];
		const spread = panelFromTimes(units, 1, wave.length);
		expect(compareNetworks(spread, networks, 'linear').networks[0]!.exposure.upper).toBeLessThan(0);
		const { exposure: levelled } = compareNetworks(spread, networks).networks[0]!;
		expect(levelled.lower).toBeLessThan(0);
		expect(levelled.upper).toBeGreaterThan(0);
	});

	test('say so when none matters, and refuse an empty comparison', () => {
		expect(compareNetworks(panel, [{ name: 'shuffled', network: shuffled }]).sentence).toContain(
			'none of these networks'
		);
		expect(() => compareNetworks(panel, [])).toThrow('no network');
	});
});

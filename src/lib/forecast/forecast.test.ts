import { describe, expect, test } from 'vitest';
import { AnalysisCancelled } from '#lib/analysis/analysis-error.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { NEVER, panelFromTimes, type Panel } from '#lib/analysis/panel/panel.ts';
import { isSeries, sparseMatrix, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import { rollOrigin } from './back-test.ts';
import { contendersOf } from './contenders.ts';
import { forecast, type Forecast, type ForecastChoice } from './forecast.ts';
import type { ForecastData } from './forecast-data.ts';
import { prepareFit } from './hazard-model.ts';
import { riskRows } from './risk-rows.ts';
import { simulatedSpread } from './simulated-spread.ts';
import { termsOf } from './terms.ts';

const CHOICE: ForecastChoice = {
	horizon: 3,
	seed: 1,
	claim: { completeFor: 'everybody', horizonsAgo: null }
};
const TRUTH = { units: 80, periods: 15, base: -3.5, exposure: 3, traits: [0.7], contacts: 4 };
const data = simulatedSpread(TRUTH, 5);
const found = forecast(data, CHOICE);

function timesOf(panel: Panel): (number | null)[] {
	return [...panel.adoptedAt].map((adopted) => (adopted === NEVER ? null : adopted));
}

function withTimes(
	from: ForecastData,
	times: readonly (number | null)[],
	last: number,
	by: number[] = []
): ForecastData {
	const units = from.panel.ids.map((id, unit) => {
		const adopted = times[unit] ?? null;
		return { id, adopted: adopted !== null && adopted > last ? null : adopted, adoptedBy: by.includes(unit) };
	});
	return { ...from, panel: panelFromTimes(units, 0, last) };
}

function rolledOf(from: ForecastData) {
	const terms = termsOf(from);
	return rollOrigin(riskRows(from.panel, from.networks, terms), contendersOf(terms))!;
}

describe('a forecast', () => {
	test('gives everyone at risk a chance inside its interval, with words and reasons', () => {
		expect(found.refusal).toBeNull();
		expect(found.units).toHaveLength(found.counts.atRisk);
		for (const { chance, because, inWords } of found.units!) {
			expect(chance.lower).toBeGreaterThanOrEqual(0);
			expect(chance.lower).toBeLessThanOrEqual(chance.value);
			expect(chance.value).toBeLessThanOrEqual(chance.upper);
			expect(chance.upper).toBeLessThanOrEqual(1);
			expect(because).not.toBe('');
			expect(inWords).toMatch(/\d/);
		}
		const names = found.units!.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
		expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
	});

	test('is the same for the same seed, and another for another', () => {
		expect(forecast(data, CHOICE)).toEqual(found);
		expect(forecast(data, { ...CHOICE, seed: 2 }).units).not.toEqual(found.units);
	});

	test('does not care for the unit of a trait, and renames with the ids', () => {
		const scaled = forecast(
			{
				...data,
				traits: data.traits.map((trait) => ({ ...trait, values: trait.values.map((value) => value! * 1000) }))
			},
			CHOICE
		);
		const chances = (one: Forecast): number[] => one.units!.map(({ chance }) => chance.value);
		expect(chances(scaled)).toEqual(chances(found));
		expect(scaled.test!.scores.map(({ logScore }) => logScore!.toFixed(9))).toEqual(
			found.test!.scores.map(({ logScore }) => logScore!.toFixed(9))
		);
	});

	test('in another order, every fitted number and score stays', () => {
		const order = Array.from({ length: TRUTH.units }, (_, unit) => unit);
		seededRandom(8).shuffle(order);
		const shuffled = forecast(permuted(data, order), CHOICE);
		const coefficients = ({ model }: Forecast): string[] =>
			model!.coefficients.map(({ term, value }) => `${term} ${value.toFixed(6)}`);
		expect(coefficients(shuffled)).toEqual(coefficients(found));
		expect(shuffled.test!.verdict.kind).toBe(found.test!.verdict.kind);
		shuffled.test!.scores.forEach(({ concordance }, k) =>
			expect(concordance).toBeCloseTo(found.test!.scores[k]!.concordance!, 6)
		);
		// Lots differ, the chances behind them do not.
		const chance = new Map(shuffled.units!.map(({ id, chance: { value } }) => [id, value]));
		for (const {
			id,
			chance: { value }
		} of found.units!)
			expect(Math.abs(chance.get(id)! - value)).toBeLessThan(0.15);
	});

	test('a period counted double is half the horizon', () => {
		const double = withTimes(
			data,
			timesOf(data.panel).map((time) => (time === null ? null : time * 2 + 1)),
			TRUTH.periods * 2 - 1
		);
		const twice = forecast(double, { ...CHOICE, horizon: 6 });
		expect(twice.adopters!.value).toBeGreaterThan(found.adopters!.value / 2);
		expect(twice.adopters!.value).toBeLessThan(found.adopters!.value * 2);
	});

	test('stops when asked, and says how far it is', () => {
		const shares: number[] = [];
		forecast(data, CHOICE, { onProgress: (share) => shares.push(share) });
		expect(shares.length).toBeGreaterThan(20);
		expect(shares.every((share, k) => k === 0 || share >= shares[k - 1]! - 1e-9)).toBe(true);
		let calls = 0;
		const signal = {
			get aborted() {
				return (calls += 1) > 5;
			}
		};
		expect(() => forecast(data, CHOICE, { signal })).toThrow(AnalysisCancelled);
		expect(calls).toBe(6);
	});
});

describe('nothing leaks from later', () => {
	const times = timesOf(data.panel);
	const origin = 11;

	test('shuffling all that comes after an origin changes no number that was fitted before it', () => {
		const late = times.flatMap((time, unit) => (time === null || time >= origin ? [unit] : []));
		const moved = [...late];
		seededRandom(3).shuffle(moved);
		const after = times.slice();
		late.forEach((unit, k) => (after[unit] = times[moved[k]!] ?? null));
		expect(after).not.toEqual(times);
		const terms = termsOf(data);
		const spec = contendersOf(terms)[0]!.spec;
		const prepared = (some: ForecastData) =>
			prepareFit(riskRows(some.panel, some.networks, terms), spec, origin);
		const shuffled = withTimes(data, after, TRUTH.periods - 1);
		expect(prepared(shuffled)).toEqual(prepared(data));
		const chancesAt = (some: ForecastData): [number, number][] => {
			const { unit, period, chance } = rolledOf(some).heldOut.get('model')!;
			return [...unit].flatMap((one, at) => (period[at] === origin ? [[one, chance[at]!]] : []));
		};
		expect(chancesAt(shuffled)).toEqual(chancesAt(data));
	});

	test('somebody who adopted by a later day is at risk before an origin, since nobody knew', () => {
		const unit = times.findIndex((time) => time !== null && time > origin);
		const by = withTimes(data, times, TRUTH.periods - 1, [unit]);
		const terms = termsOf(by);
		const rows = riskRows(by.panel, by.networks, terms);
		const spec = contendersOf(terms)[0]!.spec;
		expect([...prepareFit(rows, spec, origin).unitOfRow]).toContain(unit);
		expect([...prepareFit(rows, spec, TRUTH.periods).unitOfRow]).not.toContain(unit);
		expect([...rolledOf(by).heldOut.get('model')!.unit]).not.toContain(unit);
	});

	test('a record that ends a period earlier predicts the same up to there', () => {
		const shorter = rolledOf(withTimes(data, times, TRUTH.periods - 2));
		const longer = rolledOf(data);
		const byRow = new Map<string, number>();
		const { unit, period, chance } = longer.heldOut.get('model')!;
		unit.forEach((one, at) => byRow.set(`${one} ${period[at]}`, chance[at]!));
		const before = shorter.heldOut.get('model')!;
		let compared = 0;
		before.unit.forEach((one, at) => {
			const other = byRow.get(`${one} ${before.period[at]}`);
			if (other === undefined) return;
			compared += 1;
			expect(before.chance[at]).toBe(other);
		});
		expect(compared).toBeGreaterThan(50);
	});
});

describe('dates and lives', () => {
	test('draws of dates are joined, and their share of the uncertainty is told', () => {
		const random = seededRandom(2);
		const times = timesOf(data.panel);
		const draws = Array.from({ length: 5 }, () => {
			const drawn = times.map((time) =>
				time === null ? null : Math.max(0, Math.min(14, time + random.below(5) - 2))
			);
			return withTimes(data, drawn, TRUTH.periods - 1).panel;
		});
		const joined = forecast({ ...data, draws }, CHOICE);
		expect(joined.model!.draws).toBe(5);
		expect(joined.fromDates).toBeGreaterThan(0.001);
		expect(joined.fromDates).toBeLessThan(1);
		expect(joined.model!.coefficients.some(({ fromDates }) => fromDates > 0.01)).toBe(true);
		expect(found.fromDates).toBe(0);
	});

	test('who has closed, or adopted by some day, gets no chance', () => {
		const at = found.units!.slice(0, 2).map(({ id }) => data.panel.ids.indexOf(id));
		const units = data.panel.ids.map((id, unit) => ({
			id,
			adopted: unit === at[1] ? 4 : (timesOf(data.panel)[unit] ?? null),
			adoptedBy: unit === at[1],
			closed: unit === at[0] ? 9 : null
		}));
		const changed = forecast({ ...data, panel: panelFromTimes(units, 0, 14) }, CHOICE);
		const ids = changed.units!.map(({ id }) => id);
		expect(ids).toHaveLength(found.units!.length - 2);
		expect(ids).not.toContain(data.panel.ids[at[0]!]);
		expect(ids).not.toContain(data.panel.ids[at[1]!]);
		expect(changed.notes[0]).toContain('1 adopted by a date');
	});
});

describe('refuses in one sentence', () => {
	const claim = CHOICE.claim;
	const with_ = (change: Partial<ForecastChoice>, some = data): Forecast =>
		forecast(some, { ...CHOICE, ...change });

	test('a record that nobody says is complete', () => {
		const { refusal, units, test: tested } = with_({ claim: { completeFor: null, horizonsAgo: null } });
		expect(refusal).toMatchObject({ rule: 'record not complete', refuses: 'all' });
		expect(refusal!.sentence).toContain('not recorded is not the same as not adopted');
		expect([units, tested]).toEqual([null, null]);
	});

	test('a list from a record that ended long ago, but not its test', () => {
		const { refusal, units, test: tested } = with_({ claim: { ...claim, horizonsAgo: 2.5 } });
		expect(refusal).toMatchObject({ rule: 'record ended long ago', refuses: 'list' });
		expect(units).toBeNull();
		expect(tested!.n).toBeGreaterThan(0);
		expect(with_({ claim: { ...claim, horizonsAgo: 2 } }).refusal).toBeNull();
	});

	test.each([
		['too few adopters', (at: number) => (at < 19 ? (at % 9) + 1 : null), 'only 19 adopters have'],
		['too few adopters', () => null, 'only 0 adopters have'],
		['too few periods', (at: number) => (at < 40 ? (at % 4) + 1 : null), 'only 4 periods'],
		['too few periods', (at: number) => (at < 40 ? 3 : null), 'only 1 period.'],
		['too few at risk', (at: number) => (at < 71 ? (at % 9) + 1 : null), 'only 9 organisations have'],
		['too few at risk', (at: number) => (at % 9) + 1, 'nobody is left']
	])('%s', (rule, timeOf, words) => {
		const times = data.panel.ids.map((_, at) => timeOf(at));
		const { refusal } = with_({}, withTimes(data, times, 14));
		expect(refusal!.rule).toBe(rule);
		expect(refusal!.sentence).toContain(words);
	});

	test.each([
		['a constant', [1], 'trait is the same for everyone'],
		['no number', [Number.NaN, 2], 'trait has no number for unit 1']
	])('%s as a trait', (_words, values, sentence) => {
		const trait = {
			name: 'trait',
			part: 'trait' as const,
			scale: 'as it is' as const,
			values: data.panel.ids.map((_, at) => values[at % values.length]!)
		};
		expect(() => with_({}, { ...data, traits: [trait] })).toThrow(sentence);
	});

	test('a repeated trait, and a horizon past the record', () => {
		const [trait] = data.traits;
		const again = { ...trait!, name: 'again', values: trait!.values.map((value) => 3 - 2 * value!) };
		expect(() => with_({}, { ...data, traits: [trait!, again] })).toThrow('again says the same as trait 1');
		expect(() => with_({ horizon: 150 })).toThrow('longer than the record of 15');
		expect(() => with_({ horizon: 0 })).toThrow('at least 1');
		expect(() => with_({ horizon: 1.5 })).toThrow('whole number');
	});

	test('an interval for a trait that separates who adopts, which it says', () => {
		const times = data.panel.ids.map((_, at) => (at < 40 ? (at % 9) + 1 : null));
		const trait = {
			name: 'chosen',
			part: 'trait' as const,
			scale: 'yes or no' as const,
			values: data.panel.ids.map((_, at) => (at < 40 ? 1 : 0))
		};
		const result = with_({}, { ...withTimes(data, times, 14), traits: [trait] });
		const chosen = result.model!.coefficients.find(({ term }) => term === 'chosen')!;
		expect(chosen).toMatchObject({ isSeparated: true, error: null, lower: null, upper: null });
		expect(Number.isFinite(chosen.value)).toBe(true);
		expect(result.notes.join(' ')).toContain('chosen separates who adopts completely');
		expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
	});
});

function permuted({ names, panel, networks, traits }: ForecastData, order: readonly number[]): ForecastData {
	const place = new Int32Array(order.length);
	order.forEach((unit, at) => (place[unit] = at));
	const move = (matrix: SparseMatrix): SparseMatrix => {
		const row = [...matrix.value].map((_, at) => {
			let unit = 0;
			while (matrix.rowStart[unit + 1]! <= at) unit += 1;
			return place[unit]!;
		});
		return sparseMatrix(matrix.size, {
			row,
			column: [...matrix.column].map((unit) => place[unit]!),
			value: matrix.value
		});
	};
	const times = timesOf(panel);
	return {
		names: order.map((unit) => names[unit]!),
		panel: panelFromTimes(
			order.map((unit) => ({ id: panel.ids[unit]!, adopted: times[unit]! })),
			0,
			panel.periods.length - 1
		),
		draws: [],
		notes: [],
		networks: networks.map((one) => ({
			...one,
			network: isSeries(one.network) ? one.network : move(one.network)
		})),
		traits: traits.map((trait) => ({ ...trait, values: order.map((unit) => trait.values[unit]!) }))
	};
}

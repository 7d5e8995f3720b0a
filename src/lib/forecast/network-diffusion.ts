import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { exposure } from '#lib/analysis/diffusion/exposure.ts';
import { adoptsIn, isAtRisk, type Panel } from '#lib/analysis/panel/panel.ts';
import { reportProgress, type Progress } from '#lib/analysis/progress.ts';
import type { ForecastNetwork } from './forecast-data.ts';
import { scoring, type Evaluated } from './rate-scoring.ts';

/** Order: who came before whom; time: when, with a base rate that does not change. */
export type DiffusionKind = 'order' | 'time';

/** A covariate of the rates; one value a unit, or one a unit and period. */
export interface RateCovariate {
	name: string;
	value: (unit: number, period: number) => number;
}

/** How much came through one network. */
export interface NetworkShare {
	name: string;
	/** Rate added by a contact of weight 1 who has adopted, as a multiple of the rate without any (at least 0). */
	effect: number;
	/** 95 % by the profile likelihood; `upper` is `null` where the data set no limit. */
	lower: number;
	upper: number | null;
	/** Share of the adoptions that it accounts for (0–1), and that at the limits of the effect. */
	share: number;
	shareLower: number;
	shareUpper: number | null;
	/** Whether the interval leaves out 0. */
	isFound: boolean;
}

/** How much of a spread came through networks. */
export interface NetworkDiffusion {
	kind: DiffusionKind;
	/** Adoptions from the second period on, and unit-periods at risk (count). */
	events: number;
	n: number;
	networks: NetworkShare[];
	/** Log rate ratio of each covariate. */
	covariates: { name: string; coefficient: number }[];
	/** Rate a period without contacts and at average covariates; `null` for the order, which does not know it. */
	baseRate: number | null;
	loglik: number;
	/** The same without any network. */
	loglikWithout: number;
	/** Each adoption: who, when, and the share of its rate that each network accounts for, in order. */
	eventShares: { id: string; period: number; shares: number[] }[];
}

/** Half of the 95 % point of chi-square with one degree of freedom. */
const DROP = 1.920729410347062;

/**
 * Network-based diffusion analysis.
 *
 * Rate of i in t: λ_i(t) = exp(β'x_i) (1 + Σ_k s_k Σ_j w_k,ij a_j,t−1): on one's own, and socially through each
 * network. By `order`, the chance that of all at risk in a period those adopted who did, λ_i / Σ λ_j (ties by Breslow);
 * by `time`, 1 − exp(−λ_0 λ_i) a period. The order makes no assumption on the course of time, so that a national wave
 * is not taken for a network; the time does.
 *
 * @throws {AnalysisError} if nobody adopts after the first period, or no network is given
 *
 * Source: Franz & Nunn, Network-based diffusion analysis (Proc. R. Soc. B 2009); Hoppitt, Boogert & Laland (J. Theor.
 * Biol. 2010); several networks and the share of events: Hoppitt, Farine et al., R package NBDA.
 */
export function networkDiffusion(
	panel: Panel,
	networks: readonly ForecastNetwork[],
	covariates: readonly RateCovariate[] = [],
	kind: DiffusionKind = 'order',
	progress?: Progress
): NetworkDiffusion {
	if (networks.length === 0)
		throw new AnalysisError('there is no network that the practice could have come through');
	const data = laidOut(panel, networks, covariates);
	if (data.events === 0)
		throw new AnalysisError('nobody adopted after the first period, so that there is no spread to explain');
	const evaluate = kind === 'order' ? byOrder(data) : byTime(data);
	const size = data.networks + data.covariates + (kind === 'time' ? 1 : 0);
	const isBounded = (k: number): boolean => k < data.networks;
	const start = new Float64Array(size);
	if (kind === 'time') start[size - 1] = Math.log(data.events / data.rows);
	const without = scoring(evaluate, start, isBounded, new Set(networks.map((_, k) => k)));
	const best = scoring(evaluate, without.at, isBounded, new Set());
	const sharesAt = (at: Float64Array): number[][] =>
		data.eventRows.map((row) => {
			let total = 1;
			for (let k = 0; k < data.networks; k += 1) total += at[k]! * data.exposure[row * data.networks + k]!;
			return networks.map((_, k) => (at[k]! * data.exposure[row * data.networks + k]!) / total);
		});
	const meanShare = (at: Float64Array, k: number): number =>
		sharesAt(at).reduce((sum, shares) => sum + shares[k]!, 0) / data.events;
	const shares = sharesAt(best.at);
	return {
		kind,
		events: data.events,
		n: data.rows,
		networks: networks.map(({ name }, k): NetworkShare => {
			reportProgress(progress, k, networks.length);
			const profile = (value: number): ReturnType<typeof scoring> => {
				const from = best.at.slice();
				from[k] = value;
				return scoring(evaluate, from, isBounded, new Set([k]));
			};
			const [low, high] = limits(best.at[k]!, best.value, profile, data.typical[k]!);
			return {
				name,
				effect: best.at[k]!,
				lower: low.value,
				upper: high?.value ?? null,
				share: meanShare(best.at, k),
				shareLower: low.value === 0 ? 0 : meanShare(low.at, k),
				shareUpper: high === null ? null : meanShare(high.at, k),
				isFound: low.value > 0
			};
		}),
		covariates: covariates.map(({ name }, k) => ({ name, coefficient: best.at[data.networks + k]! })),
		baseRate: kind === 'time' ? Math.exp(best.at[size - 1]!) : null,
		loglik: best.value,
		loglikWithout: without.value,
		eventShares: data.eventRows.map((row, at) => ({
			id: panel.ids[data.unit[row]!]!,
			period: panel.periods[data.period[row]!]!,
			shares: shares[at]!
		}))
	};
}

interface Laid {
	rows: number;
	events: number;
	networks: number;
	covariates: number;
	unit: Int32Array;
	period: Int32Array;
	happened: Uint8Array;
	exposure: Float64Array;
	/** Covariates less their means. */
	x: Float64Array;
	eventRows: number[];
	/** First row of each period with rows, and the end. */
	starts: number[];
	/** Mean exposure where there is any, one a network. */
	typical: number[];
}

function laidOut(
	panel: Panel,
	networks: readonly ForecastNetwork[],
	covariates: readonly RateCovariate[]
): Laid {
	const tables = networks.map(({ network }) => exposure(panel, network, { lag: 1, asCount: true }));
	const unit: number[] = [];
	const period: number[] = [];
	const happened: number[] = [];
	const starts: number[] = [];
	for (let t = 1; t < panel.periods.length; t += 1) {
		starts.push(unit.length);
		for (let one = 0; one < panel.ids.length; one += 1) {
			if (!isAtRisk(panel, one, t)) continue;
			unit.push(one);
			period.push(t);
			happened.push(adoptsIn(panel, one, t) ? 1 : 0);
		}
	}
	starts.push(unit.length);
	const at = (row: number, k: number): number => tables[k]![unit[row]!]![period[row]!] ?? 0;
	const exposures = Float64Array.from({ length: unit.length * networks.length }, (_, cell) =>
		at(Math.floor(cell / networks.length), cell % networks.length)
	);
	const x = new Float64Array(unit.length * covariates.length);
	covariates.forEach(({ name, value }, k) => {
		const values = unit.map((one, row) => value(one, period[row]!));
		if (!values.every(Number.isFinite))
			throw new AnalysisError(`${name} has no number for some unit and period`);
		const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
		values.forEach((one, row) => (x[row * covariates.length + k] = one - mean));
	});
	return {
		rows: unit.length,
		events: happened.reduce((sum, one) => sum + one, 0),
		networks: networks.length,
		covariates: covariates.length,
		unit: Int32Array.from(unit),
		period: Int32Array.from(period),
		happened: Uint8Array.from(happened),
		exposure: exposures,
		x,
		eventRows: happened.flatMap((one, row) => (one === 1 ? [row] : [])),
		starts,
		typical: networks.map((_, k) => {
			const some = unit.map((_unit, row) => at(row, k)).filter((value) => value > 0);
			return some.length === 0 ? 1 : some.reduce((sum, value) => sum + value, 0) / some.length;
		})
	};
}

/** Log rate of a row and its slope, written into `slope`. */
function logRate(data: Laid, at: Float64Array, row: number, slope: Float64Array): number {
	let social = 1;
	for (let k = 0; k < data.networks; k += 1) social += at[k]! * data.exposure[row * data.networks + k]!;
	let log = Math.log(social);
	for (let k = 0; k < data.networks; k += 1) slope[k] = data.exposure[row * data.networks + k]! / social;
	for (let k = 0; k < data.covariates; k += 1) {
		const value = data.x[row * data.covariates + k]!;
		slope[data.networks + k] = value;
		log += at[data.networks + k]! * value;
	}
	return log;
}

function byOrder(data: Laid): (at: Float64Array) => Evaluated {
	return (at) => {
		const size = at.length;
		const result = { value: 0, slope: new Float64Array(size), information: new Float64Array(size * size) };
		const slope = new Float64Array(size);
		const mean = new Float64Array(size);
		const square = new Float64Array(size * size);
		for (let period = 0; period + 1 < data.starts.length; period += 1) {
			const [from, to] = [data.starts[period]!, data.starts[period + 1]!];
			let events = 0;
			for (let row = from; row < to; row += 1) events += data.happened[row]!;
			if (events === 0) continue;
			mean.fill(0);
			square.fill(0);
			let total = 0;
			for (let row = from; row < to; row += 1) {
				const log = logRate(data, at, row, slope);
				const rate = Math.exp(log);
				total += rate;
				if (data.happened[row] === 1) {
					result.value += log;
					for (let k = 0; k < size; k += 1) result.slope[k]! += slope[k]!;
				}
				for (let a = 0; a < size; a += 1) {
					mean[a]! += rate * slope[a]!;
					for (let b = 0; b <= a; b += 1) square[a * size + b]! += rate * slope[a]! * slope[b]!;
				}
			}
			result.value -= events * Math.log(total);
			for (let a = 0; a < size; a += 1) {
				result.slope[a]! -= (events * mean[a]!) / total;
				for (let b = 0; b <= a; b += 1)
					result.information[a * size + b]! +=
						events * (square[a * size + b]! / total - (mean[a]! * mean[b]!) / total ** 2);
			}
		}
		return result;
	};
}

function byTime(data: Laid): (at: Float64Array) => Evaluated {
	return (at) => {
		const size = at.length;
		const result = { value: 0, slope: new Float64Array(size), information: new Float64Array(size * size) };
		const slope = new Float64Array(size);
		slope[size - 1] = 1;
		for (let row = 0; row < data.rows; row += 1) {
			const rate = Math.exp(logRate(data, at, row, slope) + at[size - 1]!);
			const ratio = rate < 1e-8 ? 1 : (rate * Math.exp(-rate)) / -Math.expm1(-rate);
			const pull = data.happened[row] === 1 ? ratio : -rate;
			result.value += data.happened[row] === 1 ? Math.log(-Math.expm1(-rate)) : -rate;
			const weight = rate * ratio;
			for (let a = 0; a < size; a += 1) {
				result.slope[a]! += pull * slope[a]!;
				for (let b = 0; b <= a; b += 1) result.information[a * size + b]! += weight * slope[a]! * slope[b]!;
			}
		}
		return result;
	};
}

interface Limit {
	value: number;
	at: Float64Array;
}

/** Where the profile has fallen by half the 95 % point, on either side of the best. */
function limits(
	best: number,
	top: number,
	profile: (value: number) => { at: Float64Array; value: number },
	typical: number
): [Limit, Limit | null] {
	const falls = (value: number): boolean => top - profile(value).value > DROP;
	const between = (inside: number, outside: number): Limit => {
		let [near, far] = [inside, outside];
		for (let round = 0; round < 40 && Math.abs(far - near) > 1e-6 * (Math.abs(far) + 1e-9); round += 1) {
			const middle = (near + far) / 2;
			if (falls(middle)) far = middle;
			else near = middle;
		}
		return { value: near, at: profile(near).at };
	};
	const low = best > 0 && falls(0) ? between(best, 0) : { value: 0, at: profile(0).at };
	let outside = Math.max(best * 2, 1 / typical);
	for (let round = 0; round < 40; round += 1) {
		if (falls(outside)) return [low, between(best, outside)];
		outside *= 2;
	}
	return [low, null];
}

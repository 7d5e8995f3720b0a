import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { seededRandom } from '#lib/analysis/numeric/random.ts';
import { exists, isAdopter, NEVER, type Panel } from '#lib/analysis/panel/panel.ts';
import { networkAt, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import { transpose } from '#lib/analysis/sparse/sparse-operations.ts';
import type { ForecastNetwork } from './forecast-data.ts';
import { courseOdds, termCoefficient, termMean, type HazardModel } from './hazard-model.ts';
import type { Term } from './terms.ts';

/** How things stand at the end of the record: who is at risk, and what each has around it. */
export interface Standing {
	/** Periods of the record (count): the first period ahead has this number. */
	periods: number;
	/** Units at risk, by their positions in the panel. */
	atRisk: Int32Array;
	/** Place of each unit among those at risk; -1 for the others. */
	place: Int32Array;
	/** One a network. */
	networks: {
		/** Share of the weight of a unit's contacts that has adopted, and that weight; 0 without contacts. */
		exposure: Float64Array;
		weight: Float64Array;
		/** Contacts that exist, and of them adopters (counts). */
		contacts: Int32Array;
		adopting: Int32Array;
		/** Row j: who attends to j. */
		attending: SparseMatrix;
	}[];
}

/**
 * Reads off a panel who is at risk after its last period. Those who stopped, or adopted *by* some date, are not; the
 * network of the last period goes on.
 */
export function standingAtEnd(panel: Panel, networks: readonly ForecastNetwork[]): Standing {
	const last = panel.periods.length - 1;
	const size = panel.ids.length;
	const atRisk: number[] = [];
	const place = new Int32Array(size).fill(-1);
	for (let unit = 0; unit < size; unit += 1) {
		if (panel.adoptedAt[unit] !== NEVER || !exists(panel, unit, last) || panel.leavesAt[unit]! <= last)
			continue;
		place[unit] = atRisk.length;
		atRisk.push(unit);
	}
	return {
		periods: last + 1,
		atRisk: Int32Array.from(atRisk),
		place,
		networks: networks.map(({ network }) => aroundAtEnd(panel, networkAt(network, last), last))
	};
}

function aroundAtEnd(panel: Panel, matrix: SparseMatrix, last: number): Standing['networks'][number] {
	const size = panel.ids.length;
	const exposure = new Float64Array(size);
	const weight = new Float64Array(size);
	const contacts = new Int32Array(size);
	const adopting = new Int32Array(size);
	for (let unit = 0; unit < size; unit += 1) {
		let adopted = 0;
		for (let at = matrix.rowStart[unit]!; at < matrix.rowStart[unit + 1]!; at += 1) {
			const other = matrix.column[at]!;
			if (!exists(panel, other, last) || matrix.value[at] === 0) continue;
			weight[unit]! += matrix.value[at]!;
			contacts[unit]! += 1;
			if (!isAdopter(panel, other, last)) continue;
			adopted += matrix.value[at]!;
			adopting[unit]! += 1;
		}
		exposure[unit] = weight[unit]! > 0 ? adopted / weight[unit]! : 0;
	}
	return { exposure, weight, contacts, adopting, attending: transpose(matrix) as SparseMatrix };
}

/** Lots for runs ahead: what each unit's log odds must exceed in each run and period. The same lots serve every fit. */
export interface Lots {
	runs: number;
	horizon: number;
	units: number;
	/** `level[(run * horizon + period) * units + place]`. */
	level: Float32Array;
}

/** Numbers that lots may hold: with more units or periods there are fewer runs. */
const MOST_LOTS = 4_000_000;
const FEWEST_RUNS = 20;

/**
 * Draws lots.
 *
 * @param runs wanted (count); fewer are drawn where they would not fit into memory
 * @throws {AnalysisError} if not even twenty would
 */
export function drawLots(runs: number, horizon: number, units: number, seed: number): Lots {
	const each = Math.max(horizon * units, 1);
	const fitting = Math.min(runs, Math.floor(MOST_LOTS / each));
	if (fitting < Math.min(runs, FEWEST_RUNS))
		throw new AnalysisError(
			`${units} units over ${horizon} periods are too many to run forward; choose a shorter horizon`
		);
	const random = seededRandom(seed);
	const level = new Float32Array(fitting * each);
	for (let at = 0; at < level.length; at += 1) {
		const lot = random.next();
		level[at] = Math.log(lot / (1 - lot));
	}
	return { runs: fitting, horizon, units, level };
}

/** What runs ahead found. */
export interface RunsAhead {
	/** Share of runs in which each unit at risk adopted, in the order of `atRisk`. */
	chance: Float64Array;
	/** Adopters of each run (count). */
	adopters: Int32Array;
}

/**
 * Runs a fitted model forward from the end of the record: in each period every unit at risk adopts by its chance, and
 * from the next period on exposes whoever attends to it. The course of time is held after the last event.
 *
 * @param from first and number of the lots' runs to use
 */
export function runAhead(
	model: HazardModel,
	terms: readonly Term[],
	standing: Standing,
	lots: Lots,
	from = 0,
	runs = lots.runs
): RunsAhead {
	const { atRisk, place } = standing;
	const start = oddsAtEnd(model, terms, standing);
	const time = Array.from({ length: lots.horizon }, (_, step) => courseOdds(model, standing.periods + step));
	const influences = model.spec.terms.flatMap((term, k) => {
		const network = terms[term]!.network;
		return network === null
			? []
			: [{ effect: termCoefficient(model, k), around: standing.networks[network]! }];
	});
	const odds = new Float64Array(atRisk.length);
	const hasAdopted = new Uint8Array(atRisk.length);
	const chance = new Float64Array(atRisk.length);
	const adopters = new Int32Array(runs);
	const fresh: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		odds.set(start);
		hasAdopted.fill(0);
		for (let step = 0; step < lots.horizon; step += 1) {
			const lot = ((from + run) * lots.horizon + step) * lots.units;
			const now = time[step]!;
			fresh.length = 0;
			for (let at = 0; at < atRisk.length; at += 1) {
				if (hasAdopted[at] === 1 || !(lots.level[lot + at]! < odds[at]! + now)) continue;
				hasAdopted[at] = 1;
				chance[at]! += 1;
				fresh.push(atRisk[at]!);
			}
			adopters[run]! += fresh.length;
			for (const { effect, around } of influences) spreadFrom(fresh, effect, around, place, odds);
		}
	}
	for (let at = 0; at < chance.length; at += 1) chance[at]! /= Math.max(runs, 1);
	return { chance, adopters };
}

function spreadFrom(
	fresh: readonly number[],
	effect: number,
	{ attending, weight }: Standing['networks'][number],
	place: Int32Array,
	odds: Float64Array
): void {
	for (const unit of fresh) {
		for (let at = attending.rowStart[unit]!; at < attending.rowStart[unit + 1]!; at += 1) {
			const other = attending.column[at]!;
			const to = place[other]!;
			if (to >= 0 && weight[other]! > 0) odds[to]! += (effect * attending.value[at]!) / weight[other]!;
		}
	}
}

/** What each term adds to the log odds of a unit at the end of the record, from the mean of the rows fitted. */
export function contributionsAtEnd(
	model: HazardModel,
	terms: readonly Term[],
	standing: Standing,
	unit: number
): number[] {
	return model.spec.terms.map((term, k) => {
		const { network, values } = terms[term]!;
		const value = network === null ? values![unit]! : standing.networks[network]!.exposure[unit]!;
		return termCoefficient(model, k) * (value - termMean(model, k));
	});
}

function oddsAtEnd(model: HazardModel, terms: readonly Term[], standing: Standing): Float64Array {
	return Float64Array.from(standing.atRisk, (unit) =>
		contributionsAtEnd(model, terms, standing, unit).reduce((sum, value) => sum + value, 0)
	);
}

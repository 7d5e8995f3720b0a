import { seededRandom, type Random } from '#lib/analysis/numeric/random.ts';
import { NEVER, panelFromTimes } from '#lib/analysis/panel/panel.ts';
import { sparseMatrix, type SparseMatrix } from '#lib/analysis/sparse/sparse-matrix.ts';
import type { ForecastData } from './forecast-data.ts';
import { logistic } from './ridge-logit.ts';

/** A made-up spread whose truth is known: what tests and benches hold the forecast against. */
export interface SpreadTruth {
	units: number;
	periods: number;
	/** Log odds of adopting in a period with no contact adopted and average traits. */
	base: number;
	/** Log odds ratio of all contacts adopted against none. */
	exposure: number;
	/** Log odds ratios of a standard deviation of each trait. */
	traits: readonly number[];
	/** Added to the log odds of everybody in a period: a national wave. */
	wave?: (period: number) => number;
	/** Whether contacts are those with the most alike first trait, instead of anybody. */
	isHomophilous?: boolean;
	/** Contacts a unit names. */
	contacts?: number;
}

/** Standard normal by Box and Muller. */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Draws traits, contacts and a spread over them. */
export function simulatedSpread(truth: SpreadTruth, seed: number): ForecastData {
	const random = seededRandom(seed);
	const { units, periods } = truth;
	const traits = truth.traits.map(() => Array.from({ length: units }, () => normal(random)));
	const network = contactsOf(truth, traits[0] ?? [], random);
	const adoptedAt = new Array<number>(units).fill(NEVER);
	for (let period = 0; period < periods; period += 1) {
		const before = adoptedAt.slice();
		for (let unit = 0; unit < units; unit += 1) {
			if (before[unit] !== NEVER) continue;
			const odds = truth.traits.reduce(
				(sum, effect, k) => sum + effect * traits[k]![unit]!,
				truth.base + truth.exposure * shareAdopted(network, before, unit) + (truth.wave?.(period) ?? 0)
			);
			if (random.next() < logistic(odds)) adoptedAt[unit] = period;
		}
	}
	const panel = panelFromTimes(
		adoptedAt.map((adopted, unit) => ({ id: `u${unit}`, adopted: adopted === NEVER ? null : adopted })),
		0,
		periods - 1
	);
	return {
		names: panel.ids.map((id) => `Unit ${id}`),
		panel,
		draws: [],
		notes: [],
		networks: [{ key: 'contacts', name: 'contacts', network, isLikeness: false }],
		traits: traits.map((values, k) => ({ name: `trait ${k + 1}`, part: 'trait', values, scale: 'as it is' }))
	};
}

function contactsOf(
	{ units, contacts = 6, isHomophilous = false }: SpreadTruth,
	trait: readonly number[],
	random: Random
): SparseMatrix {
	const row: number[] = [];
	const column: number[] = [];
	const ranked = Array.from({ length: units }, (_, unit) => unit).sort((a, b) => trait[a]! - trait[b]!);
	const place = new Int32Array(units);
	ranked.forEach((unit, at) => (place[unit] = at));
	for (let unit = 0; unit < units; unit += 1) {
		for (let k = 0; k < contacts; k += 1) {
			const near = place[unit]! + random.below(2 * contacts + 1) - contacts;
			const other = isHomophilous ? ranked[(near + units) % units]! : random.below(units);
			row.push(unit);
			column.push(other);
		}
	}
	return sparseMatrix(units, { row, column, value: row.map(() => 1) });
}

function shareAdopted(
	{ rowStart, column, value }: SparseMatrix,
	adoptedAt: readonly number[],
	unit: number
): number {
	let [adopted, all] = [0, 0];
	for (let at = rowStart[unit]!; at < rowStart[unit + 1]!; at += 1) {
		all += value[at]!;
		if (adoptedAt[column[at]!] !== NEVER) adopted += value[at]!;
	}
	return all === 0 ? 0 : adopted / all;
}

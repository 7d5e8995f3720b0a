import { AnalysisError } from '../analysis-error.ts';
import { quantile } from '../numeric/quantile.ts';
import { exists, isAdopter, type Panel } from '../panel/panel.ts';
import { networkAt, type Network } from '../sparse/sparse-matrix.ts';

/** One value a unit and period: `table[unit][period]`; `null` where undefined. */
export type PeriodTable = (number | null)[][];

/** How contacts count towards exposure. */
export interface ExposureOptions {
	/** True: number (or weight) of adopting contacts; false (default): their share of all contacts. */
	asCount?: boolean;
	/** Weight of each unit as a contact, x_jt: one array for all periods, or one a period. At least 0. */
	attribute?: ArrayLike<number> | readonly ArrayLike<number>[];
	/** Periods by which contacts, their ties and their adoption are looked up earlier (default 0). */
	lag?: number;
}

/**
 * Exposure: the share of a unit's contacts that have adopted.
 *
 * E_it = Σ_j w_ij,s x_js a_js / Σ_j w_ij,s x_js with s = t - lag, over contacts j that exist in period s.
 *
 * Row i of the network is whom i attends to. Hand over `binary(network)` for plain ties,
 * the transpose for incoming ties, structural equivalence or any matrix of weights.
 *
 * @returns from 0 to 1 (a weight of at least 0 with `asCount`); a share is `null` for a unit without contacts
 *   ("no recorded ties" is not "0% of ties"), whose count is 0; either is `null` before the unit exists or after
 *   it left, and for the first `lag` periods
 * @throws {AnalysisError} if the network's size differs from the panel's, or an attribute is not a
 *   finite number of at least 0
 *
 * Source: Burt, Social contagion and innovation (AJS 1987); Valente, Network Models of the Diffusion
 * of Innovations (1995); netdiffuseR `exposure`, which gives 0 to units without ties.
 */
export function exposure(panel: Panel, network: Network, options: ExposureOptions = {}): PeriodTable {
	const { asCount = false, lag = 0 } = options;
	const size = panel.ids.length;
	const length = panel.periods.length;
	const table: PeriodTable = panel.ids.map(() => new Array<number | null>(length).fill(null));
	const weight = new Float64Array(size);
	const adopting = new Float64Array(size);

	for (let t = lag; t < length; t++) {
		const { size: rows, rowStart, column, value } = networkAt(network, t - lag);
		if (rows !== size) throw new AnalysisError(`the network has ${rows} units, the panel ${size}`);
		const attribute = attributeAt(options.attribute, t - lag, size);
		for (let j = 0; j < size; j++) {
			weight[j] = exists(panel, j, t - lag) ? (attribute?.[j] ?? 1) : 0;
			adopting[j] = isAdopter(panel, j, t - lag) ? weight[j]! : 0;
		}
		for (let i = 0; i < size; i++) {
			if (!exists(panel, i, t)) continue;
			let adopted = 0;
			let all = 0;
			for (let at = rowStart[i]!; at < rowStart[i + 1]!; at++) {
				const j = column[at]!;
				adopted += value[at]! * adopting[j]!;
				all += value[at]! * weight[j]!;
			}
			if (asCount) table[i]![t] = adopted;
			else if (all > 0) table[i]![t] = adopted / all;
		}
	}
	return table;
}

function attributeAt(
	attribute: ExposureOptions['attribute'],
	period: number,
	size: number
): ArrayLike<number> | undefined {
	if (attribute === undefined) return undefined;
	const first: number | ArrayLike<number> | undefined = attribute[0];
	const values = (typeof first === 'number' ? attribute : attribute[period]) as ArrayLike<number> | undefined;
	if (values === undefined || values.length !== size) {
		throw new AnalysisError(
			`the attribute has ${values?.length ?? 0} values in period ${period + 1} for ${size} units`
		);
	}
	for (let j = 0; j < size; j++) {
		if (!Number.isFinite(values[j]) || values[j]! < 0) {
			throw new AnalysisError(
				`the attribute of unit ${j + 1} is ${values[j]}; it must be a number of at least 0`
			);
		}
	}
	return values;
}

/** Exposure of a population in one period. */
export interface ExposurePeriod {
	period: number;
	/** Units with an exposure (count). */
	n: number;
	/** Units that exist but have no contacts (count). */
	withoutTies: number;
	/** Mean, quartiles; `null` when no unit has an exposure. */
	mean: number | null;
	lowerQuartile: number | null;
	median: number | null;
	upperQuartile: number | null;
}

/**
 * How exposed the units were, period by period: mean and quartiles (linear interpolation, type 7)
 * over the units that have contacts.
 *
 * @param table result of {@link exposure} for the same panel
 */
export function exposureByPeriod(panel: Panel, table: PeriodTable): ExposurePeriod[] {
	return panel.periods.map((period, t) => {
		const present = panel.ids.map((_, unit) => unit).filter((unit) => exists(panel, unit, t));
		const known = present
			.map((unit) => table[unit]?.[t] ?? null)
			.filter((value) => value !== null)
			.sort((a, b) => a - b);
		return {
			period,
			n: known.length,
			withoutTies: present.length - known.length,
			mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
			lowerQuartile: quantile(known, 0.25),
			median: quantile(known, 0.5),
			upperQuartile: quantile(known, 0.75)
		};
	});
}

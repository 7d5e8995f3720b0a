import { NEVER, type Panel } from '../panel/panel.ts';
import { mapNetwork, networkAt, type Network } from '../sparse/sparse-matrix.ts';
import { transpose } from '../sparse/sparse-operations.ts';

/** Window and discount of infectiousness and susceptibility. */
export interface InfluenceOptions {
	/** K, periods looked ahead or back (default 1); capped at the number of periods - 1. */
	periods?: number;
	/** How the k-th period is discounted: `linear` divides by k, `exponential` by (1 + r)^(k-1). */
	discount?: 'linear' | 'exponential';
	/** r of the exponential discount (default 0.5). */
	rate?: number;
	/** True (default): divided by how many units adopted in the window at all. */
	normalised?: boolean;
}

/**
 * Infectiousness: of those who name a unit and had still to adopt after it, the share that adopted in
 * the next K periods.
 *
 * Σ_k Σ_j s_ji,t+k [T_j = t+k] / d_k  ÷  Σ_k Σ_j s_ji,t+k [T_j >= t+k] / d_k, with t = T_i; normalised:
 * divided again by Σ_k #{j: T_j = t+k} / d_k.
 *
 * @param network who names whom; hand over the transpose for influence along incoming ties
 * @returns one value a unit; `null` for units without a known time of adoption and wherever a
 *   denominator is empty. Contacts without a known time count nowhere.
 *
 * Source: Myers, The diffusion of collective violence (AJS 2000); Valente, Dyal, Chu, Wipfli &
 * Fujimoto, Diffusion of innovations theory applied to global tobacco control treaty ratification
 * (2015), which is K = 1; netdiffuseR `infection`.
 */
export function infectiousness(
	panel: Panel,
	network: Network,
	options: InfluenceOptions = {}
): (number | null)[] {
	return influence(panel, mapNetwork(network, transpose), 1, options);
}

/**
 * Susceptibility: of those a unit names who had adopted before it, the share that had adopted in the K
 * periods just before.
 *
 * Σ_k Σ_j s_ij,t-k+1 [T_j = t-k] / d_k  ÷  Σ_k Σ_j s_ij,t-k+1 [T_j <= t-k] / d_k, with t = T_i; normalised
 * as {@link infectiousness}.
 *
 * @returns one value a unit; `null` as in {@link infectiousness}. netdiffuseR 1.25.0 counts contacts
 *   that never adopted in the denominator, a defect; here they count nowhere.
 *
 * Source: as {@link infectiousness}; netdiffuseR `susceptibility`.
 */
export function susceptibility(
	panel: Panel,
	network: Network,
	options: InfluenceOptions = {}
): (number | null)[] {
	return influence(panel, network, -1, options);
}

function influence(
	panel: Panel,
	contacts: Network,
	direction: 1 | -1,
	options: InfluenceOptions
): (number | null)[] {
	const { periods = 1, discount = 'linear', rate = 0.5, normalised = true } = options;
	const length = panel.periods.length;
	const window = Math.min(periods, length - 1);
	const time = panel.adoptedAt.map((adopted, unit) => (panel.startKnown[unit] === 1 ? adopted : NEVER));
	const adopting = new Int32Array(length);
	for (const adopted of time) if (adopted !== NEVER) adopting[adopted]!++;

	return panel.ids.map((_, unit) => {
		const own = time[unit]!;
		if (own === NEVER) return null;
		let followed = 0;
		let possible = 0;
		let anywhere = 0;
		for (let k = 1; k <= window; k++) {
			const then = own + direction * k;
			if (then < 0 || then >= length) break;
			const divisor = discount === 'linear' ? k : (1 + rate) ** (k - 1);
			const { rowStart, column, value } = networkAt(contacts, direction === 1 ? then : then + 1);
			for (let at = rowStart[unit]!; at < rowStart[unit + 1]!; at++) {
				const other = time[column[at]!]!;
				if (other === NEVER) continue;
				if (other === then) followed += value[at]! / divisor;
				if (direction === 1 ? other >= then : other <= then) possible += value[at]! / divisor;
			}
			anywhere += adopting[then]! / divisor;
		}
		if (possible === 0 || (normalised && anywhere === 0)) return null;
		return normalised ? followed / possible / anywhere : followed / possible;
	});
}

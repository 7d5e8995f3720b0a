import { NEVER, type Panel } from '../panel/panel.ts';
import { networkAt, type Network } from '../sparse/sparse-matrix.ts';

/** From whom a unit may have taken a practice up. Inferred from times and ties, never a statement. */
export interface PlausibleSource {
	/** Index of the adopter. */
	unit: number;
	/** Earlier adopters among its contacts, most plausible first; shares sum to 1. Empty when there are none. */
	sources: { unit: number; share: number }[];
}

/**
 * Most plausible sources of each adoption: earlier adopters among a unit's contacts, weighed by tie and by
 * how long ago they adopted.
 *
 * share_ij = w_ij e^{-λ (T_i - T_j)} / Σ_k w_ik e^{-λ (T_i - T_k)}, over contacts with T_k < T_i. This is the
 * exponential delay of the independent-cascade model with one cascade; with one cascade it cannot tell
 * influence from coincidence, so draw it apart from what bodies have said themselves.
 *
 * @param decay λ, per period, above 0: 1 / mean delay (default 1 / mean delay between contacts who both adopted)
 * @returns one entry a unit with a known time of adoption
 *
 * Source: Gomez-Rodriguez, Leskovec & Krause, Inferring networks of diffusion and influence (2010).
 */
export function plausibleSources(panel: Panel, network: Network, decay?: number): PlausibleSource[] {
	const time = panel.adoptedAt.map((adopted, unit) => (panel.startKnown[unit] === 1 ? adopted : NEVER));
	const adopters = panel.ids.flatMap((_, unit) => (time[unit] === NEVER ? [] : [unit]));
	const earlier = adopters.map((unit) => earlierContacts(unit, time, network));
	const delays = earlier.flat().map(({ delay }) => delay);
	const mean = delays.reduce((sum, delay) => sum + delay, 0) / Math.max(delays.length, 1);
	const rate = decay ?? 1 / Math.max(mean, 1);
	return adopters.map((unit, k) => {
		// The nearest in time gets factor 1, so that long delays do not all round to 0.
		const shortest = Math.min(...earlier[k]!.map(({ delay }) => delay));
		const weighed = earlier[k]!.map(({ unit: source, delay, weight }) => ({
			unit: source,
			share: weight * Math.exp(-rate * (delay - shortest))
		}));
		const sum = weighed.reduce((total, { share }) => total + share, 0);
		const sources = weighed.map(({ unit: source, share }) => ({ unit: source, share: share / sum }));
		return { unit, sources: sources.sort((a, b) => b.share - a.share || a.unit - b.unit) };
	});
}

function earlierContacts(
	unit: number,
	time: Int32Array,
	network: Network
): { unit: number; delay: number; weight: number }[] {
	const own = time[unit]!;
	const { rowStart, column, value } = networkAt(network, own);
	const contacts: { unit: number; delay: number; weight: number }[] = [];
	for (let at = rowStart[unit]!; at < rowStart[unit + 1]!; at++) {
		const then = time[column[at]!]!;
		if (then === NEVER || then >= own || value[at] === 0) continue;
		contacts.push({ unit: column[at]!, delay: own - then, weight: value[at]! });
	}
	return contacts;
}

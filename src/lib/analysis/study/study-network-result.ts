import { pWords } from '#lib/domain/number-words.ts';
import { degreeTiming, type DegreeTiming } from '../diffusion/degree-timing.ts';
import { exposure, exposureByPeriod, type ExposurePeriod } from '../diffusion/exposure.ts';
import type { MoranPeriod } from '../diffusion/moran-by-period.ts';
import { plausibleSources } from '../diffusion/plausible-sources.ts';
import { exists, NEVER, type Panel } from '../panel/panel.ts';
import { mapNetwork, networkAt, type Network } from '../sparse/sparse-matrix.ts';
import { rowStandardised } from '../sparse/sparse-operations.ts';
import type { PermutationOptions } from '../spatial/permutation.ts';
import { moranByEra } from './moran-by-era.ts';
import { networkInfluence, type NetworkInfluence } from './study-influence.ts';
import { FEWEST_ADOPTERS } from './study-limits.ts';
import type { StudyNetwork } from './study-networks.ts';

/** One network of a study: how exposed bodies were, whether adopters cluster in it, who may have passed it on. */
export interface NetworkResult {
	key: string;
	name: string;
	meaning: string;
	/**
	 * Bodies that exist in the last period, pairs of them tied then, each pair once (counts), their share of all
	 * pairs (`null` for fewer than two bodies), and bodies without a contact then (count).
	 */
	present: number;
	pairs: number;
	density: number | null;
	withoutTies: number;
	exposure: ExposurePeriod[];
	moran: MoranPeriod[];
	degreeTiming: DegreeTiming;
	/** For each adopter with earlier adopters among its contacts: the most plausible of them; inferred. */
	plausible: PlausibleLink[];
	influence: NetworkInfluence;
}

/** An inferred source: positions of the units, and its share among all plausible ones. */
export interface PlausibleLink {
	learner: number;
	source: number;
	share: number;
	/** Plausible sources there were (count). */
	among: number;
}

/**
 * Measures one network of a study.
 *
 * @param shuffles of the permutation tests; `null` where too few adopted for a test to mean anything, and then no
 *   p-value is given
 */
export function networkResult(
	panel: Panel,
	study: StudyNetwork,
	shuffles: PermutationOptions | null
): NetworkResult {
	const { key, name, meaning, network } = study;
	const byPeriod = exposureByPeriod(panel, exposure(panel, network));
	const influence = networkInfluence(panel, study, shuffles !== null);
	const { bothHave, oneHas, neitherHas, n: present } = influence.joins;
	const pairs = bothHave.count + oneHas.count + neitherHas.count;
	return {
		key,
		name,
		meaning,
		present,
		pairs,
		density: present < 2 ? null : pairs / ((present * (present - 1)) / 2),
		withoutTies: byPeriod.at(-1)?.withoutTies ?? 0,
		exposure: byPeriod,
		moran: moranByEra(panel, network, shuffles),
		degreeTiming: timingOf(panel, network),
		plausible: plausibleSources(panel, mapNetwork(network, rowStandardised)).flatMap(({ unit, sources }) => {
			const best = sources[0];
			return best === undefined
				? []
				: [{ learner: unit, source: best.unit, share: best.share, among: sources.length }];
		}),
		influence
	};
}

/** Degree and timing; a tendency that chance would often give is said to be none. */
function timingOf(panel: Panel, network: Network): DegreeTiming {
	const timing = degreeTiming(panel, contactsOnAdopting(panel, network), FEWEST_ADOPTERS);
	if (timing.p === null || timing.p < 0.05) return timing;
	return {
		...timing,
		direction: 'unclear',
		sentence: `How well connected a body is says little about when it adopted (${pWords(timing.p)}).`
	};
}

/** How many existing contacts each adopter had in the period in which it adopted (count); 0 for all others. */
function contactsOnAdopting(panel: Panel, network: Network): Float64Array {
	return Float64Array.from(panel.adoptedAt, (adopted, unit) => {
		if (adopted === NEVER) return 0;
		const { rowStart, column, value } = networkAt(network, adopted);
		let contacts = 0;
		for (let at = rowStart[unit]!; at < rowStart[unit + 1]!; at++) {
			if (value[at]! > 0 && column[at] !== unit && exists(panel, column[at]!, adopted)) contacts += 1;
		}
		return contacts;
	});
}

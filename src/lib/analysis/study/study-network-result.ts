import { degrees, directedDensity } from '../diffusion/degree.ts';
import { degreeTiming, type DegreeTiming } from '../diffusion/degree-timing.ts';
import { exposure, exposureByPeriod, type ExposurePeriod } from '../diffusion/exposure.ts';
import type { MoranPeriod } from '../diffusion/moran-by-period.ts';
import { plausibleSources } from '../diffusion/plausible-sources.ts';
import type { Panel } from '../panel/panel.ts';
import { mapNetwork, networkAt } from '../sparse/sparse-matrix.ts';
import { binary, rowStandardised, rowSums } from '../sparse/sparse-operations.ts';
import type { PermutationOptions } from '../spatial/permutation.ts';
import { moranByEra } from './moran-by-era.ts';
import { networkInfluence, type NetworkInfluence } from './study-influence.ts';
import type { StudyNetwork } from './study-networks.ts';

/** One network of a study: how exposed bodies were, whether adopters cluster in it, who may have passed it on. */
export interface NetworkResult {
	key: string;
	name: string;
	meaning: string;
	/** Ties of the last period (directed, count), share of possible ones, units that name nobody (count). */
	ties: number;
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

/** Measures one network of a study. */
export function networkResult(
	panel: Panel,
	study: StudyNetwork,
	shuffles: PermutationOptions
): NetworkResult {
	const { key, name, meaning, network } = study;
	const tied = binary(networkAt(network, panel.periods.length - 1));
	return {
		key,
		name,
		meaning,
		ties: tied.value.reduce((sum, value) => sum + value, 0),
		density: directedDensity(tied),
		withoutTies: rowSums(tied).reduce((count, sum) => count + (sum === 0 ? 1 : 0), 0),
		exposure: exposureByPeriod(panel, exposure(panel, network)),
		moran: moranByEra(panel, network, shuffles),
		degreeTiming: degreeTiming(panel, degrees(tied).outdegree),
		plausible: plausibleSources(panel, mapNetwork(network, rowStandardised)).flatMap(({ unit, sources }) => {
			const best = sources[0];
			return best === undefined
				? []
				: [{ learner: unit, source: best.unit, share: best.share, among: sources.length }];
		}),
		influence: networkInfluence(panel, study)
	};
}

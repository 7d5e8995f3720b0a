import type { Progress } from '#lib/analysis/progress.ts';
import type { ForecastData } from './forecast-data.ts';
import { networkDiffusion, type DiffusionKind, type NetworkDiffusion } from './network-diffusion.ts';
import { termsOf } from './terms.ts';

/** Traits that the rates take beside networks: figures only, and no more than can be told apart from few adopters. */
const MOST_FIGURES = 6;

/**
 * How much of a spread came through each network, by order and by time, with the figures of a forecast as covariates.
 *
 * @returns `null` where there is no network
 * @throws {AnalysisError} if nobody adopts after the first period
 */
export function throughNetworks(
	data: ForecastData,
	progress?: Progress
): Record<DiffusionKind, NetworkDiffusion> | null {
	if (data.networks.length === 0) return null;
	const figures = data.traits.filter(({ scale }) => scale !== 'yes or no').slice(0, MOST_FIGURES);
	const covariates = termsOf({ ...data, networks: [], traits: figures }).map(({ name, values }) => ({
		name,
		value: (unit: number) => values![unit]!
	}));
	const by = (kind: DiffusionKind): NetworkDiffusion =>
		networkDiffusion(data.panel, data.networks, covariates, kind, progress);
	return { order: by('order'), time: by('time') };
}

/** The same with the keys that the README tells. */
export function throughReport(
	found: Record<DiffusionKind, NetworkDiffusion> | null
): Record<string, unknown> | null {
	if (found === null) return null;
	return Object.fromEntries(
		Object.entries(found).map(([kind, one]) => [
			kind,
			{
				n: one.n,
				events: one.events,
				networks: one.networks.map((network) => ({
					name: network.name,
					effect: network.effect,
					lower: network.lower,
					upper: network.upper,
					share: network.share,
					share_lower: network.shareLower,
					share_upper: network.shareUpper,
					found: network.isFound
				})),
				covariates: one.covariates,
				base_rate: one.baseRate,
				loglik: one.loglik,
				loglik_without: one.loglikWithout,
				event_shares: one.eventShares
			}
		])
	);
}

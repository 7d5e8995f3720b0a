import type { Atlas } from '#lib/domain/atlas.ts';
import { characteristicKey } from './characteristic-key.ts';
import { reachOf } from './reach.ts';
import type { Reach, View } from './view.ts';

const MAX_PROBLEMS = 10;

/**
 * The view without names that the atlas does not know: a link may be older than what it names, or meant
 * for somebody who sees more. Each is left out alone, and says so.
 *
 * @returns the view, and one sentence for each name that is left out, at most ten and one that counts the rest
 */
export function knownView(atlas: Atlas, view: View): { view: View; problems: string[] } {
	const { index } = atlas;
	const problems: string[] = [];
	let untold = 0;
	const known = (names: readonly string[], what: string, isKnown: (name: string) => boolean): string[] =>
		names.filter((name) => {
			if (isKnown(name)) return true;
			if (problems.length < MAX_PROBLEMS)
				problems.push(`There is no ${what} “${name}” that you can see; it is left out.`);
			else untold += 1;
			return false;
		});

	const regions = new Set(atlas.areas.flatMap(({ region, nation }) => [region, nation]));
	const characteristics = new Set(atlas.characteristics.map((_, row) => characteristicKey(atlas, row)));
	const network = view.network !== null && index.networkBySlug.has(view.network) ? view.network : null;
	const shown: View = {
		...view,
		// The frame of the page tells of an unknown network.
		network,
		reach: knownReach(atlas, network, view.reach, problems),
		regions: known(view.regions, 'region or nation', (name) => regions.has(name)),
		areas: known(view.areas, 'area', (code) => index.areaByCode.has(code)),
		practices: known(view.practices, 'practice', (slug) => index.practiceBySlug.has(slug)),
		characteristics: known(view.characteristics, 'characteristic', (key) => characteristics.has(key)),
		selection: known(view.selection, 'organisation', (slug) => index.organisationBySlug.has(slug))
	};
	if (untold > 0) problems.push(`${untold} more of its names are not known either.`);
	return { view: shown, problems };
}

/** The reach that was asked for where it makes a difference; null where it is the usual one, or there is none. */
function knownReach(
	atlas: Atlas,
	network: string | null,
	reach: Reach | null,
	problems: string[]
): Reach | null {
	if (reach === null || network === null) return null;
	if (reachOf(atlas, { network, reach }) === reachOf(atlas, { network, reach: null })) {
		if (reach === 'movement' && reachOf(atlas, { network, reach }) !== 'movement') {
			const { name } = atlas.networks[atlas.index.networkBySlug.get(network)!]!;
			problems.push(`${name} has no framework, and so no movement that could be counted beside its members.`);
		}
		return null;
	}
	return reach;
}

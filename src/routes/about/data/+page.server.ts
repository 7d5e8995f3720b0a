import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW } from '#lib/view/view.ts';
import { declarationFacts } from './declaration-facts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const nationOf = new Map(atlas.areas.map(({ code, nation }) => [code, nation]));
	const nations = areas.codes.map((code) => nationOf.get(code) ?? null);
	// The same organisations that every list counts: those that exist.
	const selection = select(atlas, DEFAULT_VIEW);
	const { organisations } = selection;
	const onRecord = atlas.organisations.isSample.filter((flag) => flag === 0).length;
	const declarations = declarationFacts(atlas);
	const records = atlas.networks.filter(({ isRecord }) => isRecord).length;
	return {
		counts: [
			['council areas', atlas.areas.length],
			['organisations', organisations.length],
			[
				'practices',
				atlas.practices.filter(({ isSample }, row) => !isSample && !selection.isApart(row)).length
			],
			['networks', atlas.networks.filter(({ isSample, isRecord }) => !isSample && !isRecord).length],
			[records === 1 ? 'public record' : 'public records', records],
			['learning links', atlas.links.filter(({ isSample }) => !isSample).length]
		] as const,
		closed: onRecord - organisations.length,
		declarations,
		version: atlas.version,
		indicators: areas.indicators.map(
			({ key, label, unit, theme, source, licence, vintage, denominator, values }) => ({
				key,
				label,
				unit,
				theme,
				source,
				licence,
				vintage,
				denominator,
				missing: nationsWithout(nations, values),
				known: values.filter((value) => value !== null).length,
				areas: values.length
			})
		)
	};
};

/** Nations for which nothing of an indicator is published, in the order of the areas. */
function nationsWithout(nations: readonly (string | null)[], values: readonly (number | null)[]): string[] {
	const known = new Set(nations.filter((_, row) => values[row] !== null));
	return [...new Set(nations)].flatMap((nation) => (nation === null || known.has(nation) ? [] : [nation]));
}

import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const real = (isSample: ArrayLike<number>): number =>
		Array.from(isSample).filter((flag) => flag === 0).length;
	return {
		counts: [
			['council areas', atlas.areas.length],
			['organisations', real(atlas.organisations.isSample)],
			['practices', atlas.practices.filter(({ isSample }) => !isSample).length],
			['networks', atlas.networks.filter(({ isSample }) => !isSample).length],
			['learning links', atlas.links.filter(({ isSample }) => !isSample).length]
		] as const,
		version: atlas.version,
		indicators: areas.indicators.map(({ key, label, unit, theme, source, licence, vintage, values }) => ({
			key,
			label,
			unit,
			theme,
			source,
			licence,
			vintage,
			known: values.filter((value) => value !== null).length,
			areas: values.length
		}))
	};
};

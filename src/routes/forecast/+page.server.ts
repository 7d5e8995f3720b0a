import { redirect } from '@sveltejs/kit';
import { formatDay, isoDay } from '#lib/domain/day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { joinRepeated } from '#lib/view/form-search.ts';
import { knownView } from '#lib/view/known-view.ts';
import { parseView } from '#lib/view/view.ts';
import { parseForecast } from './forecast-address.ts';
import type { PageServerLoad } from './$types';

/** Which practice is asked for, and whether its record is whole: without that there is nothing to compute. */
export const load: PageServerLoad = async (event) => {
	const joined = joinRepeated(event.url.searchParams);
	if (joined !== null) redirect(303, event.url.pathname + joined);

	const atlas = await loadAtlas(event);
	const { view, problems: unknown } = knownView(atlas, parseView(event.url.searchParams).view);
	const { state, problems } = parseForecast(event.url.searchParams);
	const practices = atlas.practices
		.map(({ slug, name, recordedFor, isSample }) => ({ slug, name, isWhole: recordedFor !== null, isSample }))
		.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.name.localeCompare(b.name, 'en-GB'));
	const slug = view.practices[0] ?? practices.find(({ isSample }) => !isSample)?.slug ?? '';
	const row = atlas.index.practiceBySlug.get(slug);
	const practice = row === undefined ? null : atlas.practices[row]!;
	const network = practice === null || practice.network === null ? null : atlas.networks[practice.network]!;
	return {
		state,
		practices,
		practice:
			practice === null
				? null
				: {
						slug,
						name: practice.name,
						recordedFor: practice.recordedFor,
						recordedUntil: practice.recordedUntil === null ? null : isoDay(practice.recordedUntil),
						untilWords: practice.recordedUntil === null ? null : formatDay(practice.recordedUntil),
						/** A network's own practice is forecast among its members; a public record, among councils. */
						network: network === null || network.isRecord ? null : network.slug
					},
		problems: [...unknown, ...problems]
	};
};

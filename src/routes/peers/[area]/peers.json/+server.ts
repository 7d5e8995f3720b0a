import { json } from '@sveltejs/kit';
import { isoDay } from '#lib/domain/day.ts';
import { indicatorKey } from '#lib/domain/indicators/indicator.ts';
import { loadDownload } from '../../download.ts';
import type { RequestHandler } from './$types';

/** The list of peers with every contribution, weight and scale: all that rebuilds it elsewhere. */
export const GET: RequestHandler = async (event) => {
	const { council, request, weights, prepared, finding, explanations } = await loadDownload(
		event,
		event.params.area
	);
	const { indicators } = council.facts;
	const asOf = isoDay(council.atlas.asOf);
	return json(
		{
			council: { code: council.code, name: council.name },
			as_of: asOf,
			page: `${event.url.origin}/peers/${council.code}${event.url.search}`,
			model: request.model,
			group: { name: prepared.group.name, councils: prepared.group.rows.length, note: prepared.group.note },
			version: finding.version,
			note: 'Distances compare only within one universe and one setting. Likeness is no judgement of worth.',
			scaled_by: 'all areas of the tier',
			indicators: indicators.map(
				({ key, label, unit, log, theme, aspect, source, vintage, licence }, at) => ({
					...{ key, label, unit, log, theme, aspect, source, vintage, licence },
					weight: weights[at],
					is_counted: weights[at]! > 0,
					mean: prepared.space.scales[at]?.mean ?? null,
					sd_sample: prepared.space.scales[at]?.sd ?? null
				})
			),
			left_out: council.facts.leftOut,
			unpublished: prepared.group.unpublished.map(({ column, nations }) => ({
				indicator: indicatorKey(column),
				nations
			})),
			peers: finding.peers.map(({ code, name, type, region, rank, similarity, distance, shared }, at) => ({
				...{ code, name, type, region, rank, similarity, distance, shared },
				counted: finding.counted,
				alike: explanations[at]!.mostAlike.map(({ column }) => indicatorKey(column)),
				unlike: explanations[at]!.mostUnlike.map(({ column }) => indicatorKey(column)),
				contributions: explanations[at]!.features.map(
					({ mine, theirs, likeness, contribution, share }, column) => ({
						indicator: indicators[column]!.key,
						...{ mine, theirs, contribution, share },
						places: likeness === null ? null : { mine: likeness.mine, theirs: likeness.theirs },
						usual_spreads_apart: likeness?.apart ?? null,
						others_as_near: likeness?.near ?? null
					})
				)
			}))
		},
		{
			headers: {
				'content-disposition': `attachment; filename="goodways-peers-${council.code}-${asOf}.json"`,
				'cache-control': 'private, no-cache',
				vary: 'Cookie'
			}
		}
	);
};

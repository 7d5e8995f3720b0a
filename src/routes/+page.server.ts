import { eventStrip } from '#lib/charts/event-strip.ts';
import { formatDay } from '#lib/domain/day.ts';
import { linkDay, linkDayPrecision } from '#lib/domain/link-day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { latestChanges } from '#lib/view/changes.ts';
import { knownView } from '#lib/view/known-view.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW, parseView } from '#lib/view/view.ts';
import { findingSentence } from '#lib/home/finding.ts';
import { homePicture } from '#lib/home/home.ts';
import { listLibrary, compareLinks } from '#lib/learning/library.ts';
import type { PageServerLoad } from './$types';

const CHANGES = 8;
const LINKS = 3;

export const load: PageServerLoad = async (event) => {
	// Only the network decides what is loaded; moving the date needs no request.
	const slug = event.url.searchParams.get('network');
	const atlas = await loadAtlas(event);
	const asked = parseView({ get: (name) => (name === 'network' ? slug : null) }).view;
	const { network } = knownView(atlas, asked).view;
	const view = { ...DEFAULT_VIEW, network };
	const selection = select(atlas, view);
	const { counted, figures, spans, starts } = homePicture(selection);
	const { organisations, practices, networks, links } = atlas;

	const about = network === null ? undefined : networks[atlas.index.networkBySlug.get(network) ?? -1];

	return {
		network,
		figures,
		// Made here, so that its words cost no reader a script.
		finding: findingSentence(figures, about ?? null),
		summary: about?.summary ?? null,
		apart: listRecordsApart(selection),
		spans,
		strip: eventStrip(starts.days, atlas.asOf, starts),
		areas: atlas.areas.map(({ code, name, hex, council }) => ({
			code,
			name,
			hex,
			council: council === null ? null : organisations.slug[council]!
		})),
		changes: latestChanges(selection, counted, atlas.asOf, CHANGES).map((change) => ({
			verb: change.verb,
			when: formatDay(change.day, change.precision),
			isInferred: change.isInferred,
			organisation: {
				slug: organisations.slug[change.organisation]!,
				name: organisations.name[change.organisation]!
			},
			practice:
				change.practice === null
					? null
					: { slug: practices[change.practice]!.slug, name: practices[change.practice]!.name },
			network:
				change.network === null
					? null
					: { slug: networks[change.network]!.slug, name: networks[change.network]!.name }
		})),
		links: listLibrary(atlas, view, { types: [], publishers: [] })
			.map((row) => links[row]!)
			.filter((link) => (linkDay(link) ?? Infinity) <= atlas.asOf)
			.sort(compareLinks('date', true))
			.slice(0, LINKS)
			.map((link) => ({
				slug: link.slug,
				title: link.title,
				kind: link.kind,
				publisher: link.publisher,
				when: formatDay(linkDay(link)!, linkDayPrecision(link))
			}))
	};
};

import { eventStrip } from '#lib/charts/event-strip.ts';
import { formatDay } from '#lib/domain/day.ts';
import { linkDay, linkDayPrecision } from '#lib/domain/link-day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { latestChanges } from '#lib/view/changes.ts';
import { networkIdentity } from '#lib/view/network-identity.ts';
import { knownView } from '#lib/view/known-view.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { DEFAULT_VIEW, parseView, VIEW_PARAMETERS, viewSearch } from '#lib/view/view.ts';
import { siteNetwork } from '#lib/server/site-network.ts';
import { countReach } from '#lib/view/reach.ts';
import { factSentences } from '#lib/home/facts.ts';
import { findingSentence } from '#lib/home/finding.ts';
import { frameworkFigures } from '#lib/home/framework-figures.ts';
import { homePicture } from '#lib/home/home.ts';
import { listLibrary, compareLinks, NO_FILTER } from '#lib/learning/library.ts';
import type { PageServerLoad } from './$types';

const CHANGES = 8;
const LINKS = 3;

export const load: PageServerLoad = async (event) => {
	// Network and reach decide what is loaded; moving the date needs no request.
	const search = event.url.searchParams;
	const named = { network: search.get('network'), reach: search.get('reach') };
	const isPlain = event.untrack(() => VIEW_PARAMETERS.every((name) => !search.has(name)));
	const [atlas, own] = await Promise.all([loadAtlas(event), isPlain ? siteNetwork(event) : null]);
	const asked = parseView(new URLSearchParams(given({ ...named, network: named.network ?? own }))).view;
	const { network, reach } = knownView(atlas, asked).view;
	const view = { ...DEFAULT_VIEW, network, reach };
	const selection = select(atlas, view);
	const { counted, figures, spans, starts } = homePicture(selection);
	const { organisations, practices, networks, links } = atlas;

	const about = network === null ? undefined : networks[atlas.index.networkBySlug.get(network) ?? -1];
	const framework = frameworkFigures(selection);
	const belonging = countReach(selection);
	const library = listLibrary(atlas, view, NO_FILTER)
		.map((row) => links[row]!)
		.filter((link) => (linkDay(link) ?? Infinity) <= atlas.asOf)
		.sort(compareLinks('date', true));
	const asking = library.find(({ question }) => question !== null);
	const story = library.find(({ kind }) => kind === 'story');

	return {
		network,
		homeNetwork: network,
		reach,
		// Made here, so that its words cost no reader a script.
		finding: findingSentence(figures, about === undefined ? null : { ...about, framework }),
		facts: factSentences(figures, belonging),
		summary: about?.summary ?? null,
		about: about === undefined ? null : about.name,
		// Where nothing is on record to count, the page says what the network is.
		identity: about !== undefined && figures.practices === 0 ? networkIdentity(atlas, network) : null,
		membersHref: belonging === null ? null : `/${viewSearch({ ...view, reach: 'members' })}`,
		movementHref: reach === 'members' ? `/${viewSearch({ ...view, reach: null })}` : null,
		asking:
			asking === undefined ? null : { slug: asking.slug, title: asking.title, question: asking.question! },
		story: story === undefined ? null : { slug: story.slug, title: story.title },
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
		links: library.slice(0, LINKS).map((link) => ({
			slug: link.slug,
			title: link.title,
			kind: link.kind,
			publisher: link.publisher,
			when: formatDay(linkDay(link)!, linkDayPrecision(link))
		}))
	};
};

/** Those of some parameters that have a value. */
function given(parameters: Record<string, string | null>): [string, string][] {
	return Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null);
}

import { eventStrip } from '#lib/charts/event-strip.ts';
import { formatDay } from '#lib/domain/day.ts';
import { linkDay, linkDayPrecision } from '#lib/domain/link-day.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { latestChanges } from '#lib/view/changes.ts';
import { networkIdentity } from '#lib/view/network-identity.ts';
import { knownView } from '#lib/view/known-view.ts';
import { listRecordsApart } from '#lib/view/records-apart.ts';
import { select } from '#lib/view/selection.ts';
import { ALL_NETWORKS, DEFAULT_VIEW, parseView, VIEW_PARAMETERS, viewSearch } from '#lib/view/view.ts';
import { siteNetwork } from '#lib/server/site-network.ts';
import { countReach } from '#lib/view/reach.ts';
import { factSentences } from '#lib/home/facts.ts';
import { findingSentence } from '#lib/home/finding.ts';
import { frameworkFigures } from '#lib/home/framework-figures.ts';
import { homePicture } from '#lib/home/home.ts';
import type { Line, Part } from '#lib/home/lines.ts';
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
	// Who asks for members alone is told of members.
	const framework = reach === 'members' ? null : frameworkFigures(selection);
	const belonging = countReach(selection);
	const library = listLibrary(atlas, view, NO_FILTER)
		.map((row) => links[row]!)
		.filter((link) => (linkDay(link) ?? Infinity) <= atlas.asOf)
		.sort(compareLinks('date', true));
	const asking = library.find(({ question }) => question !== null);
	const story = library.find(({ kind }) => kind === 'story');

	const changes = latestChanges(selection, counted, atlas.asOf, CHANGES);
	const ofNetwork = network === null ? '' : `?network=${network}`;
	const identity = about !== undefined && figures.practices === 0 ? networkIdentity(atlas, network) : null;
	// Words are made here, so that they cost no reader a script.
	return {
		network,
		homeNetwork: network,
		reach,
		title: about?.name ?? 'Goodways: what works, who does it, who learnt it from whom',
		finding: findingSentence(figures, about === undefined ? null : { ...about, framework }),
		summary:
			about?.summary ??
			'Goodways shows who belongs to a movement, what its members do that works, and how it travels from one to the next.',
		ways: [
			...(about === undefined ? [] : [{ href: `/networks/${about.slug}`, words: `What ${about.name} is` }]),
			...(belonging === null
				? []
				: [{ href: `/${viewSearch({ ...view, reach: 'members' })}`, words: 'Only its members' }]),
			...(reach === 'members'
				? [{ href: `/${viewSearch({ ...view, reach: null })}`, words: 'The whole movement' }]
				: []),
			...(network === null ? [] : [{ href: `/?network=${ALL_NETWORKS}`, words: 'All networks' }])
		],
		// Where nothing is on record to count, the page says what the network is.
		identity:
			identity === null
				? null
				: ({
						id: 'identity',
						heading: 'What it stands for, and how to join',
						lines: [
							...identity.standsFor.map((label, at): Line => [`${at + 1}. ${label}`]),
							[
								`${identity.belongs} `,
								...(identity.canJoin ? [{ href: `/join${ofNetwork}`, words: 'Ask to join' }] : [])
							]
						]
					} satisfies Part),
		notes: [
			`${factSentences(figures, belonging).join(' ')} As of ${formatDay(atlas.asOf)}. What nobody recorded is not counted, so the true numbers may be higher. `,
			{ href: '/about/methods', words: 'What the numbers mean' },
			'.',
			...listRecordsApart(selection).flatMap(({ slug, name }): Line => [
				` ${name}, a public record, is left out: `,
				{ href: `/?network=${slug}`, words: 'show it' },
				'.'
			])
		] satisfies Line,
		mapWords: {
			label:
				'Council areas of the United Kingdom, one hexagon each, shaded by practices recorded. Arrow keys move between areas.',
			still: 'Moving the date needs JavaScript. The list of organisations takes a date without it.',
			caption:
				'Each council area is one hexagon of equal size, whoever in the area does it; a practice counts once an area.'
		},
		spans,
		strip: eventStrip(starts.days, atlas.asOf, starts),
		areas: atlas.areas.map(({ code, name, hex, council }) => ({
			code,
			name,
			hex,
			council: council === null ? null : organisations.slug[council]!
		})),
		news: [
			{
				id: 'changes',
				heading: 'What changed lately',
				rows: changes.map((change) => ({
					when: formatDay(change.day, change.precision),
					line: [
						{
							href: `/organisations/${organisations.slug[change.organisation]!}`,
							words: organisations.name[change.organisation]!
						},
						` ${change.verb} `,
						...(change.practice === null ? [] : [practiceLink(practices[change.practice]!)]),
						...(change.network === null ? [] : [networkLink(networks[change.network]!)])
					] satisfies Line,
					mark: change.isInferred ? 'inferred' : '',
					look: 'small inferred'
				})),
				more: [
					changes.length === 0 ? 'No changes with a date are on record yet. ' : '',
					{ href: `/organisations${ofNetwork}`, words: 'All organisations' }
				] satisfies Line
			},
			{
				id: 'new-learning',
				heading: 'New learning',
				rows: library.slice(0, LINKS).map((link) => ({
					when: formatDay(linkDay(link)!, linkDayPrecision(link)),
					line: [{ href: `/learning/${link.slug}`, words: link.title }] satisfies Line,
					mark: [link.kind, link.publisher].filter(Boolean).join(', '),
					look: 'small muted'
				})),
				more: [
					library.length === 0 ? 'Nothing in the library yet. ' : '',
					{ href: `/learning${ofNetwork}`, words: 'All shared learning' }
				] satisfies Line
			}
		],
		doors: [
			{
				href: `/network${ofNetwork}`,
				title: 'I coordinate a network',
				text: 'Who is connected, who is not, and which two members should meet.'
			},
			{
				href: '/peers',
				title: 'I look for peers',
				text: 'Councils like mine, why they are alike, and which of them already do what I plan.'
			},
			{
				href: '/research',
				title: 'I study how things spread',
				text: 'How practices spread over time and through networks.'
			}
		],
		below: [
			...(asking === undefined
				? []
				: [
						{
							id: 'question',
							heading: asking.question!,
							lines: [['Asked in ', { href: `/learning/${asking.slug}`, words: asking.title }, '.']] as Line[]
						}
					]),
			...(story === undefined
				? []
				: [
						{
							id: 'story',
							heading: 'A story',
							lines: [[{ href: `/learning/${story.slug}`, words: story.title }]] as Line[]
						}
					]),
			{
				id: 'join',
				heading: 'Does your organisation belong here?',
				lines: [
					[
						{ href: `/join${ofNetwork}`, words: 'Ask to join a network' },
						', or find ',
						{ href: '/organisations', words: 'your organisation' },
						' and ask to manage its page.'
					]
				] as Line[]
			}
		]
	};
};

/** Those of some parameters that have a value. */
function given(parameters: Record<string, string | null>): [string, string][] {
	return Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null);
}

function practiceLink({ slug, name }: { slug: string; name: string }): { href: string; words: string } {
	return { href: `/practices/${slug}`, words: name };
}

function networkLink({ slug, name }: { slug: string; name: string }): { href: string; words: string } {
	return { href: `/networks/${slug}`, words: name };
}

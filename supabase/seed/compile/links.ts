import type { Inputs, LinkFact } from './inputs.ts';
import { NETWORK_OF_PRACTICE } from './networks.ts';
import { isMirror, joinNotes, publicSource } from './sources.ts';
import type { Cell, Table } from './table.ts';

/** The library: links, what they are about, and who made or hosted them. */
export function linkTables({ movement }: Inputs): Table[] {
	return [
		{
			name: 'learning_links',
			columns: [
				'slug', 'url', 'title', 'kind', 'publisher', 'summary', 'question', 'network', 'published_on', 'published_precision', 'starts_at', 'all_day',
				'is_mirror', 'source_url', 'note', 'status'
			],
			rows: [...movement.links.map(linkRow), RADIX_POST]
		},
		{
			name: 'learning_link_practices',
			columns: ['link', 'practice'],
			rows: movement.links.flatMap(({ slug, about_practices }) =>
				about_practices.map((practice) => ({ link: slug, practice }))
			)
		},
		{
			name: 'learning_link_characteristics',
			columns: ['link', 'network', 'position'],
			rows: movement.links.flatMap(({ slug, characteristics }) =>
				characteristics.map((position) => ({ link: slug, network: 'good-help', position }))
			)
		},
		{
			name: 'learning_link_organisations',
			columns: ['link', 'organisation', 'role'],
			rows: movement.links.flatMap((link) => [
				...link.about_organisations.map((organisation) => ({ link: link.slug, organisation, role: 'about' })),
				...link.made_by.map((organisation) => ({ link: link.slug, organisation, role: 'made' })),
				...link.hosted_by.map((organisation) => ({ link: link.slug, organisation, role: 'hosted' }))
			])
		}
	];
}

/** Written on the launch of the report. */
const RADIX_POST: Record<string, Cell> = {
	slug: 'when-services-dont-help-they-hurt',
	url: 'https://radixuk.org/opinion/services-dont-help-hurt/',
	title: 'When services don’t help, they hurt',
	kind: 'post',
	publisher: 'Radix',
	summary:
		'On the launch of the report: where services do not treat people as able, with some help, to put their lives back together, their own workload grows. Its author had founded the Self-Esteem Network in 1990 and asks what it never answered: what works, and how one knows.',
	network: 'good-help',
	published_on: '2018-02-01',
	published_precision: 'month',
	all_day: false,
	is_mirror: false,
	source_url: 'https://radixuk.org/opinion/services-dont-help-hurt/',
	note: 'Dated by the launch of the report that it describes.',
	status: 'published'
};

/** Works that a movement starts from: a copy that is marked as one is enough to publish them. */
const FOUNDING: Readonly<Record<string, { summary: string; question?: string; source: string }>> = {
	'good-and-bad-help-report': {
		summary:
			'What separates help that leaves people with purpose and confidence from help that takes both away: seven characteristics of good help, with cases from charities that give it.',
		question: 'Do you remember a time you got help that truly empowered you?',
		source: 'https://www.nesta.org.uk/project/good-help/'
	}
};

/** The network that keeps a link: the one whose own practice it is about, where it is about one network's. */
function networkOf(practices: readonly string[]): string | null {
	const networks = new Set(practices.flatMap((practice) => NETWORK_OF_PRACTICE[practice] ?? []));
	return networks.size === 1 ? [...networks][0]! : null;
}

function linkRow(link: LinkFact): Record<string, Cell> {
	const source = publicSource(link.source, []);
	const isCopy = isMirror(link.url) || / \(copy\)$/.test(link.publisher);
	return {
		slug: link.slug,
		url: link.url,
		title: link.title,
		kind: link.kind,
		publisher: link.publisher.replace(/ \(copy\)$/, ''),
		summary: FOUNDING[link.slug]?.summary ?? null,
		question: FOUNDING[link.slug]?.question ?? null,
		network: networkOf(link.about_practices),
		published_on: link.published_on ?? null,
		published_precision: link.published_on === undefined ? 'day' : (link.precision ?? 'day'),
		starts_at: link.starts_at === undefined ? null : `${link.starts_at}T00:00:00Z`,
		all_day: link.starts_at !== undefined,
		is_mirror: isCopy,
		// A link that the notes name stands for itself: its own page is the public source.
		source_url: source.url ?? FOUNDING[link.slug]?.source ?? (isMirror(link.url) ? null : link.url),
		note: joinNotes(
			link.note,
			isCopy ? `Copy at ${new URL(link.url).hostname.replace(/^www\./, '')}.` : null,
			source.url === null || isMirror(link.url) ? null : source.note
		),
		status: isMirror(link.url) && FOUNDING[link.slug] === undefined ? 'draft' : 'published'
	};
}

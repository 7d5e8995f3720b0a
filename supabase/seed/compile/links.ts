import type { Inputs, LinkFact } from './inputs.ts';
import { isMirror, joinNotes, publicSource } from './sources.ts';
import type { Cell, Table } from './table.ts';

/** The library: links, what they are about, and who made or hosted them. */
export function linkTables({ movement }: Inputs): Table[] {
	return [
		{
			name: 'learning_links',
			columns: [
				'slug', 'url', 'title', 'kind', 'publisher', 'published_on', 'published_precision', 'starts_at', 'all_day',
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

/** Known by title and publisher only; it waits for its address. */
const RADIX_POST: Record<string, Cell> = {
	slug: 'when-services-dont-help-they-hurt',
	title: "When services don't help, they hurt",
	kind: 'post',
	publisher: 'Radix',
	published_precision: 'day',
	all_day: false,
	is_mirror: false,
	note: 'Known by title and publisher: not shown until its address on radixuk.org is found.',
	status: 'draft'
};

function linkRow(link: LinkFact): Record<string, Cell> {
	const source = publicSource(link.source, []);
	const isCopy = isMirror(link.url) || / \(copy\)$/.test(link.publisher);
	return {
		slug: link.slug,
		url: link.url,
		title: link.title,
		kind: link.kind,
		publisher: link.publisher.replace(/ \(copy\)$/, ''),
		published_on: link.published_on ?? null,
		published_precision: link.published_on === undefined ? 'day' : (link.precision ?? 'day'),
		starts_at: link.starts_at === undefined ? null : `${link.starts_at}T00:00:00Z`,
		all_day: link.starts_at !== undefined,
		is_mirror: isCopy,
		// A link that the notes name stands for itself: its own page is the public source.
		source_url: source.url ?? (isMirror(link.url) ? null : link.url),
		note: joinNotes(
			link.note,
			isCopy ? `Copy at ${new URL(link.url).hostname.replace(/^www\./, '')}.` : null,
			source.url === null || isMirror(link.url) ? null : source.note
		),
		status: isMirror(link.url) ? 'draft' : 'published'
	};
}

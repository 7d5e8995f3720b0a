import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type {
	DocumentEdge,
	DocumentField,
	DocumentSpell,
	NetworkDocument
} from '#lib/exchange/network-document.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { EDGE_KINDS, NODE_TYPES } from '#lib/view/network-data.ts';
import { networkPicture } from '#lib/view/network-picture.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import { listPresences } from '#lib/view/presence.ts';
import type { View } from '#lib/view/view.ts';

const NODE_FIELDS: DocumentField[] = [
	{ name: 'type', title: 'Type', type: 'string' },
	{ name: 'kind', title: 'Kind', type: 'string' },
	{ name: 'region', title: 'Region', type: 'string' },
	{ name: 'practices', title: 'Practices', type: 'integer' },
	{ name: 'latitude', title: 'Latitude', type: 'double' },
	{ name: 'longitude', title: 'Longitude', type: 'double' },
	{ name: 'is_sample', title: 'Sample', type: 'boolean' },
	{ name: 'page', title: 'Page', type: 'string' }
];
const EDGE_FIELDS: DocumentField[] = [
	{ name: 'inferred', title: 'Inferred', type: 'boolean' },
	{ name: 'source_url', title: 'Stated in', type: 'string' }
];
const THING_COLOUR = '#1d2528';

/**
 * A view's network over all its time as one document for every format. The date of the view is not
 * applied: files that carry time carry all of it, the others the first and last day of each row.
 */
export function networkDocument(
	atlas: Atlas,
	view: View,
	choice: NetworkChoice,
	origin: string,
	search: string
): NetworkDocument {
	const picture = networkPicture(atlas, view, choice);
	const { nodes, texts } = picture;
	const presences = listPresences(atlas, { ...view, date: null });
	const spellsOf = new Map<string, DocumentSpell[]>();
	for (let at = 0; at < presences.count; at += 1) {
		const slug = atlas.organisations.slug[presences.organisation[at]!]!;
		const spell = spellBetween(presences.from[at]!, presences.to[at]!);
		if (spell !== null) spellsOf.set(slug, [...(spellsOf.get(slug) ?? []), spell]);
	}
	const invented = atlas.organisations.isSample.some((one) => one === 1) && view.network !== null;
	return {
		title: 'Goodways network',
		description: `Every node and link of the view, on whatever date, with the days on which each is there. ${invented ? 'May hold sample data, marked as such. ' : ''}As of ${isoDay(atlas.asOf)}.`,
		asOf: isoDay(atlas.asOf),
		address: `${origin}/network${search}`,
		nodeFields: NODE_FIELDS,
		edgeFields: EDGE_FIELDS,
		nodes: Array.from({ length: nodes.count }, (_, node) => {
			const key = texts.key[node]!;
			const kind = ORGANISATION_KINDS[nodes.kind[node]!];
			const row = kind === undefined ? undefined : atlas.index.organisationBySlug.get(key);
			const coordinate = (values: Float64Array): number | null => {
				const value = row === undefined ? NaN : values[row]!;
				return Number.isNaN(value) ? null : value;
			};
			return {
				id: key,
				label: texts.label[node]!,
				spells: spellsOf.get(key) ?? [],
				values: [
					NODE_TYPES[nodes.type[node]!]!,
					kind ?? null,
					picture.regions[nodes.region[node]!] ?? null,
					kind === undefined ? null : nodes.practices[node]!,
					coordinate(atlas.organisations.lat),
					coordinate(atlas.organisations.lon),
					row === undefined ? null : atlas.organisations.isSample[row] === 1,
					origin + texts.href[node]!
				],
				colour: kind === undefined ? THING_COLOUR : KIND_STYLES[kind].light,
				at: null
			};
		}),
		edges: documentEdges(picture)
	};
}

/** Links with those of one kind between one pair put together: one edge with several spells. */
function documentEdges({ links, texts }: NetworkPicture): DocumentEdge[] {
	const byName = new Map<string, DocumentEdge>();
	for (let link = 0; link < links.count; link += 1) {
		const [source, target] = [texts.key[links.source[link]!]!, texts.key[links.target[link]!]!];
		const kind = EDGE_KINDS[links.kind[link]!]!;
		const isDirected = links.directed[link] === 1;
		const name = `${source} ${kind} ${target} ${isDirected}`;
		const spell = spellBetween(links.from[link]!, links.to[link]!);
		const known = byName.get(name);
		if (known === undefined) {
			byName.set(name, {
				id: String(byName.size),
				source,
				target,
				kind,
				isDirected,
				weight: Math.round(links.weight[link]! * 1e6) / 1e6,
				spells: spell === null ? [] : [spell],
				values: [links.inferred[link] === 1, texts.sourceUrl[link] ?? null]
			});
		} else if (spell === null || known.spells.length === 0) known.spells = [];
		else if (!known.spells.some(({ from, to }) => from === spell.from && to === spell.to))
			known.spells.push(spell);
	}
	return [...byName.values()];
}

/** Days of a presence, both included; null where it is there always. */
function spellBetween(from: number, to: number): DocumentSpell | null {
	if (from === ALWAYS_BEFORE && to === ALWAYS_AFTER) return null;
	return {
		from: from === ALWAYS_BEFORE ? null : isoDay(from),
		to: to === ALWAYS_AFTER ? null : isoDay(to - 1)
	};
}

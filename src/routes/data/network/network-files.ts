import { KIND_STYLES } from '#lib/charts/kind-style.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { isoDay } from '#lib/domain/day.ts';
import { ORGANISATION_KINDS } from '#lib/domain/vocabulary.ts';
import type { DocumentField, DocumentValue, NetworkDocument } from '#lib/exchange/network-document.ts';
import { placesOfLayout } from '#lib/network/layout-places.ts';
import type { Ground } from '#lib/server/answers/serve-answers.ts';
import { layoutStart } from '#lib/network/layout-start.ts';
import { NODE_FIGURES } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';
import { NODE_TYPES } from '#lib/view/network-data.ts';
import { spellsOf } from '#lib/view/node-spells.ts';
import { dateWindow } from '#lib/view/date-window.ts';
import type { View } from '#lib/view/view.ts';
import { FIGURE_WORDS } from '../../network/figure-words.ts';
import { MOST_FOR_FILE, measuredPicture } from '../../network/network-frame.ts';
import type { MeasuredNetwork } from '../../network/network-frame.ts';
import { placesOf } from '../../network/network-places.ts';
import { EDGE_FIELDS, documentEdges, documentSpells } from './document-edges.ts';
import { select } from '#lib/view/selection.ts';

const NODE_FIELDS: DocumentField[] = [
	// Not `type`: sigma draws by an attribute of that name, and igraph takes it for the side of a two-sided graph.
	{ name: 'node_type', title: 'Type', type: 'string' },
	{ name: 'kind', title: 'Kind', type: 'string' },
	{ name: 'region', title: 'Region', type: 'string' },
	{ name: 'latitude', title: 'Latitude', type: 'double' },
	{ name: 'longitude', title: 'Longitude', type: 'double' },
	{ name: 'is_sample', title: 'Sample', type: 'boolean' },
	{ name: 'page', title: 'Page', type: 'string' },
	{ name: 'component', title: 'Connected part', type: 'integer' },
	{ name: 'community', title: 'Community', type: 'integer' },
	...NODE_FIGURES.map((figure): DocumentField => {
		const type = figure === 'since' ? 'string' : 'double';
		return { name: figure.replaceAll('-', '_'), title: FIGURE_WORDS[figure].label, type };
	})
];
const THING_COLOUR = '#1d2528';

export interface NetworkFileAsked {
	view: View;
	choice: NetworkChoice;
	/** Before the path of each node's page. */
	origin: string;
	/** Of the picture. */
	address: string;
}

/**
 * A view's network over all its time as one document for every format. Files that carry time carry all of
 * it, the others the first and last day of each row; figures, and whom the filters of the choice leave, are
 * of the view's date. Nodes stand where the picture has them, pins included.
 */
export function readNetworkDocument(
	{ atlas }: Pick<Ground, 'atlas'>,
	{ view, choice, origin, address }: NetworkFileAsked
): NetworkDocument {
	const measured = measuredPicture(select(atlas, view), choice, NODE_FIGURES, MOST_FOR_FILE);
	const { picture, moment, isTooLarge } = measured;
	const { nodes, texts } = picture;
	const isFiltered = hasFilters(choice);
	const isKept = (node: number): boolean => !isFiltered || moment.drawn.nodes[node] === 1;
	const places = isTooLarge ? null : placesInPicture(measured, choice);
	const kept = Array.from({ length: nodes.count }, (_, node) => node).filter(isKept);
	return {
		title: 'Goodways network',
		description: descriptionOf(atlas, view, isFiltered, isTooLarge),
		asOf: isoDay(atlas.asOf),
		address,
		nodeFields: NODE_FIELDS,
		edgeFields: EDGE_FIELDS,
		nodes: kept.map((node) => {
			const kind = ORGANISATION_KINDS[nodes.kind[node]!];
			return {
				id: texts.key[node]!,
				label: texts.label[node]!,
				spells: documentSpells(spellsOf(nodes.spells, node).map(({ from, to }) => [from, to])),
				values: valuesOf(atlas, measured, node, origin),
				colour: kind === undefined ? THING_COLOUR : KIND_STYLES[kind].light,
				at: places === null ? null : { x: places[2 * node]!, y: places[2 * node + 1]! }
			};
		}),
		edges: documentEdges(picture, isKept)
	};
}

/** One value for each of `NODE_FIELDS`. */
function valuesOf(
	atlas: Atlas,
	{ picture, moment }: MeasuredNetwork,
	node: number,
	origin: string
): DocumentValue[] {
	const { nodes, texts, regions } = picture;
	const { organisations, index } = atlas;
	const kind = ORGANISATION_KINDS[nodes.kind[node]!];
	const row = kind === undefined ? undefined : index.organisationBySlug.get(texts.key[node]!);
	const coordinate = (values: Float64Array): number | null =>
		row === undefined || Number.isNaN(values[row]!) ? null : values[row]!;
	const group = (number: number): number | null => (number < 0 ? null : number + 1);
	return [
		NODE_TYPES[nodes.type[node]!]!,
		kind ?? null,
		regions[nodes.region[node]!] ?? null,
		coordinate(organisations.lat),
		coordinate(organisations.lon),
		row === undefined ? null : organisations.isSample[row] === 1,
		origin + texts.href[node]!,
		group(moment.component[node]!),
		group(moment.community[node]!),
		...NODE_FIGURES.map((figure) => {
			const value = moment.figures[figure]?.[node] ?? NaN;
			if (Number.isNaN(value)) return null;
			return figure === 'since' ? isoDay(value) : value;
		})
	];
}

function hasFilters({ least, core, component, community, isLoneHidden }: NetworkChoice): boolean {
	return least + core + component + community > 0 || isLoneHidden;
}

/** Places of the layout of the page, with what the reader pinned where they put it. */
function placesInPicture({ picture }: MeasuredNetwork, choice: NetworkChoice): Float32Array | null {
	const nodeOf = new Map(picture.texts.key.map((key, node) => [key, node]));
	const centre = choice.layout === 'rings' && choice.node !== null ? nodeOf.get(choice.node) : undefined;
	const { positions } = placesOfLayout(layoutStart(picture, choice.layout, centre ?? null));
	return placesOf(positions, nodeOf, choice.pins, null);
}

function descriptionOf(atlas: Atlas, view: View, isFiltered: boolean, isTooLarge: boolean): string {
	const day = isoDay(dateWindow(view, atlas.asOf).day);
	const invented = view.network !== null && atlas.organisations.isSample.some((one) => one === 1);
	return [
		isFiltered
			? `The nodes that the filters leave on ${day} and the links between them, with all the days on which each is there.`
			: 'Every node and link of the view, on whatever date, with the days on which each is there.',
		`Figures, connected parts and communities are of ${day}.`,
		isTooLarge ? 'Too large here for places, communities and the figures that look at every pair.' : '',
		invented ? 'May hold sample data, marked as such.' : '',
		`As of ${isoDay(atlas.asOf)}.`
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

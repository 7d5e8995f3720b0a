import type { Atlas } from '#lib/domain/atlas.ts';
import { adoptionDates } from './adoption-dates.ts';
import { ALWAYS_BEFORE } from './intervals.ts';
import type { PictureChoice, Projection } from './network-choice.ts';
import { NODE_TYPES } from './network-data.ts';
import type { EdgeKind, LinkDays, NodeType } from './network-data.ts';
import { networkData } from './network-of-view.ts';
import type { LearningFilter } from './network-of-view.ts';
import { shapeNetwork } from './network-projection.ts';
import type { NodeSpells } from './node-spells.ts';
import { practiceDays, stageStates, statusStates } from './node-states.ts';
import type { NodeDays, NodeStates } from './node-states.ts';
import type { Selection } from './selection.ts';
import type { Holdings } from './shared-things.ts';

/**
 * All that a network can show of a view, on any date: nodes and links as columns that can be copied to
 * a worker, and texts in columns of their own.
 */
export interface NetworkPicture {
	nodes: PictureNodes;
	links: PictureLinks;
	texts: PictureTexts;
	/** Names of the regions that `nodes.region` points at. */
	regions: string[];
	/** Who holds what two are tied by; empty where nothing is projected. */
	holdings: Holdings;
	/** Days of the links that lead out of the view, and so are in no picture. */
	outside: LinkDays;
}

/** The columns of a picture that can be measured; texts stay on the page. */
export type MeasuredPicture = Omit<NetworkPicture, 'texts'>;

export interface PictureNodes {
	count: number;
	/** Position in `NODE_TYPES`. */
	type: Uint8Array;
	/** Position in `ORGANISATION_KINDS`, −1 for what is no organisation. */
	kind: Int8Array;
	/** Position in `regions`, −1 where none is known. */
	region: Int16Array;
	/** When each does a practice, as the view counts: see `practiceDays`. */
	practices: NodeDays;
	/** When each is there. */
	spells: NodeSpells;
	/** First adoption, or own date, by `adoptionDates`; `ALWAYS_BEFORE` where none is on record. */
	adoptedOn: Int32Array;
	/** Membership in the view's network, and stages of the view's practices. */
	status: NodeStates;
	stage: NodeStates;
	/** Place on the map as x and y, interleaved, y downwards (degrees, shrunk by latitude); NaN unknown. */
	anchors: Float32Array;
}

export interface PictureLinks extends LinkDays {
	count: number;
	source: Int32Array;
	target: Int32Array;
	/** Position in `EDGE_KINDS`. */
	kind: Uint8Array;
	directed: Uint8Array;
	inferred: Uint8Array;
	/** Strength (> 0) over all its days; `weightsIn` has that on a date. */
	weight: Float32Array;
	/** What both ends share, a place in `texts.thing`; −1 where a link is for no thing. */
	thing: Int32Array;
}

export interface PictureTexts {
	/** Stable name of each node in addresses. */
	key: string[];
	label: string[];
	/** Page of each node. */
	href: string[];
	/** Where each link is stated, or null. */
	sourceUrl: (string | null)[];
	/** Names of what is shared in a projection. */
	thing: string[];
}

/** Middle of the British Isles, at which a degree of longitude is shrunk to its length. */
const MIDDLE_LATITUDE = 54.5;

/** What a projection is made from, whichever links are switched on. */
const PROJECTED_FROM: Partial<Record<Projection, readonly EdgeKind[]>> = {
	'shared-practice': ['does'],
	'shared-event': ['attended', 'made or hosted'],
	'learnt-from': ['learnt from']
};

/** Those who met at an event share it; who passed a report on has not met its other readers. */
const isGathering: LearningFilter = (link, role) =>
	(link.kind === 'event' || link.kind === 'webinar') && role !== 'shared';

/** The network of a selection, whatever its date. */
export function networkPicture(selection: Selection, choice: PictureChoice): NetworkPicture {
	const { atlas, view } = selection;
	const kinds = new Set(PROJECTED_FROM[choice.projection] ?? choice.links);
	const filter = choice.projection === 'shared-event' ? isGathering : undefined;
	const data = networkData(selection, kinds, filter);
	const dateOf = adoptionDates(selection);
	const own = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	// Everybody in a network's own view belongs to it: its node would tie all to one middle and say nothing.
	const isOwn = (node: number): boolean =>
		NODE_TYPES[data.nodes.type[node]!] === 'network' && data.nodes.row[node] === own;
	const shaped = shapeNetwork(data, choice, isOwn);
	const { nodes, edges } = shaped;
	const { organisations, areas } = atlas;
	const organisationOf = (node: number): number =>
		NODE_TYPES[nodes.type[node]!] === 'organisation' ? nodes.row[node]! : -1;
	const regions = [...new Set(areas.map(({ region }) => region))].sort((a, b) => a.localeCompare(b, 'en-GB'));
	const each = Array.from({ length: nodes.count }, (_, node) => organisationOf(node));
	const shrink = Math.cos((MIDDLE_LATITUDE * Math.PI) / 180);
	return {
		nodes: {
			count: nodes.count,
			type: nodes.type,
			kind: Int8Array.from(each, (row) => (row < 0 ? -1 : organisations.kind[row]!)),
			region: Int16Array.from(each, (row) => {
				const area = row < 0 ? -1 : organisations.area[row]!;
				return area < 0 ? -1 : regions.indexOf(areas[area]!.region);
			}),
			practices: practiceDays(selection, each),
			spells: nodes.spells,
			adoptedOn: Int32Array.from(
				nodes.row,
				(row, node) => dateOf(NODE_TYPES[nodes.type[node]!]!, row) ?? ALWAYS_BEFORE
			),
			status: statusStates(selection, each),
			stage: stageStates(selection, each),
			anchors: Float32Array.from(
				each.flatMap((row) =>
					row < 0 ? [NaN, NaN] : [organisations.lon[row]! * shrink, -organisations.lat[row]!]
				)
			)
		},
		links: {
			count: edges.count,
			source: edges.source,
			target: edges.target,
			kind: edges.kind,
			directed: edges.directed,
			inferred: edges.inferred,
			weight: shaped.weight,
			thing: shaped.thing,
			from: edges.from,
			to: edges.to,
			begun: edges.begun
		},
		texts: {
			key: Array.from(nodes.row, (row, node) => nodeKey(atlas, NODE_TYPES[nodes.type[node]!]!, row)),
			label: nodes.label,
			href: Array.from(nodes.row, (row, node) => nodeHref(atlas, NODE_TYPES[nodes.type[node]!]!, row)),
			sourceUrl: edges.sourceUrl,
			thing: shaped.things
		},
		regions,
		holdings: shaped.holdings,
		outside: shaped.outside
	};
}

/** Name of a node in addresses and files: an organisation's slug, another's with its type before it. */
export function nodeKey(atlas: Atlas, type: NodeType, row: number): string {
	switch (type) {
		case 'organisation':
			return atlas.organisations.slug[row]!;
		case 'practice':
			return `practice.${atlas.practices[row]!.slug}`;
		case 'learning link':
			return `link.${atlas.links[row]!.slug}`;
		case 'network':
			return `network.${atlas.networks[row]!.slug}`;
	}
}

function nodeHref(atlas: Atlas, type: NodeType, row: number): string {
	switch (type) {
		case 'organisation':
			return `/organisations/${atlas.organisations.slug[row]!}`;
		case 'practice':
			return `/practices/${atlas.practices[row]!.slug}`;
		case 'learning link':
			return `/learning/${atlas.links[row]!.slug}`;
		case 'network':
			return `/organisations?network=${atlas.networks[row]!.slug}`;
	}
}

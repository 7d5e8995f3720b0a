import type { DocumentEdge, DocumentField, NetworkDocument } from './network-document.ts';

/**
 * How a file tells which links have a direction:
 * - `one`: the whole file has one; without direction as soon as any of its links has none;
 * - `arrows`: every link has one, and a link that has none stands twice, once each way;
 * - `each`: every link has its own, which few readers take.
 */
export const FILE_DIRECTIONS = ['one', 'arrows', 'each'] as const;
export type FileDirection = (typeof FILE_DIRECTIONS)[number];

/** A network whose links are ready to be written, with the direction of the file as a whole. */
export interface DirectedDocument extends NetworkDocument {
	isDirected: boolean;
}

/** What a link says of its own direction, whatever the file as a whole says. */
const DIRECTION_FIELDS: DocumentField[] = [
	{ name: 'is_directed', title: 'Has a direction', type: 'boolean' },
	{ name: 'from_id', title: 'Leads from', type: 'string' },
	{ name: 'to_id', title: 'Leads to', type: 'string' }
];

/**
 * A network whose links go as a file of the asked direction has them. Each of them says its own direction in
 * three fields more, since readers of a graph without direction may turn its ends round.
 *
 * A network without links counts as one that could have directions.
 */
export function directDocument(network: NetworkDocument, direction: FileDirection): DirectedDocument {
	const { edges } = network;
	// Readers that pass over what a single link says must not make it one-way: undirected is the safer whole.
	const isDirected = direction === 'arrows' || edges.every((edge) => edge.isDirected);
	return {
		...network,
		isDirected,
		edgeFields: [...network.edgeFields, ...DIRECTION_FIELDS],
		edges: edges.flatMap((edge) => {
			const { source, target } = edge;
			const own = edge.isDirected ? [true, source, target] : [false, null, null];
			const written: DocumentEdge = {
				...edge,
				isDirected: direction === 'each' ? edge.isDirected : isDirected,
				values: [...edge.values, ...own]
			};
			const isTwice = direction === 'arrows' && !edge.isDirected && source !== target;
			return isTwice
				? [written, { ...written, id: `${edge.id}-back`, source: target, target: source }]
				: [written];
		})
	};
}

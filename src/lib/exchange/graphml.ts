import { directDocument } from './edge-direction.ts';
import type { FileDirection } from './edge-direction.ts';
import { spanOf, xmlText } from './network-document.ts';
import type { DocumentField, DocumentValue, NetworkDocument } from './network-document.ts';

// Names that igraph, Gephi Lite and others draw by: label, color, x, y, weight.
const NODE_TIMES: DocumentField[] = [
	{ name: 'label', title: 'Label', type: 'string' },
	{ name: 'start', title: 'First day', type: 'string' },
	{ name: 'end', title: 'Last day', type: 'string' },
	{ name: 'color', title: 'Colour', type: 'string' },
	{ name: 'x', title: 'x', type: 'double' },
	{ name: 'y', title: 'y', type: 'double' }
];
const EDGE_TIMES: DocumentField[] = [
	{ name: 'kind', title: 'Kind', type: 'string' },
	{ name: 'weight', title: 'Weight', type: 'double' },
	{ name: 'start', title: 'First day', type: 'string' },
	{ name: 'end', title: 'Last day', type: 'string' }
];
const TYPES = { string: 'string', double: 'double', integer: 'int', boolean: 'boolean' } as const;

/**
 * A network as GraphML. The format knows no time, so the first and last day stand as attributes;
 * gaps between spells are lost. Places have y upwards, as readers draw them.
 *
 * @returns well-formed XML, whatever the texts hold
 *
 * Source: graphml.graphdrawing.org, primer; keys come before the graph.
 */
export function printGraphml(network: NetworkDocument, direction: FileDirection = 'one'): string {
	const { nodes, edges, isDirected: isDirectedGraph, ...rest } = directDocument(network, direction);
	const nodeFields = [...NODE_TIMES, ...rest.nodeFields];
	const edgeFields = [...EDGE_TIMES, ...rest.edgeFields];
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
		...keysXml('node', nodeFields),
		...keysXml('edge', edgeFields),
		`<graph id="network" edgedefault="${isDirectedGraph ? 'directed' : 'undirected'}">`,
		`<desc>${xmlText(`${network.title}. ${network.description} ${network.address}`)}</desc>`,
		...nodes.map(({ id, label, spells, values, colour, at }) => {
			const { from, to } = spanOf(spells);
			return `<node id="${xmlText(id)}">${dataXml('node', nodeFields, [label, from, to, colour, at?.x ?? null, at === null ? null : -at.y, ...values])}</node>`;
		}),
		...edges.map(({ id, source, target, kind, isDirected, weight, spells, values }) => {
			const { from, to } = spanOf(spells);
			const ends = `id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}"`;
			const direction = isDirected === isDirectedGraph ? '' : ` directed="${isDirected}"`;
			return `<edge ${ends}${direction}>${dataXml('edge', edgeFields, [kind, weight, from, to, ...values])}</edge>`;
		}),
		'</graph>',
		'</graphml>\n'
	].join('\n');
}

function keysXml(group: 'node' | 'edge', fields: readonly DocumentField[]): string[] {
	return fields.map(
		({ name, type }) =>
			`<key id="${group}-${xmlText(name)}" for="${group}" attr.name="${xmlText(name)}" attr.type="${TYPES[type]}"/>`
	);
}

function dataXml(
	group: 'node' | 'edge',
	fields: readonly DocumentField[],
	values: readonly DocumentValue[]
): string {
	return fields
		.map(({ name }, at) => {
			const value = values[at] ?? null;
			return value === null ? '' : `<data key="${group}-${xmlText(name)}">${xmlText(String(value))}</data>`;
		})
		.join('');
}

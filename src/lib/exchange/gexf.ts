import { directDocument } from './edge-direction.ts';
import type { FileDirection } from './edge-direction.ts';
import { xmlText } from './network-document.ts';
import type { DocumentField, DocumentSpell, DocumentValue, NetworkDocument } from './network-document.ts';

/** The format tells parallel edges apart by their XML attribute `kind`, which many readers drop. */
const KIND: DocumentField = { name: 'kind', title: 'Kind', type: 'string' };

/**
 * A network as GEXF 1.3 with its time: every node and edge carries the days on which it is there,
 * both included, as one `start`–`end` or as several `spells`.
 *
 * An attribute is known by the name of its field, since Gephi Lite and graphology show that and not the title.
 *
 * @returns well-formed XML, whatever the texts hold
 *
 * Source: gexf.net/1.3; intervals as in the 1.3 primer.
 */
export function printGexf(network: NetworkDocument, direction: FileDirection = 'one'): string {
	const {
		nodes,
		edges,
		nodeFields,
		isDirected: isDirectedGraph,
		...rest
	} = directDocument(network, direction);
	const edgeFields = [KIND, ...rest.edgeFields];
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
		`<meta lastmodifieddate="${xmlText(network.asOf)}"><creator>Goodways</creator><description>${xmlText(
			`${network.title}. ${network.description} ${network.address}`
		)}</description></meta>`,
		`<graph mode="dynamic" defaultedgetype="${directionWord(isDirectedGraph)}" timeformat="date" timerepresentation="interval">`,
		attributesXml('node', nodeFields),
		attributesXml('edge', edgeFields),
		'<nodes>',
		...nodes.map(({ id, label, spells, values, colour, at }) =>
			elementXml('node', { id, label }, spells, [
				valuesXml(nodeFields, values),
				colourXml(colour),
				at === null ? '' : `<viz:position x="${number(at.x)}" y="${number(-at.y)}" z="0"/>`
			])
		),
		'</nodes>',
		'<edges>',
		...edges.map(({ id, source, target, kind, isDirected, weight, spells, values }) =>
			elementXml(
				'edge',
				{
					id,
					source,
					target,
					kind,
					...(isDirected === isDirectedGraph ? {} : { type: directionWord(isDirected) }),
					weight: number(weight)
				},
				spells,
				[valuesXml(edgeFields, [kind, ...values])]
			)
		),
		'</edges>',
		'</graph>',
		'</gexf>\n'
	]
		.filter((line) => line !== '')
		.join('\n');
}

function directionWord(isDirected: boolean): string {
	return isDirected ? 'directed' : 'undirected';
}

function attributesXml(group: 'node' | 'edge', fields: readonly DocumentField[]): string {
	if (fields.length === 0) return '';
	const lines = fields.map(
		({ name, title, type }) => `<attribute id="${xmlText(name)}" title="${xmlText(title)}" type="${type}"/>`
	);
	return `<attributes class="${group}" mode="static">\n${lines.join('\n')}\n</attributes>`;
}

function valuesXml(fields: readonly DocumentField[], values: readonly DocumentValue[]): string {
	const known = fields.flatMap(({ name }, at) => {
		const value = values[at] ?? null;
		return value === null ? [] : [`<attvalue for="${xmlText(name)}" value="${xmlText(String(value))}"/>`];
	});
	return known.length === 0 ? '' : `<attvalues>${known.join('')}</attvalues>`;
}

function elementXml(
	name: 'node' | 'edge',
	attributes: Record<string, string>,
	spells: readonly DocumentSpell[],
	children: readonly string[]
): string {
	const open = spells.length === 1 ? times(spells[0]!) : '';
	const several =
		spells.length > 1 ? `<spells>${spells.map((spell) => `<spell${times(spell)}/>`).join('')}</spells>` : '';
	const pairs = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${xmlText(value)}"`)
		.join('');
	// The schema wants values, then spells, then what belongs to drawing.
	const [values = '', ...drawing] = children;
	const inside = [values, several, ...drawing].join('');
	return inside === '' ? `<${name}${pairs}${open}/>` : `<${name}${pairs}${open}>${inside}</${name}>`;
}

/** Both spellings of 1.3, since older readers know the numbers only. */
function colourXml(hex: string): string {
	const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
	return `<viz:color r="${r}" g="${g}" b="${b}" hex="${xmlText(hex)}"/>`;
}

function times({ from, to }: DocumentSpell): string {
	return (from === null ? '' : ` start="${from}"`) + (to === null ? '' : ` end="${to}"`);
}

function number(value: number): string {
	return String(Math.round(value * 1e6) / 1e6);
}

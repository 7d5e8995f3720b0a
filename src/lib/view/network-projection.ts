import { EDGE_KINDS, NODE_TYPES } from './network-data.ts';
import type { NetworkData, NetworkEdges } from './network-data.ts';
import type { PictureChoice } from './network-choice.ts';

/** A network after it was narrowed, with the strength of each link and what was passed over. */
export interface ShapedNetwork extends NetworkData {
	/** Strength of each link (> 0). */
	weight: Float32Array;
	/** Things that too many share to say anything of two of them: how many hold each. */
	tooCommon: { label: string; holders: number }[];
}

/**
 * Held by more than this, a thing ties nobody in a projection: three hundred councils that declared
 * the same thing are 45,000 pairs, and none of them has met for it.
 */
export const MOST_HOLDERS = 60;

const ORGANISATION = NODE_TYPES.indexOf('organisation');
const LEARNT_FROM = EDGE_KINDS.indexOf('learnt from');

/**
 * Narrows a network to the types of node that are wanted, or turns it into one of organisations only:
 * two are tied for each thing that both hold, with a strength of 1 / (n − 1) where n hold it, while
 * both do.
 *
 * @param isLeftOut nodes that are dropped beside those of unwanted types
 *
 * Source of the weight: Newman, Scientific collaboration networks II, Physical Review E 64 (2001).
 */
export function shapeNetwork(
	data: NetworkData,
	choice: PictureChoice,
	isLeftOut: (node: number) => boolean = () => false
): ShapedNetwork {
	const shaped =
		choice.projection === 'everything'
			? withoutTypes(data, choice, isLeftOut)
			: choice.projection === 'learnt-from'
				? onlyLearnt(data)
				: projected(
						data,
						choice.projection === 'shared-practice' ? ['does'] : ['attended', 'made or hosted']
					);
	return choice.isLoneHidden ? withoutLone(shaped) : shaped;
}

function withoutTypes(
	data: NetworkData,
	{ hidden }: PictureChoice,
	isLeftOut: (node: number) => boolean
): ShapedNetwork {
	const weighed = { ...data, weight: new Float32Array(data.edges.count).fill(1), tooCommon: [] };
	const hiddenTypes = new Set(hidden.map((type) => NODE_TYPES.indexOf(type)));
	return keepNodes(weighed, (node) => !hiddenTypes.has(data.nodes.type[node]!) && !isLeftOut(node));
}

function onlyLearnt(data: NetworkData): ShapedNetwork {
	const kept = Array.from(data.edges.kind.keys()).filter((edge) => data.edges.kind[edge] === LEARNT_FROM);
	const network = { ...data, edges: takeEdges(data.edges, kept) };
	return keepNodes(
		{ ...network, weight: new Float32Array(kept.length).fill(1), tooCommon: [] },
		(node) => data.nodes.type[node] === ORGANISATION
	);
}

function projected(data: NetworkData, kinds: readonly (typeof EDGE_KINDS)[number][]): ShapedNetwork {
	const { nodes, edges } = data;
	const holding = new Set(kinds.map((kind) => EDGE_KINDS.indexOf(kind)));
	const byThing = new Map<number, number[]>();
	for (let edge = 0; edge < edges.count; edge += 1) {
		if (!holding.has(edges.kind[edge]!)) continue;
		const held = byThing.get(edges.target[edge]!);
		if (held === undefined) byThing.set(edges.target[edge]!, [edge]);
		else held.push(edge);
	}
	const tooCommon: ShapedNetwork['tooCommon'] = [];
	const pairs: { a: number; b: number; from: number; to: number; weight: number; inferred: number }[] = [];
	for (const [thing, held] of byThing) {
		const holders = new Set(held.map((edge) => edges.source[edge]!)).size;
		if (holders > MOST_HOLDERS) {
			tooCommon.push({ label: nodes.label[thing]!, holders });
			continue;
		}
		held.forEach((first, at) => {
			for (const second of held.slice(at + 1)) {
				const [a, b] = [edges.source[first]!, edges.source[second]!];
				const from = Math.max(edges.from[first]!, edges.from[second]!);
				const to = Math.min(edges.to[first]!, edges.to[second]!);
				if (a === b || from >= to) continue;
				pairs.push({
					a: Math.min(a, b),
					b: Math.max(a, b),
					from,
					to,
					weight: 1 / (holders - 1),
					inferred: edges.inferred[first]! | edges.inferred[second]!
				});
			}
		});
	}
	const kind = EDGE_KINDS.indexOf(kinds[0]!);
	return keepNodes(
		{
			nodes,
			edges: {
				count: pairs.length,
				source: Int32Array.from(pairs, ({ a }) => a),
				target: Int32Array.from(pairs, ({ b }) => b),
				kind: new Uint8Array(pairs.length).fill(kind),
				directed: new Uint8Array(pairs.length),
				inferred: Uint8Array.from(pairs, ({ inferred }) => inferred),
				from: Int32Array.from(pairs, ({ from }) => from),
				to: Int32Array.from(pairs, ({ to }) => to),
				sourceUrl: pairs.map(() => null)
			},
			weight: Float32Array.from(pairs, ({ weight }) => weight),
			tooCommon
		},
		(node) => nodes.type[node] === ORGANISATION
	);
}

function withoutLone(network: ShapedNetwork): ShapedNetwork {
	const isTied = new Uint8Array(network.nodes.count);
	for (let edge = 0; edge < network.edges.count; edge += 1) {
		const [source, target] = [network.edges.source[edge]!, network.edges.target[edge]!];
		if (source !== target) isTied[source] = isTied[target] = 1;
	}
	return keepNodes(network, (node) => isTied[node] === 1);
}

/** The nodes that are wanted and the links among them, numbered anew in their old order. */
function keepNodes(network: ShapedNetwork, isKept: (node: number) => boolean): ShapedNetwork {
	const { nodes, edges } = network;
	const placeOf = new Int32Array(nodes.count).fill(-1);
	const keptNodes: number[] = [];
	for (let node = 0; node < nodes.count; node += 1) {
		if (isKept(node)) placeOf[node] = keptNodes.push(node) - 1;
	}
	const keptEdges: number[] = [];
	for (let edge = 0; edge < edges.count; edge += 1) {
		if (placeOf[edges.source[edge]!]! >= 0 && placeOf[edges.target[edge]!]! >= 0) keptEdges.push(edge);
	}
	const taken = takeEdges(edges, keptEdges);
	return {
		nodes: {
			count: keptNodes.length,
			type: Uint8Array.from(keptNodes, (node) => nodes.type[node]!),
			row: Int32Array.from(keptNodes, (node) => nodes.row[node]!),
			label: keptNodes.map((node) => nodes.label[node]!),
			from: Int32Array.from(keptNodes, (node) => nodes.from[node]!),
			to: Int32Array.from(keptNodes, (node) => nodes.to[node]!)
		},
		edges: {
			...taken,
			source: taken.source.map((node) => placeOf[node]!),
			target: taken.target.map((node) => placeOf[node]!)
		},
		weight: Float32Array.from(keptEdges, (edge) => network.weight[edge]!),
		tooCommon: network.tooCommon
	};
}

function takeEdges(edges: NetworkEdges, kept: readonly number[]): NetworkEdges {
	return {
		count: kept.length,
		source: Int32Array.from(kept, (edge) => edges.source[edge]!),
		target: Int32Array.from(kept, (edge) => edges.target[edge]!),
		kind: Uint8Array.from(kept, (edge) => edges.kind[edge]!),
		directed: Uint8Array.from(kept, (edge) => edges.directed[edge]!),
		inferred: Uint8Array.from(kept, (edge) => edges.inferred[edge]!),
		from: Int32Array.from(kept, (edge) => edges.from[edge]!),
		to: Int32Array.from(kept, (edge) => edges.to[edge]!),
		sourceUrl: kept.map((edge) => edges.sourceUrl[edge] ?? null)
	};
}

import type { PictureChoice } from './network-choice.ts';
import { EDGE_KINDS, NODE_TYPES } from './network-data.ts';
import type { EdgeKind, NetworkData, NetworkEdges } from './network-data.ts';
import { nodeSpells, spellsOf } from './node-spells.ts';
import { NO_HOLDINGS, joinedHolding, sharingPairs } from './shared-things.ts';
import type { Holding, HoldingRecord, Holdings } from './shared-things.ts';

/** A network after it was narrowed, with the strength of each link and what it is for. */
export interface ShapedNetwork extends NetworkData {
	/** Strength of each link (> 0). */
	weight: Float32Array;
	/** The thing that both ends of a link share, a place in `things`; −1 where a link is for none. */
	thing: Int32Array;
	/** Names of the things that are shared. */
	things: string[];
	holdings: Holdings;
}

const ORGANISATION = NODE_TYPES.indexOf('organisation');
const LEARNT_FROM = EDGE_KINDS.indexOf('learnt from');

/**
 * Narrows a network to the types of node that are wanted, or turns it into one of organisations only:
 * two are tied for each thing that both hold, while both do.
 *
 * @param isLeftOut nodes that are dropped beside those of unwanted types
 */
export function shapeNetwork(
	data: NetworkData,
	{ projection, hidden }: PictureChoice,
	isLeftOut: (node: number) => boolean = () => false
): ShapedNetwork {
	switch (projection) {
		case 'everything': {
			const hiddenTypes = new Set(hidden.map((type) => NODE_TYPES.indexOf(type)));
			return keepNodes(plain(data), (node) => !hiddenTypes.has(data.nodes.type[node]!) && !isLeftOut(node));
		}
		case 'learnt-from': {
			const kept = Array.from(data.edges.kind.keys()).filter((edge) => data.edges.kind[edge] === LEARNT_FROM);
			const learnt = plain({ ...data, edges: takeEdges(data.edges, kept) });
			return keepNodes(learnt, (node) => data.nodes.type[node] === ORGANISATION);
		}
		case 'shared-practice':
			return projected(data, ['does']);
		case 'shared-event':
			return projected(data, ['attended', 'made or hosted']);
	}
}

function plain(data: NetworkData): ShapedNetwork {
	return {
		...data,
		weight: new Float32Array(data.edges.count).fill(1),
		thing: new Int32Array(data.edges.count).fill(-1),
		things: [],
		holdings: NO_HOLDINGS
	};
}

function projected(data: NetworkData, kinds: readonly [EdgeKind, ...EdgeKind[]]): ShapedNetwork {
	const { nodes } = data;
	const things = holdingsOf(data, kinds);
	const pairs = things.flatMap(({ holdings }, thing) =>
		sharingPairs(holdings).map((pair) => ({ ...pair, thing }))
	);
	const shaped: ShapedNetwork = {
		nodes,
		edges: {
			count: pairs.length,
			source: Int32Array.from(pairs, ({ a }) => a),
			target: Int32Array.from(pairs, ({ b }) => b),
			kind: new Uint8Array(pairs.length).fill(EDGE_KINDS.indexOf(kinds[0])),
			directed: new Uint8Array(pairs.length),
			inferred: Uint8Array.from(pairs, ({ inferred }) => (inferred ? 1 : 0)),
			from: Int32Array.from(pairs, ({ from }) => from),
			to: Int32Array.from(pairs, ({ to }) => to),
			begun: Uint8Array.from(pairs, ({ begun }) => begun),
			sourceUrl: pairs.map(() => null)
		},
		outside: data.outside,
		weight: Float32Array.from(pairs, ({ weight }) => weight),
		thing: Int32Array.from(pairs, ({ thing }) => thing),
		things: things.map(({ node }) => nodes.label[node]!),
		holdings: holdingColumns(things.map(({ holdings }) => holdings))
	};
	return keepNodes(shaped, (node) => nodes.type[node] === ORGANISATION);
}

/** Who holds each thing, an organisation once a thing, whether it hosted or attended or did both. */
function holdingsOf(
	{ edges }: NetworkData,
	kinds: readonly EdgeKind[]
): { node: number; holdings: Holding[] }[] {
	const wanted = new Set(kinds.map((kind) => EDGE_KINDS.indexOf(kind)));
	const byThing = new Map<number, Map<number, HoldingRecord[]>>();
	for (let edge = 0; edge < edges.count; edge += 1) {
		if (!wanted.has(edges.kind[edge]!)) continue;
		const [holder, thing] = [edges.source[edge]!, edges.target[edge]!];
		const holders = byThing.get(thing) ?? new Map<number, HoldingRecord[]>();
		byThing.set(thing, holders);
		const record: HoldingRecord = {
			from: edges.from[edge]!,
			to: edges.to[edge]!,
			begun: edges.begun[edge]!,
			inferred: edges.inferred[edge] === 1
		};
		holders.set(holder, [...(holders.get(holder) ?? []), record]);
	}
	return Array.from(byThing, ([node, holders]) => ({
		node,
		holdings: Array.from(holders, ([holder, records]) => joinedHolding(holder, records))
	}));
}

function holdingColumns(things: readonly (readonly Holding[])[]): Holdings {
	const rows = things.flatMap((holdings, thing) =>
		holdings.flatMap(({ holder, days }) =>
			days.flatMap((from, at) => (at % 2 === 0 ? [{ thing, holder, from, to: days[at + 1]! }] : []))
		)
	);
	return {
		thing: Int32Array.from(rows, ({ thing }) => thing),
		holder: Int32Array.from(rows, ({ holder }) => holder),
		from: Int32Array.from(rows, ({ from }) => from),
		to: Int32Array.from(rows, ({ to }) => to)
	};
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
		...network,
		nodes: {
			count: keptNodes.length,
			type: Uint8Array.from(keptNodes, (node) => nodes.type[node]!),
			row: Int32Array.from(keptNodes, (node) => nodes.row[node]!),
			label: keptNodes.map((node) => nodes.label[node]!),
			spells: nodeSpells(keptNodes.map((node) => spellsOf(nodes.spells, node)))
		},
		edges: {
			...taken,
			source: taken.source.map((node) => placeOf[node]!),
			target: taken.target.map((node) => placeOf[node]!)
		},
		weight: Float32Array.from(keptEdges, (edge) => network.weight[edge]!),
		thing: Int32Array.from(keptEdges, (edge) => network.thing[edge]!)
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
		begun: Uint8Array.from(kept, (edge) => edges.begun[edge]!),
		sourceUrl: kept.map((edge) => edges.sourceUrl[edge] ?? null)
	};
}

import type { Atlas } from '#lib/domain/atlas.ts';
import { EVER } from './lifetime.ts';
import { EDGE_KINDS, NODE_TYPES } from './network-data.ts';
import type { EdgeKind, NetworkData, NodeType } from './network-data.ts';
import { nodeSpells } from './node-spells.ts';
import type { Known } from './known-event.ts';
import type { Span } from './span.ts';

/** What is known of a link beside its ends. */
export interface EdgeFacts {
	/** First day, and first day no longer. */
	from: number;
	to: number;
	/** How the first day is known. */
	begun: Known;
	directed: boolean;
	inferred: boolean;
	sourceUrl: string | null;
}

type SpellStart = Omit<Span, 'ended'>;

/** Collects the nodes and links of a network, each node once. */
export class NetworkBuilder {
	readonly #atlas: Atlas;
	readonly #numberOf = new Map<string, number>();
	readonly #nodes: { type: number; row: number; label: string; spells: SpellStart[] }[] = [];
	readonly #edges: (EdgeFacts & { source: number; target: number; kind: number })[] = [];
	readonly #outside: EdgeFacts[] = [];

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	/** Adds one spell of an organisation; spells come by date. */
	organisation(row: number, spell: SpellStart): void {
		const known = this.find('organisation', row);
		if (known === null) this.#add('organisation', row, this.#atlas.organisations.name[row]!, [spell]);
		else this.#nodes[known]!.spells.push(spell);
	}

	/** The number of what is no organisation, added when it is new. */
	thing(type: Exclude<NodeType, 'organisation'>, row: number, label: string): number {
		return this.find(type, row) ?? this.#add(type, row, label, [EVER]);
	}

	find(type: NodeType, row: number): number | null {
		return this.#numberOf.get(`${type}:${row}`) ?? null;
	}

	/** Links two organisations by row; a link that leads out of the view is counted, not added. */
	between(from: number, to: number, kind: EdgeKind, facts: EdgeFacts): void {
		const [source, target] = [this.find('organisation', from), this.find('organisation', to)];
		if (source !== null && target !== null) this.edge(source, target, kind, facts);
		else if (source !== null || target !== null) this.#outside.push(facts);
	}

	edge(source: number, target: number, kind: EdgeKind, facts: EdgeFacts): void {
		this.#edges.push({ ...facts, source, target, kind: EDGE_KINDS.indexOf(kind) });
	}

	data(): NetworkData {
		const [nodes, edges] = [this.#nodes, this.#edges];
		return {
			nodes: {
				count: nodes.length,
				type: Uint8Array.from(nodes, ({ type }) => type),
				row: Int32Array.from(nodes, ({ row }) => row),
				label: nodes.map(({ label }) => label),
				spells: nodeSpells(nodes.map(({ spells }) => spells))
			},
			edges: {
				count: edges.length,
				source: Int32Array.from(edges, ({ source }) => source),
				target: Int32Array.from(edges, ({ target }) => target),
				kind: Uint8Array.from(edges, ({ kind }) => kind),
				directed: Uint8Array.from(edges, ({ directed }) => (directed ? 1 : 0)),
				inferred: Uint8Array.from(edges, ({ inferred }) => (inferred ? 1 : 0)),
				from: Int32Array.from(edges, ({ from }) => from),
				to: Int32Array.from(edges, ({ to }) => to),
				begun: Uint8Array.from(edges, ({ begun }) => begun),
				sourceUrl: edges.map(({ sourceUrl }) => sourceUrl)
			},
			outside: {
				from: Int32Array.from(this.#outside, ({ from }) => from),
				to: Int32Array.from(this.#outside, ({ to }) => to),
				begun: Uint8Array.from(this.#outside, ({ begun }) => begun)
			}
		};
	}

	#add(type: NodeType, row: number, label: string, spells: SpellStart[]): number {
		this.#numberOf.set(`${type}:${row}`, this.#nodes.length);
		return this.#nodes.push({ type: NODE_TYPES.indexOf(type), row, label, spells }) - 1;
	}
}

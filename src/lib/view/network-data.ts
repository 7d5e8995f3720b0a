import type { Atlas, SpellTable } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { CONFIDENCES, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { TieKind } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import type { Presences } from './presence.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { wantedPractices } from './row-filters.ts';
import type { View } from './view.ts';

export const NODE_TYPES = ['organisation', 'practice', 'learning link', 'network'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** Kinds of link between nodes: ties between organisations, and what ties them to other things. */
export const EDGE_KINDS = [
	...TIE_KINDS,
	'does',
	'belongs to',
	'attended',
	'made or hosted',
	'is about'
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** *Lies within* is geography, so it is in no picture and no metric unless asked for. */
export const USUAL_EDGES: readonly EdgeKind[] = EDGE_KINDS.filter(
	(kind) => kind !== 'lies within' && kind !== 'is about'
);

/** A view as a network: nodes and links as columns, each with the days on which it is there. */
export interface NetworkData {
	nodes: NetworkNodes;
	edges: NetworkEdges;
}

export interface NetworkNodes {
	count: number;
	/** Position in `NODE_TYPES`. */
	type: Uint8Array;
	/** Row in the atlas's table of that type. */
	row: Int32Array;
	label: string[];
	/** First day of the first presence, and first day after the last; as in presences. */
	from: Int32Array;
	to: Int32Array;
}

export interface NetworkEdges {
	count: number;
	source: Int32Array;
	target: Int32Array;
	/** Position in `EDGE_KINDS`. */
	kind: Uint8Array;
	/** 1: from source to target only. A learner points at whom it learnt from. */
	directed: Uint8Array;
	inferred: Uint8Array;
	from: Int32Array;
	to: Int32Array;
	sourceUrl: (string | null)[];
}

const INFERRED = CONFIDENCES.indexOf('inferred');
const LINK_EDGES: Record<string, EdgeKind> = {
	about: 'is about',
	attended: 'attended',
	made: 'made or hosted',
	hosted: 'made or hosted',
	shared: 'made or hosted'
};

/**
 * The network of a view: its organisations, and the practices, learning links and networks that the
 * chosen kinds of link tie them to. A node of those three is there only when something ties it.
 *
 * "Learnt from" is taken from adoptions and from ties, once a pair: an adoption's own record goes
 * before a tie. Links to anything outside the view are left out.
 *
 * @param presences of the same view, for any date
 */
export function networkData(
	atlas: Atlas,
	view: View,
	presences: Presences,
	kinds: ReadonlySet<EdgeKind>
): NetworkData {
	const build = new NetworkBuilder(atlas);
	for (let at = 0; at < presences.count; at += 1) {
		build.organisation(presences.organisation[at]!, presences.from[at]!, presences.to[at]!);
	}
	addTies(build, atlas, view, kinds);
	if (kinds.has('does')) addAdoptions(build, atlas, view);
	if (kinds.has('belongs to')) addMemberships(build, atlas, view);
	addLearningLinks(build, atlas, kinds);
	return build.data();
}

function addTies(build: NetworkBuilder, atlas: Atlas, view: View, kinds: ReadonlySet<EdgeKind>): void {
	const { adoptions, ties } = atlas;
	const practices = wantedPractices(atlas, view);
	const recorded = new Set<string>();
	if (kinds.has('learnt from')) {
		for (let row = 0; row < adoptions.count; row += 1) {
			const [learner, source] = [adoptions.organisation[row]!, adoptions.learnedFrom[row]!];
			if (source < 0 || !practices.has(adoptions.practice[row]!)) continue;
			const inferred = adoptions.learnedFromConfidence[row] === INFERRED;
			if ((view.statedOnly && inferred) || recorded.has(`${learner}>${source}`)) continue;
			recorded.add(`${learner}>${source}`);
			// What was learnt stays learnt, also after the practice has ended.
			build.between(learner, source, 'learnt from', {
				...times(adoptions, row),
				to: ALWAYS_AFTER,
				directed: true,
				inferred
			});
		}
	}
	for (let row = 0; row < ties.count; row += 1) {
		const kind: TieKind = TIE_KINDS[ties.kind[row]!]!;
		const [from, to] = [ties.from[row]!, ties.to[row]!];
		const inferred = ties.confidence[row] === INFERRED;
		if (!kinds.has(kind) || (view.statedOnly && inferred)) continue;
		if (kind === 'learnt from' && recorded.has(`${from}>${to}`)) continue;
		build.between(from, to, kind, { ...times(ties, row), directed: ties.directed[row] === 1, inferred });
	}
}

function addAdoptions(build: NetworkBuilder, atlas: Atlas, view: View): void {
	const { adoptions, practices } = atlas;
	const wanted = wantedPractices(atlas, view);
	for (let row = 0; row < adoptions.count; row += 1) {
		const practice = adoptions.practice[row]!;
		const inferred = adoptions.confidence[row] === INFERRED;
		if (!wanted.has(practice) || (view.statedOnly && inferred)) continue;
		const organisation = build.find('organisation', adoptions.organisation[row]!);
		if (organisation === null) continue;
		for (const { from, to } of adoptionSpans(atlas, row, view)) {
			const node = build.node('practice', practice, practices[practice]!.name);
			build.edge(organisation, node, 'does', {
				from,
				to,
				directed: false,
				inferred,
				sourceUrl: adoptions.sourceUrl[row] ?? null
			});
		}
	}
}

function addMemberships(build: NetworkBuilder, atlas: Atlas, view: View): void {
	const { memberships, networks } = atlas;
	for (let row = 0; row < memberships.count; row += 1) {
		const inferred = memberships.confidence[row] === INFERRED;
		// An invitation without a start is no membership yet.
		const isInvited =
			dayOrNull(memberships.startedOn[row]) === null && dayOrNull(memberships.invitedOn[row]) !== null;
		if ((view.statedOnly && inferred) || isInvited) continue;
		const organisation = build.find('organisation', memberships.organisation[row]!);
		if (organisation === null) continue;
		const network = memberships.network[row]!;
		const node = build.node('network', network, networks[network]!.name);
		build.edge(organisation, node, 'belongs to', { ...times(memberships, row), directed: false, inferred });
	}
}

function addLearningLinks(build: NetworkBuilder, atlas: Atlas, kinds: ReadonlySet<EdgeKind>): void {
	atlas.links.forEach((link, row) => {
		const from =
			link.publishedOn ??
			(link.startsAt === null ? ALWAYS_BEFORE : Math.floor(Date.parse(link.startsAt) / 86_400_000));
		const when = { from, to: ALWAYS_AFTER, directed: false, inferred: false, sourceUrl: link.url };
		for (const { organisation, role } of link.organisations) {
			const kind = LINK_EDGES[role];
			const end = build.find('organisation', organisation);
			if (kind === undefined || !kinds.has(kind) || end === null) continue;
			build.edge(end, build.node('learning link', row, link.title), kind, when);
		}
		if (!kinds.has('is about')) return;
		for (const practice of link.practices) {
			const end = build.find('practice', practice);
			if (end !== null) build.edge(end, build.node('learning link', row, link.title), 'is about', when);
		}
	});
}

function times(table: SpellTable, row: number): { from: number; to: number; sourceUrl: string | null } {
	return {
		from: dayOrNull(table.startedOn[row]) ?? ALWAYS_BEFORE,
		to: dayOrNull(table.endedOn[row]) ?? ALWAYS_AFTER,
		sourceUrl: table.sourceUrl[row] ?? null
	};
}

interface EdgeFacts {
	from: number;
	to: number;
	directed: boolean;
	inferred: boolean;
	sourceUrl: string | null;
}

class NetworkBuilder {
	readonly #atlas: Atlas;
	readonly #numberOf = new Map<string, number>();
	readonly #nodes: { type: number; row: number; label: string; from: number; to: number }[] = [];
	readonly #edges: (EdgeFacts & { source: number; target: number; kind: number })[] = [];

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	organisation(row: number, from: number, to: number): void {
		const known = this.find('organisation', row);
		if (known === null) this.node('organisation', row, this.#atlas.organisations.name[row]!, from, to);
		else this.#nodes[known]!.to = to;
	}

	node(type: NodeType, row: number, label: string, from = ALWAYS_BEFORE, to = ALWAYS_AFTER): number {
		const known = this.find(type, row);
		if (known !== null) return known;
		this.#numberOf.set(`${type}:${row}`, this.#nodes.length);
		return this.#nodes.push({ type: NODE_TYPES.indexOf(type), row, label, from, to }) - 1;
	}

	find(type: NodeType, row: number): number | null {
		return this.#numberOf.get(`${type}:${row}`) ?? null;
	}

	between(from: number, to: number, kind: EdgeKind, facts: EdgeFacts): void {
		const [source, target] = [this.find('organisation', from), this.find('organisation', to)];
		if (source !== null && target !== null) this.edge(source, target, kind, facts);
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
				from: Int32Array.from(nodes, ({ from }) => from),
				to: Int32Array.from(nodes, ({ to }) => to)
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
				sourceUrl: edges.map(({ sourceUrl }) => sourceUrl)
			}
		};
	}
}

import { DomainError } from '#lib/domain/errors.ts';
import type { Graph } from './graph.ts';

/** The five roles of a broker v in a -> v -> c, by the groups of a, v and c; then their sum. */
export const BROKERAGE_ROLES = [
	'coordinator',
	'itinerant',
	'representative',
	'gatekeeper',
	'liaison',
	'total'
] as const;

export type BrokerageRole = (typeof BROKERAGE_ROLES)[number];
export type BrokerageCounts = Record<BrokerageRole, number>;

export interface Brokerage {
	byNode: BrokerageCounts[];
	/** Sums over all nodes. */
	whole: BrokerageCounts;
	/** Sums to expect if the same number of ties fell at random; null each with fewer than 2 nodes. */
	expected: Record<BrokerageRole, number | null>;
}

/**
 * Gould and Fernandez brokerage: how often a node stands between two others that have no tie of
 * their own (a -> v, v -> c, not a -> c, a other than c), by the groups they belong to: coordinator
 * A-A-A, itinerant A-B-A, representative A-A-B, gatekeeper A-B-B, liaison A-B-C.
 *
 * An undirected tie counts as two arcs, so each pair of contacts counts twice, as in `sna`.
 *
 * @param groupOf group of each node; null is a group of its own, as nothing is known of it
 * @throws {DomainError} if there is not one group a node
 *
 * Source: Gould & Fernandez, Structures of mediation, Sociological Methodology 19 (1989).
 */
export function brokerage(graph: Graph, groupOf: readonly (string | null)[]): Brokerage {
	if (groupOf.length !== graph.nodeCount) {
		throw new DomainError(
			`groupOf must name a group for each of ${graph.nodeCount} nodes, got ${groupOf.length}`
		);
	}
	const byNode: BrokerageCounts[] = [];
	const whole = noCounts();
	const namedBy = new Int32Array(graph.nodeCount).fill(-1);
	for (let broker = 0; broker < graph.nodeCount; broker++) byNode.push(noCounts());
	// By origin first, so that whom the origin names is marked once for all its brokers.
	for (let origin = 0; origin < graph.nodeCount; origin++) {
		for (let at = graph.offsets[origin]!; at < graph.offsets[origin + 1]!; at++) {
			namedBy[graph.targets[at]!] = origin;
		}
		for (let at = graph.offsets[origin]!; at < graph.offsets[origin + 1]!; at++) {
			const broker = graph.targets[at]!;
			const counts = byNode[broker]!;
			for (let on = graph.offsets[broker]!; on < graph.offsets[broker + 1]!; on++) {
				const end = graph.targets[on]!;
				if (end === origin || namedBy[end] === origin) continue;
				counts[roleOf(groupOf[origin]!, groupOf[broker]!, groupOf[end]!)]++;
				counts.total++;
			}
		}
	}
	for (const counts of byNode) for (const role of BROKERAGE_ROLES) whole[role] += counts[role];
	return { byNode, whole, expected: expectedBrokerage(graph, groupOf) };
}

function roleOf(origin: string | null, broker: string | null, end: string | null): BrokerageRole {
	if (origin === end) return origin === broker ? 'coordinator' : 'itinerant';
	if (origin === broker) return 'representative';
	return broker === end ? 'gatekeeper' : 'liaison';
}

/** Triples of each kind times d² (1 - d), d the density. */
function expectedBrokerage(
	graph: Graph,
	groupOf: readonly (string | null)[]
): Record<BrokerageRole, number | null> {
	const n = graph.nodeCount;
	const sizes = new Map<string | null, number>();
	for (const group of groupOf) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	const within = sum([...sizes.values()].map((size) => size * (size - 1) * (size - 2)));
	const across = sum([...sizes.values()].map((size) => size * (size - 1) * (n - size)));
	const total = n * (n - 1) * (n - 2);
	const share = ((graph.directed ? 1 : 2) * graph.tieCount) / (n * (n - 1));
	const expect = (triples: number) => (n < 2 ? null : triples * share ** 2 * (1 - share));
	return {
		coordinator: expect(within),
		itinerant: expect(across),
		representative: expect(across),
		gatekeeper: expect(across),
		liaison: expect(total - within - 3 * across),
		total: expect(total)
	};
}

function noCounts(): BrokerageCounts {
	return { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0, total: 0 };
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

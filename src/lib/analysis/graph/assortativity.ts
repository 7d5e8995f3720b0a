import { inDegrees, outDegrees } from './degree.ts';
import type { Graph } from './graph.ts';

/**
 * How far ties join nodes of the same group, beyond chance: 1 only within groups, 0 as by chance,
 * below 0 between groups. Undirected ties count both ways. Ties with an end of unknown group are left out.
 *
 * r = (sum of e_ii - sum of a_i b_i) / (1 - sum of a_i b_i), e the shares of ties from group to group
 *
 * @returns null without ties, or when all of them touch one group only
 *
 * Source: Newman, Mixing patterns in networks, Phys. Rev. E 67 (2003).
 */
export function attributeAssortativity(graph: Graph, groupOf: readonly (string | null)[]): number | null {
	const sent = new Map<string, number>();
	const received = new Map<string, number>();
	let arcs = 0;
	let same = 0;
	eachArc(graph, (source, target) => {
		const from = groupOf[source] ?? null;
		const to = groupOf[target] ?? null;
		if (from === null || to === null) return;
		arcs++;
		if (from === to) same++;
		sent.set(from, (sent.get(from) ?? 0) + 1);
		received.set(to, (received.get(to) ?? 0) + 1);
	});
	if (arcs === 0) return null;
	let chance = 0;
	for (const [group, count] of sent) chance += (count / arcs) * ((received.get(group) ?? 0) / arcs);
	return chance === 1 ? null : (same / arcs - chance) / (1 - chance);
}

/**
 * How far ties join nodes with like values: Pearson's correlation of the values at the two ends,
 * undirected ties both ways. Ties with an unknown value are left out.
 *
 * @returns -1 to 1, null with fewer than 2 such ties or values that do not vary
 *
 * Source: Newman, Mixing patterns in networks, Phys. Rev. E 67 (2003).
 */
export function numericAssortativity(graph: Graph, valueOf: readonly (number | null)[]): number | null {
	return endCorrelation(graph, valueOf, valueOf);
}

/**
 * How far well-connected nodes are tied to well-connected ones: the correlation of the degrees at
 * the two ends; when directed, of the sender's out-degree and the receiver's in-degree.
 *
 * @returns -1 to 1, null when the degrees do not vary
 */
export function degreeAssortativity(graph: Graph): number | null {
	return endCorrelation(graph, outDegrees(graph), inDegrees(graph));
}

function endCorrelation(
	graph: Graph,
	atSource: readonly (number | null)[],
	atTarget: readonly (number | null)[]
): number | null {
	const from: number[] = [];
	const to: number[] = [];
	eachArc(graph, (source, target) => {
		const x = atSource[source] ?? null;
		const y = atTarget[target] ?? null;
		if (x === null || y === null) return;
		from.push(x);
		to.push(y);
	});
	return correlation(from, to);
}

/** Pearson's correlation; null when either side does not vary. */
function correlation(x: readonly number[], y: readonly number[]): number | null {
	const meanX = mean(x);
	const meanY = mean(y);
	let [xx, yy, xy] = [0, 0, 0];
	for (let at = 0; at < x.length; at++) {
		const dx = x[at]! - meanX;
		const dy = y[at]! - meanY;
		xx += dx * dx;
		yy += dy * dy;
		xy += dx * dy;
	}
	return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function eachArc(graph: Graph, visit: (source: number, target: number) => void): void {
	for (let source = 0; source < graph.nodeCount; source++) {
		for (let at = graph.offsets[source]!; at < graph.offsets[source + 1]!; at++)
			visit(source, graph.targets[at]!);
	}
}

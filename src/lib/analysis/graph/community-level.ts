import type { Graph } from './graph.ts';

/** A graph of groups: rows as in `Graph`, plus what each group holds inside. */
export interface Level {
	offsets: Uint32Array;
	targets: Uint32Array;
	weights: Float64Array;
	/** Sum of tie strengths of each node, inner ties from both ends. */
	strength: Float64Array;
	total: number;
}

/** The graph itself as the first level. */
export function bottomLevel(graph: Graph, isWeighted: boolean): Level {
	const weights = isWeighted ? graph.weights : new Float64Array(graph.targets.length).fill(1);
	const strength = new Float64Array(graph.nodeCount);
	for (let node = 0; node < graph.nodeCount; node++) {
		for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at++) strength[node]! += weights[at]!;
	}
	const total = strength.reduce((sum, value) => sum + value, 0);
	return { offsets: graph.offsets, targets: graph.targets, weights, strength, total };
}

/** Parts become nodes; ties inside a part are kept in its strength only. */
export function aggregate(level: Level, partOf: Uint32Array, count: number): Level {
	const members = new Uint32Array(partOf.length);
	const start = new Uint32Array(count + 1);
	for (const part of partOf) start[part + 1]!++;
	for (let part = 0; part < count; part++) start[part + 1]! += start[part]!;
	const next = start.slice();
	partOf.forEach((part, node) => (members[next[part]!++] = node));

	const offsets = new Uint32Array(count + 1);
	const targets: number[] = [];
	const weights: number[] = [];
	const strength = new Float64Array(count);
	const toPart = new Float64Array(count);
	for (let part = 0; part < count; part++) {
		const first = targets.length;
		for (let place = start[part]!; place < start[part + 1]!; place++) {
			const node = members[place]!;
			strength[part]! += level.strength[node]!;
			for (let at = level.offsets[node]!; at < level.offsets[node + 1]!; at++) {
				const other = partOf[level.targets[at]!]!;
				if (other === part) continue;
				if (toPart[other] === 0) targets.push(other);
				toPart[other]! += level.weights[at]!;
			}
		}
		for (let at = first; at < targets.length; at++) {
			weights.push(toPart[targets[at]!]!);
			toPart[targets[at]!] = 0;
		}
		offsets[part + 1] = targets.length;
	}
	return {
		offsets,
		targets: Uint32Array.from(targets),
		weights: Float64Array.from(weights),
		strength,
		total: level.total
	};
}

/** The same split with groups numbered 0, 1, 2 … in order of first appearance. */
export function relabelled(groupOf: Uint32Array): { labels: Uint32Array<ArrayBuffer>; count: number } {
	const label = new Map<number, number>();
	const labels = Uint32Array.from(groupOf, (group) => {
		const known = label.get(group);
		if (known !== undefined) return known;
		label.set(group, label.size);
		return label.size - 1;
	});
	return { labels, count: label.size };
}

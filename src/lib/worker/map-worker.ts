import { buildClusterTree } from '#lib/cluster/cluster-tree.ts';
import type { ClusterOptions, ClusterTree } from '#lib/cluster/cluster-tree.ts';

/** Points to cluster, on the unit square of Web Mercator. */
export interface ClusterTask {
	id: number;
	x: Float64Array;
	y: Float64Array;
	options: ClusterOptions;
}

export type ClusterAnswer = { id: number; tree: ClusterTree } | { id: number; error: string };

// The worker's half: one task in, one tree out, its arrays handed over rather than copied.
self.addEventListener('message', ({ data: { id, x, y, options } }: MessageEvent<ClusterTask>) => {
	try {
		const tree = buildClusterTree(x, y, options);
		const arrays = [
			tree.order.buffer,
			tree.aloneFrom.buffer,
			...tree.levels.flatMap((level) => [
				level.x.buffer,
				level.y.buffer,
				level.first.buffer,
				level.size.buffer
			])
		];
		self.postMessage({ id, tree } satisfies ClusterAnswer, { transfer: arrays as ArrayBuffer[] });
	} catch (cause) {
		const error = cause instanceof Error ? cause.message : String(cause);
		self.postMessage({ id, error } satisfies ClusterAnswer);
	}
});

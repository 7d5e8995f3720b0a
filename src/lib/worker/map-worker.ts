import { buildClusterTree } from '#lib/cluster/cluster-tree.ts';
import type { ClusterOptions } from '#lib/cluster/cluster-tree.ts';
import { HandedOver, serveCalls } from '#lib/calls/calls.ts';
import type { CallMessage } from '#lib/calls/calls.ts';

/** Points to cluster, on the unit square of Web Mercator. */
export interface ClusterTask {
	x: Float64Array;
	y: Float64Array;
	options: ClusterOptions;
}

/** What the map's worker can be asked for. */
export const CLUSTER_TASKS = {
	/** A tree whose arrays are handed over rather than copied. */
	tree({ x, y, options }: ClusterTask) {
		const tree = buildClusterTree(x, y, options);
		const arrays = [
			tree.order,
			tree.aloneFrom,
			...tree.levels.flatMap((level) => [level.x, level.y, level.first, level.size])
		];
		return new HandedOver(
			tree,
			arrays.map(({ buffer }) => buffer as ArrayBuffer)
		);
	}
};

const answer = serveCalls(CLUSTER_TASKS, (reply, transfer) => self.postMessage(reply, { transfer }));
self.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => void answer(data));

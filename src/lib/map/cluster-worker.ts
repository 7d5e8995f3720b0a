import type { ClusterOptions, ClusterTree } from '#lib/cluster/cluster-tree.ts';
import type { ClusterAnswer, ClusterTask } from '#lib/worker/map-worker.ts';

/** Builds cluster trees off the main thread. */
export class ClusterWorker {
	readonly #worker = new Worker(new URL('../worker/map-worker.ts', import.meta.url), { type: 'module' });
	readonly #waiting = new Map<number, { resolve(tree: ClusterTree): void; reject(cause: Error): void }>();
	#next = 0;

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<ClusterAnswer>) => {
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if ('tree' in data) waiting?.resolve(data.tree);
			else waiting?.reject(new Error(data.error));
		});
		this.#worker.addEventListener('error', ({ message }) => {
			for (const { reject } of this.#waiting.values())
				reject(new Error(`The clusters could not be made: ${message}`));
			this.#waiting.clear();
		});
	}

	/** Tree of some points; the arrays are copied, so the caller keeps its own. */
	build(x: Float64Array, y: Float64Array, options: ClusterOptions): Promise<ClusterTree> {
		const id = this.#next++;
		this.#worker.postMessage({ id, x, y, options } satisfies ClusterTask);
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
	}

	close(): void {
		this.#worker.terminate();
	}
}

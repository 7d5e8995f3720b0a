import { startWorker } from '#lib/calls/start-worker.ts';
import { WorkerCalls } from '#lib/calls/worker-calls.ts';
import type { Tasks } from './tasks.ts';
import workerUrl from './worker.ts?worker&url';

/** A page's worker for slow computations. */
export type TaskWorker = WorkerCalls<Tasks>;

/** The site's own worker, started when first asked. Make one a page, in the browser, and stop it when the page is left. */
export function createTaskWorker(): TaskWorker {
	return new WorkerCalls(() => startWorker(workerUrl));
}

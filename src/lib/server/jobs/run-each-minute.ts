import type { Client } from '../backend.ts';
import { log } from '../log.ts';
import { runJobs } from './run-jobs.ts';
import type { Job } from './run-jobs.ts';

const MINUTE_MS = 60_000;
/** After the start, so that the first readers come first. */
const FIRST_MS = 5_000;

/**
 * Runs the jobs that are due each minute, until it is stopped.
 *
 * @returns what stops it: waits for the step in hand
 */
export function runEachMinute(service: Client, jobs: readonly Job[]): () => Promise<void> {
	let isStopping = false;
	let running: Promise<void> = Promise.resolve();
	let timer = setTimeout(next, FIRST_MS).unref();

	function next(): void {
		running = once().finally(() => {
			if (!isStopping) timer = setTimeout(next, MINUTE_MS).unref();
		});
	}

	async function once(): Promise<void> {
		try {
			for (const { name, result, isFault } of await runJobs(service, jobs, () => isStopping)) {
				if (isFault) log().error({ job: name, result }, 'A job ended with a fault');
			}
		} catch (cause) {
			log().error({ cause: String(cause) }, 'The jobs could not be run');
		}
	}

	return async () => {
		isStopping = true;
		clearTimeout(timer);
		await running;
	};
}

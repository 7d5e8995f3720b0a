import { Worker } from 'node:worker_threads';
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { loadAreaFigures } from '../areas.ts';
import { loadWhole } from '../atlas.ts';
import { VersionedCache } from '../versioned-cache.ts';
import { AnswerThread, BusyError } from './answer-thread.ts';
import type { Answer } from './protocol.ts';

/** Waiting behind eight questions of two seconds is as long as anybody should be kept. */
const LIMITS = { mostWaiting: 8, mostMs: 30_000, mostHeld: 4 };
const MOST_BYTES = 64 * 1024 * 1024;
const RETRY_SECONDS = 5;

/**
 * Answers slow questions in a thread of their own and keeps the answers: one for all who see the same
 * snapshot and ask the same, and so never a member's for a visitor.
 *
 * @param entry file of the thread
 */
export class Answers {
	readonly #kept = new VersionedCache<Answer>({ mostBytes: MOST_BYTES, bytesOf: ({ bytes }) => bytes });
	readonly #thread: AnswerThread;

	constructor(entry: string) {
		this.#thread = new AnswerThread(() => {
			const worker = new Worker(entry, { execArgv: [] });
			// A computation under way keeps no server from stopping.
			worker.unref();
			return worker;
		}, LIMITS);
	}

	/**
	 * @param args plain data; equal arguments are one question
	 * @throws the answer 503, to be tried again, while too many questions wait
	 */
	async ask(event: RequestEvent, name: string, args: unknown): Promise<unknown> {
		const [atlas, areas] = await Promise.all([loadWhole(event), loadAreaFigures(event)]);
		const key = JSON.stringify([name, atlas.state, areas.state, args]);
		try {
			const { output } = await this.#kept.read(key, '', () =>
				this.#thread.ask({
					name,
					atlas: { kind: 'atlas', state: atlas.state, wire: atlas.wire },
					areas: { kind: 'areas', state: areas.state, wire: areas.wire },
					args
				})
			);
			return output;
		} catch (cause) {
			if (!(cause instanceof BusyError)) throw cause;
			event.setHeaders({ 'retry-after': String(RETRY_SECONDS) });
			error(503, 'This site is measuring for many people at the moment. Please try again in a few seconds.');
		}
	}
}

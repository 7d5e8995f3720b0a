import { CallFault, Caller } from './calls.ts';
import type { CallOptions, InputOf, OutputOf, ReplyMessage, Served } from './calls.ts';

export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface WorkerCallOptions extends CallOptions {
	/** Aborting gives the computation up at once. */
	signal?: AbortSignal;
}

/** What a call hears whose worker was ended for the sake of another. */
const ENDED = Symbol('ended');

/**
 * Calls to one worker of the page, started when first needed. A computation cannot be interrupted from
 * outside, so giving one up ends the worker; what else was under way starts again in a new one.
 */
export class WorkerCalls<Api extends Served> {
	readonly #start: () => WorkerLike;
	#worker: WorkerLike | null = null;
	#caller: Caller<Api>;

	constructor(start: () => WorkerLike) {
		this.#start = start;
		this.#caller = this.#newCaller();
	}

	/**
	 * Calls a function in the worker. Rejects with the error's own message, with the signal's reason when given
	 * up, and with a `WorkerError` when the worker does not start or breaks.
	 */
	async call<Name extends keyof Api & string>(
		name: Name,
		input: InputOf<Api, Name>,
		{ signal, ...options }: WorkerCallOptions = {}
	): Promise<OutputOf<Api, Name>> {
		const giveUp = (): void => {
			this.#end();
			this.#caller.fail(ENDED);
		};
		for (;;) {
			signal?.throwIfAborted();
			signal?.addEventListener('abort', giveUp, { once: true });
			try {
				return await this.#caller.call(name, input, options);
			} catch (cause) {
				if (cause !== ENDED) throw cause;
			} finally {
				signal?.removeEventListener('abort', giveUp);
			}
		}
	}

	/** Ends the worker; what is under way never answers. For pages that are left. */
	stop(): void {
		this.#end();
		this.#caller = this.#newCaller();
	}

	#newCaller(): Caller<Api> {
		return new Caller((message, transfer) => this.#ready().postMessage(message, transfer));
	}

	#ready(): WorkerLike {
		if (this.#worker !== null) return this.#worker;
		const worker = (this.#worker = this.#start());
		worker.addEventListener('message', (event) => {
			if (this.#worker === worker) this.#caller.hear((event as MessageEvent<ReplyMessage>).data);
		});
		worker.addEventListener('error', (event) => {
			if (this.#worker !== worker) return;
			this.#end();
			const message = (event as ErrorEvent).message || 'The background worker did not start.';
			this.#caller.fail(new CallFault({ name: 'WorkerError', message, code: null, detail: null }));
		});
		return worker;
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}
}

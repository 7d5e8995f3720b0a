import type { Worker } from 'node:worker_threads';
import { holdingKey } from './protocol.ts';
import type { Answer, FromThread, Holding, ToThread } from './protocol.ts';

export interface Question {
	/** Which computation. */
	name: string;
	atlas: Extract<Holding, { kind: 'atlas' }>;
	areas: Extract<Holding, { kind: 'areas' }>;
	/** Plain data. */
	args: unknown;
	/** Told how long the thread took (ms), whatever came of it. */
	spend(ms: number): void;
}

export interface ThreadLimits {
	/** Questions that may wait behind the one that is being answered. */
	mostWaiting: number;
	/** Longest that one question may take (ms). */
	mostMs: number;
	/** Atlases and figures that the thread holds at a time; at least two. */
	mostHeld: number;
}

/** Too many questions wait: the next may be asked in a few seconds. */
export class BusyError extends Error {
	override message = 'Too many computations are waiting.';
}

interface Waiting {
	question: Question;
	resolve: (answer: Answer) => void;
	reject: (cause: Error) => void;
}

type ThreadLike = Pick<Worker, 'postMessage' | 'terminate' | 'on' | 'unref'>;

/**
 * One thread that answers slow questions one after the other, so that they stall no page. It is started
 * when first needed, is sent an atlas once, and one that dies or takes too long is replaced.
 */
export class AnswerThread {
	readonly #start: () => ThreadLike;
	readonly #limits: ThreadLimits;
	readonly #waiting: Waiting[] = [];
	#current: Waiting | null = null;
	#askedAt = 0;
	#thread: ThreadLike | null = null;
	/** What the thread holds, the least recently used first. */
	#held: string[] = [];
	#watch: ReturnType<typeof setTimeout> | undefined;

	constructor(start: () => ThreadLike, limits: ThreadLimits) {
		this.#start = start;
		this.#limits = limits;
	}

	/**
	 * @throws {BusyError} when the queue is full
	 * @throws {Error} with the computation's own message, or when it took too long
	 */
	ask(question: Question): Promise<Answer> {
		if (this.#waiting.length >= this.#limits.mostWaiting) return Promise.reject(new BusyError());
		return new Promise((resolve, reject) => {
			this.#waiting.push({ question, resolve, reject });
			this.#next();
		});
	}

	#next(): void {
		if (this.#current !== null) return;
		this.#current = this.#waiting.shift() ?? null;
		if (this.#current === null) return;
		this.#askedAt = performance.now();
		try {
			this.#send(this.#current.question);
		} catch (cause) {
			// No thread to be had, or what cannot be sent: this question fails, those behind it are asked.
			this.#finish({ fault: cause instanceof Error ? cause.message : String(cause) });
		}
	}

	#send({ name, atlas, areas, args }: Question): void {
		const thread = (this.#thread ??= this.#started());
		const send = (message: ToThread): void => thread.postMessage(message);
		this.#hold([atlas, areas], send);
		send({ kind: 'ask', name, atlas: holdingKey(atlas), areas: holdingKey(areas), args });
		this.#watch = setTimeout(() => this.#end(thread, 'A computation took too long.'), this.#limits.mostMs);
		this.#watch.unref();
	}

	#hold(holdings: readonly Holding[], send: (message: ToThread) => void): void {
		for (const holding of holdings) {
			const key = holdingKey(holding);
			const at = this.#held.indexOf(key);
			if (at >= 0) this.#held.splice(at, 1);
			else send({ kind: 'hold', key, holding });
			this.#held.push(key);
		}
		while (this.#held.length > this.#limits.mostHeld) send({ kind: 'drop', key: this.#held.shift()! });
	}

	#started(): ThreadLike {
		const thread = this.#start();
		let lastWords = 'A computation’s thread ended.';
		thread.on('message', (message: FromThread) => {
			if (this.#thread === thread) this.#finish(message);
		});
		thread.on('error', (cause: Error) => (lastWords = cause.message));
		thread.on('exit', () => this.#end(thread, lastWords));
		// Keeps no server from stopping. Only now, because a listener makes the thread hold the process again.
		thread.unref();
		return thread;
	}

	#finish(message: FromThread): void {
		clearTimeout(this.#watch);
		const finished = this.#current;
		this.#current = null;
		finished?.question.spend(performance.now() - this.#askedAt);
		if ('fault' in message) finished?.reject(new Error(message.fault));
		else finished?.resolve(message);
		this.#next();
	}

	/** Gives up a thread and the question that it was answering; the others are asked of a new one. */
	#end(thread: ThreadLike, fault: string): void {
		if (this.#thread !== thread) return;
		this.#thread = null;
		this.#held = [];
		void thread.terminate();
		this.#finish({ fault });
	}
}

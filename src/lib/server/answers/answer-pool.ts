import { Piscina } from 'piscina';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { AtlasWire } from '#lib/domain/atlas-wire.ts';
import type { Answer, Asked, Begun, Outcome } from './protocol.ts';

export interface Question {
	/** Which computation. */
	name: string;
	atlas: { state: string; wire: AtlasWire };
	areas: { state: string; wire: AreasWire };
	/** Plain data. */
	args: unknown;
	/** Told how long the thread took (ms), whatever came of it. */
	spend(ms: number): void;
}

export interface PoolLimits {
	/** Questions that may wait behind the one that is being answered. */
	mostWaiting: number;
	/** Longest that one question may take (ms), once it is its turn. */
	mostMs: number;
}

/** Too many questions wait: the next may be asked in a few seconds. */
export class BusyError extends Error {
	override message = 'Too many computations are waiting.';
}

/**
 * One thread that answers slow questions one after the other, so that they stall no page: a pool of one, kept by
 * Piscina, which is sent an atlas once. A thread that dies or takes too long is replaced, and only the question
 * that it was answering fails.
 */
export class AnswerPool {
	readonly #filename: string;
	readonly #limits: PoolLimits;
	#pool: Piscina<Asked, Outcome> | null = null;
	/** States that the present thread was sent, so far as we know. */
	readonly #sent = new Set<string>();
	readonly #underWay = new Set<number>();
	#last = 0;
	/** The question that is being answered, since when, and whether that was too long. */
	#begun: { id: number; at: number; isTooLong: boolean } | null = null;
	#watch: ReturnType<typeof setTimeout> | undefined;

	/** @param filename module whose default export answers, as `serveAnswers` makes it */
	constructor(filename: string, limits: PoolLimits) {
		this.#filename = filename;
		this.#limits = limits;
	}

	/**
	 * @throws {BusyError} when the queue is full
	 * @throws {Error} with the computation's own message, or when it took too long
	 */
	async ask(question: Question): Promise<Answer> {
		const { name, atlas, areas, args } = question;
		const bare = <Wire>(kind: string, { state, wire }: { state: string; wire: Wire }) => ({
			state,
			wire: this.#sent.has(`${kind} ${state}`) ? null : wire
		});
		let outcome = await this.#run(
			{ name, args, atlas: bare('atlas', atlas), areas: bare('areas', areas) },
			question
		);
		// The thread was replaced meanwhile, or held others since.
		if (outcome.kind === 'missing') outcome = await this.#run({ name, args, atlas, areas }, question);
		if (outcome.kind === 'answer') return outcome.answer;
		throw new Error(outcome.kind === 'fault' ? outcome.fault : 'The thread does not hold what it was sent.');
	}

	/** Ends the thread, as when a test is done with it. */
	async close(): Promise<void> {
		await this.#pool?.destroy();
		this.#pool = null;
	}

	async #run(about: Omit<Asked, 'id'>, { spend }: Question): Promise<Outcome> {
		const pool = (this.#pool ??= this.#started());
		const id = ++this.#last;
		this.#underWay.add(id);
		try {
			const running = pool.run({ ...about, id });
			this.#sent.add(`atlas ${about.atlas.state}`).add(`areas ${about.areas.state}`);
			const outcome = await running;
			spend(outcome.ms);
			return outcome;
		} catch (cause) {
			if (cause instanceof Error && /queue is at limit/.test(cause.message)) throw new BusyError();
			if (this.#begun?.id !== id) throw cause;
			spend(performance.now() - this.#begun.at);
			throw this.#begun.isTooLong ? new Error('A computation took too long.') : cause;
		} finally {
			this.#underWay.delete(id);
			if (this.#begun?.id === id) this.#end();
		}
	}

	#started(): Piscina<Asked, Outcome> {
		const pool = new Piscina<Asked, Outcome>({
			filename: this.#filename,
			minThreads: 1,
			maxThreads: 1,
			maxQueue: this.#limits.mostWaiting,
			idleTimeout: Infinity,
			// Else a question that finds no free thread changes places with the one behind it.
			stricterFIFO: true,
			execArgv: []
		});
		pool.on('message', ({ begun }: Begun) => this.#begin(begun, pool));
		pool.on('workerDestroy', () => this.#sent.clear());
		// A thread that cannot even be started is not tried again by the pool, and whoever waits would wait for ever.
		pool.on('error', () => {
			if (this.#pool !== pool) return;
			this.#pool = null;
			void pool.destroy();
		});
		return pool;
	}

	/** A question's own time begins when it is its turn. */
	#begin(id: number, pool: Piscina): void {
		// The word may come after the answer, which takes another way.
		if (!this.#underWay.has(id)) return;
		this.#end();
		const begun = { id, at: performance.now(), isTooLong: false };
		this.#begun = begun;
		this.#watch = setTimeout(() => {
			begun.isTooLong = true;
			for (const thread of pool.threads) void thread.terminate();
		}, this.#limits.mostMs);
		this.#watch.unref();
	}

	#end(): void {
		clearTimeout(this.#watch);
		this.#begun = null;
	}
}

import type { TaskReply, TaskRequest } from './protocol.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export interface RunOptions {
	/** Share done, 0 to 1. */
	onprogress?: (share: number) => void;
	/** Aborting gives the computation up at once. */
	signal?: AbortSignal;
}

/** A task that failed in the worker: the message is the task's own, `name` that of its error. */
export class TaskFault extends Error {
	constructor(name: string, message: string) {
		super(message);
		this.name = name;
	}
}

interface Waiting {
	request: TaskRequest;
	resolve: (output: unknown) => void;
	reject: (cause: unknown) => void;
	onprogress: ((share: number) => void) | undefined;
}

type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/**
 * Runs tasks in one worker, started when first needed. A computation cannot be interrupted from
 * outside, so giving one up ends the worker; what else was under way starts again in a new one.
 */
export class TaskRunner {
	readonly #start: () => WorkerLike;
	readonly #waiting = new Map<number, Waiting>();
	#worker: WorkerLike | null = null;
	#next = 1;

	constructor(start: () => WorkerLike) {
		this.#start = start;
	}

	/**
	 * Runs a task. Rejects with the task's own message, or with the signal's reason when given up.
	 *
	 * @param input is copied to the worker
	 */
	run<Name extends TaskName>(
		name: Name,
		input: TaskInput<Name>,
		{ onprogress, signal }: RunOptions = {}
	): Promise<TaskOutput<Name>> {
		if (signal?.aborted === true) return Promise.reject(signal.reason);
		const request: TaskRequest = { id: this.#next++, name, input };
		return new Promise<TaskOutput<Name>>((resolve, reject) => {
			this.#waiting.set(request.id, {
				request,
				resolve: resolve as (output: unknown) => void,
				reject,
				onprogress
			});
			signal?.addEventListener('abort', () => this.#giveUp(request.id, signal.reason), { once: true });
			this.#send(request);
		});
	}

	/** Ends the worker; what is under way never answers. For pages that are left. */
	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#waiting.clear();
	}

	#send(request: TaskRequest): void {
		if (this.#worker === null) {
			this.#worker = this.#start();
			this.#worker.addEventListener('message', (event) =>
				this.#receive((event as MessageEvent<TaskReply>).data)
			);
			this.#worker.addEventListener('error', (event) => this.#fail((event as ErrorEvent).message));
		}
		this.#worker.postMessage(request);
	}

	#receive(reply: TaskReply): void {
		const waiting = this.#waiting.get(reply.id);
		if (waiting === undefined) return;
		if (reply.kind === 'progress') {
			waiting.onprogress?.(reply.share);
			return;
		}
		this.#waiting.delete(reply.id);
		if (reply.kind === 'output') waiting.resolve(reply.output);
		else waiting.reject(new TaskFault(reply.name, reply.message));
	}

	#giveUp(id: number, reason: unknown): void {
		const waiting = this.#waiting.get(id);
		if (waiting === undefined) return;
		this.#waiting.delete(id);
		waiting.reject(reason);
		this.#worker?.terminate();
		this.#worker = null;
		for (const { request } of this.#waiting.values()) this.#send(request);
	}

	/** A worker that does not start fails everything that waits for it. */
	#fail(message: string): void {
		const waiting = [...this.#waiting.values()];
		this.stop();
		for (const { reject } of waiting)
			reject(new TaskFault('WorkerError', message || 'The background worker did not start.'));
	}
}

/** A runner on the site's own worker. Make one a page, in the browser, and stop it when the page is left. */
export function createTaskRunner(): TaskRunner {
	return new TaskRunner(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}

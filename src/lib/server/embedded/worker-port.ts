import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { BackendError } from './protocol.ts';
import { isShortOfRoom } from './room.ts';
import type { EngineOptions } from './engine.ts';
import type { Answer, Numbered, PlainError, Port } from './protocol.ts';

/** Silence after which a thread on a full disk counts as hanging. */
const HANGING_MS = 15_000;

const STOPPED: PlainError = {
	message:
		'The database stopped and is being opened again. Nothing that was confirmed is lost; please try again.',
	code: 'database_stopped',
	detail: null
};

/**
 * Opens the embedded database in a thread of its own. A thread that dies (a full disk can end it) is
 * started again at the next call; what was being answered is refused, never repeated.
 */
export async function openWorkerPort(options: EngineOptions, log: (line: string) => void): Promise<Port> {
	let closed = false;
	let restartable = false;
	let current: Promise<Port> = startThread(options, died);
	await current;

	function died(cause: string): void {
		if (closed) return;
		log(`The database's thread ended: ${cause}`);
		current = Promise.reject(new BackendError(STOPPED));
		current.catch(() => {});
		restartable = true;
	}

	function revive(): Promise<Port> {
		if (restartable && !closed) {
			restartable = false;
			current = startThread(options, died);
			current.catch(() => {
				restartable = true;
			});
		}
		return current;
	}

	return {
		async call(call) {
			return (await revive()).call(call);
		},
		async close() {
			closed = true;
			await current.then((port) => port.close()).catch(() => {});
		}
	};
}

/** One life of the thread; resolves when its database is open. */
function startThread(options: EngineOptions, died: (cause: string) => void): Promise<Port> {
	const worker = new Worker(join(options.root, 'src/lib/server/embedded/worker-entry.mjs'), {
		execArgv: [],
		workerData: options
	});
	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>();
	let last = 0;
	let lastWords = 'without a word';

	// A database that meets the end of the disk inside its log hangs for ever; it recovers when opened again.
	let lastHeard = Date.now();
	const watch = setInterval(() => {
		if (waiting.size === 0) lastHeard = Date.now();
		if (Date.now() - lastHeard < HANGING_MS || options.location.kind !== 'folder') return;
		if (isShortOfRoom(options.location.dataDir)) void worker.terminate();
	}, 1000);
	watch.unref();

	const ended = new Promise<void>((resolve) => {
		worker.on('error', (cause) => {
			lastWords = cause instanceof Error ? cause.message : String(cause);
		});
		worker.on('exit', () => {
			clearInterval(watch);
			for (const { reject } of waiting.values()) reject(new BackendError({ ...STOPPED, detail: lastWords }));
			waiting.clear();
			resolve();
		});
	});

	worker.on('message', (answer: Answer) => {
		lastHeard = Date.now();
		const caller = waiting.get(answer.id);
		waiting.delete(answer.id);
		if ('error' in answer) caller?.reject(new BackendError(answer.error));
		else caller?.resolve(answer.value);
	});

	const send = (message: Numbered) =>
		new Promise<unknown>((resolve, reject) => {
			waiting.set(message.id, { resolve, reject });
			worker.postMessage(message);
		});

	const port: Port = {
		call: (call) => send({ id: ++last, call }),
		async close() {
			worker.postMessage('close');
			await ended;
		}
	};

	return new Promise((resolve, reject) => {
		waiting.set(0, {
			resolve() {
				void ended.then(() => died(lastWords));
				resolve(port);
			},
			reject
		});
	});
}

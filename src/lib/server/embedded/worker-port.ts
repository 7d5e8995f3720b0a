import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { CallFault, Caller } from '#lib/calls/calls.ts';
import { isShortOfRoom } from './room.ts';
import type { PlainFault, ReplyMessage } from '#lib/calls/calls.ts';
import type { EngineOptions } from './engine.ts';
import type { Port } from './protocol.ts';
import type { ThreadCalls } from './worker.ts';

/** Silence after which a thread on a full disk counts as hanging. */
const HANGING_MS = 15_000;

const STOPPED: PlainFault = {
	name: 'DatabaseStopped',
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
		current = Promise.reject(new CallFault(STOPPED));
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
		async call(name, input, options) {
			return (await revive()).call(name, input, options);
		},
		async close() {
			closed = true;
			await current.then((port) => port.close()).catch(() => {});
		}
	};
}

/** One life of the thread; resolves when its database is open. */
async function startThread(options: EngineOptions, died: (cause: string) => void): Promise<Port> {
	const worker = new Worker(join(options.root, 'src/lib/server/embedded/worker-entry.mjs'), {
		execArgv: []
	});
	const caller = new Caller<ThreadCalls>((call) => worker.postMessage(call));
	let lastWords = 'without a word';

	// A database that meets the end of the disk inside its log hangs for ever; it recovers when opened again.
	let lastHeard = performance.now();
	const watch = setInterval(() => {
		if (caller.waiting.size === 0) lastHeard = performance.now();
		if (performance.now() - lastHeard < HANGING_MS || options.location.kind !== 'folder') return;
		if (isShortOfRoom(options.location.dataDir)) void worker.terminate();
	}, 1000);
	watch.unref();

	const ended = new Promise<void>((resolve) => {
		worker.on('error', (cause) => {
			lastWords = cause instanceof Error ? cause.message : String(cause);
		});
		worker.on('exit', () => {
			clearInterval(watch);
			caller.fail(new CallFault({ ...STOPPED, detail: lastWords }));
			resolve();
		});
	});
	worker.on('message', (reply: ReplyMessage) => {
		lastHeard = performance.now();
		caller.hear(reply);
	});

	try {
		await caller.call('open', options);
	} catch (cause) {
		await worker.terminate();
		throw cause;
	}
	void ended.then(() => died(lastWords));
	return {
		call: (name, input, callOptions) => caller.call(name, input, callOptions),
		async close() {
			await caller.call('close', null).catch(() => {});
			await ended;
		}
	};
}

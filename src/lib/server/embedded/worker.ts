import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './engine.ts';
import { plainError } from './protocol.ts';
import type { EngineOptions } from './engine.ts';
import type { Answer, Numbered } from './protocol.ts';

/**
 * The thread that holds the embedded database, so that heavy work never stalls the pages. Its first
 * message says that it is open (or why not); the word "close" ends it.
 */
const port = parentPort;
if (port === null)
	throw new Error('The embedded database runs in a thread of its own; start it through start.ts.');

// lite prints every refused statement with its parameters, which may be personal. The caller gets the error anyway.
if (process.env.LOG_LEVEL !== 'debug' && process.env.LOG_LEVEL !== 'trace') console.error = () => {};

const engine = await openEngine(workerData as EngineOptions).catch((cause: unknown) => {
	port.postMessage({ id: 0, error: plainError(cause) } satisfies Answer);
	return null;
});

if (engine !== null) {
	port.on('message', (message: Numbered | 'close') => {
		if (message === 'close') {
			void engine.close().finally(() => port.close());
			return;
		}
		const { id, call } = message;
		engine.answer(call).then(
			(value) => port.postMessage({ id, value } satisfies Answer),
			(cause: unknown) => port.postMessage({ id, error: plainError(cause) } satisfies Answer)
		);
	});
	port.postMessage({ id: 0, value: null } satisfies Answer);
}

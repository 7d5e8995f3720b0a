import { parentPort } from 'node:worker_threads';
import { serveCalls } from '#lib/calls/calls.ts';
import { openEngine } from './engine.ts';
import type { CallMessage, ReplyMessage } from '#lib/calls/calls.ts';
import type { EngineOptions } from './engine.ts';
import type { EngineCalls } from './protocol.ts';

/** What the thread that holds the embedded database answers: first `open`, and the rest once that is done. */
export type ThreadCalls = EngineCalls & {
	open(options: EngineOptions): Promise<void>;
	close(nothing: null): Promise<void>;
};

// The database has a thread of its own, so that heavy work never stalls the pages.
const port = parentPort;
if (port === null)
	throw new Error('The embedded database runs in a thread of its own; start it through start.ts.');

// lite prints every refused statement with its parameters, which may be personal. The caller gets the error anyway.
if (process.env.LOG_LEVEL !== 'debug' && process.env.LOG_LEVEL !== 'trace') console.error = () => {};

const post = (reply: ReplyMessage): void => port.postMessage(reply);
let answer = serveCalls(
	{
		async open(options: EngineOptions) {
			const engine = await openEngine(options);
			const close = async (): Promise<void> => {
				await engine.close();
				// After the answer, which says that nothing is lost.
				setImmediate(() => port.close());
			};
			answer = serveCalls({ ...engine.calls, close } satisfies Omit<ThreadCalls, 'open'>, post);
		}
	},
	post
);
port.on('message', (call: CallMessage) => void answer(call));

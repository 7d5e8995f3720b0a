import { serveCalls } from '#lib/calls/calls.ts';
import type { CallContext, CallMessage, Served } from '#lib/calls/calls.ts';
import { TASKS } from './tasks.ts';
import type { Task } from './tasks.ts';

const served: Served = Object.fromEntries(
	Object.entries(TASKS).map(([name, load]) => [
		name,
		async (input: unknown, context: CallContext) =>
			((await load()).task as Task<unknown, unknown>)(input, context)
	])
);
const answer = serveCalls(served, (reply, transfer) => postMessage(reply, { transfer }));

addEventListener('message', ({ data }: MessageEvent<CallMessage>) => void answer(data));

import type { TaskReply, TaskRequest } from './protocol.ts';
import { TASKS } from './tasks.ts';
import type { Task } from './tasks.ts';

const registry = TASKS as unknown as Record<string, () => Promise<{ task: Task<unknown, unknown> }>>;
const send = (reply: TaskReply, transfer: Transferable[] = []): void => postMessage(reply, { transfer });

addEventListener('message', ({ data }: MessageEvent<TaskRequest>) => void answer(data));

async function answer({ id, name, input }: TaskRequest): Promise<void> {
	try {
		const load = registry[name];
		if (load === undefined) throw new Error(`There is no task "${name}".`);
		const { task } = await load();
		send({
			id,
			kind: 'output',
			output: await task(input, { progress: (share) => send({ id, kind: 'progress', share }) })
		});
	} catch (cause) {
		const fault = cause instanceof Error ? cause : new Error(String(cause));
		send({ id, kind: 'fault', name: fault.name, message: fault.message });
	}
}

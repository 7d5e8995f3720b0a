import type { CallContext } from '#lib/calls/calls.ts';

/** One computation that runs off the main thread: a pure function of data that can be copied. */
export type Task<Input, Output> = (input: Input, context: CallContext) => Output | Promise<Output>;

/**
 * Every task by name. Each loads its module when it is first asked for, so that a page that lays
 * out a network does not carry the survival curves.
 */
export const TASKS = {
	'network-picture': () => import('./network-picture-task.ts'),
	'network-layout': () => import('./network-layout.ts'),
	'network-parts': () => import('./network-parts.ts'),
	'network-figures': () => import('./network-figures.ts'),
	'network-asked': () => import('./network-asked.ts'),
	'network-reading': () => import('./network-reading.ts'),
	'network-months': () => import('./network-months.ts'),
	research: () => import('./research-task.ts'),
	forecast: () => import('./forecast-task.ts')
} satisfies Record<string, () => Promise<{ task: Task<never, unknown> }>>;

/** What the worker can be asked for, as its caller sees it. */
export type Tasks = { [Name in keyof typeof TASKS]: Awaited<ReturnType<(typeof TASKS)[Name]>>['task'] };

/** What a task hears of its caller: how far it has come goes out through `progress`, 0 to 1. */
export interface TaskContext {
	progress(share: number): void;
}

/** One computation that runs off the main thread: a pure function of data that can be copied. */
export type Task<Input, Output> = (input: Input, context: TaskContext) => Output | Promise<Output>;

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
	research: () => import('./research-task.ts')
} satisfies Record<string, () => Promise<{ task: Task<never, unknown> }>>;

export type TaskName = keyof typeof TASKS;
type TaskOf<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>['task'];
export type TaskInput<Name extends TaskName> = Parameters<TaskOf<Name>>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<TaskOf<Name>>>;

import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { Answers } from '#lib/server/answers/answers.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import type { Computations } from './computations.ts';

let answers: Answers | undefined;

/**
 * What a computation gives for the atlas that the caller sees; kept, and computed off the thread that
 * serves pages.
 *
 * @throws the answer 503, to be tried again, while too many questions wait
 */
export async function computed<Name extends keyof Computations>(
	event: RequestEvent,
	name: Name,
	args: Parameters<Computations[Name]>[1]
): Promise<ReturnType<Computations[Name]>> {
	answers ??= new Answers(join(projectRoot(), 'src/routes/answer-thread.mjs'));
	return (await answers.ask(event, name, args)) as ReturnType<Computations[Name]>;
}

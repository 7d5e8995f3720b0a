import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { AddressBudget } from '#lib/server/answers/address-budget.ts';
import { AnswerPool } from '#lib/server/answers/answer-pool.ts';
import { Answers } from '#lib/server/answers/answers.ts';
import { projectRoot } from '#lib/server/project-root.ts';
import type { Computations } from './computations.ts';

/** Waiting behind eight questions of two seconds is as long as anybody should be kept. */
const LIMITS = { mostWaiting: 8, mostMs: 30_000 };
/** A third of the thread for one address, which may be that of a whole office. */
const BUDGET = { ms: 20_000, seconds: 60, mostAtOnce: 6 };

let answers: Answers | undefined;

/**
 * What a computation gives for the atlas that the caller sees; kept, and computed off the thread that
 * serves pages.
 *
 * @throws the answer 503, to be tried again, while too many questions wait; 429 when the address had its share
 */
export async function computed<Name extends keyof Computations>(
	event: RequestEvent,
	name: Name,
	args: Parameters<Computations[Name]>[1]
): Promise<ReturnType<Computations[Name]>> {
	answers ??= new Answers(
		new AnswerPool(join(projectRoot(), 'src/routes/answer-thread.mjs'), LIMITS),
		new AddressBudget(BUDGET)
	);
	return (await answers.ask(event, name, args)) as ReturnType<Computations[Name]>;
}

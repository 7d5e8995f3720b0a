import { answerQuestion } from '#lib/network/network-asked.ts';
import type { AskedInput, NetworkAnswer } from '#lib/network/network-asked.ts';
import type { Task } from './tasks.ts';

export const task: Task<AskedInput, NetworkAnswer> = answerQuestion;

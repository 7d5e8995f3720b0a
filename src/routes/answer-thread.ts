import { parentPort } from 'node:worker_threads';
import { serveAnswers } from '#lib/server/answers/serve-answers.ts';
import { COMPUTATIONS } from './computations.ts';

// What is slow and asked without signing in: computed beside the thread that serves pages.
if (parentPort === null) throw new Error('Answers are computed in a thread of their own.');
const pool = parentPort;
export default serveAnswers(COMPUTATIONS, (word) => pool.postMessage(word));

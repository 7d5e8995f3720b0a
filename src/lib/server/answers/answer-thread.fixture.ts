import { parentPort } from 'node:worker_threads';
import { serveAnswers } from './serve-answers.ts';
import type { Ground } from './serve-answers.ts';

/** What the thread of the tests computes. */
export const computations = {
	names: ({ atlas }: Ground, { prefix }: { prefix: string }) =>
		atlas.organisations.slug.map((slug) => prefix + slug),
	/** Is busy for so long (ms), and says the number it was given. */
	work: (_: Ground, { ms, says }: { ms: number; says: number }) => {
		const until = performance.now() + ms;
		while (performance.now() < until);
		return says;
	},
	fail: () => {
		throw new Error('no such network');
	},
	die: () => process.exit(3)
};

export default serveAnswers(computations, (word) => parentPort?.postMessage(word));

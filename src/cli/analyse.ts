import type { Command } from './main.ts';
import { orMisuse } from './misuse.ts';

type Run = (words: string[]) => Promise<number>;

const MEASURES: Record<string, () => Promise<{ run: Run }>> = {
	diffusion: () => import('./analyse-diffusion.ts'),
	survival: () => import('./analyse-survival.ts'),
	hazard: () => import('./analyse-hazard.ts'),
	bass: () => import('./analyse-bass.ts'),
	moran: () => import('./analyse-moran.ts'),
	graph: () => import('./analyse-graph.ts')
};

/** `goodways analyse`: the analysis library on anyone's own CSV files. */
export const command: Command = {
	usage: `analyse <${Object.keys(MEASURES).join('|')}> --nodes nodes.csv --edges edges.csv [--json]`,
	summary:
		'Measures how a practice spread, from files of your own; see src/lib/analysis/README.md for every figure.',
	async run(words) {
		const [name = '', ...rest] = words;
		const load = MEASURES[name];
		if (load === undefined) {
			process.stderr.write(`Say what to analyse, one of: ${Object.keys(MEASURES).join(', ')}.\n`);
			return 2;
		}
		const { run } = await load();
		return orMisuse(() => run(rest));
	}
};

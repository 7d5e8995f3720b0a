/**
 * `npm test`: types, lint, then every test project in turn. Stops at the first step that fails to
 * start, but runs all tests of all projects before it says which failed.
 */
import { spawnSync } from 'node:child_process';
import { provideChromium } from './e2e/chromium.ts';
import { pythonWith } from './fixtures/python.ts';

const STEPS: { title: string; command: string; words: string[] }[] = [
	{ title: 'Types of the routes', command: 'svelte-kit', words: ['sync'] },
	{
		title: 'Types',
		command: 'svelte-check',
		words: ['--tsconfig', './tsconfig.json', '--threshold', 'error']
	},
	{ title: 'Lint', command: 'eslint', words: ['--config', 'tests/lint/eslint.config.js', '.'] },
	{ title: 'Format', command: 'prettier', words: ['--check', '--log-level', 'warn', '.'] },
	{ title: 'Build', command: 'tsx', words: ['src/cli/main.ts', 'build-if-stale'] },
	{ title: 'Tests', command: 'vitest', words: ['run', '--project', '!walk', ...process.argv.slice(2)] }
];

let path: string;
try {
	path = provideChromium((line) => process.stdout.write(`${line}\n`));
} catch (cause) {
	process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
	process.exit(1);
}

for (const { title, command, words } of STEPS) {
	process.stdout.write(`\n== ${title}\n`);
	const { status } = spawnSync('npx', ['--no-install', command, ...words], {
		stdio: 'inherit',
		env: { ...process.env, CHROME_PATH: path }
	});
	if (status !== 0) {
		process.stderr.write(`\n${title}: failed.\n`);
		process.exit(status ?? 1);
	}
}
for (const module of ['networkx', 'igraph'])
	if (pythonWith(module) === null)
		process.stdout.write(`Left out: reading our files with ${module}, which no Python here has.\n`);

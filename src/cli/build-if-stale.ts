import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/server/project-root.ts';
import type { Command } from './main.ts';

const SOURCES = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

export const command: Command = {
	usage: 'build-if-stale',
	summary: 'Builds the site when it was never built or its source is newer; `npm start` does this first.',
	async run() {
		const root = projectRoot();
		if (
			!isStale(
				join(root, 'build/handler.js'),
				SOURCES.map((source) => join(root, source))
			)
		)
			return 0;
		process.stdout.write('Building the site, which takes about a minute …\n');
		const vite = join(root, 'node_modules/vite/bin/vite.js');
		const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
			cwd: root,
			stdio: 'inherit',
			// A test runner sets NODE_ENV to "test", and the build would carry Svelte's warnings for developers.
			env: { ...process.env, NODE_ENV: 'production' }
		});
		return status ?? 1;
	}
};

/** Whether a built file is missing or older than any of its sources. */
export function isStale(built: string, sources: readonly string[]): boolean {
	if (!existsSync(built)) return true;
	const builtAt = statSync(built).mtimeMs;
	return sources.some((source) => existsSync(source) && newest(source) > builtAt);
}

/** Latest change in a file or a folder's files; tests are not part of the site. */
function newest(path: string): number {
	const stat = statSync(path);
	if (!stat.isDirectory()) return /\.test\.ts$/.test(path) ? 0 : stat.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

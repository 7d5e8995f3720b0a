/**
 * `npm run goodways -- <command> [options]`: one file a command, each a thin call into `src/lib`.
 * Commands load lazily, so that one of them never pays for, or breaks on, what another needs.
 */
export interface Command {
	/** One line of usage, without the program's name. */
	usage: string;
	/** What it does, in one plain sentence. */
	summary: string;
	/** Runs with the words after the command's name; resolves to the exit code. */
	run(words: string[]): Promise<number>;
}

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
	analyse: () => import('./analyse.ts'),
	backup: () => import('./backup.ts'),
	'build-if-stale': () => import('./build-if-stale.ts'),
	'find-council': () => import('./find-council.ts'),
	forecast: () => import('./forecast.ts'),
	grant: () => import('./grant.ts'),
	import: () => import('./import.ts'),
	jobs: () => import('./jobs.ts'),
	match: () => import('./match.ts'),
	migrate: () => import('./migrate.ts'),
	peers: () => import('./peers.ts'),
	plan: () => import('./plan.ts'),
	reset: () => import('./reset.ts'),
	'read-table': () => import('./read-table.ts'),
	restore: () => import('./restore.ts'),
	seed: () => import('./seed.ts'),
	serve: () => import('./serve.ts'),
	types: () => import('./types.ts')
};

async function main(words: string[]): Promise<number> {
	const [name, ...rest] = words;
	if (name === undefined || name === 'help' || name === '--help') {
		await printHelp();
		return name === undefined ? 2 : 0;
	}
	const load = COMMANDS[name];
	if (load === undefined) {
		process.stderr.write(
			`There is no command "${name}". Known commands: ${Object.keys(COMMANDS).join(', ')}.\n`
		);
		return 2;
	}
	return (await load()).command.run(rest);
}

async function printHelp(): Promise<void> {
	process.stdout.write('npm run goodways -- <command>\n\n');
	for (const load of Object.values(COMMANDS)) {
		const { command } = await load();
		process.stdout.write(`  ${command.usage}\n      ${command.summary}\n`);
	}
}

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(cause: unknown) => {
		process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
		process.exitCode = 1;
	}
);

import { createInterface } from 'node:readline/promises';
import { environment } from '#lib/server/environment.ts';
import { resetDatabase } from '#lib/server/reset.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: 'reset [--yes]',
	summary: 'Deletes everything in the database, after asking; the next start fills it anew.',
	async run(words) {
		const env = environment();
		const what =
			env.databaseUrl === null ? `the data folder ${env.dataDir}` : 'the PostgreSQL database of DATABASE_URL';
		if (
			!words.includes('--yes') &&
			!(await confirmed(`This deletes everything in ${what}, accounts included.`))
		) {
			process.stdout.write('Nothing was deleted.\n');
			return 1;
		}
		await resetDatabase(env);
		process.stdout.write('Everything was deleted. `npm start` begins anew.\n');
		return 0;
	}
};

async function confirmed(warning: string): Promise<boolean> {
	const question = createInterface({ input: process.stdin, output: process.stdout });
	try {
		const closed = new Promise<string>((resolve) => question.once('close', () => resolve('')));
		const answer = await Promise.race([question.question(`${warning} Type "delete" to go on: `), closed]);
		return answer.trim() === 'delete';
	} finally {
		question.close();
	}
}

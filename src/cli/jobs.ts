import { serviceClient } from '#lib/server/backend.ts';
import { environment } from '#lib/server/environment.ts';
import { allJobs } from '#lib/server/jobs/all-jobs.ts';
import { runJobs } from '#lib/server/jobs/run-jobs.ts';
import { withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: 'jobs',
	summary: 'Runs once whatever job is due: for cron, where no server runs them each minute.',
	async run() {
		return withBackend(async (backend) => {
			const runs = await runJobs(serviceClient(backend), allJobs(backend, environment()), () => false);
			for (const { name, result, isFault } of runs)
				process.stdout.write(`${name}: ${result ?? 'not due'}${isFault ? ' (failed)' : ''}\n`);
			return runs.some(({ isFault }) => isFault) ? 1 : 0;
		});
	}
};

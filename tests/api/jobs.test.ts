import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serviceClient } from '#lib/server/backend.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { runJobs } from '#lib/server/jobs/run-jobs.ts';
import type { Job } from '#lib/server/jobs/run-jobs.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

describe.each(RUNGS)('jobs on $name', ({ start }) => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;

	beforeAll(async () => {
		const rung = await start();
		stop = rung.stop;
		scratch = await openScratch(rung.variables);
		await migrateBackend(scratch.backend);
	});
	afterAll(async () => {
		await scratch.close();
		await stop();
	});
	beforeEach(() => scratch.sql.exec('delete from public.jobs'));

	const counting = (runs: string[], more: Partial<Job> = {}): Job => ({
		name: 'count',
		everySeconds: 3600,
		leaseSeconds: 60,
		async work() {
			runs.push('run');
			return `${runs.length} so far`;
		},
		...more
	});
	const run = (job: Job, isStopping = () => false) =>
		runJobs(serviceClient(scratch.backend), [job], isStopping);
	const set = (columns: string) => scratch.sql.exec(`update public.jobs set ${columns}`);

	test('two servers at the same moment run a job once, and again only when it is due', async () => {
		const runs: string[] = [];
		const [one, two] = await Promise.all([run(counting(runs)), run(counting(runs))]);
		expect(runs).toHaveLength(1);
		expect([...one, ...two].map(({ result }) => result).sort()).toEqual(['1 so far', null]);
		await run(counting(runs));
		expect(runs).toHaveLength(1);
		await set("due_at = now() - interval '3 days'");
		await run(counting(runs));
		expect(runs).toHaveLength(2);
	});

	test('a server that was killed keeps the job to itself until its lease ends', async () => {
		const runs: string[] = [];
		await scratch.sql.query("select public.claim_job('count', 60)");
		await run(counting(runs));
		expect(runs).toHaveLength(0);
		await set("locked_until = now() - interval '1 second'");
		await run(counting(runs));
		expect(runs).toHaveLength(1);
	});

	test('a clock that was set back keeps no job waiting', async () => {
		const runs: string[] = [];
		await run(counting(runs));
		await set("due_at = now() + interval '40 days'");
		await run(counting(runs));
		await set("due_at = now(), claim = gen_random_uuid(), locked_until = now() + interval '40 days'");
		await run(counting(runs));
		expect(runs).toHaveLength(3);
	});

	test('a fault is counted, said, and no reason to stop for good', async () => {
		const failing = counting([], { work: () => Promise.reject(new Error('No paper.')) });
		expect(await run(failing)).toEqual([{ name: 'count', result: 'No paper.', isFault: true }]);
		await set('due_at = now()');
		await run(failing);
		const [row] = await scratch.sql.query<{ faults: number; result: string }>(
			'select faults, result from public.jobs'
		);
		expect(row).toEqual({ faults: 2, result: 'No paper.' });
		await set('due_at = now()');
		await run(counting([]));
		expect(await scratch.sql.query('select faults from public.jobs')).toEqual([{ faults: 0 }]);
	});

	test('work of a lost claim ends after its step, and its end is not recorded', async () => {
		const steps: boolean[] = [];
		const long = counting([], {
			async work(_service, goOn) {
				steps.push(goOn());
				await set("claim = gen_random_uuid(), locked_until = now() + interval '1 minute'");
				return 'late';
			}
		});
		await run(long);
		expect(steps).toEqual([true]);
		expect(await scratch.sql.query('select result from public.jobs')).toEqual([{ result: null }]);
	});

	test('a server that stops begins no further job', async () => {
		const runs: string[] = [];
		expect(await run(counting(runs), () => true)).toEqual([]);
		expect(runs).toHaveLength(0);
	});
});

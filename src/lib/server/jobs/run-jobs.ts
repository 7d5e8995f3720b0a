import type { Client } from '../backend.ts';

/** Work that the server does by itself. */
export interface Job {
	name: string;
	/** How long after it ended it is due again. */
	everySeconds: number;
	/** How long a claim holds; the work must have ended, or said that it goes on, before. */
	leaseSeconds: number;
	/**
	 * Does the work; what it answers is kept for whoever runs the site. It may be run late, twice or not at all, so it
	 * looks for itself what is still to do.
	 *
	 * @param goOn false once the server stops or the claim was lost: the work ends with a whole step
	 */
	work(service: Client, goOn: () => boolean): Promise<string>;
}

/** What came of asking for one job. */
export interface JobRun {
	name: string;
	/** Null: it was not due, or another server was at it. */
	result: string | null;
	isFault: boolean;
}

/**
 * Runs each job that is due, one after another. The database hands each to one server alone.
 *
 * @param isStopping whether the server was asked to end
 */
export async function runJobs(
	service: Client,
	jobs: readonly Job[],
	isStopping: () => boolean
): Promise<JobRun[]> {
	const runs: JobRun[] = [];
	for (const job of jobs) {
		if (isStopping()) break;
		runs.push(await runJob(service, job, isStopping));
	}
	return runs;
}

async function runJob(service: Client, job: Job, isStopping: () => boolean): Promise<JobRun> {
	const { name, everySeconds, leaseSeconds } = job;
	const claimed = await service.rpc('claim_job', { job: name, lease_seconds: leaseSeconds });
	if (claimed.error !== null) return { name, result: claimed.error.message, isFault: true };
	if (claimed.data === null) return { name, result: null, isFault: false };

	const claim = claimed.data;
	let isLost = false;
	const keeping = setInterval(
		() => {
			void service
				.rpc('keep_job', { job: name, claimed_as: claim, lease_seconds: leaseSeconds })
				.then(({ data }) => {
					if (data === false) isLost = true;
				});
		},
		(leaseSeconds * 1000) / 3
	);
	keeping.unref();
	let result: string;
	let isFault = false;
	try {
		result = await job.work(service, () => !isStopping() && !isLost);
	} catch (cause) {
		result = cause instanceof Error ? cause.message : String(cause);
		isFault = true;
	} finally {
		clearInterval(keeping);
	}
	await service.rpc('end_job', {
		job: name,
		claimed_as: claim,
		next_in_seconds: everySeconds,
		outcome: result,
		is_fault: isFault
	});
	return { name, result, isFault };
}

import { AnalysisCancelled } from './analysis-error.ts';

/** What a long computation tells and asks its caller. An `AbortSignal` fits `signal`. */
export interface Progress {
	/** Called now and then with the share done, from 0 to 1. */
	onProgress?(share: number): void;
	/** Read now and then; the computation stops with {@link AnalysisCancelled} once `aborted` is true. */
	signal?: { readonly aborted: boolean };
}

/**
 * Reports how far a loop has come and stops it if the caller wants so.
 *
 * @param progress the caller's hooks, or `undefined` when nobody listens
 * @param done steps finished (count)
 * @param total steps in all (count, at least 1)
 * @throws {AnalysisCancelled} if the signal is aborted
 */
export function reportProgress(progress: Progress | undefined, done: number, total: number): void {
	if (progress === undefined) return;
	if (progress.signal?.aborted === true) throw new AnalysisCancelled();
	progress.onProgress?.(done / total);
}

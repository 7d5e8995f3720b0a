import type { MeasuredPicture, NetworkPicture } from '#lib/view/network-picture.ts';
import type { TaskRunner } from '#lib/worker/client.ts';
import type { LayoutOutput, LayoutStart } from '#lib/worker/network-layout.ts';

/** Tells whatever of an earlier request is still under way that it is no longer wanted. */
export class Latest {
	#turn = 0;

	/** Begins a turn; the function says whether it is still the latest. */
	begin(): () => boolean {
		const own = ++this.#turn;
		return () => own === this.#turn;
	}
}

/** The part of a picture that is measured: what a worker is sent. */
export function measured({ texts: _, ...columns }: NetworkPicture): MeasuredPicture {
	return columns;
}

/**
 * Runs a layout in the worker and hands on places as they come, no faster than they are drawn.
 *
 * @param isWanted asked before each step; the run is left where it is when it says no
 */
export async function followLayout(
	runner: TaskRunner,
	start: LayoutStart,
	isWanted: () => boolean,
	onplaces: (answer: LayoutOutput) => void
): Promise<void> {
	let answer = await runner.run('network-layout', { kind: 'start', start });
	while (isWanted()) {
		onplaces(answer);
		if (answer.isDone) return;
		await new Promise((resolve) => requestAnimationFrame(resolve));
		if (!isWanted()) return;
		answer = await runner.run('network-layout', { kind: 'go on' });
	}
}

import { momentOf } from '#lib/network/network-moment.ts';
import type { MomentQuestion, NetworkMoment } from '#lib/network/network-moment.ts';
import type { NetworkAnswer } from '#lib/network/network-asked.ts';
import { drawnIn } from '#lib/network/drawn-part.ts';
import type { NetworkParts } from '#lib/network/network-parts.ts';
import type { FigureValues } from '#lib/network/node-figures.ts';
import type { MeasuredPicture, NetworkPicture } from '#lib/view/network-picture.ts';
import type { TaskWorker } from '#lib/worker/task-worker.ts';
import type { LayoutOutput } from '#lib/worker/network-layout.ts';
import type { LayoutStart } from '#lib/network/layout-start.ts';

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
	worker: TaskWorker,
	start: LayoutStart,
	isWanted: () => boolean,
	onplaces: (answer: LayoutOutput) => void
): Promise<void> {
	let answer = await worker.call('network-layout', { kind: 'start', start });
	while (isWanted()) {
		onplaces(answer);
		if (answer.isDone) return;
		await new Promise((resolve) => requestAnimationFrame(resolve));
		if (!isWanted()) return;
		answer = await worker.call('network-layout', { kind: 'go on' });
	}
}

const NOTHING_ASKED: NetworkAnswer = { steps: null, path: null, without: null, change: null };

/**
 * Measures one picture after another and keeps what stays true: opening a node or turning a filter asks for
 * nothing that the same date has told already.
 */
export class MomentRun {
	#picture: NetworkPicture | null = null;
	#id = 0;
	#date = '';
	#parts: NetworkParts | null = null;
	#figures: FigureValues = {};

	/**
	 * Answers a question, first with the figures that are known already, then with all of them.
	 *
	 * @param onmoment hears one moment or two
	 */
	async ask(
		worker: TaskWorker,
		picture: NetworkPicture,
		question: MomentQuestion,
		onmoment: (moment: NetworkMoment) => void
	): Promise<void> {
		try {
			await this.#measure(worker, picture, question, onmoment);
		} catch (cause) {
			// What the worker holds now is not known.
			this.clear();
			throw cause;
		}
	}

	/** Forgets everything, the picture too, as when the worker has ended. */
	clear(): void {
		this.#picture = this.#parts = null;
		this.#figures = {};
	}

	async #measure(
		worker: TaskWorker,
		picture: NetworkPicture,
		question: MomentQuestion,
		onmoment: (moment: NetworkMoment) => void
	): Promise<void> {
		const { window, filters, asked, compared } = question;
		const date = JSON.stringify(window);
		const isNew = picture !== this.#picture;
		if (isNew || date !== this.#date) {
			this.#parts = null;
			this.#figures = {};
			this.#date = date;
		}
		if (isNew) this.#id += 1;
		// The worker keeps the picture that it was sent last.
		const on = { id: this.#id, picture: null, window };
		const sent = isNew ? measured(picture) : null;
		this.#picture = picture;
		const parts = (this.#parts ??= await worker.call('network-parts', { ...on, picture: sent }));
		const drawn = drawnIn(picture, parts, filters);
		const isAsked = asked.node !== null || compared !== null;
		const answer = isAsked
			? await worker.call('network-asked', { ...on, drawn, asked, compared })
			: NOTHING_ASKED;
		const missing = question.figures.filter((figure) => this.#figures[figure] === undefined);
		if (missing.length > 0) {
			// A first picture would be drawn in sizes that change at once; a later one has its old sizes.
			if (Object.keys(this.#figures).length > 0) onmoment(momentOf(parts, drawn, this.#figures, answer));
			const found = await worker.call('network-figures', { ...on, figures: missing });
			this.#figures = { ...this.#figures, ...found };
		}
		onmoment(momentOf(parts, drawn, this.#figures, answer));
	}
}

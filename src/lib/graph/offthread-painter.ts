import { startWorker } from '#lib/calls/start-worker.ts';
import { WorkerCalls } from '#lib/calls/worker-calls.ts';
import type { FontFile, Look, Painter } from './painter.ts';
import type { Painting } from './painter-worker.ts';
import { PictureQueue } from './picture-queue.ts';
import type { SceneChange } from './picture-queue.ts';
import type { GraphScene } from './scene.ts';
import workerUrl from './painter-worker.ts?worker&url';
import { stackedCanvases, type PageCanvases } from './stacked-canvases.ts';

/** Whether this browser lets a worker draw what the page shows. */
export function canDrawOffthread(): boolean {
	return typeof Worker !== 'undefined' && 'transferControlToOffscreen' in HTMLCanvasElement.prototype;
}

/** Fetches what the worker runs, so that it is at hand when there is something to draw. */
export function fetchOffthreadPainter(): void {
	// Whether it came is seen when it is used.
	if (canDrawOffthread()) fetch(workerUrl).catch(() => undefined);
}

/**
 * Has a worker draw with WebGL2, so that neither shaders that are compiled nor a graphics card that is waited
 * for hold the page up.
 */
export class OffthreadPainter implements Painter {
	readonly #canvases: PageCanvases;
	readonly #worker = new WorkerCalls<Painting>(() => startWorker(workerUrl));
	readonly #onfault: (reason: string) => void;
	readonly #queue = new PictureQueue((change, look) => this.#paint(change, look));

	/** @param onfault told, with the reason, when nothing will be drawn */
	constructor(container: HTMLElement, font: FontFile | null, onfault: (reason: string) => void) {
		this.#onfault = onfault;
		this.#canvases = stackedCanvases(container);
		const marks = this.#canvases.marks.transferControlToOffscreen();
		const labels = this.#canvases.labels.transferControlToOffscreen();
		this.#worker
			.call('start', { marks, labels, font }, { transfer: [marks, labels] })
			.catch((cause: Error) => onfault(cause.message));
	}

	setScene(scene: GraphScene): void {
		this.#queue.setScene(scene);
	}

	setPositions(positions: Float32Array): void {
		this.#queue.setPositions(positions);
	}

	paint(look: Look): void {
		this.#queue.paint(look);
	}

	destroy(): void {
		this.#worker.stop();
		this.#canvases.remove();
	}

	#paint(change: SceneChange, look: Look): void {
		this.#worker
			.call('paint', { change, look })
			.then(() => this.#queue.drawn())
			.catch((cause: Error) => this.#onfault(cause.message));
	}
}

import type { FontFile, Look, Painter } from './painter.ts';
import type { PainterReply, PainterRequest } from './painter-protocol.ts';
import { PictureQueue } from './picture-queue.ts';
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
	readonly #worker: Worker;
	readonly #queue = new PictureQueue((change, look) => this.#send({ kind: 'paint', change, look }));

	/** @param onfault told once, with the reason, when nothing will be drawn */
	constructor(container: HTMLElement, font: FontFile | null, onfault: (reason: string) => void) {
		this.#canvases = stackedCanvases(container);
		this.#worker = new Worker(workerUrl, { type: 'module' });
		this.#worker.addEventListener('message', ({ data }: MessageEvent<PainterReply>) => {
			if (data.kind === 'fault') onfault(data.reason);
			else this.#queue.drawn();
		});
		this.#worker.addEventListener('error', ({ message }) =>
			onfault(message || 'The background worker did not start.')
		);
		const marks = this.#canvases.marks.transferControlToOffscreen();
		const labels = this.#canvases.labels.transferControlToOffscreen();
		this.#send({ kind: 'start', marks, labels, font }, [marks, labels]);
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
		this.#worker.terminate();
		this.#canvases.remove();
	}

	#send(request: PainterRequest, transfer: Transferable[] = []): void {
		this.#worker.postMessage(request, transfer);
	}
}

import type { FontFile, Look, Painter } from './painter.ts';
import type { PainterReply, PainterRequest, SceneChange } from './painter-protocol.ts';
import { withPositions, type GraphScene } from './scene.ts';
import { stackedCanvases } from './stacked-canvases.ts';

/** Whether this browser lets a worker draw what the page shows. */
export function canDrawOffthread(): boolean {
	return typeof Worker !== 'undefined' && 'transferControlToOffscreen' in HTMLCanvasElement.prototype;
}

/**
 * Has a worker draw with WebGL2, so that neither shaders that are compiled nor a graphics card that is waited
 * for hold the page up. One picture is drawn at a time: of those asked for meanwhile the last one follows.
 */
export class OffthreadPainter implements Painter {
	readonly #canvases: readonly HTMLCanvasElement[];
	readonly #worker: Worker;
	/** What the worker does not know yet. */
	#owed: SceneChange = { kind: 'nothing' };
	#wanted: Look | null = null;
	#isDrawing = false;

	/** @param onfault told once, with the reason, when nothing will be drawn */
	constructor(container: HTMLElement, font: FontFile | null, onfault: (reason: string) => void) {
		const { marks, labels } = stackedCanvases(container);
		this.#canvases = [marks, labels];
		this.#worker = new Worker(new URL('./painter-worker.ts', import.meta.url), { type: 'module' });
		this.#worker.addEventListener('message', ({ data }: MessageEvent<PainterReply>) => {
			if (data.kind === 'fault') {
				onfault(data.reason);
				return;
			}
			this.#isDrawing = false;
			if (this.#wanted !== null) this.paint(this.#wanted);
		});
		this.#worker.addEventListener('error', ({ message }) =>
			onfault(message || 'The background worker did not start.')
		);
		const [ofMarks, ofLabels] = [marks.transferControlToOffscreen(), labels.transferControlToOffscreen()];
		this.#send({ kind: 'start', marks: ofMarks, labels: ofLabels, font }, [ofMarks, ofLabels]);
	}

	setScene(scene: GraphScene): void {
		this.#owed = { kind: 'everything', scene };
	}

	setPositions(positions: Float32Array): void {
		this.#owed =
			this.#owed.kind === 'everything'
				? { kind: 'everything', scene: withPositions(this.#owed.scene, positions) }
				: { kind: 'places', positions };
	}

	paint(look: Look): void {
		this.#wanted = look;
		if (this.#isDrawing) return;
		this.#isDrawing = true;
		this.#send({ kind: 'paint', change: this.#owed, look });
		this.#owed = { kind: 'nothing' };
		this.#wanted = null;
	}

	destroy(): void {
		this.#worker.terminate();
		for (const canvas of this.#canvases) canvas.remove();
	}

	#send(request: PainterRequest, transfer: Transferable[] = []): void {
		this.#worker.postMessage(request, transfer);
	}
}

import type { Look } from './painter.ts';
import { withPositions, type GraphScene } from './scene.ts';

/** What of the scene has changed since the last picture. */
export type SceneChange =
	| { kind: 'everything'; scene: GraphScene }
	| { kind: 'places'; positions: Float32Array }
	| { kind: 'nothing' };

/**
 * What another thread is to draw next. One picture is under way at a time: of those asked for meanwhile the last
 * one follows, with all that has changed since.
 */
export class PictureQueue {
	readonly #send: (change: SceneChange, look: Look) => void;
	/** What the other thread does not know yet. */
	#owed: SceneChange = { kind: 'nothing' };
	#wanted: Look | null = null;
	#isDrawing = false;

	/** @param send hands one picture over; `drawn` is to be called when it is there */
	constructor(send: (change: SceneChange, look: Look) => void) {
		this.#send = send;
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
		if (this.#isDrawing) {
			this.#wanted = look;
			return;
		}
		const change = this.#owed;
		this.#isDrawing = true;
		this.#owed = { kind: 'nothing' };
		this.#wanted = null;
		this.#send(change, look);
	}

	/** The picture under way is drawn. */
	drawn(): void {
		this.#isDrawing = false;
		if (this.#wanted !== null) this.paint(this.#wanted);
	}
}

import type { GraphScene, PictureSize, Viewpoint } from './scene.ts';

/** Draws a scene; knows nothing of pointers, keys or cameras. */
export interface Painter {
	/** Takes everything anew. */
	setScene(scene: GraphScene): void;
	/** Takes new places only; the rest is as it was. */
	setPositions(positions: Float32Array): void;
	/**
	 * Draws one picture.
	 *
	 * @param isMoving whether another follows at once, so that detail may wait
	 */
	paint(view: Viewpoint, size: PictureSize, fittingK: number, isMoving: boolean): void;
	destroy(): void;
}

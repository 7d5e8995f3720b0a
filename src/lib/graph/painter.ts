import type { GraphScene, PictureSize, Viewpoint } from './scene.ts';

/** Draws a scene; knows nothing of pointers, keys or cameras. */
export interface Painter {
	/** Takes everything anew. */
	setScene(scene: GraphScene): void;
	/** Takes new places only; the rest is as it was. */
	setPositions(positions: Float32Array): void;
	/**
	 * Makes ready whatever the next picture needs, which for a new scene may take as long as drawing it.
	 *
	 * @returns whether that took a task's worth of work, so that drawing should wait for the next frame
	 */
	prepare(): boolean;
	/**
	 * Draws one picture.
	 *
	 * @param isMoving whether another follows at once, so that detail may wait
	 */
	paint(view: Viewpoint, size: PictureSize, fittingK: number, isMoving: boolean): void;
	destroy(): void;
}

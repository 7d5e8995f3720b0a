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
	/** The picture as a PNG, drawn anew. */
	toPng(view: Viewpoint, size: PictureSize, fittingK: number): Promise<Blob>;
	destroy(): void;
}

/** A blob of a canvas; browsers give null when it is too large. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob === null) reject(new Error('The picture is too large for this browser to save.'));
			else resolve(blob);
		}, 'image/png');
	});
}

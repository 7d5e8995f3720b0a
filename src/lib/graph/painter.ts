import type { GraphScene, PictureSize, Viewpoint } from './scene.ts';

/** How the next picture looks at its scene. */
export interface Look {
	view: Viewpoint;
	size: PictureSize;
	/** Zoom that shows the whole network. */
	fittingK: number;
	/** Device pixels a CSS pixel. */
	pixelRatio: number;
	/** Whether another picture follows at once, so that detail may wait. */
	isMoving: boolean;
}

/** Draws a scene; knows nothing of pointers, keys or cameras. */
export interface Painter {
	/** Takes everything anew. */
	setScene(scene: GraphScene): void;
	/** Takes new places only; the rest is as it was. */
	setPositions(positions: Float32Array): void;
	/** Draws one picture. */
	paint(look: Look): void;
	destroy(): void;
}

/** The file of a font, for painters that do not see the page's own. */
export interface FontFile {
	family: string;
	url: string;
	/** Weights the file has, as CSS says them: one, or the least and the most. */
	weight: string;
}

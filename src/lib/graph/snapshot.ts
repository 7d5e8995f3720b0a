import type { Box, PictureSize, Viewpoint } from './scene.ts';

/** A picture, and the viewpoint it is or was drawn from. */
export interface Frame {
	view: Viewpoint;
	/** Size of the picture (CSS px). */
	size: PictureSize;
}

/** Stretched further than this a snapshot looks coarse, or bold. */
const STRETCH = { least: 0.55, most: 1.8 };

/** The same picture with room around it: that share of its width and height on each side. */
export function widened({ view, size }: Frame, share: number): Frame {
	return {
		view: { k: view.k, x: view.x + share * size.width, y: view.y + share * size.height },
		size: { width: (1 + 2 * share) * size.width, height: (1 + 2 * share) * size.height }
	};
}

/** Where a snapshot lies in a picture seen from another viewpoint (px). */
export function snapshotBox({ view, size }: Frame, now: Viewpoint): Box {
	const stretch = now.k / view.k;
	const left = now.x - stretch * view.x;
	const top = now.y - stretch * view.y;
	return { left, top, right: left + stretch * size.width, bottom: top + stretch * size.height };
}

/**
 * Whether a snapshot can stand for a new picture: neither too coarse nor too bold, and holding everything
 * of the drawing that is in sight.
 *
 * @param taken viewpoint and size of the snapshot
 * @param now the picture it would be shown in
 * @param drawing extent of all that is drawn (layout units); null: nothing
 */
export function isServing(taken: Frame, now: Frame, drawing: Box | null): boolean {
	const stretch = now.view.k / taken.view.k;
	if (!(stretch >= STRETCH.least && stretch <= STRETCH.most)) return false;
	if (drawing === null) return true;
	const { k, x, y } = now.view;
	const box = snapshotBox(taken, now.view);
	return (
		box.left <= Math.max(0, drawing.left * k + x) &&
		box.top <= Math.max(0, drawing.top * k + y) &&
		box.right >= Math.min(now.size.width, drawing.right * k + x) &&
		box.bottom >= Math.min(now.size.height, drawing.bottom * k + y)
	);
}

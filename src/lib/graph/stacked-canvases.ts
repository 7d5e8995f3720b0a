/** A canvas of the page, or one that was handed to a worker. */
export type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** Where a picture is drawn: labels on a canvas of their own, above the marks. */
export interface PictureCanvases {
	marks: AnyCanvas;
	labels: AnyCanvas;
	/** Takes them off the page; a worker leaves that to the page. */
	remove?: () => void;
}

/** The same on the page itself. */
export interface PageCanvases extends PictureCanvases {
	marks: HTMLCanvasElement;
	labels: HTMLCanvasElement;
	remove: () => void;
}

/** Two canvases over each other that fill an element; the pointer passes through them. */
export function stackedCanvases(container: HTMLElement): PageCanvases {
	const [marks, labels] = [document.createElement('canvas'), document.createElement('canvas')];
	for (const canvas of [marks, labels]) {
		canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
		container.append(canvas);
	}
	return {
		marks,
		labels,
		remove() {
			marks.remove();
			labels.remove();
		}
	};
}

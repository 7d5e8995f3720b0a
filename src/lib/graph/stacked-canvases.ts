/** A canvas of the page, or one that was handed to a worker. */
export type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** Where a picture is drawn: labels on a canvas of their own, above the marks. */
export interface PictureCanvases {
	marks: AnyCanvas;
	labels: AnyCanvas;
}

/** Two canvases over each other that fill an element; the pointer passes through them. */
export function stackedCanvases(container: HTMLElement): Record<keyof PictureCanvases, HTMLCanvasElement> {
	const [marks, labels] = [document.createElement('canvas'), document.createElement('canvas')];
	for (const canvas of [marks, labels]) {
		canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
		container.append(canvas);
	}
	return { marks, labels };
}

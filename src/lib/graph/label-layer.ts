import { chooseLabels, LABEL_SIZE, labelOrder, type MeasureText } from './label-choice.ts';
import type { GraphScene, PictureSize, Viewpoint } from './scene.ts';

/** Widths of texts in a font, each measured once. */
export function textMeasurer(font: string): MeasureText {
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) throw new Error('This browser cannot measure text.');
	context.font = `${LABEL_SIZE}px ${font}`;
	const widths = new Map<string, number>();
	return (text) => {
		let width = widths.get(text);
		if (width === undefined) widths.set(text, (width = Math.ceil(context.measureText(text).width)));
		return width;
	};
}

/** Labels on a canvas of their own, above the nodes. */
export class LabelLayer {
	readonly canvas = document.createElement('canvas');
	readonly #context: CanvasRenderingContext2D;
	#scene: GraphScene | null = null;
	/** Null until a picture needs it. */
	#order: Uint32Array | null = null;
	#measure: MeasureText = () => 0;
	#font = '';
	/** Nodes labelled when the picture last stood still; while it moves no others are tried. */
	#shown: number[] = [];

	constructor() {
		// Text with a halo is dear where a graphics card is only imitated, and cheap enough off it.
		const context = this.canvas.getContext('2d', { willReadFrequently: true });
		if (context === null) throw new Error('This browser has no canvas to draw on.');
		this.#context = context;
	}

	setScene(scene: GraphScene): void {
		if (this.#font !== scene.font) {
			this.#font = scene.font;
			this.#measure = textMeasurer(scene.font);
		}
		this.#scene = scene;
		this.#order = null;
		this.#shown = [];
	}

	/** Takes a scene that differs from the last in its nodes' places only. */
	moveNodes(scene: GraphScene): void {
		this.#scene = scene;
	}

	paint(view: Viewpoint, size: PictureSize, scale: number, pixelRatio: number, isMoving: boolean): void {
		const scene = this.#scene;
		const context = this.#context;
		if (scene === null) return;
		context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
		context.clearRect(0, 0, size.width, size.height);
		const order = isMoving && this.#shown.length > 0 ? this.#shown : (this.#order ??= labelOrder(scene));
		const labels = chooseLabels(scene, order, view, size, scale, this.#measure);
		if (!isMoving) this.#shown = labels.map((label) => label.node);
		context.textBaseline = 'middle';
		context.lineJoin = 'round';
		context.lineWidth = 3;
		context.strokeStyle = scene.paper;
		context.fillStyle = scene.ink;
		for (const isStrong of [false, true]) {
			context.font = `${isStrong ? '700 ' : ''}${LABEL_SIZE}px ${scene.font}`;
			for (const label of labels) {
				if (label.isStrong !== isStrong) continue;
				context.strokeText(label.text, label.x, label.y);
				context.fillText(label.text, label.x, label.y);
			}
		}
	}
}

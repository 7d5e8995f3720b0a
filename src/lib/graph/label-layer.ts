import { GUIDE_OPACITY, placeGuides } from './guides.ts';
import { chooseLabels, LABEL_SIZE, labelOrder, type MeasureText } from './label-choice.ts';
import type { GraphScene, PictureSize, SceneGuides, Viewpoint } from './scene.ts';
import type { AnyCanvas } from './stacked-canvases.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Widths of texts in a font, each measured once.
 *
 * @param context is left in that font
 */
export function textMeasurer(context: Context, font: string): MeasureText {
	const [plain, strong] = [new Map<string, number>(), new Map<string, number>()];
	return (text, isStrong) => {
		const widths = isStrong ? strong : plain;
		let width = widths.get(text);
		if (width === undefined) {
			context.font = cssFont(font, isStrong);
			widths.set(text, (width = Math.ceil(context.measureText(text).width)));
		}
		return width;
	};
}

function cssFont(family: string, isStrong: boolean): string {
	return `${isStrong ? '700 ' : ''}${LABEL_SIZE}px ${family}`;
}

/** Labels on a canvas of their own, above the nodes. */
export class LabelLayer {
	readonly canvas: AnyCanvas;
	readonly #context: Context;
	#scene: GraphScene | null = null;
	/** Null until a picture needs it. */
	#order: Uint32Array | null = null;
	#measure: MeasureText = () => 0;
	#font = '';
	/** Nodes labelled when the picture last stood still; while it moves no others are tried. */
	#shown: number[] = [];

	/** @throws {Error} when the canvas cannot be drawn on */
	constructor(canvas: AnyCanvas) {
		// Text with a halo is dear where a graphics card is only imitated, and cheap enough off it.
		const context = (canvas as OffscreenCanvas).getContext('2d', { willReadFrequently: true });
		if (context === null) throw new Error('This browser has no canvas to draw on.');
		this.canvas = canvas;
		this.#context = context;
	}

	setScene(scene: GraphScene): void {
		if (this.#font !== scene.font) {
			this.#font = scene.font;
			this.#measure = textMeasurer(this.#context, scene.font);
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
		if (scene.guides !== undefined) this.#paintGuides(scene, scene.guides, view, size);
		const order = isMoving && this.#shown.length > 0 ? this.#shown : (this.#order ??= labelOrder(scene));
		const labels = chooseLabels(scene, order, view, size, scale, this.#measure);
		if (!isMoving) this.#shown = labels.map((label) => label.node);
		context.textBaseline = 'middle';
		context.lineJoin = 'round';
		context.lineWidth = 3;
		context.strokeStyle = scene.paper;
		context.fillStyle = scene.ink;
		for (const isStrong of [false, true]) {
			context.font = cssFont(scene.font, isStrong);
			for (const label of labels) {
				if (label.isStrong !== isStrong) continue;
				context.strokeText(label.text, label.x, label.y);
				context.fillText(label.text, label.x, label.y);
			}
		}
	}

	#paintGuides(
		{ ink, paper, font }: GraphScene,
		guides: SceneGuides,
		view: Viewpoint,
		size: PictureSize
	): void {
		const context = this.#context;
		const { lines, rings } = placeGuides(guides, view, size);
		context.beginPath();
		for (const { x } of lines) {
			context.moveTo(x, 0);
			context.lineTo(x, size.height);
		}
		for (const { x, y, radius } of rings) {
			context.moveTo(x + radius, y);
			context.arc(x, y, radius, 0, 2 * Math.PI);
		}
		context.globalAlpha = GUIDE_OPACITY;
		context.lineWidth = 1;
		context.strokeStyle = ink;
		context.stroke();
		context.globalAlpha = 1;
		context.textAlign = 'center';
		context.textBaseline = 'middle';
		context.font = `${LABEL_SIZE}px ${font}`;
		context.lineWidth = 3;
		context.strokeStyle = paper;
		context.fillStyle = ink;
		for (const { text, textX, textY } of [...lines, ...rings]) {
			context.strokeText(text, textX, textY);
			context.fillText(text, textX, textY);
		}
		context.textAlign = 'start';
	}
}

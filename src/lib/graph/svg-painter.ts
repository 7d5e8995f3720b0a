import { textMeasurer } from './label-layer.ts';
import type { MeasureText } from './label-choice.ts';
import type { Look, Painter } from './painter.ts';
import { withPositions, type GraphScene, type Viewpoint } from './scene.ts';
import { graphMarkup } from './svg-graph.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Draws a scene as SVG elements: sharp, printable, right for some hundred nodes. While the picture moves the
 * last drawing is moved and stretched; when it stands still it is drawn anew.
 */
export class SvgPainter implements Painter {
	readonly #svg = document.createElementNS(NAMESPACE, 'svg');
	readonly #picture = document.createElementNS(NAMESPACE, 'g');
	#scene: GraphScene | null = null;
	#measure: MeasureText = () => 0;
	#font = '';
	/** View of the drawing that is in the document; null when it is out of date. */
	#drawn: Viewpoint | null = null;

	constructor(container: HTMLElement) {
		this.#svg.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
		this.#svg.append(this.#picture);
		container.append(this.#svg);
	}

	setScene(scene: GraphScene): void {
		if (this.#font !== scene.font) {
			this.#font = scene.font;
			this.#measure = measurerOf(scene.font);
		}
		this.#scene = scene;
		this.#drawn = null;
	}

	setPositions(positions: Float32Array): void {
		if (this.#scene === null) return;
		this.#scene = withPositions(this.#scene, positions);
		this.#drawn = null;
	}

	paint({ view, size, fittingK, isMoving }: Look): void {
		if (this.#scene === null) return;
		if (isMoving && this.#drawn !== null) {
			const stretch = view.k / this.#drawn.k;
			const [x, y] = [view.x - stretch * this.#drawn.x, view.y - stretch * this.#drawn.y];
			this.#picture.setAttribute('transform', `translate(${x} ${y}) scale(${stretch})`);
			return;
		}
		this.#picture.removeAttribute('transform');
		this.#picture.innerHTML = graphMarkup(this.#scene, view, size, fittingK, this.#measure);
		this.#drawn = view;
	}

	destroy(): void {
		this.#svg.remove();
	}
}

function measurerOf(font: string): MeasureText {
	const context = document.createElement('canvas').getContext('2d');
	if (context === null) throw new Error('This browser cannot measure text.');
	return textMeasurer(context, font);
}

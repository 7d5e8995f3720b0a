import { canDrawOffthread, OffthreadPainter } from './offthread-painter.ts';
import type { FontFile, Painter } from './painter.ts';
import type { GraphScene } from './scene.ts';
import { stackedCanvases } from './stacked-canvases.ts';
import { SvgPainter } from './svg-painter.ts';
import { WebglPainter } from './webgl-graph.ts';

/** Up to this many nodes and links SVG draws at least as fast, and sharper. */
const SVG_UP_TO = { nodes: 500, links: 2000 };

/** Ways to draw, the best first: WebGL2 in a worker, WebGL2 on the page, SVG. */
type Way = 'offthread' | 'page' | 'svg';

export interface PainterCallbacks {
	/** The way in use has failed: ask for a painter again. */
	onfault(): void;
	/** Told once when the usual way of drawing is not to be had. */
	onfallback(reason: string): void;
}

/** Keeps the painter that suits a scene: SVG for few marks and where there is no WebGL2. */
export class PainterChoice {
	readonly #container: HTMLElement;
	readonly #font: FontFile | null;
	readonly #callbacks: PainterCallbacks;
	#painter: Painter | null = null;
	#way: Way | null = null;
	/** The way for large scenes. */
	#wayOfMany: Way = canDrawOffthread() ? 'offthread' : 'page';

	constructor(container: HTMLElement, font: FontFile | null, callbacks: PainterCallbacks) {
		this.#container = container;
		this.#font = font;
		this.#callbacks = callbacks;
	}

	/** The painter for a scene: the one in use if it suits, else another in its place. */
	painterFor({ nodes, links }: GraphScene): Painter {
		const isSmall = nodes.radii.length <= SVG_UP_TO.nodes && links.source.length <= SVG_UP_TO.links;
		// A picture whose links come and go with the date does not go to and fro between two ways.
		const way = isSmall && this.#way !== this.#wayOfMany ? 'svg' : this.#wayOfMany;
		if (this.#painter !== null && way === this.#way) return this.#painter;
		this.#painter?.destroy();
		this.#painter = this.#create(way);
		return this.#painter;
	}

	destroy(): void {
		this.#painter?.destroy();
		this.#painter = null;
	}

	#create(way: Way): Painter {
		this.#way = way;
		if (way === 'svg') return new SvgPainter(this.#container);
		if (way === 'offthread') return this.#createOffthread();
		const canvases = stackedCanvases(this.#container);
		try {
			return new WebglPainter(canvases);
		} catch (error) {
			canvases.remove();
			this.#wayOfMany = 'svg';
			const reason = error instanceof Error ? error.message : String(error);
			this.#callbacks.onfallback(`${reason} The network is drawn a slower way; large ones may lag.`);
			return this.#create('svg');
		}
	}

	#createOffthread(): Painter {
		const painter: Painter = new OffthreadPainter(this.#container, this.#font, (reason) => {
			if (painter !== this.#painter) return;
			console.error(reason);
			this.#wayOfMany = 'page';
			this.#callbacks.onfault();
		});
		return painter;
	}
}

import type { Painter } from './painter.ts';
import type { GraphScene } from './scene.ts';
import { SvgPainter } from './svg-painter.ts';
import { WebglPainter } from './webgl-graph.ts';

/** Up to this many nodes and links SVG draws at least as fast, and sharper. */
const SVG_UP_TO = { nodes: 500, links: 2000 };

/** Keeps the painter that suits a scene: SVG for few marks and where there is no WebGL2. */
export class PainterChoice {
	readonly #container: HTMLElement;
	readonly #onfallback: (reason: string) => void;
	#painter: Painter | null = null;
	#isSvg = false;
	#hasWebgl = true;

	/** @param onfallback told once when the usual way of drawing is not to be had */
	constructor(container: HTMLElement, onfallback: (reason: string) => void) {
		this.#container = container;
		this.#onfallback = onfallback;
	}

	/** The painter for a scene: the one in use if it suits, else another in its place. */
	painterFor({ nodes, links }: GraphScene): Painter {
		const isSmall = nodes.radii.length <= SVG_UP_TO.nodes && links.source.length <= SVG_UP_TO.links;
		const isSvg = isSmall || !this.#hasWebgl;
		if (this.#painter !== null && isSvg === this.#isSvg) return this.#painter;
		this.#painter?.destroy();
		this.#painter = this.#create(isSvg);
		return this.#painter;
	}

	destroy(): void {
		this.#painter?.destroy();
		this.#painter = null;
	}

	#create(isSvg: boolean): Painter {
		this.#isSvg = isSvg;
		if (isSvg) return new SvgPainter(this.#container);
		try {
			return new WebglPainter(this.#container);
		} catch (error) {
			this.#hasWebgl = false;
			const reason = error instanceof Error ? error.message : String(error);
			this.#onfallback(`${reason} The network is drawn a slower way; large ones may lag.`);
			return this.#create(true);
		}
	}
}

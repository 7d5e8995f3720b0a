import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import { fittingViewpoint, type PictureSize, type Viewpoint } from './scene.ts';

const FIT_PADDING_PX = 48;
/** What lies nearer to an edge than this is as good as out of sight (px). */
const EDGE_PX = 16;
/**
 * The picture counts as still this long after the last movement (ms) and after this many frames without one:
 * on a slow machine a single frame may take longer than the time.
 */
const STILL_AFTER = 150;
const STILL_FRAMES = 3;
/** Zoom at least this much beyond the whole view when one node is asked for. */
const FOCUS_ZOOM = 2.5;

/** How long the camera and nodes take from one place to another (ms). */
export const TRAVEL_MS = 500;

export function wantsLessMotion(): boolean {
	return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** From where the reader looks: moved by wheel, pointer and fingers, or told to go somewhere. */
export class GraphCamera {
	readonly #container: HTMLElement;
	readonly #zoom = zoom<HTMLElement, unknown>();
	readonly #onchange: () => void;
	#view: Viewpoint = zoomIdentity;
	#size: PictureSize;
	#fittingK = 1;
	#isMoving = false;
	#movedAt = 0;
	#framesSinceMoved = 0;
	#settling = 0;

	/** @param onchange asks for another picture */
	constructor(container: HTMLElement, onchange: () => void) {
		this.#container = container;
		this.#onchange = onchange;
		this.#size = { width: container.clientWidth, height: container.clientHeight };
		this.#zoom
			.on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
				const { k, x, y } = event.transform;
				this.#view = { k, x, y };
				this.#markMoving();
				this.#onchange();
			})
			// Clicks that move by less are still clicks.
			.clickDistance(4);
	}

	get view(): Viewpoint {
		return this.#view;
	}

	/** Size of the picture (CSS px). */
	get size(): PictureSize {
		return this.#size;
	}

	/** Zoom that shows the whole network. */
	get fittingK(): number {
		return this.#fittingK;
	}

	/** Whether another picture from elsewhere follows at once. */
	get isMoving(): boolean {
		return this.#isMoving;
	}

	/** Follows wheel, pointer and fingers; whatever else listens to them must do so before. */
	listen(): void {
		select(this.#container).call(this.#zoom).on('dblclick.zoom', null);
	}

	/** Place on screen in layout units. */
	unitsAt(x: number, y: number): readonly [number, number] {
		return [(x - this.#view.x) / this.#view.k, (y - this.#view.y) / this.#view.k];
	}

	/** Shows all places (layout units, x and y interleaved). */
	fit(positions: Float32Array, isAnimated: boolean): void {
		const view = fittingViewpoint(positions, this.#size, FIT_PADDING_PX);
		this.#fittingK = view.k;
		this.#zoom.scaleExtent([view.k / 4, view.k * 64]);
		if (isAnimated) this.#travelTo(view);
		else this.#jumpTo(view);
	}

	/** Brings a place (layout units) into the middle. */
	focus(x: number, y: number): void {
		const k = Math.max(this.#view.k, FOCUS_ZOOM * this.#fittingK);
		this.#travelTo({ k, x: this.#size.width / 2 - k * x, y: this.#size.height / 2 - k * y });
	}

	/** Brings a place (layout units) into the middle if it is out of sight, at the zoom there is. */
	reveal(x: number, y: number): void {
		const { k } = this.#view;
		const { width, height } = this.#size;
		const [atX, atY] = [x * k + this.#view.x, y * k + this.#view.y];
		const isSeen = atX >= EDGE_PX && atY >= EDGE_PX && atX <= width - EDGE_PX && atY <= height - EDGE_PX;
		if (!isSeen) this.#travelTo({ k, x: width / 2 - k * x, y: height / 2 - k * y });
	}

	/** Zooms about the middle. */
	zoomBy(factor: number): void {
		const { width, height } = this.#size;
		this.#travelTo({
			k: this.#view.k * factor,
			x: width / 2 - factor * (width / 2 - this.#view.x),
			y: height / 2 - factor * (height / 2 - this.#view.y)
		});
	}

	/** Takes the container's size; what was in the middle stays there. Says whether it had none before. */
	resize(): boolean {
		const size = { width: this.#container.clientWidth, height: this.#container.clientHeight };
		if (size.width === this.#size.width && size.height === this.#size.height) return false;
		const isFirst = this.#size.width === 0 || this.#size.height === 0;
		const [dx, dy] = [(size.width - this.#size.width) / 2, (size.height - this.#size.height) / 2];
		this.#size = size;
		if (!isFirst) this.#jumpTo({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy });
		return isFirst;
	}

	destroy(): void {
		this.#stopSettling();
		select(this.#container).on('.zoom', null).interrupt();
	}

	#travelTo(view: Viewpoint): void {
		if (wantsLessMotion()) {
			this.#jumpTo(view);
			return;
		}
		const transform = zoomIdentity.translate(view.x, view.y).scale(view.k);
		select(this.#container).transition().duration(TRAVEL_MS).call(this.#zoom.transform, transform);
	}

	#jumpTo(view: Viewpoint): void {
		const transform = zoomIdentity.translate(view.x, view.y).scale(view.k);
		select(this.#container).interrupt().call(this.#zoom.transform, transform);
		// A jump is not a movement that others follow: it is drawn in full at once.
		this.#stopSettling();
	}

	#markMoving(): void {
		this.#isMoving = true;
		this.#movedAt = performance.now();
		this.#framesSinceMoved = 0;
		if (this.#settling === 0) this.#settling = requestAnimationFrame((now) => this.#settle(now));
	}

	#settle(now: number): void {
		this.#framesSinceMoved++;
		if (now - this.#movedAt < STILL_AFTER || this.#framesSinceMoved < STILL_FRAMES) {
			this.#settling = requestAnimationFrame((next) => this.#settle(next));
			return;
		}
		this.#stopSettling();
		this.#onchange();
	}

	#stopSettling(): void {
		cancelAnimationFrame(this.#settling);
		this.#settling = 0;
		this.#isMoving = false;
	}
}

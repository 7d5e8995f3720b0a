import { drag, select, zoom, zoomIdentity, type D3DragEvent, type D3ZoomEvent } from 'd3';
import { NodeFinder, nodeInDirection, type Direction } from './node-finder.ts';
import type { Painter } from './painter.ts';
import {
	fittingViewpoint,
	nodeScale,
	withPositions,
	type GraphScene,
	type PictureSize,
	type Viewpoint
} from './scene.ts';
import { SvgPainter } from './svg-painter.ts';
import { WebglPainter } from './webgl-graph.ts';

/** Up to this many nodes and links SVG draws at least as fast, and sharper. */
const SVG_UP_TO = { nodes: 500, links: 2000 };
const FIT_PADDING_PX = 48;
/**
 * The picture counts as still this long after the last movement (ms) and after this many frames without one:
 * on a slow machine a single frame may take longer than the time.
 */
const STILL_AFTER = 150;
const STILL_FRAMES = 3;
const TRANSITION = 400;
const SLACK_PX = { mouse: 4, touch: 14 };
/** Zoom at least this much beyond the whole view when one node is asked for. */
const FOCUS_ZOOM = 2.5;

export interface GraphCallbacks {
	/** A node was clicked or tapped; null for the ground. */
	onselect?(node: number | null): void;
	/** The pointer came over a node or left it (null). */
	onhover?(node: number | null): void;
	/** A node is being dragged (layout units); `isEnd` on release, which is when to pin it. */
	ondrag?(node: number, x: number, y: number, isEnd: boolean): void;
	/** What the reader should know when the usual way of drawing is not to be had. */
	onfallback?(reason: string): void;
}

export interface GraphView {
	/** Draws another scene; the camera stays unless the number of nodes changed. */
	update(scene: GraphScene): void;
	/** Moves nodes; `isAnimated` glides there unless the reader asked for less motion. */
	setPositions(positions: Float32Array, isAnimated?: boolean): void;
	/** Shows the whole network; at once when not animated, as while a layout is still running. */
	fit(isAnimated?: boolean): void;
	/** Brings one node into the middle. */
	focus(node: number): void;
	zoomBy(factor: number): void;
	/** Node at a place in the container (px), or null. */
	nodeAt(x: number, y: number, isTouch?: boolean): number | null;
	/** The nearest neighbour of a node in a direction on screen, or null. */
	neighbourInDirection(node: number, direction: Direction): number | null;
	toPng(): Promise<Blob>;
	destroy(): void;
}

/**
 * Shows a scene in an element and lets the reader pan, zoom, drag and pick. The element needs a size and
 * a position other than static; keys, roles and names are the caller's.
 */
export function createGraphView(
	container: HTMLElement,
	scene: GraphScene,
	callbacks: GraphCallbacks = {}
): GraphView {
	return new View(container, scene, callbacks);
}

class View implements GraphView {
	readonly #container: HTMLElement;
	readonly #callbacks: GraphCallbacks;
	readonly #camera = zoom<HTMLElement, unknown>();
	readonly #resizing: ResizeObserver;
	readonly #abort = new AbortController();
	#painter: Painter;
	#isSvg: boolean;
	#hasWebgl = true;
	#scene: GraphScene;
	#finder: NodeFinder | null = null;
	#neighbours: Map<number, number[]> | null = null;
	#view: Viewpoint = zoomIdentity;
	#fittingK = 1;
	#size: PictureSize;
	#frame = 0;
	#glide = 0;
	#isMoving = false;
	#movedAt = 0;
	#framesSinceMoved = 0;
	#settling = 0;
	#hovered: number | null = null;

	constructor(container: HTMLElement, scene: GraphScene, callbacks: GraphCallbacks) {
		this.#container = container;
		this.#callbacks = callbacks;
		this.#scene = scene;
		this.#size = { width: container.clientWidth, height: container.clientHeight };
		this.#isSvg = this.#isForSvg(scene);
		this.#painter = this.#createPainter();
		this.#painter.setScene(scene);
		this.#listen();
		this.#resizing = new ResizeObserver(() => this.#resize());
		this.#resizing.observe(container);
		this.#jumpTo(this.#wholeView());
	}

	update(scene: GraphScene): void {
		const isOther = scene.nodes.radii.length !== this.#scene.nodes.radii.length;
		this.#stopGlide();
		this.#scene = scene;
		this.#finder = null;
		this.#neighbours = null;
		if (this.#isForSvg(scene) !== this.#isSvg) {
			this.#isSvg = !this.#isSvg;
			this.#painter.destroy();
			this.#painter = this.#createPainter();
		}
		this.#painter.setScene(scene);
		if (isOther) this.fit();
		else this.#schedule();
	}

	setPositions(positions: Float32Array, isAnimated = false): void {
		this.#stopGlide();
		const from = this.#scene.nodes.positions;
		if (!isAnimated || wantsLessMotion() || from.length !== positions.length) {
			this.#place(positions);
			return;
		}
		const start = from.slice();
		const startedAt = performance.now();
		const step = (now: number): void => {
			const share = Math.min(1, Math.max(0, (now - startedAt) / TRANSITION));
			const eased = share * share * (3 - 2 * share);
			this.#place(share === 1 ? positions : start.map((at, i) => at + eased * (positions[i]! - at)));
			this.#glide = share < 1 ? requestAnimationFrame(step) : 0;
		};
		this.#glide = requestAnimationFrame(step);
	}

	fit(isAnimated = true): void {
		if (isAnimated) this.#travelTo(this.#wholeView());
		else this.#jumpTo(this.#wholeView());
	}

	focus(node: number): void {
		const { positions } = this.#scene.nodes;
		const k = Math.max(this.#view.k, FOCUS_ZOOM * this.#fittingK);
		this.#travelTo({
			k,
			x: this.#size.width / 2 - k * positions[2 * node]!,
			y: this.#size.height / 2 - k * positions[2 * node + 1]!
		});
	}

	zoomBy(factor: number): void {
		const { width, height } = this.#size;
		const k = this.#view.k * factor;
		this.#travelTo({
			k,
			x: width / 2 - factor * (width / 2 - this.#view.x),
			y: height / 2 - factor * (height / 2 - this.#view.y)
		});
	}

	nodeAt(x: number, y: number, isTouch = false): number | null {
		this.#finder ??= new NodeFinder(this.#scene.nodes);
		const { k } = this.#view;
		return this.#finder.at(
			(x - this.#view.x) / k,
			(y - this.#view.y) / k,
			1 / k,
			nodeScale(k, this.#fittingK),
			isTouch ? SLACK_PX.touch : SLACK_PX.mouse
		);
	}

	neighbourInDirection(node: number, direction: Direction): number | null {
		this.#neighbours ??= neighboursOf(this.#scene);
		const candidates = this.#neighbours.get(node) ?? [];
		return nodeInDirection(this.#scene.nodes.positions, node, candidates, direction);
	}

	toPng(): Promise<Blob> {
		return this.#painter.toPng(this.#view, this.#size, this.#fittingK);
	}

	destroy(): void {
		this.#stopGlide();
		this.#abort.abort();
		this.#resizing.disconnect();
		cancelAnimationFrame(this.#frame);
		this.#stopSettling();
		select(this.#container).on('.zoom', null).on('.drag', null).interrupt();
		this.#painter.destroy();
	}

	#isForSvg({ nodes, links }: GraphScene): boolean {
		return (
			!this.#hasWebgl || (nodes.radii.length <= SVG_UP_TO.nodes && links.source.length <= SVG_UP_TO.links)
		);
	}

	#createPainter(): Painter {
		if (!this.#isSvg) {
			try {
				return new WebglPainter(this.#container);
			} catch (error) {
				this.#hasWebgl = false;
				this.#isSvg = true;
				const reason = error instanceof Error ? error.message : String(error);
				this.#callbacks.onfallback?.(`${reason} The network is drawn a slower way; large ones may lag.`);
			}
		}
		return new SvgPainter(this.#container);
	}

	#listen(): void {
		const area = select(this.#container);
		this.#camera
			.on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
				const { k, x, y } = event.transform;
				this.#view = { k, x, y };
				this.#markMoving();
				this.#schedule();
			})
			// Clicks that move by less are still clicks.
			.clickDistance(4);
		const dragging = drag<HTMLElement, unknown, { node: number; x: number; y: number }>()
			.container(this.#container)
			.subject((event: { x: number; y: number; sourceEvent?: Event }) => {
				const node = this.nodeAt(event.x, event.y, isTouch(event.sourceEvent));
				return node === null ? (undefined as never) : { node, x: event.x, y: event.y };
			})
			.clickDistance(4)
			.on('drag', (event: NodeDrag) => this.#dragTo(event, false))
			.on('end', (event: NodeDrag) => this.#dragTo(event, true));
		area.call(dragging).call(this.#camera).on('dblclick.zoom', null);

		const { signal } = this.#abort;
		const place = (event: MouseEvent): readonly [number, number] => {
			const frame = this.#container.getBoundingClientRect();
			return [event.clientX - frame.left, event.clientY - frame.top];
		};
		this.#container.addEventListener(
			'click',
			(event) => this.#callbacks.onselect?.(this.nodeAt(...place(event), isTouch(event))),
			{ signal }
		);
		this.#container.addEventListener(
			'pointermove',
			(event) => {
				if (event.buttons === 0 && event.pointerType !== 'touch') this.#hover(this.nodeAt(...place(event)));
			},
			{ signal }
		);
		this.#container.addEventListener('pointerleave', () => this.#hover(null), { signal });
	}

	#hover(node: number | null): void {
		if (node === this.#hovered) return;
		this.#hovered = node;
		this.#container.style.cursor = node === null ? '' : 'pointer';
		this.#callbacks.onhover?.(node);
	}

	#dragTo({ subject, x, y, dx, dy }: NodeDrag, isEnd: boolean): void {
		const hasMoved = dx !== 0 || dy !== 0 || x !== subject.x || y !== subject.y;
		if (!hasMoved) return;
		const unitX = (x - this.#view.x) / this.#view.k;
		const unitY = (y - this.#view.y) / this.#view.k;
		const positions = this.#scene.nodes.positions.slice();
		positions[2 * subject.node] = unitX;
		positions[2 * subject.node + 1] = unitY;
		this.#place(positions);
		this.#callbacks.ondrag?.(subject.node, unitX, unitY, isEnd);
	}

	#place(positions: Float32Array): void {
		this.#scene = withPositions(this.#scene, positions);
		this.#finder = null;
		this.#painter.setPositions(positions);
		this.#schedule();
	}

	#stopGlide(): void {
		cancelAnimationFrame(this.#glide);
		this.#glide = 0;
	}

	#resize(): void {
		const size = { width: this.#container.clientWidth, height: this.#container.clientHeight };
		if (size.width === this.#size.width && size.height === this.#size.height) return;
		const isFirst = this.#size.width === 0 || this.#size.height === 0;
		const [dx, dy] = [(size.width - this.#size.width) / 2, (size.height - this.#size.height) / 2];
		this.#size = size;
		if (isFirst) this.#jumpTo(this.#wholeView());
		else this.#jumpTo({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy });
	}

	#wholeView(): Viewpoint {
		const view = fittingViewpoint(this.#scene.nodes.positions, this.#size, FIT_PADDING_PX);
		this.#fittingK = view.k;
		this.#camera.scaleExtent([view.k / 4, view.k * 64]);
		return view;
	}

	#travelTo(view: Viewpoint): void {
		if (wantsLessMotion()) {
			this.#jumpTo(view);
			return;
		}
		const transform = zoomIdentity.translate(view.x, view.y).scale(view.k);
		select(this.#container).transition().duration(TRANSITION).call(this.#camera.transform, transform);
	}

	#jumpTo(view: Viewpoint): void {
		const transform = zoomIdentity.translate(view.x, view.y).scale(view.k);
		select(this.#container).interrupt().call(this.#camera.transform, transform);
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
		this.#schedule();
	}

	#stopSettling(): void {
		cancelAnimationFrame(this.#settling);
		this.#settling = 0;
		this.#isMoving = false;
	}

	#schedule(): void {
		if (this.#frame !== 0) return;
		this.#frame = requestAnimationFrame(() => {
			this.#frame = 0;
			if (this.#size.width === 0 || this.#size.height === 0) return;
			this.#painter.paint(this.#view, this.#size, this.#fittingK, this.#isMoving);
		});
	}
}

type NodeDrag = D3DragEvent<HTMLElement, unknown, { node: number; x: number; y: number }>;

function isTouch(event: Event | undefined): boolean {
	if (event === undefined) return false;
	return event.type.startsWith('touch') || ('pointerType' in event && event.pointerType === 'touch');
}

function wantsLessMotion(): boolean {
	return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function neighboursOf({ links }: GraphScene): Map<number, number[]> {
	const neighbours = new Map<number, number[]>();
	const add = (from: number, to: number): void => {
		const row = neighbours.get(from);
		if (row === undefined) neighbours.set(from, [to]);
		else row.push(to);
	};
	for (let link = 0; link < links.source.length; link++) {
		add(links.source[link]!, links.target[link]!);
		add(links.target[link]!, links.source[link]!);
	}
	return neighbours;
}

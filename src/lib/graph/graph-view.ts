import { Glide } from './glide.ts';
import { GraphCamera, TRAVEL_MS, wantsLessMotion } from './graph-camera.ts';
import { followPointer } from './graph-pointer.ts';
import { GraphWalk, type Direction } from './graph-walk.ts';
import { NodeFinder } from './node-finder.ts';
import { PainterChoice } from './painter-choice.ts';
import type { FontFile, Painter } from './painter.ts';
import { nodeScale, withPositions, type GraphScene } from './scene.ts';

const SLACK_PX = { mouse: 4, touch: 14 };
/** More device pixels a CSS pixel cost more than the eye gets from them. */
const SHARPEST = 2;

export interface GraphCallbacks {
	/** A node was clicked or tapped; null for the ground. */
	onselect?(node: number | null): void;
	/** The pointer came over a node or left it (null). */
	onhover?(node: number | null): void;
	/**
	 * A node is being dragged (layout units); `isEnd` on release, which is when to pin it. While it is held,
	 * places that arrive move all nodes but this one.
	 */
	ondrag?(node: number, x: number, y: number, isEnd: boolean): void;
	/** What the reader should know when the usual way of drawing is not to be had. */
	onfallback?(reason: string): void;
}

export interface GraphView {
	/** Draws another scene; the camera stays unless the number of nodes changed. */
	update(scene: GraphScene): void;
	/**
	 * Moves nodes. With `isGliding` they glide from where they are, unless the reader asked for less motion;
	 * places that arrive on the way become their destination.
	 */
	setPositions(positions: Float32Array, isGliding?: boolean): void;
	/**
	 * Shows the whole network, as it will be when it has glided to its places; at once when not animated, as
	 * while a layout is still running.
	 */
	fit(isAnimated?: boolean): void;
	/** Brings one node into the middle. */
	focus(node: number): void;
	/** Brings one node into sight if it is not. */
	reveal(node: number): void;
	zoomBy(factor: number): void;
	/** Node at a place in the container (px), or null. */
	nodeAt(x: number, y: number, isTouch?: boolean): number | null;
	/** The nearest neighbour of a node in a direction on screen, or null. */
	neighbourInDirection(node: number, direction: Direction): number | null;
	/** The node after or before another, through all components; see `GraphWalk.beside`. */
	nodeBeside(node: number | null, step: 1 | -1): number | null;
	destroy(): void;
}

/**
 * Shows a scene in an element and lets the reader pan, zoom, drag and pick. The element needs a size and
 * a position other than static; keys, roles and names are the caller's.
 *
 * @param font where the font of the scene's labels comes from; null: the machine has it
 */
export function createGraphView(
	container: HTMLElement,
	scene: GraphScene,
	callbacks: GraphCallbacks = {},
	font: FontFile | null = null
): GraphView {
	return new View(container, scene, callbacks, font);
}

class View implements GraphView {
	readonly #callbacks: GraphCallbacks;
	readonly #camera: GraphCamera;
	readonly #painters: PainterChoice;
	readonly #resizing: ResizeObserver;
	readonly #abort = new AbortController();
	#painter: Painter;
	/** As drawn: on a glide its places are those on the way. */
	#scene: GraphScene;
	#finder: NodeFinder | null = null;
	#walk: GraphWalk | null = null;
	#glide: Glide | null = null;
	/** Whether the camera keeps to the whole network while nodes glide. */
	#isFollowing = false;
	#held: { node: number; x: number; y: number } | null = null;
	#frame = 0;

	constructor(container: HTMLElement, scene: GraphScene, callbacks: GraphCallbacks, font: FontFile | null) {
		this.#callbacks = callbacks;
		this.#scene = scene;
		this.#camera = new GraphCamera(container, () => this.#schedule());
		this.#painters = new PainterChoice(container, font, {
			onfault: () => {
				this.#takeScene(this.#scene);
				this.#schedule();
			},
			onfallback: (reason) => callbacks.onfallback?.(reason)
		});
		this.#painter = this.#painters.painterFor(scene);
		this.#painter.setScene(scene);
		followPointer(
			container,
			{
				nodeAt: (x, y, isTouch) => this.nodeAt(x, y, isTouch),
				onclick: (node) => callbacks.onselect?.(node),
				onhover: (node) => callbacks.onhover?.(node),
				ondrag: (node, x, y, isEnd) => this.#dragTo(node, x, y, isEnd)
			},
			this.#abort.signal
		);
		this.#camera.listen();
		this.#resizing = new ResizeObserver(() => {
			if (this.#camera.resize()) this.fit(false);
		});
		this.#resizing.observe(container);
		this.fit(false);
	}

	update(scene: GraphScene): void {
		const isOther = scene.nodes.radii.length !== this.#scene.nodes.radii.length;
		if (isOther) this.#glide = this.#held = null;
		this.#glide?.redirect(scene.nodes.positions);
		const shown = this.#glide === null ? this.#withHeld(scene.nodes.positions) : this.#scene.nodes.positions;
		this.#finder = null;
		this.#walk = null;
		this.#takeScene(withPositions(scene, shown));
		if (isOther) this.fit();
		else this.#schedule();
	}

	setPositions(positions: Float32Array, isGliding = false): void {
		const from = this.#scene.nodes.positions;
		const canGlide = from.length === positions.length && !wantsLessMotion();
		if (isGliding && canGlide) this.#glide = new Glide(from, positions, performance.now(), TRAVEL_MS);
		else if (canGlide) this.#glide?.redirect(positions);
		else this.#glide = null;
		this.#isFollowing = false;
		if (this.#glide === null) this.#place(positions);
		this.#schedule();
	}

	fit(isAnimated = true): void {
		// What the reader holds must not slip from under the pointer.
		if (this.#held !== null) return;
		this.#isFollowing = !isAnimated;
		const { positions } = this.#scene.nodes;
		this.#camera.fit(isAnimated ? (this.#glide?.destination ?? positions) : positions, isAnimated);
	}

	focus(node: number): void {
		const positions = this.#glide?.destination ?? this.#scene.nodes.positions;
		this.#camera.focus(positions[2 * node]!, positions[2 * node + 1]!);
	}

	reveal(node: number): void {
		const positions = this.#glide?.destination ?? this.#scene.nodes.positions;
		this.#camera.reveal(positions[2 * node]!, positions[2 * node + 1]!);
	}

	zoomBy(factor: number): void {
		this.#camera.zoomBy(factor);
	}

	nodeAt(x: number, y: number, isTouch = false): number | null {
		this.#finder ??= new NodeFinder(this.#scene.nodes);
		const { view, fittingK } = this.#camera;
		return this.#finder.at(
			...this.#camera.unitsAt(x, y),
			1 / view.k,
			nodeScale(view.k, fittingK),
			isTouch ? SLACK_PX.touch : SLACK_PX.mouse
		);
	}

	neighbourInDirection(node: number, direction: Direction): number | null {
		this.#walk ??= new GraphWalk(this.#scene);
		return this.#walk.neighbour(this.#scene.nodes.positions, node, direction);
	}

	nodeBeside(node: number | null, step: 1 | -1): number | null {
		this.#walk ??= new GraphWalk(this.#scene);
		return this.#walk.beside(node, step);
	}

	destroy(): void {
		cancelAnimationFrame(this.#frame);
		this.#glide = null;
		this.#abort.abort();
		this.#resizing.disconnect();
		this.#camera.destroy();
		this.#painters.destroy();
	}

	#dragTo(node: number, x: number, y: number, isEnd: boolean): void {
		// Another scene may have come while the pointer held on to a node of the last.
		if (node >= this.#scene.nodes.radii.length) return;
		const [unitX, unitY] = this.#camera.unitsAt(x, y);
		this.#held = { node, x: unitX, y: unitY };
		this.#place(this.#scene.nodes.positions);
		this.#schedule();
		if (isEnd) {
			// Until the caller's places hold it there.
			this.#glide?.redirect(this.#withHeld(this.#glide.destination));
			this.#held = null;
		}
		this.#callbacks.ondrag?.(node, unitX, unitY, isEnd);
	}

	#takeScene(scene: GraphScene): void {
		this.#scene = scene;
		this.#painter = this.#painters.painterFor(scene);
		this.#painter.setScene(scene);
	}

	#withHeld(positions: Float32Array): Float32Array {
		if (this.#held === null) return positions;
		const { node, x, y } = this.#held;
		const places = positions.slice();
		places.set([x, y], 2 * node);
		return places;
	}

	#place(positions: Float32Array): void {
		const places = this.#withHeld(positions);
		this.#scene = withPositions(this.#scene, places);
		this.#finder = null;
		this.#painter.setPositions(places);
	}

	#schedule(): void {
		if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#draw(now));
	}

	#draw(now: number): void {
		this.#frame = 0;
		if (this.#glide !== null) this.#glideOn(this.#glide, now);
		const { view, size, fittingK, isMoving } = this.#camera;
		if (size.width === 0 || size.height === 0) return;
		const pixelRatio = Math.min(SHARPEST, window.devicePixelRatio);
		this.#painter.paint({ view, size, fittingK, pixelRatio, isMoving });
	}

	#glideOn(glide: Glide, now: number): void {
		this.#place(glide.at(now));
		if (this.#isFollowing) this.fit(false);
		if (glide.isOver(now)) this.#glide = null;
		else this.#schedule();
	}
}

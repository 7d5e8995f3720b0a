import { LabelLayer } from './label-layer.ts';
import type { Look, Painter } from './painter.ts';
import { extentOf, nodeScale, withPositions, type GraphScene, type PictureSize } from './scene.ts';
import type { AnyCanvas, PictureCanvases } from './stacked-canvases.ts';
import { WebglPasses, type Camera } from './webgl-passes.ts';
import { WebglScene } from './webgl-scene.ts';
import { WebglSnapshot } from './webgl-snapshot.ts';

/** Beyond this many links their last picture is moved while the reader moves, instead of drawing another. */
const SNAPSHOT_ABOVE = 12_000;

/** What lives on the graphics card; built anew when the context comes back. */
interface Resources {
	passes: WebglPasses;
	loaded: WebglScene;
	links: WebglSnapshot;
}

/** Draws a scene with WebGL2 in a handful of calls, and its labels on a canvas above; on the page or in a worker. */
export class WebglPainter implements Painter {
	readonly #canvas: AnyCanvas;
	readonly #labels: LabelLayer;
	readonly #gl: WebGL2RenderingContext;
	readonly #remove: () => void;
	#resources: Resources | null = null;
	#scene: GraphScene | null = null;
	/** What of the scene the graphics card does not have yet; it is sent with the next picture. */
	#owed: 'nothing' | 'places' | 'everything' = 'everything';
	#last: Look | null = null;

	/** @throws {Error} when the browser has no WebGL2 */
	constructor({ marks, labels, remove }: PictureCanvases) {
		// A union of canvases has no one signature for its contexts.
		const gl = (marks as OffscreenCanvas).getContext('webgl2', {
			antialias: false,
			alpha: true,
			depth: false
		});
		if (gl === null) throw new Error('This browser has no WebGL2.');
		this.#gl = gl;
		this.#canvas = marks;
		this.#labels = new LabelLayer(labels);
		this.#remove = () => remove?.();
		this.#resources = this.#build();
		marks.addEventListener('webglcontextlost', (event) => {
			event.preventDefault();
			this.#resources = null;
		});
		marks.addEventListener('webglcontextrestored', () => {
			this.#resources = this.#build();
			this.#owed = 'everything';
			if (this.#last !== null) this.paint({ ...this.#last, isMoving: false });
		});
	}

	setScene(scene: GraphScene): void {
		this.#scene = scene;
		this.#labels.setScene(scene);
		this.#owed = 'everything';
	}

	setPositions(positions: Float32Array): void {
		if (this.#scene === null) return;
		this.#scene = withPositions(this.#scene, positions);
		this.#labels.moveNodes(this.#scene);
		if (this.#owed === 'nothing') this.#owed = 'places';
	}

	paint(look: Look): void {
		this.#last = look;
		if (this.#scene === null || this.#resources === null) return;
		const { view, size, fittingK, pixelRatio, isMoving } = look;
		for (const canvas of [this.#canvas, this.#labels.canvas]) resize(canvas, size, pixelRatio);
		const scale = nodeScale(view.k, fittingK);
		const { passes, loaded } = this.#resources;
		const isSame = this.#owed === 'nothing';
		this.#sendOwed(this.#resources, this.#scene);
		const camera = { view, size, scale, pixelRatio };
		this.#gl.viewport(0, 0, this.#canvas.width, this.#canvas.height);
		this.#gl.clearColor(0, 0, 0, 0);
		this.#gl.clear(this.#gl.COLOR_BUFFER_BIT);
		loaded.bind();
		passes.drawGroups(loaded, this.#scene, camera);
		// Where each picture has other places, as while a layout settles, a snapshot would serve once only.
		this.#drawLinks(this.#resources, this.#scene, camera, isMoving && isSame);
		passes.drawNodes(loaded, this.#scene, camera);
		this.#labels.paint(view, size, scale, pixelRatio, isMoving);
	}

	destroy(): void {
		this.#remove();
		this.#resources = null;
		this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
	}

	#sendOwed({ loaded, links }: Resources, scene: GraphScene): void {
		if (this.#owed === 'nothing') return;
		if (this.#owed === 'everything') loaded.upload(scene);
		else loaded.uploadPlaces(scene);
		links.forget();
		this.#owed = 'nothing';
	}

	#drawLinks({ passes, loaded, links }: Resources, scene: GraphScene, camera: Camera, isKept: boolean): void {
		const draw = (from: Camera): void => passes.drawLinks(loaded, scene, from);
		if (isKept && scene.links.source.length > SNAPSHOT_ABOVE) {
			links.show(camera, extentOf(scene.nodes.positions), draw);
		} else draw(camera);
	}

	#build(): Resources {
		return {
			passes: new WebglPasses(this.#gl),
			loaded: new WebglScene(this.#gl),
			links: new WebglSnapshot(this.#gl)
		};
	}
}

function resize(canvas: AnyCanvas, { width, height }: PictureSize, pixelRatio: number): void {
	const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
	if (canvas.width !== wide) canvas.width = wide;
	if (canvas.height !== high) canvas.height = high;
}

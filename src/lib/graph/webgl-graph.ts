import { rgb } from 'd3';
import { paddedHull } from '#lib/layout/hulls.ts';
import { LabelLayer } from './label-layer.ts';
import { linkTracks } from './link-tracks.ts';
import { pngOf, type Painter } from './painter.ts';
import {
	LINK_DIRECTED,
	linkOpacity,
	NODE_FADED,
	nodeScale,
	withPositions,
	type GraphScene,
	type PictureSize,
	type Viewpoint
} from './scene.ts';
import { shapeAtlas } from './shapes.ts';
import { GROUP_PADDING } from './svg-graph.ts';
import { programOf, type Program } from './webgl-program.ts';
import {
	ARROW_FRAGMENT,
	ARROW_VERTEX,
	BENT_STEPS,
	GROUP_FRAGMENT,
	GROUP_VERTEX,
	LINK_FRAGMENT,
	LINK_VERTEX,
	NODE_FRAGMENT,
	NODE_VERTEX,
	PLACES_WIDTH,
	PLAIN_NODE_FRAGMENT,
	TILE,
	TILES
} from './webgl-shaders.ts';

/** Beyond this many, links are drawn one device pixel wide. */
const HAIRLINES_ABOVE = 5000;
/** Beyond this many, links wait while the picture moves. */
const STILL_LINKS_ABOVE = 10_000;
/** Beyond this many, nodes without marks are drawn without a rim. */
const RIMS_UP_TO = 2000;
const MARGIN_PX = { rim: 1.5, plain: 0.5 };
const NODE_BYTES = 12;
const LINK_BYTES = 24;
const GROUP_FLOATS = 6;

/** Links in the order drawn: straight, straight with heads, bent with heads, bent. */
interface LinkRuns {
	straight: number;
	straightDirected: number;
	bentDirected: number;
	bent: number;
}

/** What lives on the graphics card; built anew when the context comes back. */
interface Resources {
	nodes: Program;
	plainNodes: Program;
	links: Program;
	arrows: Program;
	groups: Program;
	places: WebGLTexture;
	shapes: WebGLTexture;
	nodeBuffer: WebGLBuffer;
	linkBuffer: WebGLBuffer;
	groupBuffer: WebGLBuffer;
}

/**
 * Draws a scene with WebGL2 in a handful of calls: outlines, links, arrowheads, nodes; labels on a canvas
 * above. Places live in a texture, so that moving nodes sends nothing else to the card.
 *
 * @throws {Error} when the browser has no WebGL2
 */
export class WebglPainter implements Painter {
	readonly #canvas = document.createElement('canvas');
	readonly #labels = new LabelLayer();
	readonly #gl: WebGL2RenderingContext;
	#resources: Resources | null = null;
	#scene: GraphScene | null = null;
	#runs: LinkRuns = { straight: 0, straightDirected: 0, bentDirected: 0, bent: 0 };
	/** Nodes in the order drawn: faded, plain, and marked on top. */
	#nodeRuns = { faded: 0, plain: 0, marked: 0 };
	#groupCorners = new Uint32Array(0);
	/** Zoom for which the outlines' padding was worked out. */
	#groupsK = 0;
	#repaint: () => void = () => undefined;

	constructor(container: HTMLElement) {
		const gl = this.#canvas.getContext('webgl2', { antialias: false, alpha: true, depth: false });
		if (gl === null) throw new Error('This browser has no WebGL2.');
		this.#gl = gl;
		this.#resources = this.#build();
		for (const canvas of [this.#canvas, this.#labels.canvas]) {
			canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
			container.append(canvas);
		}
		this.#canvas.addEventListener('webglcontextlost', (event) => {
			event.preventDefault();
			this.#resources = null;
		});
		this.#canvas.addEventListener('webglcontextrestored', () => {
			this.#resources = this.#build();
			if (this.#scene !== null) this.#upload(this.#scene);
			this.#repaint();
		});
	}

	setScene(scene: GraphScene): void {
		this.#scene = scene;
		this.#labels.setScene(scene);
		this.#upload(scene);
	}

	setPositions(positions: Float32Array): void {
		if (this.#scene === null) return;
		this.#scene = withPositions(this.#scene, positions);
		this.#labels.moveNodes(this.#scene);
		this.#uploadPlaces(this.#scene);
		this.#groupsK = 0;
	}

	paint(view: Viewpoint, size: PictureSize, fittingK: number, isMoving: boolean): void {
		this.#repaint = () => this.paint(view, size, fittingK, false);
		if (this.#scene === null || this.#resources === null) return;
		const pixelRatio = Math.min(2, window.devicePixelRatio);
		for (const canvas of [this.#canvas, this.#labels.canvas]) resize(canvas, size, pixelRatio);
		const scale = nodeScale(view.k, fittingK);
		this.#draw(this.#resources, this.#scene, view, size, scale, pixelRatio, isMoving);
		this.#labels.paint(view, size, scale, pixelRatio, isMoving);
	}

	async toPng(view: Viewpoint, size: PictureSize, fittingK: number): Promise<Blob> {
		// The drawing buffer is only sure to be there in the task that drew it.
		this.paint(view, size, fittingK, false);
		const whole = document.createElement('canvas');
		whole.width = this.#canvas.width;
		whole.height = this.#canvas.height;
		const context = whole.getContext('2d');
		if (context === null) throw new Error('This browser has no canvas to draw on.');
		context.fillStyle = this.#scene?.paper ?? 'white';
		context.fillRect(0, 0, whole.width, whole.height);
		context.drawImage(this.#canvas, 0, 0);
		context.drawImage(this.#labels.canvas, 0, 0);
		return pngOf(whole);
	}

	destroy(): void {
		this.#canvas.remove();
		this.#labels.canvas.remove();
		this.#resources = null;
		this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
	}

	#build(): Resources {
		const gl = this.#gl;
		gl.disable(gl.DEPTH_TEST);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		return {
			nodes: programOf(gl, NODE_VERTEX, NODE_FRAGMENT),
			plainNodes: programOf(gl, NODE_VERTEX, PLAIN_NODE_FRAGMENT),
			links: programOf(gl, LINK_VERTEX, LINK_FRAGMENT),
			arrows: programOf(gl, ARROW_VERTEX, ARROW_FRAGMENT),
			groups: programOf(gl, GROUP_VERTEX, GROUP_FRAGMENT),
			places: gl.createTexture(),
			shapes: this.#createShapes(),
			nodeBuffer: gl.createBuffer(),
			linkBuffer: gl.createBuffer(),
			groupBuffer: gl.createBuffer()
		};
	}

	#createShapes(): WebGLTexture {
		const gl = this.#gl;
		const texture = gl.createTexture();
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
		for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
			gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
		}
		for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
			gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
		}
		const texels = shapeAtlas(TILE, TILES);
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, TILE * TILES, TILE, 0, gl.RED, gl.UNSIGNED_BYTE, texels);
		return texture;
	}

	#upload(scene: GraphScene): void {
		if (this.#resources === null) return;
		this.#uploadPlaces(scene);
		this.#uploadNodes(scene, this.#resources);
		this.#uploadLinks(scene, this.#resources);
		this.#groupsK = 0;
	}

	#uploadPlaces({ nodes }: GraphScene): void {
		if (this.#resources === null) return;
		const gl = this.#gl;
		const rows = Math.max(1, Math.ceil(nodes.radii.length / PLACES_WIDTH));
		const texels = new Float32Array(4 * PLACES_WIDTH * rows);
		for (let node = 0; node < nodes.radii.length; node++) {
			texels[4 * node] = nodes.positions[2 * node]!;
			texels[4 * node + 1] = nodes.positions[2 * node + 1]!;
			texels[4 * node + 2] = nodes.radii[node]!;
		}
		gl.bindTexture(gl.TEXTURE_2D, this.#resources.places);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, PLACES_WIDTH, rows, 0, gl.RGBA, gl.FLOAT, texels);
	}

	#uploadNodes({ nodes, palette }: GraphScene, { nodeBuffer }: Resources): void {
		const colours = palette.map(bytesOf);
		const runs: [number[], number[], number[]] = [[], [], []];
		nodes.states.forEach((state, node) => {
			runs[state === 0 ? 1 : (state & ~NODE_FADED) === 0 ? 0 : 2].push(node);
		});
		const [faded, plain, marked] = runs;
		this.#nodeRuns = { faded: faded.length, plain: plain.length, marked: marked.length };
		const order = runs.flat();
		const bytes = new DataView(new ArrayBuffer(NODE_BYTES * order.length));
		order.forEach((node, i) => {
			const at = NODE_BYTES * i;
			bytes.setUint32(at, node, true);
			setColour(bytes, at + 4, colours[nodes.colours[node]!]);
			bytes.setUint8(at + 8, nodes.shapes[node]!);
			bytes.setUint8(at + 9, nodes.states[node]!);
		});
		this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, nodeBuffer);
		this.#gl.bufferData(this.#gl.ARRAY_BUFFER, bytes, this.#gl.STATIC_DRAW);
	}

	#uploadLinks({ links, palette }: GraphScene, { linkBuffer }: Resources): void {
		const colours = palette.map(bytesOf);
		const tracks = linkTracks(links.source, links.target);
		const run = (link: number): number => {
			const isDirected = (links.marks[link]! & LINK_DIRECTED) !== 0;
			return tracks[link] === 0 ? (isDirected ? 1 : 0) : isDirected ? 2 : 3;
		};
		const counts = [0, 0, 0, 0];
		for (let link = 0; link < tracks.length; link++) counts[run(link)]!++;
		const [straight, straightDirected, bentDirected, bent] = counts as [number, number, number, number];
		this.#runs = { straight, straightDirected, bentDirected, bent };
		const cursor = [0, straight, straight + straightDirected, straight + straightDirected + bentDirected];

		const bytes = new DataView(new ArrayBuffer(LINK_BYTES * tracks.length));
		for (let link = 0; link < tracks.length; link++) {
			const at = LINK_BYTES * cursor[run(link)]!++;
			bytes.setUint32(at, links.source[link]!, true);
			bytes.setUint32(at + 4, links.target[link]!, true);
			bytes.setFloat32(at + 8, links.widths[link]!, true);
			bytes.setFloat32(at + 12, tracks[link]!, true);
			setColour(bytes, at + 16, colours[links.colours[link]!]);
			bytes.setUint8(at + 20, links.marks[link]!);
		}
		this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, linkBuffer);
		this.#gl.bufferData(this.#gl.ARRAY_BUFFER, bytes, this.#gl.STATIC_DRAW);
	}

	/** Outlines as fans, a triangle a side; their padding is in pixels, so they depend on the zoom. */
	#uploadGroups(scene: GraphScene, { groupBuffer }: Resources, k: number): void {
		const data: number[] = [];
		const corners: number[] = [];
		for (const group of scene.groups) {
			const hull = paddedHull(scene.nodes.positions, group.nodes, GROUP_PADDING / k);
			const [red, green, blue] = bytesOf(scene.palette[group.colour] ?? 'black');
			for (let i = 0; i < hull.length; i += 2) {
				data.push(hull[i]!, hull[i + 1]!, red / 255, green / 255, blue / 255, 1);
			}
			corners.push(hull.length / 2);
		}
		this.#groupCorners = Uint32Array.from(corners);
		this.#groupsK = k;
		this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, groupBuffer);
		this.#gl.bufferData(this.#gl.ARRAY_BUFFER, Float32Array.from(data), this.#gl.DYNAMIC_DRAW);
	}

	#draw(
		resources: Resources,
		scene: GraphScene,
		view: Viewpoint,
		size: PictureSize,
		scale: number,
		pixelRatio: number,
		isMoving: boolean
	): void {
		const gl = this.#gl;
		gl.viewport(0, 0, this.#canvas.width, this.#canvas.height);
		gl.clearColor(0, 0, 0, 0);
		gl.clear(gl.COLOR_BUFFER_BIT);
		gl.activeTexture(gl.TEXTURE1);
		gl.bindTexture(gl.TEXTURE_2D, resources.shapes);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, resources.places);
		const use = (program: Program): void => {
			gl.useProgram(program.program);
			gl.uniform3f(program.uniform('u_view'), view.k, view.x, view.y);
			gl.uniform2f(program.uniform('u_size'), size.width, size.height);
			gl.uniform1f(program.uniform('u_scale'), scale);
			gl.uniform1f(program.uniform('u_pixel'), 1 / pixelRatio);
		};
		if (scene.groups.length > 0) {
			if (this.#groupsK !== view.k) this.#uploadGroups(scene, resources, view.k);
			use(resources.groups);
			this.#drawGroups(resources);
		}
		const linkCount = scene.links.source.length;
		if (linkCount > 0 && !(isMoving && linkCount > STILL_LINKS_ABOVE)) {
			use(resources.links);
			this.#drawLines(resources, linkCount, pixelRatio);
			use(resources.arrows);
			this.#drawArrows(resources, linkCount);
		}
		const { faded, plain, marked } = this.#nodeRuns;
		use(resources.nodes);
		if (scene.nodes.radii.length <= RIMS_UP_TO) this.#drawNodes(resources, scene, 0, faded + plain + marked);
		else {
			this.#drawNodes(resources, scene, 0, faded);
			use(resources.plainNodes);
			this.#drawPlainNodes(resources, faded, plain);
			use(resources.nodes);
			this.#drawNodes(resources, scene, faded + plain, marked);
		}
	}

	#drawGroups({ groups, groupBuffer }: Resources): void {
		const gl = this.#gl;
		gl.bindBuffer(gl.ARRAY_BUFFER, groupBuffer);
		gl.enableVertexAttribArray(0);
		gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 4 * GROUP_FLOATS, 0);
		gl.vertexAttribDivisor(0, 0);
		gl.enableVertexAttribArray(1);
		gl.vertexAttribPointer(1, 4, gl.FLOAT, false, 4 * GROUP_FLOATS, 8);
		gl.vertexAttribDivisor(1, 0);
		for (const location of [2, 3]) gl.disableVertexAttribArray(location);
		let first = 0;
		for (const corners of this.#groupCorners) {
			gl.uniform1f(groups.uniform('u_opacity'), 0.08);
			gl.drawArrays(gl.TRIANGLE_FAN, first, corners);
			gl.uniform1f(groups.uniform('u_opacity'), 0.5);
			gl.drawArrays(gl.LINE_LOOP, first, corners);
			first += corners;
		}
	}

	/** Binds link attributes, beginning with the link given: WebGL2 has no base instance. */
	#bindLinks({ linkBuffer }: Resources, first: number): void {
		const gl = this.#gl;
		const at = LINK_BYTES * first;
		gl.bindBuffer(gl.ARRAY_BUFFER, linkBuffer);
		gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, LINK_BYTES, at);
		gl.vertexAttribPointer(1, 2, gl.FLOAT, false, LINK_BYTES, at + 8);
		gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, LINK_BYTES, at + 16);
		gl.vertexAttribIPointer(3, 1, gl.UNSIGNED_BYTE, LINK_BYTES, at + 20);
		for (const location of [0, 1, 2, 3]) {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, 1);
		}
	}

	#drawLines(resources: Resources, linkCount: number, pixelRatio: number): void {
		const gl = this.#gl;
		const { straight, straightDirected, bentDirected, bent } = this.#runs;
		const straightCount = straight + straightDirected;
		const isHair = linkCount > HAIRLINES_ABOVE;
		gl.uniform1f(resources.links.uniform('u_opacity'), linkOpacity(linkCount));
		if (straightCount > 0) {
			this.#bindLinks(resources, 0);
			gl.uniform1f(resources.links.uniform('u_steps'), 1);
			gl.uniform1f(resources.links.uniform('u_softness'), isHair ? 0 : 1 / pixelRatio);
			if (isHair) gl.drawArraysInstanced(gl.LINES, 0, 2, straightCount);
			else gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, straightCount);
		}
		if (bentDirected + bent > 0) {
			this.#bindLinks(resources, straightCount);
			gl.uniform1f(resources.links.uniform('u_steps'), BENT_STEPS);
			gl.uniform1f(resources.links.uniform('u_softness'), 1 / pixelRatio);
			gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * (BENT_STEPS + 1), bentDirected + bent);
		}
	}

	#drawArrows(resources: Resources, linkCount: number): void {
		const { straight, straightDirected, bentDirected } = this.#runs;
		if (straightDirected + bentDirected === 0) return;
		this.#bindLinks(resources, straight);
		this.#gl.uniform1f(resources.arrows.uniform('u_opacity'), linkOpacity(linkCount));
		this.#gl.drawArraysInstanced(this.#gl.TRIANGLES, 0, 3, straightDirected + bentDirected);
	}

	#drawNodes(resources: Resources, scene: GraphScene, first: number, count: number): void {
		if (count === 0) return;
		const gl = this.#gl;
		const { nodes } = resources;
		for (const [name, colour] of [
			['u_paper', scene.paper],
			['u_ink', scene.ink],
			['u_focus', scene.focus]
		] as const) {
			const [red, green, blue] = bytesOf(colour);
			gl.uniform3f(nodes.uniform(name), red / 255, green / 255, blue / 255);
		}
		gl.uniform1f(nodes.uniform('u_margin'), MARGIN_PX.rim);
		gl.uniform1i(nodes.uniform('u_shapes'), 1);
		this.#bindNodes(resources, first);
		gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
	}

	#drawPlainNodes(resources: Resources, first: number, count: number): void {
		if (count === 0) return;
		const gl = this.#gl;
		gl.uniform1f(resources.plainNodes.uniform('u_margin'), MARGIN_PX.plain);
		gl.uniform1i(resources.plainNodes.uniform('u_shapes'), 1);
		this.#bindNodes(resources, first);
		gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
	}

	#bindNodes({ nodeBuffer }: Resources, first: number): void {
		const gl = this.#gl;
		const at = NODE_BYTES * first;
		gl.bindBuffer(gl.ARRAY_BUFFER, nodeBuffer);
		gl.vertexAttribIPointer(0, 1, gl.UNSIGNED_INT, NODE_BYTES, at);
		gl.vertexAttribPointer(1, 4, gl.UNSIGNED_BYTE, true, NODE_BYTES, at + 4);
		gl.vertexAttribIPointer(2, 4, gl.UNSIGNED_BYTE, NODE_BYTES, at + 8);
		for (const location of [0, 1, 2]) {
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, 1);
		}
		gl.disableVertexAttribArray(3);
	}
}

function bytesOf(colour: string): readonly [number, number, number] {
	const { r, g, b } = rgb(colour);
	return [r || 0, g || 0, b || 0];
}

function setColour(bytes: DataView, at: number, colour: readonly [number, number, number] | undefined): void {
	(colour ?? [0, 0, 0]).forEach((channel, i) => bytes.setUint8(at + i, channel));
	bytes.setUint8(at + 3, 255);
}

function resize(canvas: HTMLCanvasElement, { width, height }: PictureSize, pixelRatio: number): void {
	const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
	if (canvas.width !== wide) canvas.width = wide;
	if (canvas.height !== high) canvas.height = high;
}

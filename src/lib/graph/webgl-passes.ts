import { GROUP_FRAGMENT, GROUP_VERTEX } from './group-shaders.ts';
import { ARROW_FRAGMENT, ARROW_VERTEX, BENT_STEPS, LINK_FRAGMENT, LINK_VERTEX } from './link-shaders.ts';
import { NODE_FRAGMENT, NODE_VERTEX, PLAIN_NODE_FRAGMENT } from './node-shaders.ts';
import { channelsOf } from './scene-texels.ts';
import { linkOpacity, type GraphScene, type PictureSize, type Viewpoint } from './scene.ts';
import { programOf, type Program } from './webgl-program.ts';
import { TEXTURE_UNITS, type WebglScene } from './webgl-scene.ts';

/** Beyond this many, links are drawn one device pixel wide. */
const HAIRLINES_ABOVE = 5000;
/** Beyond this many, nodes without marks are drawn without a rim. */
const RIMS_UP_TO = 2000;
const MARGIN_PX = { rim: 1.5, plain: 0.5 };
const QUAD_VERTICES = 6;
const ARROW_VERTICES = 3;

/** How a picture is looked at. */
export interface Camera {
	view: Viewpoint;
	/** Size of the picture (CSS px). */
	size: PictureSize;
	/** By how much nodes are drawn larger than their radius. */
	scale: number;
	/** Device pixels a CSS pixel. */
	pixelRatio: number;
}

/** The passes that draw a scene: outlines, links, arrowheads, nodes, each in a call or two. */
export class WebglPasses {
	readonly #gl: WebGL2RenderingContext;
	readonly #nodes: Program;
	readonly #plainNodes: Program;
	readonly #links: Program;
	readonly #arrows: Program;
	readonly #groups: Program;

	/** @throws {Error} with the compiler's words, when a shader does not compile */
	constructor(gl: WebGL2RenderingContext) {
		this.#gl = gl;
		gl.disable(gl.DEPTH_TEST);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		this.#nodes = programOf(gl, NODE_VERTEX, NODE_FRAGMENT);
		this.#plainNodes = programOf(gl, NODE_VERTEX, PLAIN_NODE_FRAGMENT);
		this.#links = programOf(gl, LINK_VERTEX, LINK_FRAGMENT);
		this.#arrows = programOf(gl, ARROW_VERTEX, ARROW_FRAGMENT);
		this.#groups = programOf(gl, GROUP_VERTEX, GROUP_FRAGMENT);
	}

	drawGroups(loaded: WebglScene, scene: GraphScene, camera: Camera): void {
		if (scene.groups.length === 0) return;
		const gl = this.#gl;
		this.#use(this.#groups, camera);
		loaded.bindGroups(scene, camera.view.k);
		let first = 0;
		for (const corners of loaded.groupCorners) {
			gl.uniform1f(this.#groups.uniform('u_opacity'), 0.08);
			gl.drawArrays(gl.TRIANGLE_FAN, first, corners);
			gl.uniform1f(this.#groups.uniform('u_opacity'), 0.5);
			gl.drawArrays(gl.LINE_LOOP, first, corners);
			first += corners;
		}
		gl.bindVertexArray(null);
	}

	drawLinks({ linkRuns }: WebglScene, scene: GraphScene, camera: Camera): void {
		const gl = this.#gl;
		const count = scene.links.source.length;
		const straight = linkRuns.straight + linkRuns.straightDirected;
		const bent = linkRuns.bentDirected + linkRuns.bent;
		const heads = linkRuns.straightDirected + linkRuns.bentDirected;
		const isHair = count > HAIRLINES_ABOVE;
		if (count === 0) return;
		this.#use(this.#links, camera);
		gl.uniform1f(this.#links.uniform('u_opacity'), linkOpacity(count));
		const draw = (first: number, links: number, steps: number): void => {
			const vertices = steps === 0 ? 2 : QUAD_VERTICES * steps;
			gl.uniform1i(this.#links.uniform('u_vertices'), vertices);
			gl.uniform1f(this.#links.uniform('u_softness'), steps === 0 ? 0 : 1 / camera.pixelRatio);
			gl.drawArrays(steps === 0 ? gl.LINES : gl.TRIANGLES, vertices * first, vertices * links);
		};
		if (straight > 0) draw(0, straight, isHair ? 0 : 1);
		if (bent > 0) draw(straight, bent, BENT_STEPS);
		if (heads === 0) return;
		this.#use(this.#arrows, camera);
		gl.uniform1f(this.#arrows.uniform('u_opacity'), linkOpacity(count));
		gl.drawArrays(gl.TRIANGLES, ARROW_VERTICES * linkRuns.straight, ARROW_VERTICES * heads);
	}

	drawNodes({ nodeRuns: { faded, plain, marked } }: WebglScene, scene: GraphScene, camera: Camera): void {
		if (faded + plain + marked <= RIMS_UP_TO) {
			this.#drawRimmed(scene, camera, 0, faded + plain + marked);
			return;
		}
		this.#drawRimmed(scene, camera, 0, faded);
		this.#use(this.#plainNodes, camera);
		this.#drawQuads(this.#plainNodes, MARGIN_PX.plain, faded, plain);
		this.#drawRimmed(scene, camera, faded + plain, marked);
	}

	#drawRimmed({ paper, ink, focus }: GraphScene, camera: Camera, first: number, count: number): void {
		if (count === 0) return;
		this.#use(this.#nodes, camera);
		for (const [name, colour] of Object.entries({ u_paper: paper, u_ink: ink, u_focus: focus })) {
			const [red, green, blue] = channelsOf(colour);
			this.#gl.uniform3f(this.#nodes.uniform(name), red / 255, green / 255, blue / 255);
		}
		this.#drawQuads(this.#nodes, MARGIN_PX.rim, first, count);
	}

	#drawQuads(program: Program, marginPx: number, first: number, count: number): void {
		const gl = this.#gl;
		gl.uniform1f(program.uniform('u_margin'), marginPx);
		if (count > 0) gl.drawArrays(gl.TRIANGLES, QUAD_VERTICES * first, QUAD_VERTICES * count);
	}

	#use(program: Program, { view, size, scale, pixelRatio }: Camera): void {
		const gl = this.#gl;
		gl.useProgram(program.program);
		for (const [name, unit] of Object.entries(TEXTURE_UNITS)) gl.uniform1i(program.uniform(name), unit);
		gl.uniform3f(program.uniform('u_view'), view.k, view.x, view.y);
		gl.uniform2f(program.uniform('u_size'), size.width, size.height);
		gl.uniform1f(program.uniform('u_scale'), scale);
		gl.uniform1f(program.uniform('u_pixel'), 1 / pixelRatio);
	}
}

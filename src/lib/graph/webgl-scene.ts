import { hullOf, widenedHull } from '#lib/layout/hulls.ts';
import { TILE, TILES } from './node-shaders.ts';
import { TEXELS_ACROSS } from './place-shader.ts';
import {
	channelsOf,
	linkTexels,
	nodeTexels,
	placeTexels,
	type LinkRuns,
	type NodeRuns
} from './scene-texels.ts';
import type { GraphScene } from './scene.ts';
import { shapeAtlas } from './shapes.ts';
import { GROUP_PADDING } from './svg-graph.ts';

const GROUP_FLOATS = 6;

/** Textures, by the unit they are bound to while a picture is drawn. */
export const TEXTURE_UNITS = { u_places: 0, u_nodes: 1, u_links: 2, u_shapes: 3, u_snapshot: 4 } as const;

/**
 * A scene on the graphics card. Nodes and links are textures that the shaders look up by vertex number:
 * drawing them as instances costs a fixed sum for each where the card is only imitated, ten times the rest.
 */
export class WebglScene {
	readonly #gl: WebGL2RenderingContext;
	readonly #places: WebGLTexture;
	readonly #nodes: WebGLTexture;
	readonly #links: WebGLTexture;
	readonly #shapes: WebGLTexture;
	readonly #groupBuffer: WebGLBuffer;
	readonly #groupArray: WebGLVertexArrayObject;
	/** Hulls of the groups, which only their nodes' places change; null: out of date. */
	#hulls: Float64Array[] | null = null;
	/** Zoom for which the hulls were widened by their padding; 0: out of date. */
	#groupsK = 0;
	nodeRuns: NodeRuns = { faded: 0, plain: 0, marked: 0 };
	linkRuns: LinkRuns = { straight: 0, straightDirected: 0, bentDirected: 0, bent: 0 };
	/** Number of corners of each outline. */
	groupCorners: readonly number[] = [];

	constructor(gl: WebGL2RenderingContext) {
		this.#gl = gl;
		this.#places = this.#texture(gl.NEAREST);
		this.#nodes = this.#texture(gl.NEAREST);
		this.#links = this.#texture(gl.NEAREST);
		this.#shapes = this.#texture(gl.LINEAR);
		gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
		const texels = shapeAtlas(TILE, TILES);
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, TILE * TILES, TILE, 0, gl.RED, gl.UNSIGNED_BYTE, texels);
		this.#groupBuffer = gl.createBuffer();
		this.#groupArray = gl.createVertexArray();
		gl.bindVertexArray(this.#groupArray);
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#groupBuffer);
		gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 4 * GROUP_FLOATS, 0);
		gl.vertexAttribPointer(1, 4, gl.FLOAT, false, 4 * GROUP_FLOATS, 8);
		for (const location of [0, 1]) gl.enableVertexAttribArray(location);
		gl.bindVertexArray(null);
	}

	/** Takes everything anew. */
	upload(scene: GraphScene): void {
		const gl = this.#gl;
		const nodes = nodeTexels(scene);
		const links = linkTexels(scene);
		this.nodeRuns = nodes.runs;
		this.linkRuns = links.runs;
		this.#fill(this.#nodes, gl.RG32UI, gl.RG_INTEGER, gl.UNSIGNED_INT, nodes.texels, 2);
		this.#fill(this.#links, gl.RGBA32UI, gl.RGBA_INTEGER, gl.UNSIGNED_INT, links.texels, 4);
		this.uploadPlaces(scene);
	}

	/** Takes new places of the nodes only. */
	uploadPlaces(scene: GraphScene): void {
		this.#fill(this.#places, this.#gl.RGBA32F, this.#gl.RGBA, this.#gl.FLOAT, placeTexels(scene), 4);
		this.#hulls = null;
		this.#groupsK = 0;
	}

	/** Makes every texture readable under the unit of its name. */
	bind(): void {
		const textures = {
			u_places: this.#places,
			u_nodes: this.#nodes,
			u_links: this.#links,
			u_shapes: this.#shapes
		};
		for (const [name, texture] of Object.entries(textures)) {
			this.#gl.activeTexture(this.#gl.TEXTURE0 + TEXTURE_UNITS[name as keyof typeof TEXTURE_UNITS]);
			this.#gl.bindTexture(this.#gl.TEXTURE_2D, texture);
		}
	}

	/** Binds the outlines as fans, one after another; their padding is in pixels, so they depend on the zoom. */
	bindGroups(scene: GraphScene, k: number): void {
		const gl = this.#gl;
		gl.bindVertexArray(this.#groupArray);
		if (this.#groupsK === k) return;
		const data: number[] = [];
		this.#hulls ??= scene.groups.map((group) => hullOf(scene.nodes.positions, group.nodes));
		const hulls = this.#hulls;
		this.groupCorners = scene.groups.map((group, place) => {
			const hull = widenedHull(hulls[place]!, GROUP_PADDING / k);
			const [red, green, blue] = channelsOf(scene.palette[group.colour] ?? 'black');
			for (let i = 0; i < hull.length; i += 2) {
				data.push(hull[i]!, hull[i + 1]!, red / 255, green / 255, blue / 255, 1);
			}
			return hull.length / 2;
		});
		this.#groupsK = k;
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#groupBuffer);
		gl.bufferData(gl.ARRAY_BUFFER, Float32Array.from(data), gl.DYNAMIC_DRAW);
	}

	#texture(filter: number): WebGLTexture {
		const gl = this.#gl;
		const texture = gl.createTexture();
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
		gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
		return texture;
	}

	/** Lays texels out in rows; the last row is filled up with nothing. */
	#fill(
		texture: WebGLTexture,
		inside: number,
		format: number,
		type: number,
		texels: Uint32Array | Float32Array,
		perTexel: number
	): void {
		const gl = this.#gl;
		const words = perTexel * TEXELS_ACROSS;
		const rows = Math.max(1, Math.ceil(texels.length / words));
		const whole =
			texels instanceof Uint32Array ? new Uint32Array(words * rows) : new Float32Array(words * rows);
		whole.set(texels);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, texture);
		gl.texImage2D(gl.TEXTURE_2D, 0, inside, TEXELS_ACROSS, rows, 0, format, type, whole);
	}
}

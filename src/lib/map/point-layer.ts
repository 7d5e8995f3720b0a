import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { MapPoints } from './map-points.ts';
import { SPELL_BYTES, TIMED_HEAD, TimedProgram, packSpell } from './timed-program.ts';
import type { VertexField } from './timed-program.ts';
import { ANCHOR, parseHexColour } from './webgl-program.ts';

/** How the points of one category look. */
export interface PointLook {
	/** `#rrggbb` */
	colour: string;
	/** SVG path in a box of 16 × 16, so that no meaning hangs on colour alone. */
	path: string;
	/** Drawn as an outline rather than filled. */
	isOpen: boolean;
}

/** What the layer draws; replaced as a whole when the view's filters change, never when its date does. */
export interface PointLayerData {
	points: MapPoints;
	/** Lowest zoom at which each point stands alone, from the cluster tree; all 0 draws every point at every zoom. */
	aloneFrom: Uint8Array;
	/** Colour and shape of each category. */
	look: readonly PointLook[];
	/** Rim of each point, `#rrggbb`: the map's ground. */
	ground: string;
}

const MAX_COLOURS = 16;
const SHAPE_PX = 64;
const LOOK_AT = 8 + SPELL_BYTES;
const VERTEX_BYTES = LOOK_AT + 4;
const FIELDS: readonly VertexField[] = [
	{ name: 'a_position', size: 2, type: 'float', offset: 0 },
	{ name: 'a_spell', size: 3, type: 'days', offset: 8 },
	{ name: 'a_look', size: 2, type: 'bytes', offset: LOOK_AT }
];
const UNIFORMS = ['u_zoom', 'u_radius', 'u_colours', 'u_ground', 'u_shapes', 'u_count'] as const;

const VERTEX = `${TIMED_HEAD}
uniform float u_zoom;
uniform float u_radius;
uniform vec3 u_colours[${MAX_COLOURS}];
in vec2 a_position;
in ivec3 a_spell;
in vec2 a_look;
out vec3 v_colour;
flat out float v_shape;
void main() {
	if (!isThere(a_spell) || a_look.y > u_zoom) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
		gl_PointSize = 0.0;
		return;
	}
	gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
	gl_PointSize = u_radius * 2.0;
	v_colour = u_colours[int(a_look.x)];
	v_shape = a_look.x;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_ground;
uniform sampler2D u_shapes;
uniform float u_count;
in vec3 v_colour;
flat in float v_shape;
out vec4 colour;
void main() {
	vec4 shape = texture(u_shapes, vec2((v_shape + gl_PointCoord.x) / u_count, gl_PointCoord.y));
	float alpha = max(shape.r, shape.g);
	if (alpha < 0.01) discard;
	colour = vec4(mix(u_ground, v_colour, shape.r) * alpha, alpha);
}`;

/**
 * Organisations that stand alone, in the colour and shape of their category. Time is a vertex attribute: a step of the date slider
 * sets one uniform and draws again; no data moves, nothing is filtered on the main thread.
 */
export class PointLayer implements CustomLayerInterface {
	readonly id = 'organisations';
	readonly type = 'custom';
	readonly renderingMode = '2d';

	#map: MapLibreMap | null = null;
	#program: TimedProgram<(typeof UNIFORMS)[number]> | null = null;
	#data: PointLayerData | null = null;
	#isStale = false;
	#count = 0;
	#shapes: WebGLTexture | null = null;
	#colours: number[] = [];
	#ground: number[] = [];
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };
	#clusters = true;
	#isShown = true;

	onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
		this.#map = map;
		this.#program = new TimedProgram(gl, VERTEX, FRAGMENT, UNIFORMS);
		this.#shapes = gl.createTexture();
		this.#isStale = true;
	}

	onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
		this.#program?.remove();
		gl.deleteTexture(this.#shapes);
		this.#program = this.#shapes = this.#map = null;
	}

	setData(data: PointLayerData): void {
		this.#data = data;
		this.#colours = data.look.slice(0, MAX_COLOURS).flatMap(({ colour }) => parseHexColour(colour));
		this.#ground = parseHexColour(data.ground);
		this.#isStale = true;
		this.#map?.triggerRepaint();
	}

	/** Moves the date: the whole cost of a slider step. */
	setWindow(window: DateWindow): void {
		this.#window = window;
		this.#map?.triggerRepaint();
	}

	setShown(isShown: boolean): void {
		this.#isShown = isShown;
		this.#map?.triggerRepaint();
	}

	/** Whether points that belong to a cluster at this zoom are left to the clusters. */
	setClustered(clusters: boolean): void {
		this.#clusters = clusters;
		this.#map?.triggerRepaint();
	}

	render(
		gl: WebGL2RenderingContext | WebGLRenderingContext,
		{ defaultProjectionData }: CustomRenderMethodInput
	): void {
		const [program, data] = [this.#program, this.#data];
		if (!(gl instanceof WebGL2RenderingContext) || this.#map === null) return;
		if (program === null || data === null || !this.#isShown) return;
		if (this.#isStale) {
			program.upload(packed(data), VERTEX_BYTES, FIELDS, false);
			uploadShapes(gl, this.#shapes, data.look);
			this.#count = data.points.times.point.length;
			this.#isStale = false;
		}
		if (this.#count === 0) return;

		program.begin(defaultProjectionData.mainMatrix, this.#window);
		const zoom = this.#map.getZoom();
		gl.uniform1f(program.at('u_zoom'), this.#clusters ? Math.floor(zoom) : 254);
		gl.uniform1f(program.at('u_radius'), pointRadiusPx(zoom) * devicePixelRatio);
		gl.uniform3fv(program.at('u_colours'), this.#colours);
		gl.uniform3fv(program.at('u_ground'), this.#ground);
		gl.uniform1f(program.at('u_count'), data.look.length);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, this.#shapes);
		gl.uniform1i(program.at('u_shapes'), 0);
		gl.drawArrays(gl.POINTS, 0, this.#count);
		program.end();
	}
}

/** One vertex a spell: x, y (32-bit, from the anchor), the spell, and category with zoom. */
function packed({ points, aloneFrom }: PointLayerData): DataView {
	const { times } = points;
	const { point, kind } = times;
	const view = new DataView(new ArrayBuffer(point.length * VERTEX_BYTES));
	for (let spell = 0; spell < point.length; spell += 1) {
		const at = point[spell]!;
		const offset = spell * VERTEX_BYTES;
		view.setFloat32(offset, points.x[at]! - ANCHOR.x, true);
		view.setFloat32(offset + 4, points.y[at]! - ANCHOR.y, true);
		packSpell(view, offset + 8, times, spell);
		view.setUint8(offset + LOOK_AT, kind[at]!);
		view.setUint8(offset + LOOK_AT + 1, aloneFrom[at]!);
	}
	return view;
}

/** Draws the shapes side by side: red where the shape is, green where its rim keeps it off the ground. */
function uploadShapes(
	gl: WebGL2RenderingContext,
	texture: WebGLTexture | null,
	look: readonly PointLook[]
): void {
	const size = SHAPE_PX;
	const canvas = new OffscreenCanvas(size * look.length, size);
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('The browser gave no canvas to draw shapes on.');
	context.lineJoin = 'round';
	look.forEach(({ path, isOpen }, at) => {
		const shape = new Path2D(path);
		// A margin of two units round the box of sixteen leaves room for the rim.
		context.setTransform(size / 20, 0, 0, size / 20, at * size + size / 10, size / 10);
		context.globalCompositeOperation = 'lighter';
		context.strokeStyle = context.fillStyle = '#00ff00';
		context.lineWidth = isOpen ? 7 : 4;
		context.fill(shape);
		context.stroke(shape);
		context.strokeStyle = context.fillStyle = '#ff0000';
		context.lineWidth = 3;
		if (isOpen) context.stroke(shape);
		else context.fill(shape);
	});
	gl.bindTexture(gl.TEXTURE_2D, texture);
	gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
	gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
	gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
	gl.generateMipmap(gl.TEXTURE_2D);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}

/** Radius of a point, CSS pixels: small on a whole country, easy to hit in a town. */
export function pointRadiusPx(zoom: number): number {
	return Math.max(5.5, Math.min(11, 2 + zoom * 0.8));
}

import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { DateWindow } from '#lib/view/presence.ts';
import type { LearningArc } from './map-arcs.ts';
import { ANCHOR, anchoredMatrix, linkProgram, parseHexColour } from './webgl-program.ts';

export interface ArcLayerData {
	arcs: readonly LearningArc[];
	/** Four numbers an arc: source x, y, learner x, y on the unit square of Web Mercator. */
	ends: Float64Array;
	/** `#rrggbb` for what a source states, and for what is inferred. */
	declared: string;
	inferred: string;
}

const SEGMENTS = 24;
const MODES = ['as-of', 'cumulative', 'changed'] as const;
const UNIFORMS = [
	'u_matrix',
	'u_mode',
	'u_day',
	'u_since',
	'u_size',
	'u_pixels',
	'u_declared',
	'u_inferred'
] as const;

/**
 * Each arc is one instance of a strip along a curve that bows to the left of its direction, so that
 * there and back lie side by side. It widens to an arrowhead at the learner; inferred ones are dashed.
 */
const VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform int u_mode;
uniform int u_day;
uniform int u_since;
uniform vec2 u_size;
uniform float u_pixels;
in vec4 a_ends;
in ivec2 a_spell;
in float a_inferred;
out float v_along;
out float v_across;
out float v_length;
flat out float v_inferred;
vec2 curve(float t) {
	vec2 start = a_ends.xy;
	vec2 end = a_ends.zw;
	vec2 step = end - start;
	vec2 bend = (start + end) * 0.5 + vec2(step.y, -step.x) * 0.22;
	return mix(mix(start, bend, t), mix(bend, end, t), t);
}
vec2 screen(float t) {
	vec4 clip = u_matrix * vec4(curve(t), 0.0, 1.0);
	return clip.xy / clip.w * 0.5 * u_size;
}
void main() {
	bool begun = a_spell.x <= u_day;
	bool there = u_mode == 0 ? begun && a_spell.y > u_day
		: u_mode == 1 ? begun
		: (begun && a_spell.x >= u_since) || (a_spell.y >= u_since && a_spell.y <= u_day);
	if (!there) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
		return;
	}
	float t = float(gl_VertexID / 2) / ${SEGMENTS}.0;
	float side = gl_VertexID % 2 == 0 ? -1.0 : 1.0;
	float span = distance(screen(0.0), screen(1.0));
	// The last pixels before the learner are the arrowhead.
	float head = clamp(9.0 * u_pixels / max(span, 1.0), 0.02, 0.35);
	float width = t > 1.0 - head ? mix(0.2, 3.6, (1.0 - t) / head) : 0.8;
	vec2 here = screen(t);
	vec2 ahead = screen(min(t + 0.01, 1.0)) - screen(max(t - 0.01, 0.0));
	vec2 normal = length(ahead) > 0.0 ? normalize(vec2(-ahead.y, ahead.x)) : vec2(0.0);
	vec2 place = here + normal * side * (width + 0.25) * u_pixels;
	gl_Position = vec4(place / (0.5 * u_size), 0.0, 1.0);
	v_along = t;
	v_across = side * (width + 0.25);
	v_length = span / u_pixels;
	v_inferred = t > 1.0 - head ? 0.0 : a_inferred;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_declared;
uniform vec3 u_inferred;
in float v_along;
in float v_across;
in float v_length;
flat in float v_inferred;
out vec4 colour;
void main() {
	if (v_inferred > 0.5 && fract(v_along * v_length / 9.0) > 0.55) discard;
	float alpha = 0.8 * mix(0.35, 1.0, v_along);
	colour = vec4(mix(u_declared, u_inferred, v_inferred) * alpha, alpha);
}`;

/** How learning travelled, as arcs with a direction; the date is a uniform, as for points. */
export class ArcLayer implements CustomLayerInterface {
	readonly id = 'learning-arcs';
	readonly type = 'custom';
	readonly renderingMode = '2d';

	#map: MapLibreMap | null = null;
	#program: WebGLProgram | null = null;
	#vertices: WebGLVertexArrayObject | null = null;
	#buffer: WebGLBuffer | null = null;
	#uniforms = new Map<string, WebGLUniformLocation | null>();
	#data: ArcLayerData | null = null;
	#isStale = false;
	#isShown = true;
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };

	onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
		this.#map = map;
		const program = linkProgram(gl, VERTEX, FRAGMENT);
		this.#program = program;
		this.#uniforms = new Map(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)]));
		this.#vertices = gl.createVertexArray();
		this.#buffer = gl.createBuffer();
		this.#isStale = true;
	}

	onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
		gl.deleteProgram(this.#program);
		gl.deleteVertexArray(this.#vertices);
		gl.deleteBuffer(this.#buffer);
		this.#program = this.#vertices = this.#buffer = this.#map = null;
	}

	setData(data: ArcLayerData): void {
		this.#data = data;
		this.#isStale = true;
		this.#map?.triggerRepaint();
	}

	/** Changes the two colours, as the theme does. */
	setColours(declared: string, inferred: string): void {
		if (this.#data !== null) this.#data = { ...this.#data, declared, inferred };
		this.#map?.triggerRepaint();
	}

	setWindow(window: DateWindow): void {
		this.#window = window;
		this.#map?.triggerRepaint();
	}

	setShown(isShown: boolean): void {
		this.#isShown = isShown;
		this.#map?.triggerRepaint();
	}

	render(
		gl: WebGL2RenderingContext | WebGLRenderingContext,
		{ defaultProjectionData }: CustomRenderMethodInput
	): void {
		if (!(gl instanceof WebGL2RenderingContext) || this.#data === null || !this.#isShown) return;
		if (this.#isStale) this.#upload(gl, this.#data);
		if (this.#program === null || this.#data.arcs.length === 0) return;

		const uniform = (name: (typeof UNIFORMS)[number]): WebGLUniformLocation | null =>
			this.#uniforms.get(name) ?? null;
		gl.useProgram(this.#program);
		gl.bindVertexArray(this.#vertices);
		gl.uniformMatrix4fv(uniform('u_matrix'), false, anchoredMatrix(defaultProjectionData.mainMatrix, ANCHOR));
		gl.uniform1i(uniform('u_mode'), MODES.indexOf(this.#window.mode));
		gl.uniform1i(uniform('u_day'), this.#window.day);
		gl.uniform1i(uniform('u_since'), this.#window.since);
		gl.uniform2f(uniform('u_size'), gl.drawingBufferWidth, gl.drawingBufferHeight);
		gl.uniform1f(uniform('u_pixels'), devicePixelRatio);
		gl.uniform3fv(uniform('u_declared'), parseHexColour(this.#data.declared));
		gl.uniform3fv(uniform('u_inferred'), parseHexColour(this.#data.inferred));
		gl.disable(gl.DEPTH_TEST);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
		gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * (SEGMENTS + 1), this.#data.arcs.length);
		gl.bindVertexArray(null);
	}

	#upload(gl: WebGL2RenderingContext, { arcs, ends }: ArcLayerData): void {
		const bytes = 28;
		const packed = new DataView(new ArrayBuffer(arcs.length * bytes));
		arcs.forEach(({ from, to, isInferred }, arc) => {
			const offset = arc * bytes;
			for (let at = 0; at < 4; at += 1) {
				packed.setFloat32(offset + at * 4, ends[arc * 4 + at]! - (at % 2 === 0 ? ANCHOR.x : ANCHOR.y), true);
			}
			packed.setInt32(offset + 16, from, true);
			packed.setInt32(offset + 20, to, true);
			packed.setFloat32(offset + 24, isInferred ? 1 : 0, true);
		});
		gl.bindVertexArray(this.#vertices);
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
		gl.bufferData(gl.ARRAY_BUFFER, packed, gl.STATIC_DRAW);
		const attribute = (name: string): number => {
			const location = gl.getAttribLocation(this.#program!, name);
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, 1);
			return location;
		};
		gl.vertexAttribPointer(attribute('a_ends'), 4, gl.FLOAT, false, bytes, 0);
		gl.vertexAttribIPointer(attribute('a_spell'), 2, gl.INT, bytes, 16);
		gl.vertexAttribPointer(attribute('a_inferred'), 1, gl.FLOAT, false, bytes, 24);
		gl.bindVertexArray(null);
		this.#isStale = false;
	}
}

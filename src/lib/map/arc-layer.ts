import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { ArcSpells } from './map-arcs.ts';
import { SPELL_BYTES, TIMED_HEAD, TimedProgram, packSpell } from './timed-program.ts';
import type { VertexField } from './timed-program.ts';
import { ANCHOR, parseHexColour } from './webgl-program.ts';

/** Colours of arcs, `#rrggbb`. */
export interface ArcColours {
	/** What a source states. */
	declared: string;
	inferred: string;
}

const SEGMENTS = 24;
const INFERRED_AT = 16 + SPELL_BYTES;
const INSTANCE_BYTES = INFERRED_AT + 4;
const INSTANCE: readonly VertexField[] = [
	{ name: 'a_ends', size: 4, type: 'float', offset: 0 },
	{ name: 'a_spell', size: 3, type: 'days', offset: 16 },
	{ name: 'a_inferred', size: 1, type: 'float', offset: INFERRED_AT }
];
const UNIFORMS = ['u_part', 'u_size', 'u_pixels', 'u_declared', 'u_inferred'] as const;
/** What one draw call draws of every arc. */
const LINE = 0;
const SOURCE = 1;

/**
 * Each arc is one instance of a strip along a curve that bows to the left of its direction, so that
 * there and back lie side by side. It begins at a dot, the source, which may be no point of the view
 * itself, and widens to an arrowhead at the learner; inferred ones are dashed.
 */
const VERTEX = `${TIMED_HEAD}
uniform int u_part;
uniform vec2 u_size;
uniform float u_pixels;
in vec4 a_ends;
in ivec3 a_spell;
in float a_inferred;
out float v_along;
out float v_length;
out vec2 v_corner;
flat out float v_inferred;
flat out float v_dashed;
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
	v_corner = vec2(0.0);
	v_inferred = a_inferred;
	v_dashed = 0.0;
	v_along = 1.0;
	v_length = 0.0;
	if (!isThere(a_spell)) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
		return;
	}
	if (u_part == ${SOURCE}) {
		v_corner = vec2(gl_VertexID % 2 == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
		gl_Position = vec4((screen(0.0) + v_corner * 4.0 * u_pixels) / (0.5 * u_size), 0.0, 1.0);
		return;
	}
	float t = float(gl_VertexID / 2) / ${SEGMENTS}.0;
	float side = gl_VertexID % 2 == 0 ? -1.0 : 1.0;
	float span = distance(screen(0.0), screen(1.0));
	// The last pixels before the learner are the arrowhead.
	float head = clamp(9.0 * u_pixels / max(span, 1.0), 0.02, 0.35);
	float width = t > 1.0 - head ? mix(0.2, 3.6, (1.0 - t) / head) : 0.8;
	vec2 ahead = screen(min(t + 0.01, 1.0)) - screen(max(t - 0.01, 0.0));
	vec2 normal = length(ahead) > 0.0 ? normalize(vec2(-ahead.y, ahead.x)) : vec2(0.0);
	vec2 place = screen(t) + normal * side * (width + 0.25) * u_pixels;
	gl_Position = vec4(place / (0.5 * u_size), 0.0, 1.0);
	v_along = t;
	v_length = span / u_pixels;
	v_dashed = t > 1.0 - head ? 0.0 : a_inferred;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_declared;
uniform vec3 u_inferred;
in float v_along;
in float v_length;
in vec2 v_corner;
flat in float v_inferred;
flat in float v_dashed;
out vec4 colour;
void main() {
	if (length(v_corner) > 1.0) discard;
	if (v_dashed > 0.5 && fract(v_along * v_length / 9.0) > 0.55) discard;
	float alpha = 0.8 * mix(0.35, 1.0, v_along);
	colour = vec4(mix(u_declared, u_inferred, v_inferred) * alpha, alpha);
}`;

/** How learning travelled, as arcs with a direction; the date is a uniform, as for points. */
export class ArcLayer implements CustomLayerInterface {
	readonly id = 'learning-arcs';
	readonly type = 'custom';
	readonly renderingMode = '2d';

	#map: MapLibreMap | null = null;
	#program: TimedProgram<(typeof UNIFORMS)[number]> | null = null;
	#arcs: ArcSpells | null = null;
	#colours: Record<keyof ArcColours, number[]> = { declared: [0, 0, 0], inferred: [0, 0, 0] };
	#isStale = false;
	#isShown = true;
	#window: DateWindow = { mode: 'as-of', day: 0, since: 0 };

	onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
		this.#map = map;
		this.#program = new TimedProgram(gl, VERTEX, FRAGMENT, UNIFORMS);
		this.#isStale = true;
	}

	onRemove(): void {
		this.#program?.remove();
		this.#program = this.#map = null;
	}

	setData(arcs: ArcSpells): void {
		this.#arcs = arcs;
		this.#isStale = true;
		this.#map?.triggerRepaint();
	}

	/** Changes the two colours, as the theme does. */
	setColours({ declared, inferred }: ArcColours): void {
		this.#colours = { declared: parseHexColour(declared), inferred: parseHexColour(inferred) };
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
		const [program, arcs] = [this.#program, this.#arcs];
		if (!(gl instanceof WebGL2RenderingContext) || program === null || arcs === null) return;
		if (!this.#isShown || arcs.count === 0) return;
		if (this.#isStale) {
			program.upload(packed(arcs), INSTANCE_BYTES, INSTANCE, true);
			this.#isStale = false;
		}
		program.begin(defaultProjectionData.mainMatrix, this.#window);
		gl.uniform2f(program.at('u_size'), gl.drawingBufferWidth, gl.drawingBufferHeight);
		gl.uniform1f(program.at('u_pixels'), devicePixelRatio);
		gl.uniform3fv(program.at('u_declared'), this.#colours.declared);
		gl.uniform3fv(program.at('u_inferred'), this.#colours.inferred);
		gl.uniform1i(program.at('u_part'), LINE);
		gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * (SEGMENTS + 1), arcs.count);
		gl.uniform1i(program.at('u_part'), SOURCE);
		gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, arcs.count);
		program.end();
	}
}

/** One instance an entry: both ends (32-bit, from the anchor), the spell, and whether it is inferred. */
function packed(arcs: ArcSpells): DataView {
	const { count, ends, isInferred } = arcs;
	const view = new DataView(new ArrayBuffer(count * INSTANCE_BYTES));
	for (let spell = 0; spell < count; spell += 1) {
		const offset = spell * INSTANCE_BYTES;
		for (let at = 0; at < 4; at += 1) {
			view.setFloat32(offset + at * 4, ends[spell * 4 + at]! - (at % 2 === 0 ? ANCHOR.x : ANCHOR.y), true);
		}
		packSpell(view, offset + 16, arcs, spell);
		view.setFloat32(offset + INFERRED_AT, isInferred[spell]!, true);
	}
	return view;
}

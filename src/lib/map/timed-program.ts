import { DATE_MODES } from '#lib/view/view.ts';
import { ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import { NO_EVENT } from '#lib/view/known-event.ts';
import { ANCHOR, anchoredMatrix, linkProgram } from './webgl-program.ts';

/** Uniforms of every layer that knows time; a layer's own come beside them. */
const SHARED = ['u_matrix', 'u_mode', 'u_day', 'u_since'] as const;

/**
 * Head of a vertex shader that knows time: whether a spell, as `packSpell` writes it, is there in the
 * window of the date slider. The rule is that of `isInWindow`.
 */
export const TIMED_HEAD = `#version 300 es
uniform mat4 u_matrix;
uniform int u_mode;
uniform int u_day;
uniform int u_since;
bool isThere(ivec3 spell) {
	bool begun = spell.x <= u_day;
	return u_mode == 0 ? begun && spell.y > u_day
		: u_mode == 1 ? begun
		: (spell.z >= u_since && spell.z <= u_day) || (spell.y >= u_since && spell.y <= u_day);
}
`;

/** Bytes that `packSpell` fills. */
export const SPELL_BYTES = 12;

/**
 * Writes a spell for `isThere`: first day, first day no longer, and the day on which it is known to have
 * begun, which is none where it was only there *by* its first day.
 */
export function packSpell(
	view: DataView,
	offset: number,
	{ from, to, begun }: { from: Int32Array; to: Int32Array; begun: Uint8Array },
	spell: number
): void {
	view.setInt32(offset, from[spell]!, true);
	view.setInt32(offset + 4, to[spell]!, true);
	view.setInt32(offset + 8, begun[spell] === NO_EVENT ? ALWAYS_BEFORE : from[spell]!, true);
}

/** One field of a packed vertex. Days are whole numbers; all else reaches the shader as floats. */
export interface VertexField {
	name: string;
	size: number;
	type: 'float' | 'days' | 'bytes';
	/** Bytes from the vertex's beginning. */
	offset: number;
}

/**
 * A linked program with its one buffer. Time is part of each vertex, so a step of the date slider sets
 * a uniform and draws again: no data moves.
 */
export class TimedProgram<Uniform extends string> {
	readonly #gl: WebGL2RenderingContext;
	readonly #program: WebGLProgram;
	readonly #vertices: WebGLVertexArrayObject;
	readonly #buffer: WebGLBuffer;
	readonly #uniforms: Map<string, WebGLUniformLocation | null>;

	constructor(gl: WebGL2RenderingContext, vertex: string, fragment: string, uniforms: readonly Uniform[]) {
		this.#gl = gl;
		const program = (this.#program = linkProgram(gl, vertex, fragment));
		this.#vertices = gl.createVertexArray();
		this.#buffer = gl.createBuffer();
		// Looked up once: each look-up waits for the driver.
		this.#uniforms = new Map(
			[...SHARED, ...uniforms].map((name) => [name, gl.getUniformLocation(program, name)])
		);
	}

	/** @param bytes of one vertex, or of one instance where `perInstance` */
	upload(packed: DataView, bytes: number, fields: readonly VertexField[], perInstance: boolean): void {
		const gl = this.#gl;
		gl.bindVertexArray(this.#vertices);
		gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
		gl.bufferData(gl.ARRAY_BUFFER, packed, gl.STATIC_DRAW);
		for (const { name, size, type, offset } of fields) {
			const location = gl.getAttribLocation(this.#program, name);
			gl.enableVertexAttribArray(location);
			gl.vertexAttribDivisor(location, perInstance ? 1 : 0);
			if (type === 'days') gl.vertexAttribIPointer(location, size, gl.INT, bytes, offset);
			else {
				const kind = type === 'float' ? gl.FLOAT : gl.UNSIGNED_BYTE;
				gl.vertexAttribPointer(location, size, kind, false, bytes, offset);
			}
		}
		gl.bindVertexArray(null);
	}

	/** Makes ready to draw: the program, its vertices, camera, date, and how colours lie over what is there. */
	begin(matrix: ArrayLike<number>, { mode, day, since }: DateWindow): void {
		const gl = this.#gl;
		gl.useProgram(this.#program);
		gl.bindVertexArray(this.#vertices);
		gl.uniformMatrix4fv(this.#location('u_matrix'), false, anchoredMatrix(matrix, ANCHOR));
		gl.uniform1i(this.#location('u_mode'), DATE_MODES.indexOf(mode));
		gl.uniform1i(this.#location('u_day'), day);
		gl.uniform1i(this.#location('u_since'), since);
		gl.disable(gl.DEPTH_TEST);
		gl.enable(gl.BLEND);
		gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
	}

	/** Place of one of the layer's own uniforms. */
	at(name: Uniform): WebGLUniformLocation | null {
		return this.#location(name);
	}

	end(): void {
		this.#gl.bindVertexArray(null);
	}

	remove(): void {
		this.#gl.deleteProgram(this.#program);
		this.#gl.deleteVertexArray(this.#vertices);
		this.#gl.deleteBuffer(this.#buffer);
	}

	#location(name: string): WebGLUniformLocation | null {
		return this.#uniforms.get(name) ?? null;
	}
}

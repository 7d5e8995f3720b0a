import type { Box } from './scene.ts';
import { isServing, snapshotBox, widened, type Frame } from './snapshot.ts';
import type { Camera } from './webgl-passes.ts';
import { programOf, type Program } from './webgl-program.ts';
import { TEXTURE_UNITS } from './webgl-scene.ts';

/** Room around the picture, so that a movement does not at once run out of it. */
const MARGIN = 0.25;
/** Largest side of the texture (texels); larger pictures are kept coarser. */
const MOST_TEXELS = 4096;

const SNAPSHOT_VERTEX = `#version 300 es
uniform vec4 u_box;  // left, top, right, bottom (px)
uniform vec2 u_size; // picture (px)
out vec2 v_at;

void main() {
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
	vec2 px = mix(u_box.xy, u_box.zw, corner);
	v_at = vec2(corner.x, 1.0 - corner.y);
	gl_Position = vec4(px.x / u_size.x * 2.0 - 1.0, 1.0 - px.y / u_size.y * 2.0, 0.0, 1.0);
}`;

const SNAPSHOT_FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D u_snapshot;
in highp vec2 v_at;
out vec4 o_colour;

void main() {
	o_colour = texture(u_snapshot, v_at);
}`;

/**
 * A picture kept on the graphics card: while the reader pans and zooms it is moved and stretched instead of
 * being drawn again.
 */
export class WebglSnapshot {
	readonly #gl: WebGL2RenderingContext;
	readonly #program: Program;
	readonly #texture: WebGLTexture;
	readonly #target: WebGLFramebuffer;
	#texels = { width: 0, height: 0 };
	#taken: Frame | null = null;

	constructor(gl: WebGL2RenderingContext) {
		this.#gl = gl;
		this.#program = programOf(gl, SNAPSHOT_VERTEX, SNAPSHOT_FRAGMENT);
		this.#texture = gl.createTexture();
		this.#target = gl.createFramebuffer();
		this.#bindTexture();
		for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
			gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
		}
		for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
			gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
		}
	}

	/** What was kept is out of date. */
	forget(): void {
		this.#taken = null;
	}

	/**
	 * Shows what was kept, drawing it anew first where it no longer serves.
	 *
	 * @param drawing extent of what is drawn (layout units); null: nothing
	 * @param draw draws it as a camera sees it
	 */
	show(camera: Camera, drawing: Box | null, draw: (camera: Camera) => void): void {
		if (this.#taken === null || !isServing(this.#taken, camera, drawing)) this.#take(camera, draw);
		if (this.#taken === null) return;
		const gl = this.#gl;
		const { left, top, right, bottom } = snapshotBox(this.#taken, camera.view);
		gl.useProgram(this.#program.program);
		this.#bindTexture();
		gl.uniform1i(this.#program.uniform('u_snapshot'), TEXTURE_UNITS.u_snapshot);
		gl.uniform4f(this.#program.uniform('u_box'), left, top, right, bottom);
		gl.uniform2f(this.#program.uniform('u_size'), camera.size.width, camera.size.height);
		gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
	}

	#take(camera: Camera, draw: (camera: Camera) => void): void {
		const gl = this.#gl;
		const wide = widened(camera, MARGIN);
		const longest = Math.max(wide.size.width, wide.size.height);
		const pixelRatio = Math.min(camera.pixelRatio, MOST_TEXELS / longest);
		this.#resize(Math.round(pixelRatio * wide.size.width), Math.round(pixelRatio * wide.size.height));
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#target);
		gl.viewport(0, 0, this.#texels.width, this.#texels.height);
		gl.clear(gl.COLOR_BUFFER_BIT);
		draw({ ...camera, ...wide, pixelRatio });
		gl.bindFramebuffer(gl.FRAMEBUFFER, null);
		gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
		this.#taken = wide;
	}

	#resize(width: number, height: number): void {
		if (width === this.#texels.width && height === this.#texels.height) return;
		const gl = this.#gl;
		this.#texels = { width, height };
		this.#bindTexture();
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
		gl.bindFramebuffer(gl.FRAMEBUFFER, this.#target);
		gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#texture, 0);
		gl.bindFramebuffer(gl.FRAMEBUFFER, null);
	}

	#bindTexture(): void {
		this.#gl.activeTexture(this.#gl.TEXTURE0 + TEXTURE_UNITS.u_snapshot);
		this.#gl.bindTexture(this.#gl.TEXTURE_2D, this.#texture);
	}
}

/** Compiles and links a program; says what the driver said when it will not. */
export function linkProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
	const program = gl.createProgram();
	for (const [type, source] of [
		[gl.VERTEX_SHADER, vertex],
		[gl.FRAGMENT_SHADER, fragment]
	] as const) {
		const shader = gl.createShader(type);
		if (shader === null) throw new Error('WebGL gave no shader: the drawing context is lost.');
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true) {
			throw new Error(`A map shader did not compile: ${gl.getShaderInfoLog(shader) ?? 'no reason given'}`);
		}
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) {
		throw new Error(`A map program did not link: ${gl.getProgramInfoLog(program) ?? 'no reason given'}`);
	}
	return program;
}

/**
 * The matrix that takes positions relative to an anchor, worked out in doubles, so that 32-bit
 * positions stay exact to a fraction of a pixel at street level.
 *
 * @param matrix column-major 4 × 4, from the unit square of Web Mercator to clip space
 */
export function anchoredMatrix(matrix: ArrayLike<number>, anchor: { x: number; y: number }): Float32Array {
	const moved = Float32Array.from({ length: 16 }, (_, at) => matrix[at]!);
	for (let row = 0; row < 4; row += 1) {
		moved[12 + row] = matrix[row]! * anchor.x + matrix[4 + row]! * anchor.y + matrix[12 + row]!;
	}
	return moved;
}

/** Middle of the British Isles on the unit square: near every point this map draws. */
export const ANCHOR = { x: 0.4925, y: 0.3175 };

/** A CSS colour as red, green, blue from 0 to 1. Only `#rrggbb` is taken: the themes give nothing else. */
export function parseHexColour(colour: string): [number, number, number] {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
	if (match === null) throw new Error(`A map colour must be #rrggbb, got "${colour}".`);
	return [1, 2, 3].map((at) => Number.parseInt(match[at]!, 16) / 255) as [number, number, number];
}

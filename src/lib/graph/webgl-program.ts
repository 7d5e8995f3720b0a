export interface Program {
	program: WebGLProgram;
	/** Place of a uniform, looked up once; null for one the shader does not use. */
	uniform(name: string): WebGLUniformLocation | null;
}

/**
 * Compiles and links a pair of shaders.
 *
 * @throws {Error} with the compiler's words
 */
export function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
	const program = gl.createProgram();
	for (const [type, source] of [
		[gl.VERTEX_SHADER, vertex],
		[gl.FRAGMENT_SHADER, fragment]
	] as const) {
		const shader = gl.createShader(type);
		if (shader === null) throw new Error('The graphics card is not answering.');
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true && !gl.isContextLost()) {
			throw new Error(`Shader: ${gl.getShaderInfoLog(shader) ?? 'no reason given'}`);
		}
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
		throw new Error(`Shaders: ${gl.getProgramInfoLog(program) ?? 'no reason given'}`);
	}
	const places = new Map<string, WebGLUniformLocation | null>();
	return {
		program,
		uniform(name) {
			let place = places.get(name);
			if (place === undefined) places.set(name, (place = gl.getUniformLocation(program, name)));
			return place;
		}
	};
}

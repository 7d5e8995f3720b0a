/** Width of the textures that hold places, nodes and links (texels). */
export const TEXELS_ACROSS = 1024;

/** What every vertex shader begins with: where nodes are, and where that lands on the screen. */
export const PLACE = `
uniform highp sampler2D u_places; // x, y (units), radius (px)
uniform vec3 u_view;              // k, x, y
uniform vec2 u_size;              // picture (px)
uniform float u_scale;            // growth of nodes

ivec2 texelOf(int i) {
	return ivec2(i % ${TEXELS_ACROSS}, i / ${TEXELS_ACROSS});
}

vec3 colourOf(uint word) {
	return vec3(word & 255u, (word >> 8) & 255u, (word >> 16) & 255u) / 255.0;
}

vec3 placeOf(uint node) {
	vec4 place = texelFetch(u_places, texelOf(int(node)), 0);
	return vec3(place.xy * u_view.x + u_view.yz, place.z * u_scale);
}

vec4 onScreen(vec2 px) {
	return vec4(px.x / u_size.x * 2.0 - 1.0, 1.0 - px.y / u_size.y * 2.0, 0.0, 1.0);
}

/** Across and down (0 or 1) of the six corners of a quad made of two triangles. */
ivec2 cornerOf(int i) {
	return ivec2((0x32 >> i) & 1, (0x2c >> i) & 1);
}
`;

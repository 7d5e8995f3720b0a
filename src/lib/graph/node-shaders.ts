import { PLACE } from './place-shader.ts';
import { TILE_DISTANCE, TILE_REACH } from './shapes.ts';

/** Size of a shape's tile (texels), and number of tiles. */
export const TILE = 48;
export const TILES = 16;

export const NODE_VERTEX = `#version 300 es
${PLACE}
uniform highp usampler2D u_nodes; // node; colour, shape, state
uniform float u_margin; // px around the shape
out vec2 v_at;   // px from the middle
out vec2 v_tile; // place in the shape's tile
flat out float v_radius;
flat out vec3 v_colour;
flat out uvec2 v_look;

void main() {
	uvec2 node = texelFetch(u_nodes, texelOf(gl_VertexID / 6), 0).xy;
	uvec2 look = uvec2((node.y >> 24) & 15u, node.y >> 28);
	vec3 place = placeOf(node.x);
	bool isDrawn = place.z > 0.0;
	place.z = max(place.z, 1.5);
	bool isRinged = (look.y & 6u) != 0u;
	// No shape reaches beyond 1.36 radii, and circles less; rings stand 3 px outside 1.3.
	float reach = place.z * (look.x == 0u && !isRinged ? 1.0 : 1.36) + (isRinged ? 6.0 : u_margin);
	v_at = (vec2(cornerOf(gl_VertexID % 6)) * 2.0 - 1.0) * reach;
	v_tile = v_at / (place.z * ${(2 * TILE_REACH).toFixed(1)}) + 0.5;
	v_radius = place.z;
	v_colour = colourOf(node.y);
	v_look = look;
	gl_Position = isDrawn ? onScreen(place.xy + v_at) : vec4(2.0, 2.0, 0.0, 1.0);
}`;

export const NODE_FRAGMENT = `#version 300 es
precision mediump float;
precision mediump int;
uniform sampler2D u_shapes;
uniform vec3 u_paper;
uniform vec3 u_ink;
uniform vec3 u_focus;
uniform float u_pixel; // CSS px a device pixel covers
in vec2 v_at;
in vec2 v_tile;
flat in float v_radius;
flat in vec3 v_colour;
flat in uvec2 v_look;
out vec4 o_colour;

void main() {
	// Half a texel from the border, so that a tile never takes from its neighbour.
	float across = clamp(v_tile.x, ${(0.5 / TILE).toFixed(4)}, ${(1 - 0.5 / TILE).toFixed(4)});
	float inside = texture(u_shapes, vec2((float(v_look.x) + across) / ${TILES}.0, v_tile.y)).r;
	float distance = (0.5 - inside) * v_radius * ${(2 * TILE_DISTANCE).toFixed(1)};
	float soft = u_pixel;
	// A hairline of paper parts nodes that overlap.
	float body = clamp(0.5 - distance / soft, 0.0, 1.0);
	float rim = clamp(0.5 - (distance - 1.0) / soft, 0.0, 1.0);
	vec3 colour = mix(u_paper, v_colour, body);
	float alpha = rim;
	if ((v_look.y & 8u) != 0u) colour = mix(colour, u_ink, clamp(2.5 - length(v_at) / soft, 0.0, 1.0));
	if ((v_look.y & 6u) != 0u) {
		float ring = clamp(1.75 - abs(length(v_at) - v_radius * 1.3 - 3.0) / soft, 0.0, 1.0);
		vec3 paint = (v_look.y & 4u) != 0u ? u_focus : u_ink;
		colour = mix(colour, paint, ring);
		alpha = max(alpha, ring);
	}
	if ((v_look.y & 1u) != 0u) alpha *= 0.18;
	o_colour = vec4(colour * alpha, alpha);
}`;

/** Nodes without marks and without a rim, where there are too many for either to be seen. */
export const PLAIN_NODE_FRAGMENT = `#version 300 es
precision mediump float;
precision mediump int;
uniform sampler2D u_shapes;
uniform float u_pixel;
in vec2 v_at;
in vec2 v_tile;
flat in float v_radius;
flat in vec3 v_colour;
flat in uvec2 v_look;
out vec4 o_colour;

void main() {
	float inside = texture(u_shapes, vec2((float(v_look.x) + v_tile.x) / ${TILES}.0, v_tile.y)).r;
	float alpha = clamp(0.5 - (0.5 - inside) * v_radius * ${(2 * TILE_DISTANCE).toFixed(1)} / u_pixel, 0.0, 1.0);
	o_colour = vec4(v_colour * alpha, alpha);
}`;

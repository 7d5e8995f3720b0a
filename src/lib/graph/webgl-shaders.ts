import { BEND_MOST_PX, BEND_SHARE } from './link-tracks.ts';
import { TRACK_MIDDLE, WIDTH_PARTS } from './scene-texels.ts';
import { TILE_DISTANCE, TILE_REACH } from './shapes.ts';

/** Width of the textures that hold nodes and links; size of a shape's tile and number of tiles. */
export const TEXELS_ACROSS = 1024;
export const TILE = 48;
export const TILES = 16;

/** Steps of a bent link; a straight one takes one. */
export const BENT_STEPS = 14;

const PLACE = `
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

const LINK = `
uniform highp usampler2D u_links; // ends; colour, marks; width, track

const float ARROW_LENGTH = 8.0;
const float ARROW_HALF = 3.5;

struct Link {
	vec3 from;
	vec3 to;
	vec2 control; // of its curve, aside by twice the bend
	float width;
	vec3 colour;
	uint marks;
};

Link linkOf(int i) {
	uvec4 words = texelFetch(u_links, texelOf(i), 0);
	vec3 from = placeOf(words.x);
	vec3 to = placeOf(words.y);
	vec2 along = to.xy - from.xy;
	float distance = max(length(along), 1e-6);
	float track = (float(words.w >> 16) - ${TRACK_MIDDLE}.0) * 0.5;
	float bend = track * min(${BEND_SHARE} * distance, ${BEND_MOST_PX}.0);
	vec2 control = (from.xy + to.xy) * 0.5 + vec2(-along.y, along.x) / distance * bend * 2.0;
	float width = float(words.w & 0xffffu) / ${WIDTH_PARTS}.0;
	return Link(from, to, control, width, colourOf(words.z), words.z >> 24);
}
`;

export const LINK_VERTEX = `#version 300 es
${PLACE}
${LINK}
uniform int u_vertices;   // of a link: two, or six for each piece
uniform highp float u_softness; // px added on each side; 0 draws hairlines
out float v_side;         // px from the middle of the line
out float v_along;        // px from its start
flat out float v_half;
flat out vec3 v_colour;
flat out uint v_marks;

void main() {
	Link link = linkOf(gl_VertexID / u_vertices);
	int vertex = gl_VertexID % u_vertices;
	float room = link.to.z + ((link.marks & 1u) != 0u ? ARROW_LENGTH : 0.0);
	vec2 into = link.to.xy - link.control;
	float intoLength = max(length(into), 1e-6);
	vec2 end = link.to.xy - into / intoLength * min(room, intoLength);

	float t = float(vertex);
	float side = 0.0;
	vec2 at;
	vec2 along;
	if (u_softness == 0.0) {
		// Lines without breadth: the two vertices are the two ends.
		at = vertex == 0 ? link.from.xy : end;
		along = vec2(1.0, 0.0);
	} else {
		ivec2 corner = cornerOf(vertex % 6);
		t = float(vertex / 6 + corner.y) / float(u_vertices / 6);
		side = float(corner.x) * 2.0 - 1.0;
		float s = 1.0 - t;
		at = s * s * link.from.xy + 2.0 * s * t * link.control + t * t * end;
		along = 2.0 * s * (link.control - link.from.xy) + 2.0 * t * (end - link.control);
	}
	vec2 normal = vec2(-along.y, along.x) / max(length(along), 1e-6);
	v_half = link.width * 0.5;
	v_side = side * (v_half + u_softness);
	v_along = t * distance(link.from.xy, end);
	v_colour = link.colour;
	v_marks = link.marks;
	gl_Position = onScreen(at + normal * v_side);
}`;

export const LINK_FRAGMENT = `#version 300 es
precision mediump float;
precision mediump int;
uniform float u_opacity;
uniform float u_pixel;
uniform highp float u_softness;
in float v_side;
in highp float v_along;
flat in float v_half;
flat in vec3 v_colour;
flat in uint v_marks;
out vec4 o_colour;

void main() {
	if ((v_marks & 2u) != 0u && mod(v_along, 10.0) > 6.0) discard;
	float alpha = u_opacity;
	if (u_softness != 0.0) alpha *= clamp(0.5 + (v_half - abs(v_side)) / u_pixel, 0.0, 1.0);
	if ((v_marks & 4u) != 0u) alpha *= 0.18;
	o_colour = vec4(v_colour * alpha, alpha);
}`;

export const ARROW_VERTEX = `#version 300 es
${PLACE}
${LINK}
flat out vec3 v_colour;
flat out uint v_marks;

void main() {
	Link link = linkOf(gl_VertexID / 3);
	int corner = gl_VertexID % 3;
	vec2 into = link.to.xy - link.control;
	into /= max(length(into), 1e-6);
	vec2 tip = link.to.xy - into * link.to.z;
	vec2 across = vec2(-into.y, into.x) * ARROW_HALF;
	vec2 foot = tip - into * ARROW_LENGTH;
	// Links shorter than their nodes and head have no room for one.
	bool hasRoom = distance(link.from.xy, link.to.xy) > link.from.z + link.to.z + ARROW_LENGTH;
	vec2 at = !hasRoom || corner == 0 ? tip : corner == 1 ? foot + across : foot - across;
	v_colour = link.colour;
	v_marks = link.marks;
	gl_Position = onScreen(at);
}`;

export const ARROW_FRAGMENT = `#version 300 es
precision mediump float;
precision mediump int;
uniform float u_opacity;
flat in vec3 v_colour;
flat in uint v_marks;
out vec4 o_colour;

void main() {
	float alpha = u_opacity * ((v_marks & 4u) != 0u ? 0.18 : 1.0);
	o_colour = vec4(v_colour * alpha, alpha);
}`;

export const GROUP_VERTEX = `#version 300 es
${PLACE}
layout(location = 0) in vec2 a_at; // units
layout(location = 1) in vec4 a_colour;
flat out vec4 v_colour;

void main() {
	v_colour = a_colour;
	gl_Position = onScreen(a_at * u_view.x + u_view.yz);
}`;

export const GROUP_FRAGMENT = `#version 300 es
precision mediump float;
flat in vec4 v_colour;
uniform float u_opacity;
out vec4 o_colour;

void main() {
	o_colour = vec4(v_colour.rgb * u_opacity, u_opacity);
}`;

export const SNAPSHOT_VERTEX = `#version 300 es
uniform vec4 u_box;  // left, top, right, bottom (px)
uniform vec2 u_size; // picture (px)
out vec2 v_at;

void main() {
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
	vec2 px = mix(u_box.xy, u_box.zw, corner);
	v_at = vec2(corner.x, 1.0 - corner.y);
	gl_Position = vec4(px.x / u_size.x * 2.0 - 1.0, 1.0 - px.y / u_size.y * 2.0, 0.0, 1.0);
}`;

export const SNAPSHOT_FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D u_snapshot;
in highp vec2 v_at;
out vec4 o_colour;

void main() {
	o_colour = texture(u_snapshot, v_at);
}`;

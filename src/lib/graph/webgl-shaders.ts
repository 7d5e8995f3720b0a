import { BEND_MOST_PX, BEND_SHARE } from './link-tracks.ts';
import { TILE_DISTANCE, TILE_REACH } from './shapes.ts';

/** Width of the texture that holds the nodes' places; size of a shape's tile and number of tiles. */
export const PLACES_WIDTH = 1024;
export const TILE = 48;
export const TILES = 16;

/** Steps of a bent link; a straight one takes one. */
export const BENT_STEPS = 14;

const PLACE = `
uniform highp sampler2D u_places; // x, y (units), radius (px)
uniform vec3 u_view;              // k, x, y
uniform vec2 u_size;              // picture (px)
uniform float u_scale;            // growth of nodes

vec3 placeOf(uint node) {
	int i = int(node);
	vec4 place = texelFetch(u_places, ivec2(i % ${PLACES_WIDTH}, i / ${PLACES_WIDTH}), 0);
	return vec3(place.xy * u_view.x + u_view.yz, place.z * u_scale);
}

vec4 onScreen(vec2 px) {
	return vec4(px.x / u_size.x * 2.0 - 1.0, 1.0 - px.y / u_size.y * 2.0, 0.0, 1.0);
}
`;

export const NODE_VERTEX = `#version 300 es
${PLACE}
uniform float u_margin; // px around the shape
layout(location = 0) in uint a_node;
layout(location = 1) in vec4 a_colour;
layout(location = 2) in uvec4 a_look; // shape, state
out vec2 v_at;   // px from the middle
out vec2 v_tile; // place in the shape's tile
flat out float v_radius;
flat out vec3 v_colour;
flat out uvec2 v_look;

void main() {
	vec3 place = placeOf(a_node);
	place.z = max(place.z, 1.5);
	bool isRinged = (a_look.y & 6u) != 0u;
	// No shape reaches beyond 1.36 radii, and circles less; rings stand 3 px outside 1.3.
	float reach = place.z * (a_look.x == 0u && !isRinged ? 1.0 : 1.36) + (isRinged ? 6.0 : u_margin);
	v_at = (vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0) * reach;
	v_tile = v_at / (place.z * ${(2 * TILE_REACH).toFixed(1)}) + 0.5;
	v_radius = place.z;
	v_colour = a_colour.rgb;
	v_look = a_look.xy;
	gl_Position = onScreen(place.xy + v_at);
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

const LINK_INPUT = `
layout(location = 0) in uvec2 a_ends;
layout(location = 1) in vec2 a_shape; // width (px), track
layout(location = 2) in vec4 a_colour;
layout(location = 3) in uint a_marks;

const float ARROW_LENGTH = 8.0;
const float ARROW_HALF = 3.5;

/** Control point of a link's curve, aside by twice the bend. */
vec2 control(vec2 from, vec2 to) {
	vec2 along = to - from;
	float distance = max(length(along), 1e-6);
	float bend = a_shape.y * min(${BEND_SHARE} * distance, ${BEND_MOST_PX}.0);
	return (from + to) * 0.5 + vec2(-along.y, along.x) / distance * bend * 2.0;
}
`;

export const LINK_VERTEX = `#version 300 es
${PLACE}
${LINK_INPUT}
uniform float u_steps;    // pieces of the line
uniform highp float u_softness; // px added on each side; 0 draws hairlines
out float v_side;         // px from the middle of the line
out float v_along;        // px from its start
flat out float v_half;
flat out vec4 v_colour;
flat out uint v_marks;

void main() {
	vec3 from = placeOf(a_ends.x);
	vec3 to = placeOf(a_ends.y);
	vec2 middle = control(from.xy, to.xy);
	float room = to.z + ((a_marks & 1u) != 0u ? ARROW_LENGTH : 0.0);
	vec2 into = to.xy - middle;
	float intoLength = max(length(into), 1e-6);
	vec2 end = to.xy - into / intoLength * min(room, intoLength);

	float t = float(gl_VertexID >> 1) / u_steps;
	float side = float(gl_VertexID & 1) * 2.0 - 1.0;
	vec2 at;
	vec2 along;
	if (u_softness == 0.0) {
		// Lines without breadth: the two vertices are the two ends.
		at = gl_VertexID == 0 ? from.xy : end;
		along = vec2(1.0, 0.0);
		side = 0.0;
	} else {
		float s = 1.0 - t;
		at = s * s * from.xy + 2.0 * s * t * middle + t * t * end;
		along = 2.0 * s * (middle - from.xy) + 2.0 * t * (end - middle);
	}
	vec2 normal = vec2(-along.y, along.x) / max(length(along), 1e-6);
	v_half = a_shape.x * 0.5;
	v_side = side * (v_half + u_softness);
	v_along = (u_softness == 0.0 ? float(gl_VertexID) : t) * distance(from.xy, end);
	v_colour = a_colour;
	v_marks = a_marks;
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
flat in vec4 v_colour;
flat in uint v_marks;
out vec4 o_colour;

void main() {
	if ((v_marks & 2u) != 0u && mod(v_along, 10.0) > 6.0) discard;
	float alpha = u_opacity;
	if (u_softness != 0.0) alpha *= clamp(0.5 + (v_half - abs(v_side)) / u_pixel, 0.0, 1.0);
	if ((v_marks & 4u) != 0u) alpha *= 0.18;
	o_colour = vec4(v_colour.rgb * alpha, alpha);
}`;

export const ARROW_VERTEX = `#version 300 es
${PLACE}
${LINK_INPUT}
flat out vec4 v_colour;
flat out uint v_marks;

void main() {
	vec3 from = placeOf(a_ends.x);
	vec3 to = placeOf(a_ends.y);
	vec2 into = to.xy - control(from.xy, to.xy);
	into /= max(length(into), 1e-6);
	vec2 tip = to.xy - into * to.z;
	vec2 across = vec2(-into.y, into.x) * ARROW_HALF;
	vec2 foot = tip - into * ARROW_LENGTH;
	// Links shorter than their nodes and head have no room for one.
	bool hasRoom = distance(from.xy, to.xy) > from.z + to.z + ARROW_LENGTH;
	vec2 at = !hasRoom ? tip : gl_VertexID == 0 ? tip : gl_VertexID == 1 ? foot + across : foot - across;
	v_colour = a_colour;
	v_marks = a_marks;
	gl_Position = onScreen(at);
}`;

export const ARROW_FRAGMENT = `#version 300 es
precision mediump float;
precision mediump int;
uniform float u_opacity;
flat in vec4 v_colour;
flat in uint v_marks;
out vec4 o_colour;

void main() {
	float alpha = u_opacity * ((v_marks & 4u) != 0u ? 0.18 : 1.0);
	o_colour = vec4(v_colour.rgb * alpha, alpha);
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

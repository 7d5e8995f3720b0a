import { BEND_MOST_PX, BEND_SHARE } from './link-tracks.ts';
import { PLACE } from './place-shader.ts';
import { TRACK_MIDDLE, WIDTH_PARTS } from './scene-texels.ts';

/** Steps of a bent link; a straight one takes one. */
export const BENT_STEPS = 14;

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

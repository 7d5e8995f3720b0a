import { PLACE } from './place-shader.ts';

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

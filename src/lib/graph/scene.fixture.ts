import type { GraphScene } from './scene.ts';

/** A small scene for tests: every part of it can be replaced. */
export function sampleScene(
	places: readonly (readonly [number, number])[],
	links: readonly (readonly [number, number])[] = [],
	marks: readonly number[] = []
): GraphScene {
	return {
		nodes: {
			positions: Float32Array.from(places.flat()),
			radii: new Float32Array(places.length).fill(5),
			colours: new Uint16Array(places.length),
			shapes: Uint8Array.from(places, (_, i) => i % 11),
			states: new Uint8Array(places.length),
			labels: places.map((_, i) => `Node ${i}`),
			labelPriorities: new Float32Array(places.length)
		},
		links: {
			source: Uint32Array.from(links, ([a]) => a),
			target: Uint32Array.from(links, ([, b]) => b),
			widths: new Float32Array(links.length).fill(1),
			colours: new Uint16Array(links.length).fill(1),
			marks: Uint8Array.from(links, (_, i) => marks[i] ?? 0)
		},
		groups: [],
		palette: ['#0b5f59', '#55626a'],
		paper: '#fbfaf6',
		ink: '#1d2528',
		focus: '#1b4fd1',
		font: 'sans-serif'
	};
}

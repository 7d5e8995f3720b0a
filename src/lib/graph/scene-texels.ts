import { rgb } from 'd3';
import { linkTracks } from './link-tracks.ts';
import { LINK_DIRECTED, NODE_FADED, type GraphScene } from './scene.ts';

/** Nodes in the order drawn: faded below, then plain, marked on top. */
export interface NodeRuns {
	faded: number;
	plain: number;
	marked: number;
}

/** Links in the order drawn: straight, straight with heads, bent with heads, bent. */
export interface LinkRuns {
	straight: number;
	straightDirected: number;
	bentDirected: number;
	bent: number;
}

export const NODE_WORDS = 2;
export const LINK_WORDS = 4;
/** Widths are kept in parts of a pixel, tracks from the leftmost in half steps. */
export const WIDTH_PARTS = 256;
export const TRACK_MIDDLE = 32_768;

/**
 * Nodes as the shaders read them, two words each in the order drawn: number; colour with shape and state in
 * the highest byte (four bits each).
 */
export function nodeTexels({ nodes, palette }: GraphScene): { texels: Uint32Array; runs: NodeRuns } {
	const colours = palette.map(colourWord);
	const order: [number[], number[], number[]] = [[], [], []];
	nodes.states.forEach((state, node) => {
		order[state === 0 ? 1 : (state & ~NODE_FADED) === 0 ? 0 : 2].push(node);
	});
	const [faded, plain, marked] = order;
	const texels = new Uint32Array(NODE_WORDS * nodes.states.length);
	order.flat().forEach((node, i) => {
		const look = (nodes.shapes[node]! & 15) | ((nodes.states[node]! & 15) << 4);
		texels[NODE_WORDS * i] = node;
		texels[NODE_WORDS * i + 1] = (colours[nodes.colours[node]!] ?? 0) | (look << 24);
	});
	return { texels, runs: { faded: faded.length, plain: plain.length, marked: marked.length } };
}

/**
 * Links as the shaders read them, four words each in the order drawn: both ends; colour with the marks in
 * the highest byte; width in the lower half and track in the upper.
 */
export function linkTexels({ links, palette }: GraphScene): { texels: Uint32Array; runs: LinkRuns } {
	const colours = palette.map(colourWord);
	const tracks = linkTracks(links.source, links.target);
	const runOf = (link: number): number => {
		const isDirected = (links.marks[link]! & LINK_DIRECTED) !== 0;
		return tracks[link] === 0 ? (isDirected ? 1 : 0) : isDirected ? 2 : 3;
	};
	const counts = [0, 0, 0, 0];
	for (let link = 0; link < tracks.length; link++) counts[runOf(link)]!++;
	const [straight, straightDirected, bentDirected, bent] = counts as [number, number, number, number];
	const cursor = [0, straight, straight + straightDirected, straight + straightDirected + bentDirected];

	const texels = new Uint32Array(LINK_WORDS * tracks.length);
	for (let link = 0; link < tracks.length; link++) {
		const at = LINK_WORDS * cursor[runOf(link)]!++;
		const width = Math.min(0xffff, Math.round(WIDTH_PARTS * links.widths[link]!));
		texels[at] = links.source[link]!;
		texels[at + 1] = links.target[link]!;
		texels[at + 2] = (colours[links.colours[link]!] ?? 0) | (links.marks[link]! << 24);
		texels[at + 3] = width | ((2 * tracks[link]! + TRACK_MIDDLE) << 16);
	}
	return { texels, runs: { straight, straightDirected, bentDirected, bent } };
}

/** Places of nodes: x, y (units), radius (px) and a spare, so that moving nodes sends nothing else. */
export function placeTexels({ nodes }: GraphScene): Float32Array {
	const texels = new Float32Array(4 * nodes.radii.length);
	for (let node = 0; node < nodes.radii.length; node++) {
		texels[4 * node] = nodes.positions[2 * node]!;
		texels[4 * node + 1] = nodes.positions[2 * node + 1]!;
		texels[4 * node + 2] = nodes.radii[node]!;
	}
	return texels;
}

/** Red, green and blue of a CSS colour, 0 to 255; black for one that cannot be read. */
export function channelsOf(colour: string): readonly [number, number, number] {
	const { r, g, b } = rgb(colour);
	return [r || 0, g || 0, b || 0];
}

function colourWord(colour: string): number {
	const [red, green, blue] = channelsOf(colour).map(Math.round) as [number, number, number];
	return red | (green << 8) | (blue << 16);
}

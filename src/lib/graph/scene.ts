/**
 * Shapes of nodes; a node's shape is its place in this list. The first eight are those of look.md, the rest
 * serve kinds that came later.
 */
export const SHAPES = [
	'circle',
	'square',
	'diamond',
	'cross',
	'house',
	'triangle',
	'bar',
	'ring',
	'hexagon',
	'pentagon',
	'wedge'
] as const;

export type NodeShape = (typeof SHAPES)[number];

/** Bits of a node's state. */
export const NODE_FADED = 1;
export const NODE_SELECTED = 2;
/** Where the keyboard is. */
export const NODE_FOCUSED = 4;
/** Kept in place by the reader: drawn with a dot. */
export const NODE_PINNED = 8;

/** Bits of a link's marks. */
export const LINK_DIRECTED = 1;
/** Inferred rather than declared. */
export const LINK_DASHED = 2;
export const LINK_FADED = 4;

/** Nodes as columns: entry i of each belongs to node i. */
export interface SceneNodes {
	/** x and y, interleaved (layout units, y downwards). */
	positions: Float32Array;
	/** Radius when the whole network is in view (px). */
	radii: Float32Array;
	/** Place in the palette. */
	colours: Uint16Array;
	/** Place in SHAPES. */
	shapes: Uint8Array;
	/** Sum of NODE_… bits. */
	states: Uint8Array;
	labels: readonly string[];
	/** Higher is labelled first; a negative number is labelled only when selected or focused. */
	labelPriorities: Float32Array;
}

/** Links as columns: entry i of each belongs to link i. */
export interface SceneLinks {
	source: Uint32Array;
	target: Uint32Array;
	/** Width (px). */
	widths: Float32Array;
	/** Place in the palette. */
	colours: Uint16Array;
	/** Sum of LINK_… bits. */
	marks: Uint8Array;
}

/** Nodes drawn inside one outline. */
export interface SceneGroup {
	name: string;
	nodes: Uint32Array;
	/** Place in the palette. */
	colour: number;
}

/** Lines behind the network that its layout is read by, such as years or distances. */
export interface SceneGuides {
	/** Upright lines (x in layout units) and what each stands for. */
	lines: readonly { x: number; text: string }[];
	/** Circles about the origin (radius in layout units) and what each stands for. */
	rings: readonly { radius: number; text: string }[];
}

/** Everything a renderer needs, and nothing it could work out. */
export interface GraphScene {
	nodes: SceneNodes;
	links: SceneLinks;
	groups: readonly SceneGroup[];
	/** Absent where the layout has none. */
	guides?: SceneGuides;
	/** CSS colours that nodes, links and groups point into. */
	palette: readonly string[];
	/** CSS colours of the ground, of text, and of the ring around a focused node. */
	paper: string;
	ink: string;
	focus: string;
	/** CSS font family of labels. */
	font: string;
}

/** Where layout units land on the screen: px = unit × k + x, + y. */
export interface Viewpoint {
	k: number;
	x: number;
	y: number;
}

/** Size of the picture (CSS px). */
export interface PictureSize {
	width: number;
	height: number;
}

/** A rectangle: layout units or pixels, as said where it is used. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The same scene with its nodes elsewhere. */
export function withPositions(scene: GraphScene, positions: Float32Array): GraphScene {
	return { ...scene, nodes: { ...scene.nodes, positions } };
}

/** Opacity of links: the more there are, the fainter each. */
export function linkOpacity(linkCount: number): number {
	return Math.max(0.12, Math.min(0.7, 0.7 * Math.sqrt(400 / Math.max(1, linkCount))));
}

/** Extent of places (x and y, interleaved); null for none. */
export function extentOf(positions: Float32Array): Box | null {
	if (positions.length === 0) return null;
	const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (let i = 0; i < positions.length; i += 2) {
		box.left = Math.min(box.left, positions[i]!);
		box.right = Math.max(box.right, positions[i]!);
		box.top = Math.min(box.top, positions[i + 1]!);
		box.bottom = Math.max(box.bottom, positions[i + 1]!);
	}
	return box;
}

/**
 * Viewpoint that shows every node, with room around.
 *
 * @param positions x and y, interleaved (units)
 * @param padding room between the outermost nodes and the edge (px)
 */
export function fittingViewpoint(positions: Float32Array, size: PictureSize, padding: number): Viewpoint {
	const extent = extentOf(positions);
	if (extent === null) return { k: 1, x: size.width / 2, y: size.height / 2 };
	const { left, top, right, bottom } = extent;
	const roomX = Math.max(1, size.width - 2 * padding);
	const roomY = Math.max(1, size.height - 2 * padding);
	// Two or three nodes are not blown up beyond a readable distance.
	const k = Math.min(6, roomX / Math.max(1e-6, right - left), roomY / Math.max(1e-6, bottom - top));
	return {
		k,
		x: size.width / 2 - (k * (left + right)) / 2,
		y: size.height / 2 - (k * (top + bottom)) / 2
	};
}

/** Nodes grow with the square root of the zoom beyond the whole view, three times at most. */
export function nodeScale(k: number, fittingK: number): number {
	return Math.max(0.6, Math.min(3, Math.sqrt(k / fittingK)));
}

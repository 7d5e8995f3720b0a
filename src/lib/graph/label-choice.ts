import { placeLabels, type Disc, type LabelPlace, type LabelRequest } from '#lib/layout/labels.ts';
import {
	NODE_FOCUSED,
	NODE_SELECTED,
	type GraphScene,
	type PictureSize,
	type SceneNodes,
	type Viewpoint
} from './scene.ts';

/** Size of label text (px). */
export const LABEL_SIZE = 13;
const LINE_HEIGHT = 16;
/** More are never tried in one picture; beyond it reading ends. */
const MOST_TRIED = 600;
/** Among more nodes than this a label cannot but cover some, and looking for the fewest takes too long. */
const AVOIDED_UP_TO = 1000;

/** So many of the most important labels may cover a few nodes, so that a crowded picture says at least of whom it is. */
const FIRST = { labels: 4, covered: 2 };

/** Width of a text in the label font (px), which is wider where it is strong. */
export type MeasureText = (text: string, isStrong: boolean) => number;

export interface PlacedLabel {
	node: number;
	text: string;
	/** Start of the text and middle of its line (px). */
	x: number;
	y: number;
	isStrong: boolean;
}

/** Nodes in the order in which they are labelled: selected and focused first, then by priority. */
export function labelOrder({ nodes }: GraphScene): Uint32Array {
	const ranks = nodes.labelPriorities.map((priority, node) =>
		isMarked(nodes.states[node]!) ? Infinity : priority
	);
	const labelled = new Uint32Array(ranks.length);
	let count = 0;
	for (let node = 0; node < ranks.length; node++) {
		if (ranks[node]! >= 0 && nodes.labels[node] !== '') labelled[count++] = node;
	}
	return labelled.subarray(0, count).sort((a, b) => (ranks[a] === ranks[b] ? a - b : ranks[b]! - ranks[a]!));
}

/**
 * The labels of one picture: as many as fit, none over another, and but for the first and the marked ones none
 * over a node.
 *
 * @param order nodes to try, the most important first
 * @param scale by how much nodes are drawn larger than their radius
 */
export function chooseLabels(
	{ nodes }: GraphScene,
	order: Iterable<number>,
	view: Viewpoint,
	size: PictureSize,
	scale: number,
	measure: MeasureText
): PlacedLabel[] {
	const tried: number[] = [];
	const requests: LabelRequest[] = [];
	for (const node of order) {
		const x = nodes.positions[2 * node]! * view.k + view.x;
		const y = nodes.positions[2 * node + 1]! * view.k + view.y;
		if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
		const isStrong = isMarked(nodes.states[node]!);
		const mostCovered = isStrong ? Infinity : requests.length < FIRST.labels ? FIRST.covered : 0;
		requests.push({
			x,
			y,
			radius: 1.2 * scale * nodes.radii[node]!,
			width: measure(nodes.labels[node]!, isStrong),
			height: LINE_HEIGHT,
			mostCovered
		});
		tried.push(node);
		if (tried.length >= MOST_TRIED) break;
	}
	const discs = nodes.radii.length <= AVOIDED_UP_TO ? nodeDiscs(nodes, view, scale) : [];
	return placeLabels(requests, { ...size, gap: 3 }, discs).map(({ index, left, top }: LabelPlace) => ({
		node: tried[index]!,
		text: nodes.labels[tried[index]!]!,
		x: left,
		y: top + LINE_HEIGHT / 2,
		isStrong: isMarked(nodes.states[tried[index]!]!)
	}));
}

function nodeDiscs({ positions, radii }: SceneNodes, { k, x, y }: Viewpoint, scale: number): Disc[] {
	return Array.from(radii, (radius, node) => ({
		x: positions[2 * node]! * k + x,
		y: positions[2 * node + 1]! * k + y,
		radius: radius * scale
	}));
}

function isMarked(state: number): boolean {
	return (state & (NODE_SELECTED | NODE_FOCUSED)) !== 0;
}

/** Width of a text where nothing can measure it: a little more than the font's mean. */
export function estimatedWidth(text: string, isStrong = false): number {
	return (isStrong ? 0.6 : 0.56) * LABEL_SIZE * text.length;
}

import type { PictureSize, SceneGuides, Viewpoint } from './scene.ts';

/** A guide where it is drawn (px); its text is centred on its place, and empty where it would crowd another's. */
interface PlacedText {
	text: string;
	textX: number;
	textY: number;
}
export interface PlacedLine extends PlacedText {
	x: number;
}
export interface PlacedRing extends PlacedText {
	x: number;
	y: number;
	radius: number;
}

/** Strength of a guide's line: seen when looked for, and behind every link. */
export const GUIDE_OPACITY = 0.28;
/** Least room between the middles of two texts (px). */
const ROOM = 40;
const BELOW_EDGE = 12;

/** The guides that a picture shows, where they are drawn in it. */
export function placeGuides(
	{ lines, rings }: SceneGuides,
	view: Viewpoint,
	{ width }: PictureSize
): { lines: PlacedLine[]; rings: PlacedRing[] } {
	const placedLines: PlacedLine[] = [];
	let lastText = -Infinity;
	for (const { x: unit, text } of [...lines].sort((a, b) => a.x - b.x)) {
		const x = unit * view.k + view.x;
		if (x < 0 || x > width) continue;
		const isClear = x - lastText >= ROOM;
		if (isClear) lastText = x;
		placedLines.push({ x, text: isClear ? text : '', textX: x, textY: BELOW_EDGE });
	}
	const placedRings: PlacedRing[] = [];
	let lastRadius = 0;
	for (const { radius: units, text } of [...rings].sort((a, b) => a.radius - b.radius)) {
		const radius = units * view.k;
		const isClear = radius - lastRadius >= ROOM / 2;
		if (isClear) lastRadius = radius;
		placedRings.push({
			x: view.x,
			y: view.y,
			radius,
			text: isClear ? text : '',
			textX: view.x,
			textY: view.y - radius
		});
	}
	return { lines: placedLines, rings: placedRings };
}

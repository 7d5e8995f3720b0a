/** A line of figures, each at its place between the least and the greatest. */
export interface PlaceStrip {
	/** Path of one stroke a figure, in a box of the width and height asked for. */
	ticks: string;
	/** Horizontal place of a figure in pixels; null for none. */
	place(value: number | null): number | null;
}

/** Room for a mark at either end. */
const MARGIN_PX = 6;

/**
 * Geometry of a small picture: where figures lie among all.
 *
 * @param all known figures, any order
 * @param log places figures by their logarithm; ignored where one is not above 0
 * @param widthPx of the picture
 * @param heightPx of the strokes, from 0
 */
export function placeStrip(
	all: readonly number[],
	log: boolean,
	widthPx: number,
	heightPx: number
): PlaceStrip {
	const least = all.reduce((a, b) => Math.min(a, b), Infinity);
	const greatest = all.reduce((a, b) => Math.max(a, b), -Infinity);
	const scaled = log && least > 0 ? Math.log : (value: number) => value;
	const from = scaled(least);
	const span = scaled(greatest) - from;
	const inner = widthPx - 2 * MARGIN_PX;
	const place = (value: number | null): number | null => {
		if (value === null || all.length === 0) return null;
		const share = span > 0 ? (scaled(Math.min(greatest, Math.max(least, value))) - from) / span : 0.5;
		return Math.round((MARGIN_PX + share * inner) * 10) / 10;
	};
	// Whole pixels: what falls on one cannot be told apart, and long groups stay short.
	const marks = [...new Set(all.map((value) => Math.round(place(value)!)))].sort((a, b) => a - b);
	return { ticks: marks.map((x) => `M${x} 0v${heightPx}`).join(''), place };
}

/** A place on the grid: rows grow northward, odd rows stand half a hexagon further east. */
export interface GridCell {
	q: number;
	r: number;
}

export interface HexMap {
	width: number;
	height: number;
	/** Path of one hexagon around the origin. */
	hexagon: string;
	/** Centre of each cell, in the order given. */
	centres: { x: number; y: number }[];
}

const SQRT3 = Math.sqrt(3);

/** Between neighbouring hexagons, so that each is seen as one. */
const GAP_PX = 1;

/**
 * Geometry of a map of equal hexagons, pointy side up, north on top: pixels, no DOM.
 *
 * @param cells places on the grid (odd-r offset; r grows northward)
 * @param width of the drawing in CSS pixels; the height follows
 */
export function hexMap(cells: readonly GridCell[], width: number): HexMap {
	if (cells.length === 0) return { width, height: 0, hexagon: '', centres: [] };

	const across = cells.map((cell) => cell.q + (cell.r & 1 ? 0.5 : 0));
	const west = Math.min(...across);
	const east = Math.max(...across);
	const south = Math.min(...cells.map((cell) => cell.r));
	const north = Math.max(...cells.map((cell) => cell.r));

	const pitch = width / (east - west + 1);
	const radius = pitch / SQRT3;
	const height = radius * (1.5 * (north - south) + 2);

	return {
		width,
		height: round(height),
		hexagon: hexagonPath(radius - GAP_PX / SQRT3),
		centres: cells.map((cell, at) => ({
			x: round((across[at]! - west + 0.5) * pitch),
			y: round(radius * (1.5 * (north - cell.r) + 1))
		}))
	};
}

function hexagonPath(radius: number): string {
	const half = round((radius * SQRT3) / 2);
	const quarter = round(radius / 2);
	return `M0-${round(radius)}L${half}-${quarter}V${quarter}L0 ${round(radius)}L-${half} ${quarter}V-${quarter}Z`;
}

export type Heading = 'east' | 'west' | 'north' | 'south';

const VECTORS: Record<Heading, [number, number]> = {
	east: [1, 0],
	west: [-1, 0],
	north: [0, -1],
	south: [0, 1]
};

/**
 * The cell one reaches from another by an arrow key: near and ahead, where being off to the side
 * counts double.
 *
 * @returns position in `centres`; the start itself where nothing lies ahead
 */
export function cellTowards(
	centres: readonly { x: number; y: number }[],
	from: number,
	heading: Heading
): number {
	const start = centres[from];
	if (start === undefined) return from;
	const [dx, dy] = VECTORS[heading];

	let best = from;
	let least = Infinity;
	centres.forEach((centre, at) => {
		const ahead = (centre.x - start.x) * dx + (centre.y - start.y) * dy;
		const aside = Math.abs((centre.x - start.x) * dy) + Math.abs((centre.y - start.y) * dx);
		if (ahead <= 0.5 || aside > 2 * ahead) return;
		const cost = ahead + 2 * aside;
		if (cost < least) [best, least] = [at, cost];
	});
	return best;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** Where a label stands from its node. */
export type LabelSide = 'right' | 'left' | 'above' | 'below';

export interface LabelRequest {
	/** Middle of the node and its radius (px). */
	x: number;
	y: number;
	radius: number;
	/** Size of the text (px). */
	width: number;
	height: number;
	/** Most nodes it may cover; beyond, it is left out. Any number when left out. */
	mostCovered?: number;
}

export interface LabelPlace {
	/** Place of the request in the list. */
	index: number;
	side: LabelSide;
	/** Upper left corner (px). */
	left: number;
	top: number;
}

export interface LabelArea {
	width: number;
	height: number;
	/** Least distance between two labels, and between a label and its node (px). */
	gap: number;
}

const SIDES: readonly LabelSide[] = ['right', 'left', 'above', 'below'];
const CELL = 64;

/** A node that labels had better not cover (px). */
export interface Disc {
	x: number;
	y: number;
	radius: number;
}

/**
 * Places labels so that none lies over another or beyond the area: the first in the list chooses first,
 * among the sides that are free the one on which it covers the fewest nodes; a label for which no side is
 * free, or which would cover too many, is left out.
 *
 * @param requests labels, the most important first
 * @param area width and height of the picture (px)
 * @param discs nodes that had better stay visible
 *
 * Source: J. Christensen, J. Marks and S. Shieber, An empirical study of algorithms for point-feature label
 * placement (1995), greedy.
 */
export function placeLabels(
	requests: readonly LabelRequest[],
	area: LabelArea,
	discs: readonly Disc[] = []
): LabelPlace[] {
	const columns = Math.ceil(area.width / CELL) + 1;
	const cells = new Map<number, Box[]>();
	const places: LabelPlace[] = [];

	const discCells = new Map<number, Disc[]>();
	for (const disc of discs) {
		const { x, y, radius } = disc;
		file(discCells, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, disc);
	}

	requests.forEach((request, index) => {
		let best: { side: LabelSide; box: Box } | null = null;
		let fewest = Infinity;
		for (const side of SIDES) {
			const box = boxOn(side, request, area.gap);
			const isInside = box.left >= 0 && box.top >= 0 && box.right <= area.width && box.bottom <= area.height;
			if (!isInside || isTaken(box)) continue;
			const covered = discs.length === 0 ? 0 : coveredDiscs(box);
			if (covered < fewest) [best, fewest] = [{ side, box }, covered];
			if (fewest === 0) break;
		}
		if (best === null || fewest > (request.mostCovered ?? Infinity)) return;
		file(cells, best.box, best.box);
		places.push({ index, side: best.side, left: best.box.left, top: best.box.top });
	});
	return places;

	function file<T>(index: Map<number, T[]>, box: Box, entry: T): void {
		forEachCell(box, (cell) => {
			const others = index.get(cell);
			if (others === undefined) index.set(cell, [entry]);
			else others.push(entry);
		});
	}

	function coveredDiscs(box: Box): number {
		const covered = new Set<Disc>();
		forEachCell(box, (cell) => {
			for (const disc of discCells.get(cell) ?? []) {
				const dx = disc.x - Math.max(box.left, Math.min(disc.x, box.right));
				const dy = disc.y - Math.max(box.top, Math.min(disc.y, box.bottom));
				if (dx * dx + dy * dy < disc.radius * disc.radius) covered.add(disc);
			}
		});
		return covered.size;
	}

	function isTaken(box: Box): boolean {
		let taken = false;
		forEachCell(box, (cell) => {
			taken ||= (cells.get(cell) ?? []).some((other) => areNear(box, other, area.gap));
		});
		return taken;
	}

	/** Cells within a gap of a box, so that neighbours in the next cell are seen. */
	function forEachCell(box: Box, visit: (cell: number) => void): void {
		const firstRow = Math.max(0, Math.floor((box.top - area.gap) / CELL));
		const firstColumn = Math.max(0, Math.floor((box.left - area.gap) / CELL));
		for (let row = firstRow; row <= Math.floor((box.bottom + area.gap) / CELL); row++) {
			const last = Math.min(columns - 1, Math.floor((box.right + area.gap) / CELL));
			for (let column = firstColumn; column <= last; column++) visit(row * columns + column);
		}
	}
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

function boxOn(side: LabelSide, { x, y, radius, width, height }: LabelRequest, gap: number): Box {
	const away = radius + gap;
	const left = side === 'right' ? x + away : side === 'left' ? x - away - width : x - width / 2;
	const top = side === 'above' ? y - away - height : side === 'below' ? y + away : y - height / 2;
	return { left, right: left + width, top, bottom: top + height };
}

function areNear(a: Box, b: Box, gap: number): boolean {
	return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

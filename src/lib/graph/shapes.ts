import { SHAPES, type NodeShape } from './scene.ts';

/**
 * Corners of the shapes made of straight sides, clockwise on screen, in radii about the node's middle; of
 * about equal area, so that no kind looks more important than another.
 */
const CORNERS: Partial<Record<NodeShape, readonly (readonly [number, number])[]>> = {
	square: rectangle(0.88, 0.88),
	diamond: [
		[0, -1.2],
		[1.2, 0],
		[0, 1.2],
		[-1.2, 0]
	],
	house: [
		[0, -1.15],
		[1, -0.2],
		[1, 0.9],
		[-1, 0.9],
		[-1, -0.2]
	],
	triangle: [
		[0, -1.25],
		[1.2, 0.85],
		[-1.2, 0.85]
	],
	bar: rectangle(1.35, 0.6),
	hexagon: regular(6, 1.08),
	pentagon: regular(5, 1.12),
	wedge: [
		[-1.2, -0.85],
		[1.2, -0.85],
		[0, 1.25]
	]
};

/** Half the width of a cross's arms and its reach, and the two radii of a ring, in radii. */
const CROSS_ARM = 0.42;
const CROSS_REACH = 1.15;
const RING_REACH = 1.1;
const RING_HOLE = 0.5;

function rectangle(halfWidth: number, halfHeight: number): readonly (readonly [number, number])[] {
	return [
		[-halfWidth, -halfHeight],
		[halfWidth, -halfHeight],
		[halfWidth, halfHeight],
		[-halfWidth, halfHeight]
	];
}

function regular(sides: number, radius: number): readonly (readonly [number, number])[] {
	return Array.from({ length: sides }, (_, i) => {
		const angle = (2 * Math.PI * i) / sides - Math.PI / 2;
		return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
	});
}

/**
 * Distance from a point to a shape's edge, negative inside; all in radii about its middle. It is asked some
 * ten thousand times before the first picture, so it makes no objects.
 */
function edgeDistance(shape: NodeShape): (x: number, y: number) => number {
	if (shape === 'circle') return (x, y) => Math.sqrt(x * x + y * y) - 1;
	if (shape === 'ring') {
		return (x, y) => {
			const fromMiddle = Math.sqrt(x * x + y * y);
			return Math.max(fromMiddle - RING_REACH, RING_HOLE - fromMiddle);
		};
	}
	const corners = Float64Array.from(cornersOf(shape).flat());
	return (x, y) => {
		let least = Infinity;
		let isInside = false;
		for (let i = 0; i < corners.length; i += 2) {
			const next = i + 2 < corners.length ? i + 2 : 0;
			const ax = corners[i]!;
			const ay = corners[i + 1]!;
			const dx = corners[next]! - ax;
			const dy = corners[next + 1]! - ay;
			const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
			const share = along < 0 ? 0 : along > 1 ? 1 : along;
			const awayX = x - ax - share * dx;
			const awayY = y - ay - share * dy;
			const away = awayX * awayX + awayY * awayY;
			if (away < least) least = away;
			if (ay > y !== ay + dy > y && x < ax + ((y - ay) / dy) * dx) isInside = !isInside;
		}
		return isInside ? -Math.sqrt(least) : Math.sqrt(least);
	};
}

/** Half the width of a tile of the atlas, in radii; the distance that 0 and 255 stand for. */
export const TILE_REACH = 2;
export const TILE_DISTANCE = 1;

/**
 * All shapes side by side as distances from their edges, for a texture: 255 is a radius inside the edge, 0 a
 * radius outside.
 *
 * @param tile width and height of one shape (texels)
 * @param columns tiles in the row; those beyond the last shape are empty
 */
export function shapeAtlas(tile: number, columns: number): Uint8Array {
	const texels = new Uint8Array(tile * tile * columns);
	SHAPES.forEach((shape, column) => {
		const distance = edgeDistance(shape);
		for (let row = 0; row < tile; row++) {
			for (let i = 0; i < tile; i++) {
				const x = (2 * TILE_REACH * (i + 0.5)) / tile - TILE_REACH;
				const y = (2 * TILE_REACH * (row + 0.5)) / tile - TILE_REACH;
				const share = 0.5 - distance(x, y) / (2 * TILE_DISTANCE);
				texels[row * tile * columns + column * tile + i] = Math.round(255 * Math.max(0, Math.min(1, share)));
			}
		}
	});
	return texels;
}

/**
 * SVG path of a shape about a point.
 *
 * @param x middle (px)
 * @param y middle (px)
 * @param radius size (px)
 */
export function shapePath(shape: NodeShape, x: number, y: number, radius: number): string {
	const at = (dx: number, dy: number): string => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
	const circle = (r: number): string =>
		`M${at(-r, 0)}a${round(r * radius)} ${round(r * radius)} 0 1 0 ${round(2 * r * radius)} 0` +
		`a${round(r * radius)} ${round(r * radius)} 0 1 0 ${round(-2 * r * radius)} 0Z`;
	if (shape === 'circle') return circle(1);
	if (shape === 'ring') return circle(RING_REACH) + circle(RING_HOLE);
	return `M${cornersOf(shape)
		.map(([dx, dy]) => at(dx, dy))
		.join('L')}Z`;
}

function cornersOf(shape: NodeShape): readonly (readonly [number, number])[] {
	return shape === 'cross' ? crossCorners() : (CORNERS[shape] ?? []);
}

function crossCorners(): readonly (readonly [number, number])[] {
	const [a, r] = [CROSS_ARM, CROSS_REACH];
	return [
		[-a, -r],
		[a, -r],
		[a, -a],
		[r, -a],
		[r, a],
		[a, a],
		[a, r],
		[-a, r],
		[-a, a],
		[-r, a],
		[-r, -a],
		[-a, -a]
	];
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

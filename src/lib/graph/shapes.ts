import type { NodeShape } from './scene.ts';

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

/** Half the width of a cross's arms and its reach, and the inner radius of a ring, in radii. */
export const CROSS_ARM = 0.42;
export const CROSS_REACH = 1.15;
export const RING_HOLE = 0.5;

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
 * Sides of a shape as lines n·p = c, the inside where n·p < c; x, y of n and c of each side in a row. Empty
 * for circle, cross and ring, which are not made of half-planes.
 */
export function halfPlanes(shape: NodeShape): number[] {
	const corners = CORNERS[shape] ?? [];
	return corners.flatMap(([ax, ay], i) => {
		const [bx, by] = corners[(i + 1) % corners.length]!;
		const length = Math.hypot(bx - ax, by - ay);
		const [nx, ny] = [(by - ay) / length, -(bx - ax) / length];
		return [nx, ny, nx * ax + ny * ay];
	});
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
	if (shape === 'ring') return circle(1.1) + circle(RING_HOLE);
	const corners = shape === 'cross' ? crossCorners() : CORNERS[shape]!;
	return `M${corners.map(([dx, dy]) => at(dx, dy)).join('L')}Z`;
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

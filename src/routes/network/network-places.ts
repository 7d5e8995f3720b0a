import { MOST_PINS } from '#lib/view/network-choice.ts';
import type { Pin } from '#lib/view/network-choice.ts';

/** A node under the pointer, on its way. */
export interface MovedNode {
	node: number;
	x: number;
	y: number;
}

/**
 * The places to draw: those of the layout, with what the reader pinned or is moving where they put it.
 *
 * @param positions x and y of every node in turn (layout units), or null before the first
 * @returns null where there are none for this picture yet
 */
export function placesOf(
	positions: Float32Array | null,
	nodeOf: ReadonlyMap<string, number>,
	pins: readonly Pin[],
	moved: MovedNode | null
): Float32Array | null {
	if (positions === null || positions.length !== 2 * nodeOf.size) return null;
	const own = positions.slice();
	for (const { key, x, y } of pins) {
		const node = nodeOf.get(key);
		if (node !== undefined) own.set([x, y], 2 * node);
	}
	if (moved !== null) own.set([moved.x, moved.y], 2 * moved.node);
	return own;
}

/** Brings what a filter leaves out into the middle of what stays, so that the camera sees only that. */
export function gathered(positions: Float32Array, shown: Uint8Array, kept: Uint8Array): Float32Array {
	let [x, y, count] = [0, 0, 0];
	kept.forEach((is, node) => {
		if (is !== 1) return;
		x += positions[2 * node]!;
		y += positions[2 * node + 1]!;
		count += 1;
	});
	if (count === 0) return positions;
	const own = positions.slice();
	shown.forEach((is, node) => {
		if (is === 1 && kept[node] !== 1) own.set([x / count, y / count], 2 * node);
	});
	return own;
}

/**
 * The pins after one node was put down; its earlier one is replaced.
 *
 * @returns null where no more can be kept
 */
export function withPin(pins: readonly Pin[], key: string, x: number, y: number): Pin[] | null {
	const others = pins.filter((one) => one.key !== key);
	return others.length >= MOST_PINS ? null : [...others, { key, x: Math.round(x), y: Math.round(y) }];
}

/** The pins without one node's. */
export function withoutPin(pins: readonly Pin[], key: string): Pin[] {
	return pins.filter((one) => one.key !== key);
}

export type Direction = 'left' | 'right' | 'up' | 'down';
const STEP = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;
/** Steps across the picture that a node takes when it is moved without being dragged. */
const STEPS_ACROSS = 40;

/** Where a node lies after one step in a direction. */
export function stepped(positions: Float32Array, node: number, direction: Direction): [x: number, y: number] {
	let [least, most] = [Infinity, -Infinity];
	for (let at = 0; at < positions.length; at += 2) {
		least = Math.min(least, positions[at]!);
		most = Math.max(most, positions[at]!);
	}
	// Never less than a unit, which is what a pin is kept in.
	const far = Math.max(1, (most - least) / STEPS_ACROSS);
	const [right, down] = STEP[direction];
	return [positions[2 * node]! + right * far, positions[2 * node + 1]! + down * far];
}

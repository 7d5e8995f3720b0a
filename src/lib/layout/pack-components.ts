import { packRows, type Box } from './pack.ts';

/** Least distance between components (units). */
const GAP = 60;
/** Distance between lone nodes in their block (units), and how much wider than high it is. */
const LONE_PITCH = 30;
const LONE_ASPECT = 3;

/** A connected part of a drawing. */
export interface Component {
	/** Places of its nodes (units). */
	x: Float64Array;
	y: Float64Array;
	/** Whether one of its nodes must stay where it is. */
	isPinned: boolean;
}

interface Bounds {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

type Move = readonly [number, number];

/**
 * How far each component moves so that none lies over another: lone nodes form one block, the block and
 * the other components stand in rows; pinned components stay, and everything else stands below them.
 */
export function packComponents(components: readonly Component[]): Move[] {
	const bounds = components.map(boundsOf);
	const isLone = (c: number): boolean => components[c]!.x.length === 1;
	const free = components.flatMap(({ isPinned }, c) => (isPinned ? [] : [c]));
	const lone = free.filter(isLone);
	const tied = free.filter((c) => !isLone(c));

	const columns = Math.ceil(Math.sqrt(LONE_ASPECT * lone.length));
	const rows = Math.ceil(lone.length / Math.max(1, columns));
	const block: Box = { width: LONE_PITCH * columns, height: LONE_PITCH * rows };
	const boxes = tied.map((c) => sizeOf(bounds[c]!));
	if (lone.length > 0) boxes.push(block);
	const centres = packRows(boxes, GAP);
	const [shiftX, shiftY] = belowPinned(components, bounds, boxes, centres);

	const moves = bounds.map((): Move => [0, 0]);
	const moveTo = (c: number, x: number, y: number): void => {
		const { left, right, top, bottom } = bounds[c]!;
		moves[c] = [x + shiftX - (left + right) / 2, y + shiftY - (top + bottom) / 2];
	};
	tied.forEach((c, i) => moveTo(c, centres[2 * i]!, centres[2 * i + 1]!));
	const [blockX, blockY] = [centres[2 * tied.length] ?? 0, centres[2 * tied.length + 1] ?? 0];
	lone.forEach((c, i) => {
		const across = (i % columns) - (columns - 1) / 2;
		const down = Math.floor(i / columns) - (rows - 1) / 2;
		moveTo(c, blockX + LONE_PITCH * across, blockY + LONE_PITCH * down);
	});
	return moves;
}

function belowPinned(
	components: readonly Component[],
	bounds: readonly Bounds[],
	boxes: readonly Box[],
	centres: Float64Array
): Move {
	const pinned = bounds.filter((_, c) => components[c]!.isPinned);
	if (pinned.length === 0) return [0, 0];
	const left = pinned.reduce((least, b) => Math.min(least, b.left), Infinity);
	const right = pinned.reduce((most, b) => Math.max(most, b.right), -Infinity);
	const bottom = pinned.reduce((most, b) => Math.max(most, b.bottom), -Infinity);
	const top = boxes.reduce((least, box, i) => Math.min(least, centres[2 * i + 1]! - box.height / 2), 0);
	return [(left + right) / 2, bottom + GAP - top];
}

function boundsOf({ x, y }: Component): Bounds {
	const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
	for (let i = 0; i < x.length; i++) {
		bounds.left = Math.min(bounds.left, x[i]!);
		bounds.right = Math.max(bounds.right, x[i]!);
		bounds.top = Math.min(bounds.top, y[i]!);
		bounds.bottom = Math.max(bounds.bottom, y[i]!);
	}
	return bounds;
}

function sizeOf({ left, right, top, bottom }: Bounds): Box {
	return { width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

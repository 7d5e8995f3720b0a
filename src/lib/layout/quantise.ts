/** Positions as 16-bit whole numbers: position = origin + value × unit. */
export interface QuantisedPositions {
	/** x and y interleaved, from -32767 to 32767. */
	values: Int16Array;
	originX: number;
	originY: number;
	/** Size of one step (units, > 0). */
	unit: number;
}

const LARGEST = 32767;

/**
 * Rounds positions to 65,535 steps across the longer side of their frame, half the room of 32-bit floats.
 *
 * @param positions x and y interleaved, finite
 */
export function quantise(positions: ArrayLike<number>): QuantisedPositions {
	let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
	for (let i = 0; i < positions.length; i += 2) {
		left = Math.min(left, positions[i]!);
		right = Math.max(right, positions[i]!);
		top = Math.min(top, positions[i + 1]!);
		bottom = Math.max(bottom, positions[i + 1]!);
	}
	const isEmpty = positions.length === 0;
	const originX = isEmpty ? 0 : (left + right) / 2;
	const originY = isEmpty ? 0 : (top + bottom) / 2;
	const unit = isEmpty ? 1 : Math.max(right - left, bottom - top) / (2 * LARGEST) || 1;
	const values = new Int16Array(positions.length);
	for (let i = 0; i < positions.length; i++) {
		const steps = Math.round((positions[i]! - (i % 2 === 0 ? originX : originY)) / unit);
		values[i] = Math.max(-LARGEST, Math.min(LARGEST, steps));
	}
	return { values, originX, originY, unit };
}

/** The positions again, each within half a step of what it was. */
export function dequantise({ values, originX, originY, unit }: QuantisedPositions): Float32Array {
	return Float32Array.from(values, (value, i) => (i % 2 === 0 ? originX : originY) + value * unit);
}

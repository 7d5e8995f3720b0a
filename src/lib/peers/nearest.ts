import { isComparable, isCovered, type CoverageRule } from './coverage-rule.ts';
import { squaredDistance } from './distance.ts';
import { NearestHeap } from './nearest-heap.ts';
import type { Weighting } from './weighting.ts';

export interface Neighbour {
	row: number;
	squared: number;
}

/** Exact nearest neighbours under one weighting, prepared once and asked many times. */
export interface NearestIndex {
	/**
	 * The k nearest areas by `rankable` squared distance, ties by row order, the area itself left out.
	 * Empty when the area's own coverage is below the rule.
	 */
	nearest(row: number, k: number): Neighbour[];
}

/** Coordinates kept together at the head of each row: enough to rule out most rows by one cache line. */
const HEAD = 4;
/** Bounds the rounding of partial sums, which add the same terms in another order, and that of `rankable`. */
const ROUNDING_SLACK = 1 + 1e-9;

/**
 * Prepares an exact search: the columns that differ most come first, the first four of every row in
 * one block and the others in a second, columns without weight in none. A row is given up as soon as
 * its partial sum exceeds the k-th best; what is left is measured again by `squaredDistance`, so the
 * answer equals the plain scan to the last bit.
 *
 * A blank makes the partial sum `NaN`, which exceeds nothing, so such rows always get the full measure.
 */
export function nearestIndex(weighting: Weighting, rule: CoverageRule): NearestIndex {
	const rows = weighting.space.table.codes.length;
	const { head, tail, headWeights, tailWeights } = layout(weighting);
	const tailWidth = tailWeights.length;
	const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = headWeights;

	const tailExceeds = (row: number, from: number, partial: number, limit: number): boolean => {
		let sum = partial;
		const at = row * tailWidth;
		const fromAt = from * tailWidth;
		for (let k = 0; k < tailWidth; k += HEAD) {
			const a = tail[at + k]! - tail[fromAt + k]!;
			const b = tail[at + k + 1]! - tail[fromAt + k + 1]!;
			const c = tail[at + k + 2]! - tail[fromAt + k + 2]!;
			const d = tail[at + k + 3]! - tail[fromAt + k + 3]!;
			sum +=
				tailWeights[k]! * a * a +
				tailWeights[k + 1]! * b * b +
				tailWeights[k + 2]! * c * c +
				tailWeights[k + 3]! * d * d;
			if (sum > limit) return true;
		}
		return false;
	};

	return {
		nearest(from, k) {
			if (!isCovered(weighting, rule, from) || k < 1) return [];
			const heap = new NearestHeap(k);
			let limit = Infinity;
			const [q0, q1, q2, q3] = head.subarray(from * HEAD, (from + 1) * HEAD) as unknown as Quad;
			for (let row = 0, at = 0; row < rows; row += 1, at += HEAD) {
				const a = head[at]! - q0;
				const b = head[at + 1]! - q1;
				const c = head[at + 2]! - q2;
				const d = head[at + 3]! - q3;
				const partial = w0 * a * a + w1 * b * b + w2 * c * c + w3 * d * d;
				if (partial > limit || tailExceeds(row, from, partial, limit)) continue;
				if (row === from || !isComparable(weighting, rule, from, row)) continue;
				const squared = squaredDistance(weighting, from, row);
				if (Number.isNaN(squared)) continue;
				heap.offer(row, squared);
				limit = heap.limit * ROUNDING_SLACK;
			}
			return heap.sorted();
		}
	};
}

type Quad = [number, number, number, number];

function layout({ space, weights }: Weighting) {
	const { coordinates } = space;
	const width = weights.length;
	const rows = space.table.codes.length;
	const spread = weights.map((weight, column) => weight * meanSquare(coordinates, width, column));
	const order = Array.from(weights.keys())
		.filter((column) => weights[column]! > 0)
		.sort((a, b) => spread[b]! - spread[a]!);
	const inHead = order.slice(0, HEAD);
	const inTail = order.slice(HEAD);
	// Padding columns keep coordinate 0 and weight 0, so whole groups of four can be read.
	const tailWidth = Math.ceil(inTail.length / HEAD) * HEAD;
	const block = (columns: number[], blockWidth: number) => {
		const packed = new Float64Array(rows * blockWidth);
		for (let row = 0; row < rows; row += 1) {
			for (let at = 0; at < columns.length; at += 1) {
				packed[row * blockWidth + at] = coordinates[row * width + columns[at]!]!;
			}
		}
		return packed;
	};
	const weightsOf = (columns: number[], blockWidth: number) =>
		Float64Array.from({ length: blockWidth }, (_, at) => weights[columns[at] ?? -1] ?? 0);
	return {
		head: block(inHead, HEAD),
		tail: block(inTail, tailWidth),
		headWeights: weightsOf(inHead, HEAD),
		tailWeights: weightsOf(inTail, tailWidth)
	};
}

/** Mean square of a column, from a sample of rows; only the order of columns hangs on it. */
function meanSquare(coordinates: Float64Array, width: number, column: number): number {
	const rows = coordinates.length / width;
	const step = Math.max(1, Math.floor(rows / 1000));
	let sum = 0;
	let n = 0;
	for (let row = 0; row < rows; row += step) {
		const value = coordinates[row * width + column]!;
		if (Number.isNaN(value)) continue;
		sum += value * value;
		n += 1;
	}
	return n === 0 ? 0 : sum / n;
}

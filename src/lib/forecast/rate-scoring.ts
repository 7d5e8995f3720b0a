import { choleskyInPlace, choleskySolve } from './cholesky.ts';

/** A log-likelihood at some point, its slope and its expected information (lower half, row by row). */
export interface Evaluated {
	value: number;
	slope: Float64Array;
	information: Float64Array;
}

const MAX_ROUNDS = 100;
const SETTLED = 1e-10;

/**
 * Climbs a log-likelihood by Fisher's scoring with step halving, holding bounded parameters at or above 0.
 *
 * @param isBounded whether a parameter may not fall below 0
 * @param fixed parameters that stay where they start
 */
export function scoring(
	evaluate: (at: Float64Array) => Evaluated,
	start: Float64Array,
	isBounded: (k: number) => boolean,
	fixed: ReadonlySet<number>
): { at: Float64Array; value: number } {
	let at = start.slice();
	let point = evaluate(at);
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const free = Array.from(at, (_, k) => k).filter(
			(k) => !fixed.has(k) && !(isBounded(k) && at[k]! <= 0 && point.slope[k]! <= 0)
		);
		const step = stepOf(point, free, at.length);
		if (step === null) break;
		let next: { at: Float64Array<ArrayBuffer>; point: Evaluated } | null = null;
		for (let share = 1; share > 1e-8; share /= 2) {
			const tried = at.map((value, k) => {
				const moved = value + share * step[k]!;
				return isBounded(k) && moved < 0 ? 0 : moved;
			});
			const found = evaluate(tried);
			if (Number.isFinite(found.value) && found.value > point.value) {
				next = { at: tried, point: found };
				break;
			}
		}
		if (next === null) break;
		const gain = next.point.value - point.value;
		at = next.at;
		point = next.point;
		if (gain < SETTLED * (Math.abs(point.value) + 1)) break;
	}
	return { at, value: point.value };
}

/** Scoring step of the free parameters; a trace on the diagonal keeps it finite where they are hard to tell apart. */
function stepOf(
	{ slope, information }: Evaluated,
	free: readonly number[],
	size: number
): Float64Array | null {
	if (free.length === 0) return null;
	const count = free.length;
	for (const trace of [1e-9, 1e-3, 1]) {
		const matrix = new Float64Array(count * count);
		free.forEach((a, row) =>
			free.forEach((b, column) => {
				if (column <= row)
					matrix[row * count + column] = information[Math.max(a, b) * size + Math.min(a, b)]!;
			})
		);
		for (let k = 0; k < count; k += 1) matrix[k * count + k] = matrix[k * count + k]! * (1 + trace) + 1e-12;
		const vector = Float64Array.from(free, (k) => slope[k]!);
		if (!choleskyInPlace(matrix, count)) continue;
		choleskySolve(matrix, count, vector);
		const step = new Float64Array(size);
		free.forEach((k, at) => (step[k] = vector[at]!));
		return step;
	}
	return null;
}

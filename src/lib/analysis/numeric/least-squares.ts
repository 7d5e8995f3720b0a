import { symmetricInverse, timesVector } from './symmetric-inverse.ts';

/** A curve through data by least squares; parameters are positive and fitted on the log scale. */
export interface LeastSquares {
	parameters: number[];
	/** Residual sum of squares. */
	rss: number;
	/** Inverse of J'J for the parameters themselves; `null` when they cannot be told apart. */
	inverse: number[][] | null;
	/** Whether the search came to rest. */
	settled: boolean;
}

const MAX_ROUNDS = 300;

/**
 * Nonlinear least squares by Levenberg–Marquardt with parameters kept positive (steps are taken in their
 * logarithms) and derivatives by central differences.
 *
 * @param model fitted values at some parameters
 * @param start positive starting values
 *
 * Source: Marquardt (1963); Nocedal & Wright, Numerical Optimization (2006), section 10.3.
 */
export function leastSquares(
	model: (parameters: readonly number[]) => number[],
	data: readonly number[],
	start: readonly number[]
): LeastSquares {
	let logs = start.map(Math.log);
	let fitted = model(start);
	let rss = squares(data, fitted);
	let damping = 1e-3;
	let settled = false;
	for (let round = 0; round < MAX_ROUNDS && !settled; round++) {
		const jacobian = derivatives(model, logs);
		const normal = product(jacobian);
		const slope = jacobian.map((column) =>
			column.reduce((sum, d, k) => sum + d * (data[k]! - fitted[k]!), 0)
		);
		let moved = false;
		while (!moved && damping < 1e12) {
			const damped = normal.map((row, a) => row.map((value, b) => (a === b ? value * (1 + damping) : value)));
			const inverse = symmetricInverse(damped);
			const step = inverse === null ? null : shortened(timesVector(inverse, slope));
			const next = step === null ? null : logs.map((value, k) => value + step[k]!);
			const values = next === null ? [] : model(next.map(Math.exp));
			const nextRss = next === null ? Infinity : squares(data, values);
			if (step === null || next === null || !(nextRss <= rss)) {
				damping *= 4;
				continue;
			}
			moved = true;
			settled = step.every((change) => Math.abs(change) < 1e-11);
			[logs, fitted, rss] = [next, values, nextRss];
			damping = Math.max(damping / 10, 1e-14);
		}
		// No step in any direction lowers the sum further: this is the bottom, to rounding.
		if (!moved) settled = true;
	}
	const parameters = logs.map(Math.exp);
	const inverse = symmetricInverse(product(derivatives(model, logs)));
	return {
		parameters,
		rss,
		inverse: inverse?.map((row, a) => row.map((value, b) => value * parameters[a]! * parameters[b]!)) ?? null,
		settled
	};
}

/** No parameter more than e-folds in one step: a longer one may leap onto a plateau without a way back. */
function shortened(step: readonly number[]): number[] {
	const longest = step.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
	return longest > 1 ? step.map((change) => change / longest) : [...step];
}

function squares(data: readonly number[], fitted: readonly number[]): number {
	const sum = data.reduce((total, value, k) => total + (value - fitted[k]!) ** 2, 0);
	return Number.isFinite(sum) ? sum : Infinity;
}

/** One column of derivatives by the logarithm of each parameter. */
function derivatives(
	model: (parameters: readonly number[]) => number[],
	logs: readonly number[]
): number[][] {
	const reach = 1e-5;
	return logs.map((_, k) => {
		const at = (shift: number): number[] =>
			model(logs.map((value, j) => Math.exp(j === k ? value + shift : value)));
		const above = at(reach);
		const below = at(-reach);
		return above.map((value, row) => (value - below[row]!) / (2 * reach));
	});
}

function product(columns: readonly (readonly number[])[]): number[][] {
	return columns.map((a) => columns.map((b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0)));
}

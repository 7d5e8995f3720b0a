import type { Panel } from '../panel/panel.ts';
import { reportProgress, type Progress } from '../progress.ts';
import { geodesicWalk, geodesicWeights } from '../sparse/geodesics.ts';
import { isSeries, mapNetwork, type Network, type SparseMatrix } from '../sparse/sparse-matrix.ts';
import { transpose } from '../sparse/sparse-operations.ts';
import { totalsFromSums } from '../spatial/weight-totals.ts';
import { accumulate } from './adoption-pairs.ts';
import {
	adopterIntervals,
	everyoneThroughout,
	moranByPeriod,
	moranFromSums,
	type MoranPeriod
} from './moran-by-period.ts';

/**
 * Moran's I in every period with weights 1 / geodesic, row-standardised, without storing the n × n
 * weights: it walks from every unit and adds up as it goes, so that 10,000 units fit in memory.
 *
 * Equal to `moranByPeriod(panel, geodesicWeights(network, maxSteps))`, without shuffles.
 *
 * @param network directed ties; only their presence counts
 * @param maxSteps longest path counted (default 6 steps)
 *
 * Source: netdiffuseR `summary.diffnet`.
 */
export function geodesicMoranByPeriod(
	panel: Panel,
	network: Network,
	maxSteps = 6,
	progress?: Progress
): MoranPeriod[] {
	if (isSeries(network) || !everyoneThroughout(panel)) {
		return moranByPeriod(
			panel,
			mapNetwork(network, (matrix) => geodesicWeights(matrix, maxSteps))
		);
	}
	const rowTotals = inverseStepSums(network, maxSteps);
	return streamed(panel, network, maxSteps, rowTotals, progress);
}

function inverseStepSums(network: SparseMatrix, maxSteps: number): Float64Array {
	const walk = geodesicWalk(network, maxSteps);
	const sums = new Float64Array(network.size);
	for (let unit = 0; unit < network.size; unit++) {
		const count = walk.from(unit);
		for (let k = 0; k < count; k++) sums[unit]! += 1 / walk.steps[walk.reached[k]!]!;
	}
	return sums;
}

function streamed(
	panel: Panel,
	network: SparseMatrix,
	maxSteps: number,
	rowTotals: Float64Array,
	progress: Progress | undefined
): MoranPeriod[] {
	const size = network.size;
	const intervals = adopterIntervals(panel);
	const { from, until } = intervals;
	const out = geodesicWalk(network, maxSteps);
	const back = geodesicWalk(transpose(network), maxSteps);
	const columns = new Float64Array(size);
	const pairs = new Float64Array(panel.periods.length + 1);
	let squares = 0;
	let products = 0;

	for (let unit = 0; unit < size; unit++) {
		if (unit % 64 === 0) reportProgress(progress, unit, size);
		const count = out.from(unit);
		back.from(unit);
		for (let k = 0; k < count; k++) {
			const other = out.reached[k]!;
			const weight = 1 / out.steps[other]! / rowTotals[unit]!;
			columns[other]! += weight;
			squares += weight * weight;
			if (back.steps[other]! > 0) products += weight / back.steps[other]! / rowTotals[other]!;
			const first = Math.max(from[unit]!, from[other]!);
			const last = Math.min(until[unit]!, until[other]!);
			if (first < last) {
				pairs[first]! += weight;
				pairs[last]! -= weight;
			}
		}
	}
	const rows = rowTotals.map((sum) => (sum > 0 ? 1 : 0));
	const totals = totalsFromSums(rows, columns, squares, products);
	return moranFromSums(panel.periods, size, totals, intervals, accumulate(pairs));
}

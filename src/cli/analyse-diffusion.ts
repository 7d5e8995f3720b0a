import {
	adopterClasses,
	crossTable,
	thresholdClasses,
	type Classes
} from '#lib/analysis/diffusion/adopter-classes.ts';
import { adoptionCurve } from '#lib/analysis/diffusion/adoption-curve.ts';
import { degrees, directedDensity } from '#lib/analysis/diffusion/degree.ts';
import { exposure, type PeriodTable } from '#lib/analysis/diffusion/exposure.ts';
import { geodesicMoranByPeriod } from '#lib/analysis/diffusion/geodesic-moran.ts';
import {
	infectiousness,
	susceptibility,
	type InfluenceOptions
} from '#lib/analysis/diffusion/infectiousness.ts';
import { moranByPeriod, type MoranPeriod } from '#lib/analysis/diffusion/moran-by-period.ts';
import { structuralEquivalence } from '#lib/analysis/diffusion/structural-equivalence.ts';
import { thresholds } from '#lib/analysis/diffusion/threshold.ts';
import type { Edges } from '#lib/analysis/input/edge-table.ts';
import { labelsOf, panelOf, type Nodes, type TimeColumn } from '#lib/analysis/input/node-table.ts';
import { NEVER, type Panel } from '#lib/analysis/panel/panel.ts';
import { isSeries, mapNetwork, type Network } from '#lib/analysis/sparse/sparse-matrix.ts';
import { binary, transpose } from '#lib/analysis/sparse/sparse-operations.ts';
import { readNetwork, say, timeColumn } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** Beyond this many units the n × n tables of structural equivalence are not printed. */
const MAX_PRINTED_SQUARE = 100;

/** `analyse diffusion`: curves, exposure, thresholds, classes, influence and Moran's I of a spread over a network. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['nodes', 'edges', 'toa', 'equivalence-group']);
	const column = timeColumn(options.values['toa'], 'toa');
	const { nodes, edges } = await readNetwork(
		requiredOption(options, 'nodes'),
		requiredOption(options, 'edges')
	);
	const result = diffusionResult(panelOf(nodes, column, edges), edges);
	const group = options.values['equivalence-group'];
	printResult(
		group === undefined
			? result
			: { ...result, structural_equivalence: equivalenceByGroup(nodes, column, edges, group) },
		options.json
	);
	return 0;
}

function diffusionResult(panel: Panel, { network, firstNetwork }: Edges): Record<string, unknown> {
	const ties = mapNetwork(network, binary);
	const incoming = mapNetwork(ties, transpose);
	const curve = adoptionCurve(panel);
	const direct = exposure(panel, ties);
	const reversed = exposure(panel, incoming);
	const first = degrees(firstNetwork);
	const geodesic = geodesicMoranByPeriod(panel, ties);
	return {
		n: panel.ids.length,
		periods: panel.periods,
		toa: timesFrom(panel),
		adopt_new: curve.map((row) => row.adopting),
		cumulative: {
			num: curve.map((row) => row.adopters),
			prop: curve.map((row) => row.share),
			rate: curve.map((row) => row.rate)
		},
		hazard: curve.map((row) => row.hazard),
		exposure: {
			default: direct,
			incoming: reversed,
			count: exposure(panel, ties, { asCount: true }),
			valued: exposure(panel, network),
			attr_indegree: exposure(panel, ties, { attribute: indegrees(ties) })
		},
		threshold: {
			default_lag0: thresholds(panel, direct, 0),
			lag1: thresholds(panel, direct, 1),
			incoming_lag0: thresholds(panel, reversed, 0)
		},
		classify: classification(panel, direct),
		rogers_sd: rogers(panel),
		infection: influence((options) => infectiousness(panel, ties, options), infectiousness(panel, incoming)),
		susceptibility: influence(
			(options) => susceptibility(panel, ties, options),
			susceptibility(panel, incoming)
		),
		summary: {
			adopt: curve.map((row) => row.adopting),
			cum_adopt: curve.map((row) => row.adopters),
			cum_adopt_pcent: curve.map((row) => row.share),
			hazard: curve.map((row) => row.hazard),
			density: densities(panel, ties),
			moran_obs: geodesic.map((row) => row.observed),
			moran_exp: geodesic.map((row) => row.expected),
			moran_sd: geodesic.map((row) => row.deviation),
			moran_pval: geodesic.map((row) => row.p)
		},
		moran_adjacency: adjacencyMoran(moranByPeriod(panel, ties)),
		degree_first_slice: {
			indegree: first.indegree,
			outdegree: first.outdegree,
			degree: first.degree,
			indegree_valued: first.indegreeValued,
			outdegree_valued: first.outdegreeValued
		},
		...(panel.ids.length <= MAX_PRINTED_SQUARE
			? { struct_equiv_first_slice: equivalenceTables(firstNetwork) }
			: {})
	};
}

function timesFrom(panel: Panel): (number | null)[] {
	return Array.from(panel.adoptedAt, (adopted) => (adopted === NEVER ? null : panel.periods[adopted]!));
}

function indegrees(ties: Network): number[] | number[][] {
	return isSeries(ties) ? ties.map((slice) => degrees(slice).indegree) : degrees(ties).indegree;
}

function densities(panel: Panel, ties: Network): (number | null)[] {
	if (isSeries(ties)) return ties.map(directedDensity);
	const density = directedDensity(ties);
	return panel.periods.map(() => density);
}

/**
 * The reference counts an adopter without ties as adopting at exposure 0 when it draws the cut-offs, so
 * the class tables do the same here; the thresholds themselves stay null.
 */
function classification(panel: Panel, direct: PeriodTable): Record<string, unknown> {
	const lag0 = thresholds(panel, direct, 0);
	const byTime = adopterClasses(timesFrom(panel), 4);
	const byThreshold = thresholdClasses(
		lag0.map((threshold, unit) => (panel.adoptedAt[unit] === NEVER ? null : (threshold ?? 0)))
	);
	const size = panel.ids.length;
	return {
		toa: byTime.labels,
		thr: byThreshold.labels,
		cutoff_toa: byTime.cutoffs.length === 0 ? null : byTime.cutoffs,
		cutoff_thr: byThreshold.cutoffs.length === 0 ? null : byThreshold.cutoffs,
		counts_toa: countsByLevel(byTime),
		counts_thr: countsByLevel(byThreshold),
		crosstab_pct: crossTable(byTime, byThreshold).map((row) =>
			row.map((count) => roundedPercent(count, size))
		),
		levels_toa: byTime.levels,
		levels_thr: byThreshold.levels
	};
}

function countsByLevel({ levels, counts }: Classes): Record<string, number> {
	return Object.fromEntries(levels.map((level, at) => [level, counts[at]!]));
}

/** Percentage to two decimals; an exact half goes to the even digit, as R rounds. */
function roundedPercent(count: number, all: number): number {
	const hundredths = (count * 10_000) / all;
	const floor = Math.floor(hundredths);
	const half = hundredths - floor === 0.5;
	return (half ? floor + (floor % 2) : Math.round(hundredths)) / 100;
}

function rogers(panel: Panel): Record<string, unknown> {
	const { labels, mean, deviation } = adopterClasses(timesFrom(panel), 5);
	return { category: labels, mean, sd: deviation };
}

function influence(
	measure: (options: InfluenceOptions) => (number | null)[],
	incoming: (number | null)[]
): Record<string, (number | null)[]> {
	return {
		default: measure({}),
		K1_raw: measure({ normalised: false }),
		K5_linear: measure({ periods: 5 }),
		'K5_exp_r0.5': measure({ periods: 5, discount: 'exponential', rate: 0.5 }),
		K1_incoming: incoming
	};
}

function adjacencyMoran(rows: readonly MoranPeriod[]): Record<string, (number | null)[]> {
	return {
		observed: rows.map((row) => row.observed),
		expected: rows.map((row) => row.expected),
		sd: rows.map((row) => row.deviation),
		'p.value': rows.map((row) => row.p)
	};
}

function equivalenceTables(network: Edges['firstNetwork']): Record<string, number[][]> {
	const { size, weights, distance, geodesic } = structuralEquivalence(network);
	const square = (table: Float64Array): number[][] =>
		Array.from({ length: size }, (_, row) => [...table.subarray(row * size, (row + 1) * size)]);
	return { SE: square(dense(weights)), d: square(distance), gdist: square(geodesic) };
}

function dense({ size, rowStart, column, value }: Edges['firstNetwork']): Float64Array {
	const table = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) table[row * size + column[at]!] = value[at]!;
	}
	return table;
}

function equivalenceByGroup(
	nodes: Nodes,
	column: TimeColumn,
	edges: Edges,
	group: string
): Record<string, unknown> {
	const groups = labelsOf(nodes, group);
	const leftOut = groups.filter((label) => label === null).length;
	if (leftOut > 0) say([`Left out of the comparison, since ${group} is blank: ${leftOut}.`]);
	const equivalence = structuralEquivalence(edges.firstNetwork, { groups });
	const size = equivalence.size;
	return {
		groupvar: group,
		group_left_out: leftOut,
		SE_row1: [...dense(equivalence.weights).subarray(0, size)],
		d_row1: [...equivalence.distance.subarray(0, size)],
		exposure_SE_burt: exposure(panelOf(nodes, column, edges), equivalence.weights)
	};
}

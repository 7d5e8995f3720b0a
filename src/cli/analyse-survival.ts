import { degrees } from '#lib/analysis/diffusion/degree.ts';
import type { Edges } from '#lib/analysis/input/edge-table.ts';
import {
	labelsOf,
	numbersOf,
	panelOf,
	timesOf,
	type Nodes,
	type TimeColumn
} from '#lib/analysis/input/node-table.ts';
import { isSeries } from '#lib/analysis/sparse/sparse-matrix.ts';
import { cox, type Covariate, type CoxModel } from '#lib/analysis/survival/cox.ts';
import { kaplanMeier, kaplanMeierByGroup, type SurvivalPoint } from '#lib/analysis/survival/kaplan-meier.ts';
import { logRank, type LogRank } from '#lib/analysis/survival/log-rank.ts';
import { selectRows, survivalFromPanel, type PanelSurvival } from '#lib/analysis/survival/survival-data.ts';
import { survivalSummary } from '#lib/analysis/survival/survival-summary.ts';
import { InputError } from './analyse-input.ts';
import { hasColumn } from '#lib/tables/table.ts';
import { readNetwork, readNodes, say, timeColumn } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** Covariates that come from the ties rather than from a column. */
const DEGREES = ['indegree', 'outdegree', 'degree'] as const;

/** `analyse survival`: time to adoption, by group and with covariates. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['nodes', 'edges', 'toa', 'group', 'strata', 'covariates']);
	const path = requiredOption(options, 'nodes');
	const ties = options.values['edges'];
	const { nodes, edges } =
		ties === undefined ? { nodes: await readNodes(path), edges: null } : await readNetwork(path, ties);
	const data = survivalOf(nodes, timeColumn(options.values['toa'], 'toa_censored'));
	const { group, strata } = options.values;
	if (strata !== undefined && group === undefined)
		throw new InputError('The option --strata compares groups within strata: give --group too.');
	const names = (options.values['covariates'] ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	printResult(
		{
			...overall(data),
			left_out: { adopted_before: data.leftCensored, not_observed: data.notExisting },
			...(group === undefined ? {} : byGroup(data, nodes, group, strata)),
			...(names.length === 0 ? {} : { cox: coxModels(data, nodes, edges, names) })
		},
		options.json
	);
	return 0;
}

/** Who has not adopted is followed up to the time in `toa`, or to the end where there is none. */
function survivalOf(nodes: Nodes, column: TimeColumn): PanelSurvival {
	if (timesOf(nodes, column).every((time) => time === null)) {
		throw new InputError(`Nobody in ${nodes.table.file} has adopted: no row has a time of adoption.`);
	}
	const data = survivalFromPanel(panelOf(nodes, column));
	const time = data.time.map((end, row) => {
		const followed = nodes.toa[data.unit[row]!] ?? null;
		return data.event[row] || followed === null ? end : Math.min(end, followed - nodes.first + 1);
	});
	// Who was last seen before the study, or before entering it, was never at risk in it.
	const seen = [...time.keys()].filter((row) => time[row]! > data.entry[row]!);
	if (seen.length === 0)
		throw new InputError(`Nobody in ${nodes.table.file} was without the practice within the study.`);
	return {
		time: seen.map((row) => time[row]!),
		event: seen.map((row) => data.event[row]!),
		entry: seen.map((row) => data.entry[row]!),
		unit: seen.map((row) => data.unit[row]!),
		leftCensored: data.leftCensored,
		notExisting: data.notExisting + time.length - seen.length
	};
}

function overall(data: PanelSurvival): Record<string, unknown> {
	const points = kaplanMeier(data);
	return {
		km_overall: {
			...curveColumns(points),
			std_err_log_surv: points.map((point) => point.errorOfLog),
			cumhaz_nelson_aalen: points.map((point) => point.cumulativeHazard),
			std_chaz: points.map((point) => point.errorOfHazard),
			lower95_loglog: points.map((point) => point.lowerLogLog),
			upper95_loglog: points.map((point) => point.upperLogLog)
		},
		table_overall: summaryTable(points, data.time)
	};
}

function curveColumns(points: readonly SurvivalPoint[]): Record<string, (number | null)[]> {
	return {
		time: points.map((point) => point.time),
		n_risk: points.map((point) => point.atRisk),
		n_event: points.map((point) => point.events),
		n_censor: points.map((point) => point.censored),
		surv: points.map((point) => point.survival),
		greenwood_se: points.map((point) => point.error),
		lower95_log: points.map((point) => point.lowerLog),
		upper95_log: points.map((point) => point.upperLog)
	};
}

function summaryTable(
	points: readonly SurvivalPoint[],
	allTimes: readonly number[]
): Record<string, number | null> {
	const summary = survivalSummary(
		points,
		allTimes.reduce((most, time) => Math.max(most, time))
	);
	const records = points.reduce((sum, point) => sum + point.events + point.censored, 0);
	return {
		records,
		'n.max': points.reduce((most, point) => Math.max(most, point.atRisk), 0),
		'n.start': points[0]?.atRisk ?? 0,
		events: points.reduce((sum, point) => sum + point.events, 0),
		rmean: summary.restrictedMean,
		'se(rmean)': summary.restrictedMeanError,
		median: summary.median,
		'0.95LCL': summary.medianLower,
		'0.95UCL': summary.medianUpper
	};
}

/** Curves and tests of the groups of a column; bodies without one are left out and counted. */
function byGroup(
	all: PanelSurvival,
	nodes: Nodes,
	column: string,
	strataColumn: string | undefined
): Record<string, unknown> {
	const labels = labelsOf(nodes, column);
	const strataLabels = strataColumn === undefined ? null : labelsOf(nodes, strataColumn);
	const rows = rowsWith(all, labels, column);
	const data = selectRows(all, rows);
	const groups = rows.map((row) => labels[all.unit[row]!]!);
	const curves = kaplanMeierByGroup(data, groups);
	const named = (value: (points: SurvivalPoint[]) => unknown): Record<string, unknown> =>
		Object.fromEntries(curves.map(({ group, points }) => [`group=${group}`, value(points)]));
	return {
		km_by_group: named(curveColumns),
		table_by_group: named((points) => summaryTable(points, data.time)),
		logrank_rho0: testColumns(logRank(data, groups, 0)),
		peto_rho1: testColumns(logRank(data, groups, 1)),
		group_left_out: all.unit.length - rows.length,
		...(strataLabels === null ? {} : withinStrata(all, rows, groups, strataLabels, strataColumn!))
	};
}

/** Rows of bodies that have a label, and a word on those that have none. */
function rowsWith(data: PanelSurvival, labels: readonly (string | null)[], column: string): number[] {
	const rows = [...data.unit.keys()].filter((row) => labels[data.unit[row]!] !== null);
	const leftOut = data.unit.length - rows.length;
	if (leftOut > 0) say([`Left out of the comparison, since ${column} is blank: ${leftOut}.`]);
	if (rows.length === 0) throw new InputError(`The column ${column} is blank throughout.`);
	return rows;
}

/** Tests between groups of bodies of the same stratum only, of those that have both. */
function withinStrata(
	all: PanelSurvival,
	grouped: readonly number[],
	groups: readonly string[],
	labels: readonly (string | null)[],
	column: string
): Record<string, unknown> {
	const known = new Set(rowsWith(all, labels, column));
	const kept = [...grouped.keys()].filter((at) => known.has(grouped[at]!));
	const data = selectRows(
		all,
		kept.map((at) => grouped[at]!)
	);
	const ofKept = kept.map((at) => groups[at]!);
	const strata = kept.map((at) => labels[all.unit[grouped[at]!]!]!);
	return {
		strata: [...new Set(strata)],
		strata_left_out: grouped.length - kept.length,
		logrank_rho0_strata: testColumns(logRank(data, ofKept, 0, strata)),
		peto_rho1_strata: testColumns(logRank(data, ofKept, 1, strata))
	};
}

function testColumns({ n, observed, expected, chiSquare, df, p }: LogRank): Record<string, unknown> {
	return { n, observed, expected, chisq: chiSquare, df, p };
}

/** Both Cox models, on the units that have every covariate. */
function coxModels(
	data: PanelSurvival,
	nodes: Nodes,
	edges: Edges | null,
	names: readonly string[]
): Record<string, unknown> {
	const columns = names.map((name) => ({ name, values: covariate(name, nodes, edges) }));
	const rows = data.unit.flatMap((unit, row) =>
		columns.every(({ values }) => values[unit] !== null) ? [row] : []
	);
	const complete: Covariate[] = columns.map(({ name, values }) => ({
		name,
		values: rows.map((row) => values[data.unit[row]!]!)
	}));
	const used = selectRows(data, rows);
	const leftOut = data.unit.length - rows.length;
	for (const { name, values } of complete) {
		if (rows.length > 0 && values.some((value) => value !== values[0])) continue;
		throw new InputError(
			`${nodes.table.file}: the covariate ${name} ${rows.length === 0 ? 'is blank in every row' : `is ${values[0]} in all ${rows.length} rows that are used`}, so that its effect cannot be told.`
		);
	}
	return {
		efron: modelColumns(cox(used, complete, 'efron'), leftOut),
		breslow: modelColumns(cox(used, complete, 'breslow'), leftOut)
	};
}

function covariate(name: string, nodes: Nodes, edges: Edges | null): (number | null)[] {
	const degree = DEGREES.find((known) => known === name);
	if (degree === undefined || hasColumn(nodes.table, name)) return numbersOf(nodes, name);
	if (edges === null) throw new InputError(`The covariate ${name} is counted from ties: give --edges.`);
	if (isSeries(edges.network))
		say([
			`Counted ${name} from the ties at ${edges.first}, the first period: ${edges.table.file} has times.`
		]);
	return degrees(edges.firstNetwork)[degree];
}

function modelColumns(model: CoxModel, leftOut: number): Record<string, unknown> {
	return {
		terms: model.terms.map(({ term }) => term),
		coef: model.terms.map(({ coefficient }) => coefficient),
		se: model.terms.map(({ error }) => error),
		p: model.terms.map(({ p }) => p),
		loglik: model.loglik,
		concordance: model.concordance,
		n: model.n,
		n_left_out: leftOut,
		...(model.caution === null ? {} : { caution: model.caution })
	};
}

import { degrees } from '#lib/analysis/diffusion/degree.ts';
import {
	attributeOf,
	numbersOf,
	panelOf,
	timesOf,
	type Edges,
	type Nodes,
	type TimeColumn
} from '#lib/analysis/input/network-tables.ts';
import { cox, type Covariate, type CoxModel } from '#lib/analysis/survival/cox.ts';
import { kaplanMeier, kaplanMeierByGroup, type SurvivalPoint } from '#lib/analysis/survival/kaplan-meier.ts';
import { logRank, type LogRank } from '#lib/analysis/survival/log-rank.ts';
import { selectRows, survivalFromPanel, type PanelSurvival } from '#lib/analysis/survival/survival-data.ts';
import { survivalSummary } from '#lib/analysis/survival/survival-summary.ts';
import { InputError } from './analyse-input.ts';
import { readEdges, readNodes, timeColumn } from './tables.ts';
import { optionsFrom, requiredOption } from './options.ts';
import { printResult } from './print-result.ts';

/** Covariates that come from the ties rather than from a column. */
const DEGREES = ['indegree', 'outdegree', 'degree'] as const;

/** `analyse survival`: time to adoption, by group and with covariates. */
export async function run(words: string[]): Promise<number> {
	const options = optionsFrom(words, ['nodes', 'edges', 'toa', 'group', 'covariates']);
	const nodes = await readNodes(requiredOption(options, 'nodes'));
	const path = options.values['edges'];
	const edges = path === undefined ? null : await readEdges(path, nodes);
	const data = survivalOf(nodes, timeColumn(options.values['toa'], 'toa_censored'));
	const group = options.values['group'];
	const names = (options.values['covariates'] ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	printResult(
		{
			...overall(data),
			...(group === undefined ? {} : byGroup(data, attributeOf(nodes, group))),
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
	return { ...data, time };
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

function byGroup(data: PanelSurvival, attribute: readonly string[]): Record<string, unknown> {
	const groups = data.unit.map((unit) => attribute[unit]!);
	const curves = kaplanMeierByGroup(data, groups);
	const named = (value: (points: SurvivalPoint[]) => unknown): Record<string, unknown> =>
		Object.fromEntries(curves.map(({ group, points }) => [`group=${group}`, value(points)]));
	return {
		km_by_group: named(curveColumns),
		table_by_group: named((points) => summaryTable(points, data.time)),
		logrank_rho0: testColumns(logRank(data, groups, 0)),
		peto_rho1: testColumns(logRank(data, groups, 1))
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
	return {
		efron: modelColumns(cox(used, complete, 'efron'), leftOut),
		breslow: modelColumns(cox(used, complete, 'breslow'), leftOut)
	};
}

function covariate(name: string, nodes: Nodes, edges: Edges | null): (number | null)[] {
	const degree = DEGREES.find((known) => known === name);
	if (degree === undefined || nodes.table.columns.includes(name)) return numbersOf(nodes, name);
	if (edges === null) throw new InputError(`The covariate ${name} is counted from ties: give --edges.`);
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

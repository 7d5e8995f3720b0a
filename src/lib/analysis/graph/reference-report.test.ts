import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { buildGraphById } from './graph.ts';
import type { Attribute, Report } from './reference-report.ts';
import { brokerageReport, graphReport } from './reference-report.ts';

/** Data sets with results of R (igraph, sna) and networkx; its README defines every number. */
const reference = new URL('../../../../tests/reference/', import.meta.url);

const TOLERANCE = 1e-9;

type Row = Record<string, string>;

interface Expectations {
	differences: string[];
	/** Numbers and words compared. */
	compared: number;
}

const SETS = [
	{
		set: 'karate',
		directed: false,
		group: 'club',
		attr2: null,
		numeric: null,
		brokers: 'club',
		margin: 0.01
	},
	{
		set: 'medInnovations',
		directed: true,
		group: 'city',
		attr2: 'special',
		numeric: 'proage',
		brokers: 'special',
		margin: 0.02
	}
];

describe.each(SETS)('$set', ({ set, directed, group, attr2, numeric, brokers, margin }) => {
	const nodes = rowsOf(`${set}/nodes.csv`);
	const ids = nodes.map((row) => row['id']!);
	const ties = rowsOf(`${set}/edges.csv`).map((row) => ({
		source: row['source']!,
		target: row['target']!,
		weight: Number(row['weight'])
	}));
	const { graph, dropped } = buildGraphById(ids, ties, directed);
	const ours = graphReport({
		ids,
		graph,
		dropped,
		isWeighted: true,
		group: column(nodes, group),
		attr2: attr2 === null ? null : column(nodes, attr2),
		numeric: numeric === null ? null : numbers(nodes, numeric),
		toa: directed ? numbers(nodes, 'toa') : null
	});
	const theirs = expected(`${set}/graph_expected.json`);

	test('every measure of the network agrees with R and networkx', () => {
		const { differences, compared } = compare(theirs, ours);
		expect(differences).toEqual([]);
		expect(compared).toBeGreaterThan(500);
	});

	test('communities are as good as the best known', () => {
		expect(best(ours)).toBeGreaterThanOrEqual(best(theirs) - margin);
		if (!directed) {
			expect(best(ours['weighted'])).toBeGreaterThanOrEqual(best(theirs['weighted']) - margin);
		}
	});

	test('brokerage and the censuses agree with sna and igraph', () => {
		const { differences, compared } = compare(
			expected(`${set}/brokerage_expected.json`),
			brokerageReport(graph, column(nodes, brokers))
		);
		expect(differences).toEqual([]);
		expect(compared).toBeGreaterThan(300);
	});
});

test('the comparison sees a wrong number', () => {
	expect(compare({ a: [1, 2] }, { a: [1, 2 + 1e-6] }).differences).toHaveLength(1);
	expect(compare({ a: [1, 2] }, { a: [1, 2] }).differences).toEqual([]);
});

function rowsOf(path: string): Row[] {
	return Papa.parse<Row>(readFileSync(new URL(path, reference), 'utf8').trim(), { header: true }).data;
}

function expected(path: string): Report {
	return JSON.parse(readFileSync(new URL(path, reference), 'utf8')) as Report;
}

function column(rows: readonly Row[], name: string): Attribute<string | number> {
	const areNumbers = rows.every((row) => Number.isFinite(Number(row[name])));
	return { name, values: rows.map((row) => (areNumbers ? Number(row[name]) : row[name]!)) };
}

function numbers(rows: readonly Row[], name: string): Attribute<number> {
	return { name, values: rows.map((row) => (row[name] === '' ? null : Number(row[name]))) };
}

function best(report: unknown): number {
	return (report as { community: { best_known: number } }).community.best_known;
}

/** Commentary of the files, and results of random searches that only bound ours. */
const NOT_COMPARED = /\/(columns_meaning|community|z_nli|z_gli)$/;
/**
 * Where the reference prints 0 for "cannot be said", or where networkx has no value for a node that
 * only receives ties; ours is compared with igraph's in the brokerage file.
 */
const ZERO_IS_NULL = /\/(closeness_\w+|clustering_local)\[/;
const NULL_IS_OPEN = /\/burt_constraint_directed\[/;

function compare(theirs: unknown, ours: unknown): Expectations {
	const found: Expectations = { differences: [], compared: 0 };
	visit('', theirs, ours, found);
	return found;
}

function visit(path: string, theirs: unknown, ours: unknown, found: Expectations): void {
	if (NOT_COMPARED.test(path)) return;
	if (Array.isArray(theirs)) {
		const list = Array.isArray(ours) ? ours : [];
		if (list.length !== theirs.length)
			found.differences.push(`${path}: ${list.length} of ${theirs.length} values`);
		theirs.forEach((value, at) => visit(`${path}[${at}]`, value, list[at], found));
	} else if (theirs !== null && typeof theirs === 'object') {
		const record = (ours ?? {}) as Report;
		for (const key of Object.keys(record)) {
			if (!(key in theirs)) found.differences.push(`${path}/${key}: not in the reference`);
		}
		for (const [key, value] of Object.entries(theirs)) visit(`${path}/${key}`, value, record[key], found);
	} else {
		found.compared++;
		if (!agrees(path, theirs, ours)) found.differences.push(`${path}: ${String(ours)} for ${String(theirs)}`);
	}
}

function agrees(path: string, theirs: unknown, ours: unknown): boolean {
	if (typeof theirs === 'number' && typeof ours === 'number') return Math.abs(theirs - ours) <= TOLERANCE;
	if (theirs === 0 && ours === null) return ZERO_IS_NULL.test(path);
	if (theirs === null && NULL_IS_OPEN.test(path)) return true;
	return theirs === ours;
}

import { attributeAssortativity, degreeAssortativity, numericAssortativity } from './assortativity.ts';
import { betweenness, normalisedBetweenness } from './betweenness.ts';
import { brokerage } from './brokerage.ts';
import { dyadCensus, reciprocity, triadCensus } from './census.ts';
import { closeness, harmonicCloseness, improvedCloseness } from './closeness.ts';
import { clustering } from './clustering.ts';
import { communities } from './communities.ts';
import { components, strongComponents } from './components.ts';
import { coreNumbers } from './cores.ts';
import { cuts } from './cuts.ts';
import { degreeCentrality, density, inDegrees, outDegrees, strengths } from './degree.ts';
import { averagePathLength, diameter, distanceSums } from './distances.ts';
import { eiByGroup, eiByNode, eiIndex } from './ei-index.ts';
import { eigenvectorCentrality } from './eigenvector.ts';
import type { DroppedTies, Graph } from './graph.ts';
import { reversedOf, undirectedOf } from './graph.ts';
import { modularity } from './modularity.ts';
import { pageRank } from './pagerank.ts';

import { constraint, effectiveSize } from './structural-holes.ts';
import { partMask, subgraph } from './subgraph.ts';

/** A column of the node file: its name and one value a node, null where the cell is empty. */
export interface Attribute<Value> {
	name: string;
	values: readonly (Value | null)[];
}

/** What the report is made of. */
export interface ReportInput {
	ids: readonly string[];
	/** Directed when the ties are. */
	graph: Graph;
	dropped: DroppedTies;
	isWeighted: boolean;
	group: Attribute<string | number> | null;
	attr2: Attribute<string | number> | null;
	numeric: Attribute<number> | null;
	/** Times of adoption, for how far they are alike along directed ties. */
	toa: Attribute<number> | null;
}

export type Report = Record<string, unknown>;

/** Strong components are listed from the largest, this many of them. */
const STRONG_COMPONENTS_SHOWN = 10;

/**
 * All measures of a network under the key names of `graph_expected.json`, the file other programs'
 * results are kept in, so that anyone can compare. Undefined values are null.
 */
export function graphReport(input: ReportInput): Report {
	const { graph, isWeighted } = input;
	const report: Report = {
		...undirectedMeasures(input.ids, undirectedOf(graph)),
		...(graph.directed ? { directed: directedMeasures(input) } : {}),
		nodes: [...input.ids],
		...attributeMeasures(input),
		community: { best_known: communities(graph).modularity }
	};
	if (isWeighted && !graph.directed) report['weighted'] = weightedMeasures(input);
	return report;
}

function undirectedMeasures(ids: readonly string[], graph: Graph): Report {
	const raw = betweenness(graph);
	const sums = distanceSums(graph);
	const eigenvector = eigenvectorCentrality(graph);
	const clusters = clustering(graph);
	const parts = components(graph);
	const largest = distanceSums(subgraph(graph, partMask(parts, 0)).graph);
	const { articulationPoints, bridges } = cuts(graph);
	return {
		n: graph.nodeCount,
		m: graph.tieCount,
		density: density(graph),
		degree: outDegrees(graph),
		degree_centrality: degreeCentrality(graph),
		betweenness_raw: Array.from(raw),
		betweenness_normalized: normalisedBetweenness(graph, raw),
		closeness_wf_improved: improvedCloseness(sums),
		closeness_component: closeness(sums),
		harmonic_raw: harmonicCloseness(sums),
		eigenvector_L2: eigenvector === null ? null : Array.from(eigenvector.scores),
		eigenvalue_max: eigenvector?.largest ?? null,
		eigenvalue_second: eigenvector?.second ?? null,
		'pagerank_0.85': pageRank(graph),
		clustering_local: clusters.local,
		clustering_average: clusters.average,
		transitivity: clusters.transitivity,
		triangles_total: clusters.triangleCount,
		core_number: Array.from(coreNumbers(graph)),
		articulation_points: articulationPoints.map((node) => ids[node]!),
		bridges: bridges.map(([a, b]) => `${ids[a]!}|${ids[b]!}`),
		component_sizes: parts.sizes,
		largest_component_diameter: diameter(largest),
		largest_component_avg_path: averagePathLength(largest),
		burt_constraint: constraint(graph),
		burt_effective_size: effectiveSize(graph),
		degree_assortativity: degreeAssortativity(graph)
	};
}

function directedMeasures({ graph, dropped, isWeighted, group, attr2, numeric, toa }: ReportInput): Report {
	const raw = betweenness(graph);
	const report: Report = {
		m: graph.tieCount,
		self_loops: dropped.selfTies,
		density: density(graph),
		reciprocity_overall: reciprocity(graph),
		indegree: inDegrees(graph),
		outdegree: outDegrees(graph),
		betweenness_raw: Array.from(raw),
		betweenness_normalized: normalisedBetweenness(graph, raw),
		closeness_in_wf_improved: improvedCloseness(distanceSums(graph)),
		closeness_out_wf_improved: improvedCloseness(distanceSums(reversedOf(graph))),
		'pagerank_0.85': pageRank(graph)
	};
	if (group !== null) {
		const groups = labels(group);
		report['ei_group'] = eiIndex(graph, groups);
		if (isWeighted) report['ei_group_weighted'] = eiIndex(graph, groups, true);
		report['attribute_assortativity_group'] = attributeAssortativity(graph, groups);
	}
	if (attr2 !== null) {
		const groups = labels(attr2);
		report['ei_attr2'] = eiIndex(graph, groups);
		report['ei_by_attr2_outgoing'] = Object.fromEntries(eiByGroup(graph, groups));
		report['attribute_assortativity_attr2'] = attributeAssortativity(graph, groups);
	}
	if (numeric !== null) report['numeric_assortativity'] = numericAssortativity(graph, numeric.values);
	if (toa !== null) report['numeric_assortativity_toa'] = numericAssortativity(graph, toa.values);
	report['scc_sizes'] = strongComponents(graph).sizes.slice(0, STRONG_COMPONENTS_SHOWN);
	report['burt_constraint_directed'] = constraint(graph);
	return report;
}

function attributeMeasures({ graph, group, attr2, numeric }: ReportInput): Report {
	const plain = undirectedOf(graph);
	const report: Report = {};
	if (group !== null && graph.directed) {
		report['group'] = group.name;
		report['modularity_group_undirected_unweighted'] = modularity(plain, groupNumbers(group));
	} else if (group !== null) {
		const { name } = group;
		const groups = labels(group);
		report[name] = [...group.values];
		report[`modularity_${name}_unweighted`] = modularity(plain, groupNumbers(group));
		report[`ei_${name}`] = eiIndex(plain, groups);
		report[`ei_by_${name}`] = Object.fromEntries(eiByGroup(plain, groups));
		report[`ei_node_${name}`] = eiByNode(plain, groups);
		report[`attribute_assortativity_${name}`] = attributeAssortativity(plain, groups);
	}
	if (attr2 !== null) {
		report['attr2'] = attr2.name;
		report['ei_attr2_undirected'] = eiIndex(plain, labels(attr2));
		report['attribute_assortativity_attr2_undirected'] = attributeAssortativity(plain, labels(attr2));
	}
	if (numeric !== null) {
		report['numeric_attr'] = numeric.name;
		report['numeric_assortativity_undirected'] = numericAssortativity(plain, numeric.values);
	}
	return report;
}

function weightedMeasures({ graph, group }: ReportInput): Report {
	return {
		...(group === null ? {} : { [`modularity_${group.name}`]: modularity(graph, groupNumbers(group), true) }),
		strength: strengths(graph),
		constraint: constraint(graph, true),
		pagerank: pageRank(graph, true),
		community: { best_known: communities(graph, { isWeighted: true }).modularity }
	};
}

/** Keys of the brokerage columns, as R's `sna` names them. */
const ROLES = {
	w_I: 'coordinator',
	w_O: 'itinerant',
	b_IO: 'representative',
	b_OI: 'gatekeeper',
	b_O: 'liaison',
	t: 'total'
} as const;

/** What `sna` calls the group of nodes whose cell is empty. */
const UNKNOWN_GROUP = -1;

/**
 * Brokerage and igraph's checks under the key names of `brokerage_expected.json`.
 *
 * @param group groups of the brokers; null leaves the brokerage keys out
 */
export function brokerageReport(graph: Graph, group: Attribute<string | number> | null): Report {
	const outward = distanceSums(reversedOf(graph));
	const eigenvector = eigenvectorCentrality(graph);
	const dyads = dyadCensus(graph);
	const most = eigenvector === null ? 1 : eigenvector.scores.reduce((max, score) => Math.max(max, score), 0);
	return {
		...(group === null ? {} : brokerageCounts(graph, group)),
		igraph_constraint_directed: constraint(graph),
		igraph_constraint_undirected: constraint(undirectedOf(graph)),
		igraph_eigen_undirected_max1:
			eigenvector === null ? null : Array.from(eigenvector.scores, (score) => score / most),
		igraph_closeness_out_component_unnormalised: Array.from(outward.sum, (sum) =>
			sum === 0 ? null : 1 / sum
		),
		igraph_reciprocity: reciprocity(graph),
		igraph_dyad_census: [dyads.mutual, dyads.asymmetric, dyads.none],
		igraph_triad_census: triadCensus(graph),
		igraph_assortativity_degree_directed: degreeAssortativity(graph)
	};
}

function brokerageCounts(graph: Graph, group: Attribute<string | number>): Report {
	const { byNode, whole, expected } = brokerage(graph, labels(group));
	const columns = Object.keys(ROLES) as (keyof typeof ROLES)[];
	const named = (counts: Record<string, number | null>) =>
		Object.fromEntries(columns.map((column) => [column, counts[ROLES[column]]]));
	return {
		groups: group.values.map((value) => value ?? UNKNOWN_GROUP),
		raw_nli: { columns, rows: byNode.map((counts) => columns.map((column) => counts[ROLES[column]])) },
		raw_gli: named(whole),
		exp_gli: named(expected)
	};
}

function labels({ values }: Attribute<string | number>): (string | null)[] {
	return values.map((value) => (value === null ? null : String(value)));
}

/** A number for each group; a node of unknown group is a group of its own. */
function groupNumbers({ values }: Attribute<string | number>): number[] {
	const numberOf = new Map<string | number, number>();
	return values.map((value, node) => {
		const key = value ?? `unknown ${node}`;
		const known = numberOf.get(key);
		if (known !== undefined) return known;
		numberOf.set(key, numberOf.size);
		return numberOf.size - 1;
	});
}

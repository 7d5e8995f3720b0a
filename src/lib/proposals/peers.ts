import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { councilType, councilTypes } from '#lib/councils/council-types.ts';
import { group, LEAST_OF_A_TYPE, smallNote, type ComparisonGroup } from '#lib/peers/comparison-group.ts';
import { councilFacts, type CouncilFacts } from '#lib/peers/council-facts.ts';
import { PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import type { ListOfPeers } from '#lib/peers/everyones-peers.ts';
import { figure } from '#lib/peers/feature-table.ts';
import { nearestIndex } from '#lib/peers/nearest.ts';
import { findPeers, placeGroup, prepareGroup, type PeerFinding } from '#lib/peers/peer-finding.ts';
import { readFirmness, type PeerReading, type PreparedModels } from '#lib/peers/peer-reading.ts';
import { DEFAULT_REQUEST, requestedWeights, type PeerRequest } from '#lib/peers/peer-request.ts';
import type { PeerModel } from '#lib/peers/peer-space.ts';
import { rankPeers } from '#lib/peers/ranking.ts';
import { weighting } from '#lib/peers/weighting.ts';
import { amongCounties, withProposal, type ProposalFacts } from './facts.ts';
import type { Proposal } from './proposal.ts';

/** Who a proposal is compared with. */
export const PROPOSAL_GROUPS = ['size', 'alike', 'county', 'nation', 'all'] as const;
export type ProposalGroup = (typeof PROPOSAL_GROUPS)[number];

/** How the peers of a proposal are asked for. */
export interface ProposalRequest extends Omit<PeerRequest, 'within'> {
	group: ProposalGroup;
	/** Whether figures that are only approximate count. */
	withApproximate: boolean;
}

export const USUAL_REQUEST: ProposalRequest = {
	model: DEFAULT_REQUEST.model,
	preset: DEFAULT_REQUEST.preset,
	count: DEFAULT_REQUEST.count,
	weights: DEFAULT_REQUEST.weights,
	group: 'size',
	withApproximate: true
};

/** The peers of a proposal and how far they can be trusted. */
export interface ProposalPeers {
	finding: PeerFinding;
	group: ComparisonGroup;
	facts: CouncilFacts;
	/** Row of the proposal in the facts. */
	row: number;
	/** One an indicator of the facts. */
	weights: number[];
	/** How much of the weights rests on approximate figures, and on those that a stand-in weighs, 0 to 1. */
	approximateShare: number;
	standInShare: number;
	/** Labels of the figures that are approximate. */
	approximate: string[];
	/** What the first ten are without them; null where none has a weight. */
	withoutApproximate: { left: string[]; entered: string[] } | null;
}

/** What the list is checked by when the approximate figures are left out. */
const FIRST = 10;
/** A council is of its size from half to double its residents. */
const SIZE_FACTOR = 2;

/** Finds a proposal's peers, and what becomes of the first ten without the figures that are only approximate. */
export function proposalPeers(
	wire: AreasWire,
	areas: readonly Area[],
	proposal: Proposal,
	request: ProposalRequest = USUAL_REQUEST
): ProposalPeers {
	const placed = placedAmong(wire, areas, proposal, request.group);
	const { facts, row, approximate, standIn } = placed;
	const whole = proposalGroup(placed, request.group);
	const weightsOf = (counted: ComparisonGroup) =>
		requestedWeights(request, facts.indicators, counted.isCounted);
	const exact: ComparisonGroup = {
		...whole,
		isCounted: whole.isCounted.map((is, at) => is && !approximate.has(facts.indicators[at]!.column))
	};
	const used = request.withApproximate ? whole : exact;
	const weights = weightsOf(used);
	const finding = findPeers(placeGroup(facts, row, used, request.model), weights, request.count);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const shareOf = (columns: ReadonlySet<string>) =>
		total === 0
			? 0
			: facts.indicators.reduce((sum, { column }, at) => sum + (columns.has(column) ? weights[at]! : 0), 0) /
				total;
	const approximateShare = shareOf(approximate);
	const firstBy = (counted: ComparisonGroup, by: readonly number[]) =>
		findPeers(placeGroup(facts, row, counted, request.model), by, FIRST).peers;
	const without = () => {
		const now = firstBy(used, weights);
		const then = firstBy(exact, withoutColumns(weightsOf(exact), facts, approximate));
		const names = (some: typeof now, other: typeof now) =>
			some.filter(({ code }) => !other.some((one) => one.code === code)).map(({ name }) => name);
		return { left: names(now, then), entered: names(then, now) };
	};
	return {
		finding,
		group: used,
		facts,
		row,
		weights,
		approximateShare,
		standInShare: shareOf(standIn),
		approximate: facts.indicators.filter(({ column }) => approximate.has(column)).map(({ label }) => label),
		withoutApproximate: approximateShare === 0 ? null : without()
	};
}

/** A weight that a person gave an approximate figure is left out with it. */
function withoutColumns(
	weights: readonly number[],
	{ indicators }: CouncilFacts,
	columns: ReadonlySet<string>
): number[] {
	return weights.map((weight, at) => (columns.has(indicators[at]!.column) ? 0 : weight));
}

function placedAmong(
	wire: AreasWire,
	areas: readonly Area[],
	proposal: Proposal,
	which: ProposalGroup
): ProposalFacts {
	return which === 'county' ? amongCounties(wire, areas, proposal) : withProposal(wire, areas, proposal);
}

/** How firm a proposal's list is: models, other weights, themes left out, and who would count it among their own. */
export function proposalFirmness(
	{ facts, row, group: counted, weights }: ProposalPeers,
	request: ProposalRequest
): PeerReading {
	const of = (model: PeerModel) => placeGroup(facts, row, counted, model);
	const prepared: PreparedModels = {
		zscore: of('zscore'),
		robust: of('robust'),
		mahalanobis: of('mahalanobis')
	};
	return readFirmness(prepared, request, weights, listsWithin(prepared, request, weights));
}

/** The list of each council of the proposal's group, compared within that group. */
function listsWithin(
	prepared: PreparedModels,
	{ model, count }: ProposalRequest,
	weights: readonly number[]
): Pick<ListOfPeers, 'code' | 'peers'>[] {
	const { space, own } = prepared[model];
	const weighted = weighting(space, weights);
	const index = nearestIndex(weighted, PRODUCT_COVERAGE);
	return space.table.codes.flatMap((code, at) =>
		at === own ? [] : [{ code, peers: rankPeers(weighted, at, count, PRODUCT_COVERAGE, index).peers }]
	);
}

/**
 * The councils that a proposal is compared with. By size: unitary and metropolitan councils with half to double its
 * residents, or the thirty nearest in size where there are fewer, since among fewer being near says little.
 */
export function proposalGroup(
	{ facts, row }: Pick<ProposalFacts, 'facts' | 'row'>,
	which: ProposalGroup
): ComparisonGroup {
	const own = facts.areas[row]!;
	const others = [...facts.areas.keys()].filter((at) => at !== row);
	const everyone = () => true;
	if (which === 'county') {
		return group(facts, [...facts.areas.keys()], councilTypes('county'), everyone, null);
	}
	if (which === 'nation' || which === 'all') {
		const rows = others.filter((at) => which === 'all' || facts.areas[at]!.nation === own.nation);
		const place = which === 'all' ? 'the United Kingdom' : own.nation;
		return group(facts, inOrder([...rows, row]), `councils in ${place}`, everyone, MIXED);
	}
	const kinds = new Set(
		own.nation === 'England' ? ['unitary_authority', 'metropolitan_district', own.kind] : [own.kind]
	);
	const alike = others.filter((at) => kinds.has(facts.areas[at]!.kind));
	const named =
		own.nation !== 'England'
			? councilTypes(own.kind)
			: own.kind === 'london_borough'
				? 'unitary and metropolitan councils and London boroughs'
				: 'unitary and metropolitan councils';
	if (own.nation !== 'England' && alike.length < LEAST_OF_A_TYPE) {
		const note = `There are only ${alike.length} other ${named}, too few to say who is alike, so ${own.name} is compared with all councils of the United Kingdom.`;
		return group(facts, [...facts.areas.keys()], 'councils in the United Kingdom', everyone, note);
	}
	if (which === 'alike') {
		return group(facts, inOrder([...alike, row]), named, everyone, smallNote(alike.length + 1));
	}
	const sizes = facts.table.columns.indexOf('population_2024');
	const size = figure(facts.table, row, sizes);
	const apart = (at: number) => {
		const theirs = figure(facts.table, at, sizes);
		return size === null || theirs === null ? Infinity : Math.abs(Math.log(theirs / size));
	};
	const near = alike.filter((at) => apart(at) <= Math.log(SIZE_FACTOR) + 1e-12);
	if (near.length >= LEAST_OF_A_TYPE) {
		return group(facts, inOrder([...near, row]), `${named} of half to double its size`, everyone, null);
	}
	const nearest = [...alike].sort((a, b) => apart(a) - apart(b) || a - b).slice(0, LEAST_OF_A_TYPE);
	const note = `Only ${near.length} ${named} ${near.length === 1 ? 'has' : 'have'} half to double its residents, so it is compared with the ${nearest.length} nearest in size.`;
	return group(facts, inOrder([...nearest, row]), `${named} nearest in size`, everyone, note);
}

const MIXED =
	'These councils are of different types, with different duties; unitary and metropolitan councils are the safer comparison.';

/** Equally far councils keep the order of the table. */
function inOrder(rows: number[]): number[] {
	return rows.sort((a, b) => a - b);
}

/** What becomes of a peer of a predecessor. */
export type PeerFate =
	/** It is on the new council's list. */
	| 'stays'
	/** It becomes part of the same new council. */
	| 'joins'
	/** It is compared with the new council and farther than the list goes. */
	| 'farther'
	/** It is of another type than those that the new council is compared with. */
	| 'not compared';

/** The peers that one predecessor has now, and which of them the new council keeps. */
export interface PartPeers {
	code: string;
	name: string;
	/** Whom it is compared with now, in words. */
	group: string;
	peers: { code: string; name: string; fate: PeerFate; rank: number | null }[];
	/** How many stay. */
	kept: number;
}

/**
 * Who would lose whom: each area's own list as the peers pages give it unasked, against the new council's list.
 *
 * @param finding of the proposal
 */
export function losses(
	wire: AreasWire,
	areas: readonly Area[],
	{ codes }: Proposal,
	finding: PeerFinding
): PartPeers[] {
	const facts = councilFacts(wire, areas);
	const parts = new Set(codes);
	const listed = new Set(finding.peers.map(({ code }) => code));
	const rankOf = new Map(finding.likeness.map(({ code, rank }) => [code, rank]));
	return codes.flatMap((code) => {
		const row = facts.table.codes.indexOf(code);
		if (row < 0) return [];
		const prepared = prepareGroup(facts, row, DEFAULT_REQUEST.within, DEFAULT_REQUEST.model);
		const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
		const peers = findPeers(prepared, weights, DEFAULT_REQUEST.count).peers.map((peer) => {
			const rank = rankOf.get(peer.code) ?? null;
			const fate: PeerFate = parts.has(peer.code)
				? 'joins'
				: listed.has(peer.code)
					? 'stays'
					: rank === null
						? 'not compared'
						: 'farther';
			return { code: peer.code, name: peer.name, fate, rank };
		});
		const { name } = facts.areas[row]!;
		return [
			{
				code,
				name,
				group: prepared.group.name,
				peers,
				kept: peers.filter(({ fate }) => fate === 'stays').length
			}
		];
	});
}

/** What a proposal is called among those that it is compared with, such as "unitary authority". */
export function proposedType({ facts, row }: Pick<ProposalPeers, 'facts' | 'row'>): string {
	return councilType(facts.areas[row]!.kind);
}

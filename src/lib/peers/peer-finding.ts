import { DomainError } from '#lib/domain/errors.ts';
import { ASPECTS, type Aspect } from '#lib/domain/indicators/aspects.ts';
import type { IndicatorTheme } from '#lib/domain/indicators/indicator.ts';
import { WINSOR_1_99 } from './column-scale.ts';
import { comparisonGroup, type ComparisonGroup, type Within } from './comparison-group.ts';
import { councilType } from '#lib/councils/council-types.ts';
import type { CouncilFacts, FactsIndicator } from './council-facts.ts';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import { explainer, type Explain, type FeatureComparison } from './explanation.ts';
import { peerSpace, subspace, type PeerModel, type PeerOptions, type PeerSpace } from './peer-space.ts';
import { rankPeers, squaredDistances } from './ranking.ts';
import { rankable } from './distance.ts';
import { peersVersion, type PeersVersion } from './version.ts';
import { weighting, type Weighting } from './weighting.ts';
import { comparisonSentence } from './wording.ts';

/** A council's group under one model: all that does not change while weights move. */
export interface PreparedGroup {
	facts: CouncilFacts;
	group: ComparisonGroup;
	/** The asking council's row within the group. */
	own: number;
	space: PeerSpace;
}

/** One indicator of a pair, in words and as figures. */
export interface NamedComparison {
	key: string;
	label: string;
	sentence: string;
	mine: number | null;
	theirs: number | null;
	/** Councils compared, other than the two, that are as near in it; null where that is not known. */
	near: number | null;
}

export interface FoundPeer {
	code: string;
	name: string;
	/** Type of council in words. */
	type: string;
	region: string;
	rank: number;
	similarity: number;
	distance: number;
	/** Weighted indicators that both have; out of `PeerFinding.counted`. */
	shared: number;
	/** What both have and few of the councils compared do, the rarest first. */
	alike: NamedComparison[];
	/** What sets them apart most. */
	unlike: NamedComparison[];
}

export interface PeerFinding {
	/** Why there is no list, in one sentence; null when there is one. */
	refusal: string | null;
	/** Weighted indicators that the council has, and out of how many. */
	known: number;
	counted: number;
	/** Councils that could be ranked, and those left out for their blanks. */
	ranked: number;
	leftOut: number;
	peers: FoundPeer[];
	/** Every ranked council, most alike first: the picture's shade. */
	likeness: { code: string; rank: number }[];
	/** Distances compare only where this is the same; null where nothing was compared. */
	version: PeersVersion | null;
}

/** How indicators are brought to one scale, whatever the model. */
export function productTreatment(indicators: readonly FactsIndicator[]): Omit<PeerOptions, 'model'> {
	return { log: indicators.filter(({ log }) => log).map(({ column }) => column), winsorise: WINSOR_1_99 };
}

const spaces = new WeakMap<CouncilFacts, Map<PeerModel, PeerSpace>>();

/** All areas of the facts in the space of a model: the yardstick of every group. Made once for the same facts. */
function wholeSpace(facts: CouncilFacts, model: PeerModel): PeerSpace {
	const known = spaces.get(facts) ?? new Map<PeerModel, PeerSpace>();
	spaces.set(facts, known);
	const space = known.get(model) ?? peerSpace(facts.table, { model, ...productTreatment(facts.indicators) });
	known.set(model, space);
	return space;
}

/**
 * Places a council's comparison group in the space of a model. Figures are brought to scale by all areas of the tier,
 * so that what hardly differs within the group stays small.
 *
 * @param row the council's row in the facts
 */
export function prepareGroup(
	facts: CouncilFacts,
	row: number,
	within: Within,
	model: PeerModel
): PreparedGroup {
	return placeGroup(facts, row, comparisonGroup(facts, row, within), model);
}

/** Places a council and a group that was put together otherwise in the space of a model. */
export function placeGroup(
	facts: CouncilFacts,
	row: number,
	group: ComparisonGroup,
	model: PeerModel
): PreparedGroup {
	return {
		facts,
		group,
		own: group.rows.indexOf(row),
		space: subspace(wholeSpace(facts, model), group.rows)
	};
}

/**
 * A council's peers with reasons in words; a refusal in one sentence where there can be none.
 *
 * @param weights one an indicator of the facts
 * @param count how many peers to list
 */
export function findPeers(prepared: PreparedGroup, weights: readonly number[], count: number): PeerFinding {
	const { facts, group, own, space } = prepared;
	const name = facts.areas[group.rows[own]!]!.name;
	let weighted: Weighting;
	try {
		weighted = weighting(space, weights);
	} catch (cause) {
		if (!(cause instanceof DomainError)) throw cause;
		return { ...NOTHING, refusal: cause.message };
	}
	const { counted } = weighted;
	const known = Math.round((weighted.coverage[own] ?? 0) * counted);
	const { code: asked, refusal, ranked, leftOut, peers } = rankPeers(weighted, own, count, PRODUCT_COVERAGE);
	const explain = explainPeers(weighted, facts.indicators);
	return {
		refusal: refusal?.replaceAll(asked, name) ?? null,
		known,
		counted,
		ranked,
		leftOut,
		peers: peers.map(({ row, code, rank, similarity, distance, shared }): FoundPeer => {
			const other = facts.areas[group.rows[row]!]!;
			const { mostAlike, mostUnlike } = explain(own, row);
			const named = (feature: FeatureComparison) =>
				nameComparison(facts.indicators, feature, { mine: name, theirs: other.name });
			return {
				code,
				name: other.name,
				type: councilType(other.kind),
				region: other.region,
				rank,
				similarity,
				distance,
				shared,
				alike: mostAlike.map(named),
				unlike: mostUnlike.map(named)
			};
		}),
		likeness: refusal === null ? rankedCodes(weighted, own) : [],
		version: peersVersion(weighted)
	};
}

/** Codes of all that can be ranked, most alike first; equally far ones keep the order of the table. */
function rankedCodes(weighted: Weighting, own: number): PeerFinding['likeness'] {
	const squared = squaredDistances(weighted, own, PRODUCT_COVERAGE).map(rankable);
	return Array.from(squared.keys())
		.filter((row) => !Number.isNaN(squared[row]!))
		.sort((a, b) => squared[a]! - squared[b]! || a - b)
		.map((row, at) => ({ code: weighted.space.table.codes[row]!, rank: at + 1 }));
}

const NOTHING: PeerFinding = {
	refusal: null,
	known: 0,
	counted: 0,
	ranked: 0,
	leftOut: 0,
	peers: [],
	likeness: [],
	version: null
};

/** Explanations of councils' pairs: one indicator an aspect, and none that a survey knows too roughly. */
export function explainPeers(weighted: Weighting, indicators: readonly FactsIndicator[]): Explain {
	const aspects = new Map(indicators.map(({ column, aspect }) => [column, aspect]));
	return explainer(
		weighted,
		(column) => aspects.get(column) ?? column,
		(column) => {
			const aspect = aspects.get(column);
			return aspect !== undefined && (ASPECTS[aspect] as Aspect).isNoisy === true;
		}
	);
}

/** The theme of each column, in their order. */
export function themesOf(indicators: readonly FactsIndicator[]): IndicatorTheme[] {
	return indicators.map(({ aspect }) => ASPECTS[aspect].theme);
}

function nameComparison(
	indicators: readonly FactsIndicator[],
	feature: FeatureComparison,
	names: { mine: string; theirs: string }
): NamedComparison {
	const indicator = indicators.find(({ column }) => column === feature.column)!;
	return {
		key: indicator.key,
		label: indicator.label,
		sentence: comparisonSentence(indicator, feature, names),
		mine: feature.mine,
		theirs: feature.theirs,
		near: feature.likeness?.near ?? null
	};
}

import { agreement, type Agreement } from '#lib/peers/agreement.ts';
import { PRODUCT_COVERAGE } from '#lib/peers/coverage-rule.ts';
import type { CouncilFacts } from '#lib/peers/council-facts.ts';
import { compareModels } from '#lib/peers/model-lists.ts';
import { MODEL_NOTES } from '#lib/peers/model-notes.ts';
import { prepareGroup, type PreparedGroup } from '#lib/peers/peer-finding.ts';
import type { PeerRequest } from '#lib/peers/peer-request.ts';
import { PEER_MODELS, type PeerModel } from '#lib/peers/peer-space.ts';
import { reversePeers } from '#lib/peers/reverse-peers.ts';
import { leaveOneOut } from '#lib/peers/stability.ts';
import { weighting } from '#lib/peers/weighting.ts';

export interface NamedCode {
	code: string;
	name: string;
}

/** One model beside the others. */
export interface ModelColumn {
	model: PeerModel;
	name: string;
	meaning: string;
	caveat: string;
	/** Each of its peers with the number of models that name it too. */
	peers: (NamedCode & { models: number })[];
	/** With each other model. */
	agrees: { name: string; shared: number; of: number }[];
}

/** How far the list can be trusted: other models, one-way nearness, single indicators. */
export interface PeerReading {
	models: ModelColumn[];
	/** Councils that count this one among their nearest; null where none of the group compares itself with it. */
	countedBy: (NamedCode & { rankOfUs: number; isMutual: boolean })[] | null;
	stability: {
		/** Mean share of the list that stays when one indicator is left out. */
		meanShare: number | null;
		/** Indicators without which the list changes, most change first. */
		without: { label: string; kept: number; of: number; dropped: string[]; entered: string[] }[];
		/** Indicators without which it does not. */
		unmoved: number;
		/** Peers that stay whatever is left out. */
		firm: number;
		of: number;
	};
}

/** One group under every model. */
export type PreparedModels = Record<PeerModel, PreparedGroup>;

/** Prepares a council's group under every model; weights come later. */
export function prepareModels(
	facts: CouncilFacts,
	row: number,
	within: PeerRequest['within']
): PreparedModels {
	const of = (model: PeerModel) => prepareGroup(facts, row, within, model);
	return { zscore: of('zscore'), robust: of('robust'), mahalanobis: of('mahalanobis') };
}

/**
 * Reads how firm a council's list is.
 *
 * @param weights one an indicator, with which the council can be ranked
 */
export function readPeers(
	prepared: PreparedModels,
	weights: readonly number[],
	{ model, count }: Pick<PeerRequest, 'model' | 'count'>
): PeerReading {
	const { facts, group, own } = prepared[model];
	const nameOf = namesOf(facts);
	const weighted = weighting(prepared[model].space, weights);
	const { without, peers, meanShare } = leaveOneOut(weighted, own, count, PRODUCT_COVERAGE);
	const labels = new Map(facts.indicators.map(({ column, label }) => [column, label]));
	const moved = without
		.filter(({ dropped }) => dropped.length > 0)
		.map(({ column, agreement: { shared, of }, dropped, entered }) => ({
			label: labels.get(column) ?? column,
			kept: shared.length,
			of,
			dropped: dropped.map(nameOf),
			entered: entered.map(nameOf)
		}))
		.sort((a, b) => a.kept - b.kept);
	return {
		models: modelColumns(prepared, weights, count),
		countedBy: group.isMutual
			? reversePeers(weighted, own, count, PRODUCT_COVERAGE).map(({ code, rankOfUs, isMutual }) => ({
					code,
					name: nameOf(code),
					rankOfUs,
					isMutual
				}))
			: null,
		stability: {
			meanShare,
			without: moved,
			unmoved: without.length - moved.length,
			firm: peers.filter(({ kept }) => kept === without.length).length,
			of: peers.length
		}
	};
}

/** How far a list that a council brought agrees with each model. */
export interface OwnListReading {
	models: { name: string; agreement: Agreement }[];
	/** Named by the list and by no model, and the other way round. */
	onlyOwn: NamedCode[];
	onlyModels: NamedCode[];
	/** On the list, but not in the group that is compared. */
	outside: NamedCode[];
}

/**
 * Sets a council's own list beside the models, each as long as the list.
 *
 * @param codes of the list, without the council itself
 */
export function readOwnList(
	prepared: PreparedModels,
	weights: readonly number[],
	codes: readonly string[],
	nameOf: (code: string) => string
): OwnListReading {
	const { space, own } = prepared.zscore;
	const inGroup = codes.filter((code) => space.table.codes.includes(code));
	const { rankings } = compareModels(
		spacesOf(prepared),
		weights,
		own,
		Math.max(1, inGroup.length),
		PRODUCT_COVERAGE,
		null
	);
	const lists = PEER_MODELS.map((model) => ({
		name: modelName(model),
		codes: rankings[model].peers.map(({ code }) => code)
	}));
	const byModels = new Set(lists.flatMap((list) => list.codes));
	const named = (list: readonly string[]) => list.map((code) => ({ code, name: nameOf(code) }));
	return {
		models: lists.map((list) => ({ name: list.name, agreement: agreement(inGroup, list.codes) })),
		onlyOwn: named(inGroup.filter((code) => !byModels.has(code))),
		onlyModels: named([...byModels].filter((code) => !inGroup.includes(code))),
		outside: named(codes.filter((code) => !inGroup.includes(code)))
	};
}

/** What a model is called on the pages. */
export function modelName(model: PeerModel): string {
	return MODEL_NOTES.find((note) => note.model === model)!.name;
}

function modelColumns(prepared: PreparedModels, weights: readonly number[], count: number): ModelColumn[] {
	const { facts, own } = prepared.zscore;
	const nameOf = namesOf(facts);
	const compared = compareModels(spacesOf(prepared), weights, own, count, PRODUCT_COVERAGE, null);
	const named = new Map(compared.agreement.named.map(({ code, by }) => [code, by.length]));
	return PEER_MODELS.map((model) => {
		const { name, meaning, caveat } = MODEL_NOTES.find((note) => note.model === model)!;
		return {
			model,
			name,
			meaning,
			caveat,
			peers: compared.rankings[model].peers.map(({ code }) => ({
				code,
				name: nameOf(code),
				models: named.get(code) ?? 1
			})),
			agrees: compared.agreement.pairs
				.filter(({ first, second }) => first === model || second === model)
				.map(({ first, second, agreement: { shared, of } }) => ({
					name: modelName((first === model ? second : first) as PeerModel),
					shared: shared.length,
					of
				}))
		};
	});
}

function spacesOf({ zscore, robust, mahalanobis }: PreparedModels) {
	return { zscore: zscore.space, robust: robust.space, mahalanobis: mahalanobis.space };
}

function namesOf({ areas }: CouncilFacts): (code: string) => string {
	const names = new Map(areas.map(({ code, name }) => [code, name]));
	return (code) => names.get(code) ?? code;
}

import { THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { agreement, type Agreement } from './agreement.ts';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import type { CouncilFacts } from './council-facts.ts';
import { everyonesPeers, type ListOfPeers } from './everyones-peers.ts';
import { compareModels } from './model-lists.ts';
import { MODEL_NOTES } from './model-notes.ts';
import { prepareGroup, themesOf, type PreparedGroup } from './peer-finding.ts';
import { requestedWeights, type PeerRequest } from './peer-request.ts';
import { PEER_MODELS, type PeerModel } from './peer-space.ts';
import { rankPeers } from './ranking.ts';
import { leaveOneOut, redrawWeights } from './stability.ts';
import { weighting } from './weighting.ts';

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

/** How far the list can be trusted: other models, one-way nearness, other weights, themes left out. */
export interface PeerReading {
	models: ModelColumn[];
	/** Councils that have this one on their own list by the same setting, its place there and whether it has them too. */
	countedBy: (NamedCode & { rankOfUs: number; isMutual: boolean })[];
	/** What other weights would leave of the list; null where there is only one aspect to weigh. */
	redrawn: {
		draws: number;
		/** In list order: on how many of the lists drawn. */
		peers: (NamedCode & { share: number })[];
		/** How many of the list stay on average, and how many a list by lot would share with it. */
		kept: number;
		byLot: number;
	} | null;
	/** The list without each theme, most change first. */
	without: { theme: string; kept: number; of: number; dropped: string[]; entered: string[] }[];
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

/** Reads how firm a council's list is, which there is by this request. */
export function readPeers(prepared: PreparedModels, request: PeerRequest): PeerReading {
	const { facts, group } = prepared[request.model];
	const weights = requestedWeights(request, facts.indicators, group.isCounted);
	return readFirmness(prepared, request, weights, everyonesPeers(facts, request));
}

/**
 * The same by weights, and by the lists of others, that were had otherwise.
 *
 * @param lists of the councils compared, each by the same setting
 */
export function readFirmness(
	prepared: PreparedModels,
	request: Pick<PeerRequest, 'model' | 'count'>,
	weights: readonly number[],
	lists: readonly Pick<ListOfPeers, 'code' | 'peers'>[]
): PeerReading {
	const { model, count } = request;
	const { facts, own, space } = prepared[model];
	const nameOf = namesOf(facts);
	const weighted = weighting(space, weights);
	const { peers, ranked } = rankPeers(weighted, own, count, PRODUCT_COVERAGE);
	const aspects = facts.indicators.map(({ aspect }) => aspect);
	const redrawn = redrawWeights(weighted, own, count, PRODUCT_COVERAGE, ranked, aspects);
	const themes = themesOf(facts.indicators).map((theme) => THEME_WORDS[theme]);
	const ours = new Set(peers.map(({ code }) => code));
	const code = space.table.codes[own]!;
	return {
		models: modelColumns(prepared, weights, count),
		countedBy: lists
			.flatMap((list) => {
				const rankOfUs = 1 + list.peers.findIndex((peer) => peer.code === code);
				return rankOfUs === 0
					? []
					: [{ code: list.code, name: nameOf(list.code), rankOfUs, isMutual: ours.has(list.code) }];
			})
			.sort((a, b) => a.rankOfUs - b.rankOfUs),
		redrawn:
			redrawn === null
				? null
				: {
						draws: redrawn.draws,
						peers: redrawn.peers.map((peer) => ({ ...peer, name: nameOf(peer.code) })),
						kept: redrawn.kept * peers.length,
						byLot: redrawn.byLot * peers.length
					},
		without: leaveOneOut(weighted, own, count, PRODUCT_COVERAGE, themes)
			.map(({ part, agreement: { shared, of }, dropped, entered }) => ({
				theme: part,
				kept: shared.length,
				of,
				dropped: dropped.map(nameOf),
				entered: entered.map(nameOf)
			}))
			.sort((a, b) => a.kept - b.kept)
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

import { modelAgreement, type ModelAgreement } from './agreement.ts';
import type { CoverageRule } from './coverage-rule.ts';
import type { FeatureTable } from './feature-table.ts';
import { PEER_MODELS, peerSpace, type PeerModel, type PeerOptions, type PeerSpace } from './peer-space.ts';
import { rankPeers, type PeerRanking } from './ranking.ts';
import { weighting } from './weighting.ts';

/** One area under every model, side by side. */
export interface ModelComparison {
	rankings: Record<PeerModel, PeerRanking>;
	/** Between the models, and with the list that the council brought, when it did. */
	agreement: ModelAgreement;
}

/** The name under which a council's own list stands in `ModelComparison.agreement`. */
export const OWN_LIST = 'own list';

/**
 * Spaces of one universe under every model; made once, since weights do not change them.
 *
 * @throws {DomainError} as `peerSpace`
 */
export function modelSpaces(
	table: FeatureTable,
	options: Omit<PeerOptions, 'model'>
): Record<PeerModel, PeerSpace> {
	const of = (model: PeerModel) => peerSpace(table, { ...options, model });
	return { zscore: of('zscore'), robust: of('robust'), mahalanobis: of('mahalanobis') };
}

/**
 * Ranks the peers of one area under every model with the same weights, and says how far the lists agree.
 *
 * @param spaces of the same table, from `modelSpaces`
 * @param weights one a column; null for 1 each
 * @param ownList codes of a list that the council brought; null when it brought none
 * @throws {DomainError} as `weighting` and `rankPeers`
 */
export function compareModels(
	spaces: Record<PeerModel, PeerSpace>,
	weights: ArrayLike<number> | null,
	row: number,
	k: number,
	rule: CoverageRule,
	ownList: readonly string[] | null
): ModelComparison {
	const rank = (model: PeerModel) => rankPeers(weighting(spaces[model], weights), row, k, rule);
	const rankings = { zscore: rank('zscore'), robust: rank('robust'), mahalanobis: rank('mahalanobis') };
	const lists = new Map<string, readonly string[]>(
		PEER_MODELS.map((model) => [model, rankings[model].peers.map(({ code }) => code)])
	);
	if (ownList !== null) lists.set(OWN_LIST, ownList);
	return { rankings, agreement: modelAgreement(lists) };
}

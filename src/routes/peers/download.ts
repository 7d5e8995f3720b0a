import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { PairExplanation } from '#lib/peers/explanation.ts';
import {
	explainPeers,
	findPeers,
	prepareGroup,
	type PeerFinding,
	type PreparedGroup
} from '#lib/peers/peer-finding.ts';
import { parsePeerRequest, requestedWeights, type PeerRequest } from '#lib/peers/peer-request.ts';
import { weighting } from '#lib/peers/weighting.ts';
import { loadCouncil, type CouncilPage } from './council-page.ts';

/** A list of peers as its page shows it, with everything that a file needs. */
export interface PeerDownload {
	council: CouncilPage;
	request: PeerRequest;
	weights: number[];
	prepared: PreparedGroup;
	finding: PeerFinding;
	/** One a peer, in the order of the list. */
	explanations: PairExplanation[];
}

/** Reads what an address asks, as the page does; 404 for no council, 400 where nothing can be ranked. */
export async function loadDownload(event: RequestEvent, asked: string): Promise<PeerDownload> {
	const council = await loadCouncil(event, asked);
	if ('moved' in council) error(404, `This council’s code is now ${council.moved}.`);
	const { request, problems } = parsePeerRequest(event.url.searchParams);
	// A file does not show a sentence beside the list, so what cannot be read is refused.
	if (problems[0] !== undefined) error(400, problems[0]);
	const prepared = prepareGroup(council.facts, council.row, request.within, request.model);
	const weights = requestedWeights(request, council.facts.indicators, prepared.group.isCounted);
	const finding = findPeers(prepared, weights, request.count);
	if (finding.refusal !== null) error(400, finding.refusal);
	const weighted = weighting(prepared.space, weights);
	const explain = explainPeers(weighted, council.facts.indicators);
	const explanations = finding.peers.map(({ code }) =>
		explain(prepared.own, prepared.space.table.codes.indexOf(code))
	);
	return { council, request, weights, prepared, finding, explanations };
}

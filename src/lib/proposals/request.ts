import { parsePeerRequest, peerParameters } from '#lib/peers/peer-request.ts';
import { PROPOSAL_GROUPS, USUAL_REQUEST, type ProposalGroup, type ProposalRequest } from './peers.ts';

/** Whom a proposal is compared with, as a form offers it. */
export const GROUP_WORDS: Readonly<Record<ProposalGroup, string>> = {
	size: 'its type and its size',
	alike: 'its type, of any size',
	county: 'counties',
	nation: 'all councils of its nation',
	all: 'all of the United Kingdom'
};

/** Reads how peers of proposals are asked for; a damaged field falls back to its default alone, and says so. */
export function parseProposalRequest(search: URLSearchParams): {
	request: ProposalRequest;
	problems: string[];
} {
	const { request, problems } = parsePeerRequest(search);
	const asked = search.get('group') ?? '';
	const group = PROPOSAL_GROUPS.find((word) => word === asked);
	if (group === undefined && asked !== '') {
		problems.push(`There is no group “${asked.slice(0, 40)}”; councils of its size are used.`);
	}
	const approximate = search.get('approximate') ?? '';
	if (!['', 'on', 'off'].includes(approximate)) {
		problems.push(`Approximate figures are on or off, not “${approximate.slice(0, 40)}”; they are on.`);
	}
	const { model, preset, count, weights } = request;
	return {
		request: {
			...{ model, preset, count, weights },
			group: group ?? USUAL_REQUEST.group,
			withApproximate: approximate !== 'off'
		},
		problems
	};
}

/** Query of a request that is not the usual one, to lead on to another council's peers with. */
export function requestParameters({
	group,
	withApproximate,
	...request
}: ProposalRequest): [string, string][] {
	const own: [string, string | null][] = [
		...Object.entries(peerParameters({ ...request, within: 'type' })),
		['group', group === USUAL_REQUEST.group ? null : group],
		['approximate', withApproximate ? null : 'off']
	];
	return own.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
}

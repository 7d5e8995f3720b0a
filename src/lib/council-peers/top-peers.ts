import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { factsOfCode } from '#lib/peers/council-facts.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { DEFAULT_REQUEST, requestedWeights } from '#lib/peers/peer-request.ts';
import { organisationsByCode } from './peer-organisations.ts';

/** The peers of an organisation in short, and where the long answer is. */
export interface TopPeers {
	href: string;
	/** The most alike, for councils; empty for other organisations. */
	peers: { code: string; name: string }[];
}

const TOP = 3;

/** The councils most like one, or for another organisation the way to its peers; null where there are no figures. */
export function topPeers(atlas: Atlas, areas: AreasWire, row: number): TopPeers | null {
	const found = [...organisationsByCode(atlas, areas)].find(([, organisation]) => organisation === row);
	if (found === undefined) {
		return { href: `/peers/organisation/${atlas.organisations.slug[row]!}`, peers: [] };
	}
	const placed = factsOfCode(areas, atlas.areas, found[0]);
	if (placed === null) return null;
	const { facts, row: at } = placed;
	const { within, model } = DEFAULT_REQUEST;
	const prepared = prepareGroup(facts, at, within, model);
	const weights = requestedWeights(DEFAULT_REQUEST, facts.indicators, prepared.group.isCounted);
	const { peers } = findPeers(prepared, weights, TOP);
	return { href: `/peers/${found[0]}`, peers: peers.map(({ code, name }) => ({ code, name })) };
}

import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { factsOfCode } from '#lib/peers/council-facts.ts';
import { councilType } from '#lib/councils/council-types.ts';
import { findPeers, prepareGroup } from '#lib/peers/peer-finding.ts';
import { parsePeerRequest, requestedWeights } from '#lib/peers/peer-request.ts';
import { organisationsByCode } from './peer-organisations.ts';

/** Whose peers a list holds, by which setting, and what its distances belong to. */
export interface PeerSetOrigin {
	councilCode: string;
	/** Query of the page that gave the list, weights and all; empty for the usual setting. */
	search: string;
	/** Versions of the figures and of the model. */
	universe: string;
	model: string;
}

/** One council of a kept list, in the order kept. */
export interface KeptCouncil {
	code: string;
	name: string;
	type: string | null;
	region: string | null;
	/** Its organisation; null where none is on record. */
	slug: string | null;
}

/** The setting that gave a list, in full. */
export interface KeptSetting extends PeerSetOrigin {
	councilName: string;
	preset: string;
	within: string;
	weights: { indicator: string; label: string; weight: number }[];
	/** Whether the figures and the model still are what they were. */
	isCurrent: boolean;
}

/** A list of councils kept under a name, with everything that its page and files say. */
export interface KeptList {
	id: string;
	name: string;
	isShared: boolean;
	councils: KeptCouncil[];
	/** Null where nobody kept how the list came about. */
	setting: KeptSetting | null;
	/** Day of the records, ISO 8601. */
	asOf: string;
}

/** Name, type and organisation of each code, in the order given; a code of no council stands for itself. */
export function keptCouncils(atlas: Atlas, areas: AreasWire, codes: readonly string[]): KeptCouncil[] {
	const organisations = organisationsByCode(atlas, areas);
	return codes.map((code) => {
		const placed = factsOfCode(areas, atlas.areas, code);
		const area = placed?.facts.areas[placed.row];
		const organisation = organisations.get(code);
		return {
			code,
			name: area?.name ?? code,
			type: area === undefined ? null : councilType(area.kind),
			region: area?.region ?? null,
			slug: organisation === undefined ? null : atlas.organisations.slug[organisation]!
		};
	});
}

/** The setting of a list with its weights spelt out; null where its council is no longer compared. */
export function keptSetting(atlas: Atlas, areas: AreasWire, origin: PeerSetOrigin): KeptSetting | null {
	const placed = factsOfCode(areas, atlas.areas, origin.councilCode);
	if (placed === null) return null;
	const { facts, row } = placed;
	const { request } = parsePeerRequest(new URLSearchParams(origin.search));
	const prepared = prepareGroup(facts, row, request.within, request.model);
	const weights = requestedWeights(request, facts.indicators, prepared.group.isCounted);
	const now = findPeers(prepared, weights, 1).version;
	return {
		...origin,
		councilName: facts.areas[row]!.name,
		preset: request.preset,
		within: request.within,
		weights: facts.indicators.map(({ key, label }, at) => ({ indicator: key, label, weight: weights[at]! })),
		isCurrent: now?.universe === origin.universe && now.model === origin.model
	};
}

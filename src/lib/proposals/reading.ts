import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { councilType } from '#lib/councils/council-types.ts';
import type { Selection } from '#lib/view/selection.ts';
import { proposalFigures, type ProposalFigure } from './figures.ts';
import { inheritance, type Inheritance } from './inheritance.ts';
import {
	losses,
	proposalPeers,
	proposedType,
	type PartPeers,
	type ProposalPeers,
	type ProposalRequest
} from './peers.ts';
import { predecessorsOf, type Predecessors } from './predecessors.ts';
import {
	areasOf,
	countiesOf,
	cutOff,
	makingOf,
	type Making,
	type Proposal,
	type TouchedCounty
} from './proposal.ts';

/** All that is said of one proposal. */
export interface ProposalReading {
	proposal: Proposal;
	/** Its areas, in the order of their codes. */
	parts: { code: string; name: string; type: string; region: string }[];
	/** What it would be, such as "unitary authority". */
	type: string;
	making: Making;
	counties: TouchedCounty[];
	/** Names of areas that do not border the others. */
	cutOff: string[];
	figures: ProposalFigure[];
	peers: ProposalPeers;
	losses: PartPeers[];
	predecessors: Predecessors;
	inheritance: Inheritance;
}

/** Reads all that is said of a proposal, but how firm its list of peers is. */
export function readProposalWhole(
	selection: Selection,
	wire: AreasWire,
	proposal: Proposal,
	request: ProposalRequest
): ProposalReading {
	const { atlas } = selection;
	const parts = areasOf(proposal, atlas.areas);
	const peers = proposalPeers(wire, atlas.areas, proposal, request);
	const predecessors = predecessorsOf(proposal, atlas, wire);
	const nameOf = new Map(parts.map(({ code, name }) => [code, name]));
	return {
		proposal,
		parts: parts.map(({ code, name, kind, region }: Area) => ({
			code,
			name,
			type: councilType(kind),
			region
		})),
		type: proposedType(peers),
		making: makingOf(proposal.codes, wire),
		counties: countiesOf(proposal.codes, wire),
		cutOff: cutOff(proposal, wire).map((code) => nameOf.get(code) ?? code),
		figures: proposalFigures(parts, wire),
		peers,
		losses: losses(wire, atlas.areas, proposal, peers.finding),
		predecessors,
		inheritance: inheritance(selection, predecessors.bodies)
	};
}

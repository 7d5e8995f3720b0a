import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { indicatorOf } from '#lib/domain/indicators/catalogue.ts';
import { councilFacts, upperFacts, type CouncilFacts } from '#lib/peers/council-facts.ts';
import { figure, featureTable } from '#lib/peers/feature-table.ts';
import { figureOfParts, figuresByCode } from './figures.ts';
import { areasOf, countiesOf, type Proposal } from './proposal.ts';

/** Its code among the areas that it is compared with: none that an area could have. */
export const PROPOSED = 'proposed';

/** The areas as they would be with a proposal in place of its own, and its row among them. */
export interface ProposalFacts {
	facts: CouncilFacts;
	row: number;
	/** Columns of the facts whose figure of the proposal is only approximate, and those where a stand-in weighs it. */
	approximate: ReadonlySet<string>;
	standIn: ReadonlySet<string>;
}

/** The type of council that areas would become: their own where they are all of one, else a unitary authority. */
export function kindOfParts(parts: readonly Pick<Area, 'kind'>[]): string {
	const kinds = new Set(parts.map(({ kind }) => kind));
	const [only] = kinds;
	return kinds.size === 1 && only !== undefined && only !== 'non_metropolitan_district'
		? only
		: 'unitary_authority';
}

/**
 * The councils of the kingdom with a proposal in place of its areas. It stands where the first of them stood, so that
 * equally far councils keep their order.
 */
export function withProposal(wire: AreasWire, areas: readonly Area[], proposal: Proposal): ProposalFacts {
	const parts = areasOf(proposal, areas);
	const facts = councilFacts(wire, areas);
	return replace(facts, wire, proposal, new Set(proposal.codes), {
		code: PROPOSED,
		name: proposal.name,
		kind: kindOfParts(parts),
		nation: parts[0]?.nation ?? '',
		region: regionOf(parts)
	});
}

/** The counties with a proposal in place of those that lose areas to it. */
export function amongCounties(wire: AreasWire, areas: readonly Area[], proposal: Proposal): ProposalFacts {
	const parts = areasOf(proposal, areas);
	const gone = new Set(countiesOf(proposal.codes, wire).map(({ code }) => code));
	return replace(upperFacts(wire, areas, 'county'), wire, proposal, gone, {
		code: PROPOSED,
		name: proposal.name,
		kind: 'county',
		nation: parts[0]?.nation ?? '',
		region: regionOf(parts)
	});
}

function replace(
	facts: CouncilFacts,
	wire: AreasWire,
	proposal: Proposal,
	gone: ReadonlySet<string>,
	area: CouncilFacts['areas'][number]
): ProposalFacts {
	const { table } = facts;
	const figureOf = figuresByCode(wire);
	const councils = proposal.codes.map(figureOf);
	const made = table.columns.map((column) => figureOfParts(indicatorOf(column)!, councils));
	const first = facts.areas.findIndex(({ code }) => gone.has(code));
	const kept = [...facts.areas.keys()].filter((row) => !gone.has(facts.areas[row]!.code));
	const row = first < 0 ? kept.length : kept.filter((at) => at < first).length;
	const own = made.map(({ value }) => value);
	const cells = kept.map((at) => table.columns.map((_, column) => figure(table, at, column)));
	const names = kept.map((at) => facts.areas[at]!);
	cells.splice(row, 0, own);
	names.splice(row, 0, area);
	const columnsOf = (making: string) =>
		new Set(table.columns.filter((_, column) => made[column]!.making === making));
	return {
		facts: {
			...facts,
			areas: names,
			table: featureTable(
				names.map(({ code }) => code),
				table.columns,
				cells
			)
		},
		row,
		approximate: columnsOf('approximate'),
		standIn: columnsOf('stand-in')
	};
}

/** The region of all of the areas; where there are several, all of their names. */
function regionOf(parts: readonly Pick<Area, 'region'>[]): string {
	return [...new Set(parts.map(({ region }) => region))].join(' and ');
}

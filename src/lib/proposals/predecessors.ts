import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { organisationsByCode } from '#lib/council-peers/peer-organisations.ts';
import type { Named } from '#lib/council-peers/peer-practices.ts';
import { countiesOf, type Proposal } from './proposal.ts';

/** A council that a proposal would follow. */
export interface Predecessor extends Named {
	/** Row of its organisation. */
	row: number;
	/** Code of its area, or of its county. */
	code: string;
	/** A county council that would end whole, one that would be divided, or a council of one of the areas. */
	part: 'area' | 'county' | 'divided county';
}

/** Predecessors of a proposal, and the areas whose council has no record here. */
export interface Predecessors {
	/** Councils of the areas in the order of their codes, then those of the counties. */
	bodies: Predecessor[];
	/** Names of areas and counties without one. */
	unknown: string[];
}

/** Whom a proposal would follow: the councils of its areas, and the county councils above them. */
export function predecessorsOf(proposal: Proposal, atlas: Atlas, wire: AreasWire): Predecessors {
	const organisations = organisationsByCode(atlas, wire);
	const nameOf = new Map(atlas.areas.map(({ code, name }) => [code, name]));
	const asked = [
		...proposal.codes.map((code) => ({ code, name: nameOf.get(code) ?? code, part: 'area' as const })),
		...countiesOf(proposal.codes, wire).map(({ code, name, isWhole }) => ({
			code,
			name,
			part: isWhole ? ('county' as const) : ('divided county' as const)
		}))
	];
	const bodies: Predecessor[] = [];
	const unknown: string[] = [];
	for (const { code, name, part } of asked) {
		const row = organisations.get(code);
		if (row === undefined) unknown.push(name);
		else bodies.push({ row, code, part, ...named(atlas, row) });
	}
	return { bodies, unknown };
}

/** An organisation with its page. */
export function named({ organisations }: Pick<Atlas, 'organisations'>, row: number): Named {
	return { slug: organisations.slug[row]!, name: organisations.name[row]! };
}

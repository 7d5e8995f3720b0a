import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import type { KnownArea } from './pasted-list.ts';

/** An area as people may call it, and since when it goes by another name. */
export interface NamedArea extends KnownArea {
	/** The name to show. */
	name: string;
	/** Former codes and names of councils that it took over, folded, with the name to show. */
	former: ReadonlyMap<string, string>;
}

/**
 * Every area that has peers, with each name and code that it goes or went by: its own, its council's,
 * and those of the councils that it succeeded.
 */
export function namedAreas(wire: AreasWire, atlas: Atlas): NamedArea[] {
	const { organisations, successions, areas } = atlas;
	const formerCodes = new Map<string, string[]>();
	wire.former.code.forEach((code, at) => {
		const current = wire.codes[wire.former.current[at]!]!;
		formerCodes.set(current, [...(formerCodes.get(current) ?? []), code]);
	});
	const namesOf = (row: number) => [organisations.name[row]!, ...(organisations.otherNames.get(row) ?? [])];

	const councils = areas.map(({ code, name, council }): NamedArea => {
		const predecessors = successions.filter(({ successor }) => council !== null && successor === council);
		const former = new Map<string, string>();
		for (const old of formerCodes.get(code) ?? []) former.set(foldName(old), old);
		for (const { predecessor } of predecessors) {
			for (const old of namesOf(predecessor)) former.set(foldName(old), old);
		}
		const own = council === null ? [] : namesOf(council);
		return { code, name, names: [name, ...own, ...former.values()], former };
	});
	const upper = wire.upper.map(({ code, name, kind }): NamedArea => {
		const suffix = kind === 'county' ? 'County Council' : 'Combined Authority';
		return { code, name, names: [`${name} ${suffix}`, name], former: new Map() };
	});
	return [...councils, ...upper];
}

/** A name without case, accents and punctuation. */
export function foldName(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

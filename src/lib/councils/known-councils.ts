import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull, type Day } from '#lib/domain/day.ts';
import { councilFinder, type CouncilFinder } from './find-council.ts';
import { COUNCILS, type CouncilBody } from './register.ts';

/**
 * The register with what an atlas adds: other names that people gave a council's record, and councils of areas that
 * the register does not know yet, with what they followed.
 */
export function knownCouncils(atlas: Atlas): CouncilBody[] {
	const { organisations, areas, successions } = atlas;
	const registered = COUNCILS.map((body) => withOwnNames(body, atlas));
	const codes = new Set(COUNCILS.flatMap(({ gss, formerGss }) => [...gss, ...formerGss]));
	const added = areas
		.filter(({ code, council }) => !codes.has(code) && !isSample(atlas, council))
		.map(({ code, name, kind, nation, region, council }): CouncilBody => ({
			id: code,
			gss: [code],
			formerGss: [],
			ons: [],
			name: council === null ? name : organisations.name[council]!,
			names: council === null ? [] : [name, ...(organisations.otherNames.get(council) ?? [])],
			formerNames: [],
			type: kind,
			nation,
			region,
			county: null,
			combinedAuthority: null,
			from: council === null ? null : dayOrNull(organisations.foundedOn[council]),
			until: null,
			successors: [],
			areaKm2: null,
			population2020: null,
			slug: council === null ? null : organisations.slug[council]!
		}));
	if (added.length === 0) return registered;
	// A new council ends those that it follows, which the register still has as going on.
	const newcomers = new Map(added.map(({ slug, id }) => [slug, id]));
	const ends = new Map<string, { until: Day | null; successors: string[] }>();
	for (const { predecessor, successor, on } of successions) {
		const next = newcomers.get(organisations.slug[successor]!);
		if (next === undefined) continue;
		const slug = organisations.slug[predecessor]!;
		ends.set(slug, { until: on, successors: [...(ends.get(slug)?.successors ?? []), next] });
	}
	return [...registered.map((body) => ({ ...body, ...ends.get(body.slug ?? '') })), ...added];
}

function withOwnNames(body: CouncilBody, { organisations, index }: Atlas): CouncilBody {
	const row = body.slug === null ? undefined : index.organisationBySlug.get(body.slug);
	if (row === undefined || organisations.isSample[row] === 1) return body;
	const known = new Set([body.name, ...body.names, ...body.formerNames]);
	const own = [organisations.name[row]!, ...(organisations.otherNames.get(row) ?? [])];
	const more = own.filter((name) => !known.has(name));
	return more.length === 0 ? body : { ...body, names: [...body.names, ...more] };
}

function isSample({ organisations }: Atlas, council: number | null): boolean {
	return council !== null && organisations.isSample[council] === 1;
}

let last: { names: string; find: CouncilFinder } | null = null;

/**
 * Finds councils by all that the register and an atlas know of them. What one atlas gave is kept for the next that
 * says the same: names change seldom, and looking through them takes a while.
 */
export function councilsOf(atlas: Atlas): CouncilFinder {
	const councils = knownCouncils(atlas);
	const names = JSON.stringify(councils.map(({ id, names, name, until }) => [id, name, names, until]));
	if (last?.names !== names) last = { names, find: councilFinder(councils) };
	return last.find;
}

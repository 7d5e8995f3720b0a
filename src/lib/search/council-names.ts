import { knownCouncils } from '#lib/councils/known-councils.ts';
import type { CouncilBody } from '#lib/councils/register.ts';
import type { Atlas } from '#lib/domain/atlas.ts';

/**
 * What else councils are called, by slug: short forms, Welsh, Gaelic and former names, and the names of those that a
 * council followed where these have no record of their own.
 */
export function councilNames(atlas: Atlas): Map<string, string[]> {
	const councils = knownCouncils(atlas);
	const byId = new Map(councils.map((body) => [body.id, body]));
	const names = new Map<string, string[]>();
	for (const body of councils) {
		const own = [body.name, ...body.names, ...body.formerNames];
		for (const slug of recordsOf(body, byId, atlas)) names.set(slug, [...(names.get(slug) ?? []), ...own]);
	}
	return names;
}

/** Where somebody who looks for a body finds it: its own record, else those of what followed it. */
function recordsOf(body: CouncilBody, byId: ReadonlyMap<string, CouncilBody>, atlas: Atlas): string[] {
	if (body.slug !== null && atlas.index.organisationBySlug.has(body.slug)) return [body.slug];
	return body.successors.flatMap((id) => {
		const successor = byId.get(id);
		return successor === undefined ? [] : recordsOf(successor, byId, atlas);
	});
}

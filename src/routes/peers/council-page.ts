import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { areaFinder, type AreaFinder, type AreaSearch } from '#lib/councils/find-area.ts';
import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { factsOfCode, type CouncilFacts } from '#lib/peers/council-facts.ts';
import { loadAreas } from '#lib/server/areas.ts';
import { loadAtlas } from '#lib/server/atlas.ts';

/** What every page on one council's peers starts from. */
export interface CouncilPage {
	atlas: Atlas;
	areas: AreasWire;
	/** Looks up other areas. */
	find: AreaFinder;
	facts: CouncilFacts;
	/** The council's row in the facts. */
	row: number;
	code: string;
	name: string;
}

/**
 * The council of an address.
 *
 * @param asked a code, or whatever else names one council
 * @returns the page, or the code that the address should have had
 * @throws 404 with one sentence when it names none, or several
 */
export async function loadCouncil(
	event: RequestEvent,
	asked: string
): Promise<CouncilPage | { moved: string; note: string | null }> {
	const [atlas, areas] = await Promise.all([loadAtlas(event), loadAreas(event)]);
	const find = areaFinder(areas, atlas, atlas.asOf);
	const found = find(asked);
	if (!found.ok) error(404, found.message + choicesInWords(found));
	if (found.code !== asked) return { moved: found.code, note: found.note };
	const placed = factsOfCode(areas, atlas.areas, found.code);
	if (placed === null) error(404, 'There are no figures for this council.');
	return { atlas, areas, find, code: found.code, name: found.name, ...placed };
}

function choicesInWords({ choices }: Extract<AreaSearch, { ok: false }>): string {
	return choices.length === 0 ? '' : ` ${choices.map(({ code, name }) => `${name} (${code})`).join(', ')}.`;
}

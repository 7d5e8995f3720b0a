import type { Atlas } from '#lib/domain/atlas.ts';

/** How many organisations each area holds. */
export interface AreaCounts {
	/** In the atlas's order of areas. */
	inArea: ArrayLike<number>;
	/** Of no single area: national bodies, or not known. */
	withoutArea: number;
}

/** How much of the country a view's organisations stand for. */
export interface Coverage {
	areas: number;
	/** Areas of which the record says nothing; they are not among `areas`. */
	silent: number;
	/** Areas with at least one of the organisations in them. */
	covered: number;
	/** Share of the population living in covered areas; null where populations are not loaded. */
	populationShare: number | null;
	/** Ordered by name. */
	regions: RegionCoverage[];
	/** Areas without any, by name. */
	missing: { code: string; name: string; region: string }[];
	/** Organisations of the view that belong to no area (national bodies, or not known). */
	withoutArea: number;
}

export interface RegionCoverage {
	region: string;
	areas: number;
	covered: number;
	organisations: number;
	population: number | null;
	/** Share of the region's population in covered areas, 0 to 1; null as above. */
	populationShare: number | null;
}

/**
 * Coverage of the country by a view.
 *
 * @param counts organisations of the view by area, in the atlas's order, and those of no area
 * @param looked rows of the areas that the view looks at, and of those of which nothing may be said
 * @param population people by area, in the atlas's order of areas, null where not published; or null
 *   where no figures are at hand
 */
export function measureCoverage(
	atlas: Atlas,
	{ inArea, withoutArea }: AreaCounts,
	looked: { asked: ReadonlySet<number>; silent: ReadonlySet<number> },
	population: readonly (number | null)[] | null
): Coverage {
	const rows = atlas.areas.flatMap((area, at) =>
		looked.asked.has(at) && !looked.silent.has(at)
			? [{ ...area, count: inArea[at]!, people: population?.[at] ?? null }]
			: []
	);
	const share = (part: typeof rows): number | null => {
		if (population === null) return null;
		const all = sum(part);
		return all === 0 ? null : sum(part.filter(({ count }) => count > 0)) / all;
	};
	const names = [...new Set(rows.map(({ region }) => region))].sort((a, b) => a.localeCompare(b, 'en-GB'));
	return {
		areas: rows.length,
		silent: [...looked.silent].filter((area) => looked.asked.has(area)).length,
		covered: rows.filter(({ count }) => count > 0).length,
		populationShare: share(rows),
		regions: names.map((region) => {
			const within = rows.filter((row) => row.region === region);
			return {
				region,
				areas: within.length,
				covered: within.filter(({ count }) => count > 0).length,
				organisations: within.reduce((total, { count }) => total + count, 0),
				population: population === null ? null : sum(within),
				populationShare: share(within)
			};
		}),
		missing: rows
			.filter(({ count }) => count === 0)
			.map(({ code, name, region }) => ({ code, name, region }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
		withoutArea
	};
}

/**
 * What is missing, in sentences: whole regions first.
 *
 * @param noun what the view shows, for one: "member", "organisation"
 */
export function coverageInWords({ areas, silent, covered, regions }: Coverage, noun: string): string[] {
	if (areas === 0) return [];
	const sentences = [
		covered === 0
			? `No ${noun} in any of the ${areas} areas.`
			: covered === areas
				? `At least one ${noun} in each of the ${areas} areas.`
				: `At least one ${noun} in ${covered} of the ${areas} areas.`
	];
	const empty = regions.filter((region) => region.covered === 0).map(({ region }) => inTheRegion(region));
	if (covered > 0 && empty.length > 0) sentences.push(`No ${noun} in ${listWords(empty)}.`);
	if (silent > 0) sentences.push(silentInWords(silent));
	return sentences;
}

/** That nothing may be said of some areas, as a sentence. */
export function silentInWords(areas: number): string {
	return areas === 1
		? 'The record says nothing of the council of 1 more area: neither with it nor without.'
		: `The record says nothing of the councils of ${areas} more areas: neither with it nor without.`;
}

/** English regions take an article where people say one: "the North West", "Wales", "London". */
function inTheRegion(region: string): string {
	return /^(North|South|East Midlands|West Midlands|East of)/.test(region) && region !== 'Northern Ireland'
		? `the ${region}`
		: region;
}

function listWords(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

function sum(rows: readonly { people: number | null }[]): number {
	return rows.reduce((total, { people }) => total + (people ?? 0), 0);
}

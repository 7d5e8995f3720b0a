import type { BoundaryFeature } from './boundaries.ts';
import type { Polygons } from './boundary-rings.ts';
import { dissolve } from './boundary-union.ts';

/** A current area with its boundary. */
export interface MatchedBoundary {
	code: string;
	polygons: Polygons;
}

/** What each area was before, by code. */
export interface Lineage {
	/** Codes that named the same place before, the latest first. */
	same: ReadonlyMap<string, readonly string[]>;
	/** Areas that together made it: each of them in it wholly, and nothing beside them. */
	parts: ReadonlyMap<string, readonly string[]>;
}

/** A current area whose former parts are not all in the file. */
export interface PartBoundary {
	code: string;
	has: string[];
	lacks: string[];
}

export interface BoundaryMatch {
	matched: MatchedBoundary[];
	/** Former codes that were read as the area that took them over. */
	renamed: { from: string; to: string }[];
	/** Areas that only some of their former parts would have drawn; they are left without. */
	incomplete: PartBoundary[];
	/** Former codes of the file that are not used, as the area's own boundary is there too. */
	passed: string[];
	/** Codes of the file that are no area here. */
	unknown: string[];
	/** Current areas that the file has no boundary for. */
	missing: string[];
}

/** What a file has of one area: all of it from these codes, or some of it. */
interface Found {
	polygons: Polygons;
	from: string[];
	lacks: string[];
}

/**
 * Brings the codes of a file to the areas of today. A former code gives its boundary to the area that it names
 * today; several that were merged make its one boundary, without the borders between them, when all of them are
 * there; a code that was split between areas cannot be used, and is reported as not known.
 *
 * @param current codes in use
 * @throws {BoundaryError} when parts cannot be put together
 */
export function matchBoundaries(
	features: readonly BoundaryFeature[],
	current: readonly string[],
	lineage: Lineage
): BoundaryMatch {
	const file = new Map(features.map(({ code, polygons }) => [code, polygons]));
	const found = current.map((code) => ({ code, ...findArea(code, file, lineage) }));
	const whole = found.filter(({ from, lacks }) => from.length > 0 && lacks.length === 0);
	const incomplete = found.filter(({ from, lacks }) => from.length > 0 && lacks.length > 0);
	const used = new Set(found.flatMap(({ from }) => from));
	const former = new Set(current.flatMap((code) => formerCodes(code, lineage)));
	const isWhole = new Set(whole.map(({ code }) => code));
	const unused = features.map(({ code }) => code).filter((code) => !used.has(code));
	return {
		matched: whole.map(({ code, polygons, from }) => ({
			code,
			polygons: from.length > 1 ? dissolve(polygons, code) : polygons
		})),
		renamed: whole.flatMap(({ code, from }) =>
			from.filter((one) => one !== code).map((one) => ({ from: one, to: code }))
		),
		incomplete: incomplete.map(({ code, from, lacks }) => ({ code, has: from, lacks })),
		passed: unused.filter((code) => former.has(code)),
		unknown: unused.filter((code) => !former.has(code)),
		missing: current.filter((code) => !isWhole.has(code))
	};
}

function findArea(code: string, file: ReadonlyMap<string, Polygons>, lineage: Lineage): Found {
	for (const name of [code, ...(lineage.same.get(code) ?? [])]) {
		const polygons = file.get(name);
		if (polygons !== undefined) return { polygons, from: [name], lacks: [] };
	}
	const parts = (lineage.parts.get(code) ?? []).map((part) => findArea(part, file, lineage));
	if (!parts.some(({ from }) => from.length > 0)) return { polygons: [], from: [], lacks: [code] };
	return {
		polygons: parts.flatMap(({ polygons }) => polygons),
		from: parts.flatMap(({ from }) => from),
		lacks: parts.flatMap(({ lacks }) => lacks)
	};
}

/** All codes that an area had, or that its parts had, at any time. */
function formerCodes(code: string, lineage: Lineage): string[] {
	const parts = lineage.parts.get(code) ?? [];
	return [
		...(lineage.same.get(code) ?? []),
		...parts.flatMap((part) => [part, ...formerCodes(part, lineage)])
	];
}

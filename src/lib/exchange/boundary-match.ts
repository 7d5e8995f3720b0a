import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { BoundaryFeature } from './boundaries.ts';

/** A current area with its boundary. */
export interface MatchedBoundary {
	code: string;
	geometry: Polygon | MultiPolygon;
}

export interface BoundaryMatch {
	matched: MatchedBoundary[];
	/** Former codes that were read as the area that took them over. */
	renamed: { from: string; to: string }[];
	/** Codes of the file that are no area here. */
	unknown: string[];
	/** Current areas that the file has no boundary for. */
	missing: string[];
}

/**
 * Brings the codes of a file to the areas of today. A former code gives its boundary to the area that
 * took it over; several that were merged together make its one boundary; a code that was split between
 * areas cannot be, and is reported as not known.
 *
 * @param current codes in use
 * @param former pairs of a code no longer in use and an area that took it over
 */
export function matchBoundaries(
	features: readonly BoundaryFeature[],
	current: readonly string[],
	former: readonly { from: string; to: string }[]
): BoundaryMatch {
	const known = new Set(current);
	const successors = new Map<string, string[]>();
	for (const { from, to } of former) successors.set(from, [...(successors.get(from) ?? []), to]);

	const own = new Map<string, Polygon | MultiPolygon>();
	const inherited = new Map<string, Position[][][]>();
	const renamed: BoundaryMatch['renamed'] = [];
	const unknown: string[] = [];
	for (const { code, geometry } of features) {
		const heirs = (successors.get(code) ?? []).filter((heir) => known.has(heir));
		if (known.has(code)) own.set(code, geometry);
		else if (heirs.length === 1) {
			const [to] = heirs as [string];
			renamed.push({ from: code, to });
			inherited.set(to, [...(inherited.get(to) ?? []), ...polygonsOf(geometry)]);
		} else unknown.push(code);
	}
	const matched = current.flatMap((code): MatchedBoundary[] => {
		const geometry = own.get(code);
		if (geometry !== undefined) return [{ code, geometry }];
		const parts = inherited.get(code);
		return parts === undefined ? [] : [{ code, geometry: { type: 'MultiPolygon', coordinates: parts } }];
	});
	const found = new Set(matched.map(({ code }) => code));
	return {
		matched,
		renamed: renamed.filter(({ to }) => !own.has(to)),
		unknown,
		missing: current.filter((code) => !found.has(code))
	};
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

import { COUNCILS } from '#lib/councils/register.ts';
import { BoundaryError } from '#lib/exchange/boundary-error.ts';
import { boundaryLineage } from '#lib/exchange/boundary-lineage.ts';
import { matchBoundaries } from '#lib/exchange/boundary-match.ts';
import type { MatchedBoundary } from '#lib/exchange/boundary-match.ts';
import { checkPlaces, placeFault } from '#lib/exchange/boundary-place.ts';
import type { AreaFacts, Border } from '#lib/exchange/boundary-place.ts';
import type { BoundaryFile } from '#lib/exchange/boundaries.ts';
import { boundaryReport } from './boundary-report.ts';

/** What is known of areas before any boundary is. */
export interface KnownAreas {
	/** Those in use. */
	areas: readonly AreaFacts[];
	/** Codes no longer in use, with the areas that took them over. */
	former: readonly { from: string; to: string }[];
	borders: readonly Border[];
}

export interface PlacedBoundaries {
	/** All that there is to say, a line each. */
	report: string;
	/** What may be written; areas that are drawn far from their place are left out. */
	placed: MatchedBoundary[];
	/** Why nothing may be; null where it may. */
	refusal: BoundaryError | null;
}

/** Brings a file's boundaries to the areas in use, held to what is known of them. */
export function placeBoundaries(
	file: BoundaryFile,
	{ areas, former, borders }: KnownAreas
): PlacedBoundaries {
	const names = new Map(areas.map(({ code, name }) => [code, name]));
	const named = (code: string) => (names.has(code) ? `${names.get(code)!} (${code})` : code);
	const current = areas.map(({ code }) => code);
	const match = matchBoundaries(file.features, current, boundaryLineage(COUNCILS, former));
	const check = checkPlaces(match.matched, areas, borders);
	const far = new Set(check.far.map(({ code }) => code));
	const fault =
		match.matched.length === 0
			? 'None of the codes is an area that can be drawn here, so nothing was written.'
			: placeFault(check, match.matched.length, named);
	return {
		report: boundaryReport(file, match, check, named),
		placed: match.matched.filter(({ code }) => !far.has(code)),
		refusal: fault === null ? null : new BoundaryError(fault)
	};
}

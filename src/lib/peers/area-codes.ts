import { DomainError } from '#lib/domain/errors.ts';

/** The areas that a code stands for today. */
export interface ResolvedArea {
	code: string;
	/** Said when the code asked for is not the one found; null when it is. */
	note: string | null;
}

/**
 * Finds the area of a code, through successors where the code was abolished.
 *
 * @param asked a code as typed
 * @param codes current codes
 * @param formerCodes one list a current code: codes of the areas that it succeeds
 * @throws {DomainError} if no area has or had the code, or several succeed it
 */
export function resolveArea(
	asked: string,
	codes: readonly string[],
	formerCodes: readonly (readonly string[])[]
): ResolvedArea {
	const wanted = asked.trim().toUpperCase();
	const current = codes.includes(asked) ? asked : codes.find((code) => code.toUpperCase() === wanted);
	if (current !== undefined) return { code: current, note: null };
	const successors = codes.filter((_, row) =>
		formerCodes[row]?.some((code) => code.toUpperCase() === wanted)
	);
	const [only] = successors;
	if (only === undefined) throw new DomainError(`There is no area with the code ${asked}.`);
	if (successors.length > 1) {
		throw new DomainError(`${asked} was divided between ${successors.join(', ')}: choose one of them.`);
	}
	return { code: only, note: `${asked} was abolished; ${only} took its place.` };
}

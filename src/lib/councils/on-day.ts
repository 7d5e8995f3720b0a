import type { Day } from '#lib/domain/day.ts';
import { existsOn, type CouncilBody } from './register.ts';

/** Who is related to whom through time. */
export interface Lineage {
	successorsOf(body: CouncilBody): readonly CouncilBody[];
	predecessorsOf(body: CouncilBody): readonly CouncilBody[];
}

/** Reads who followed whom from a register. */
export function lineage(bodies: readonly CouncilBody[]): Lineage {
	const byId = new Map(bodies.map((body) => [body.id, body]));
	const before = new Map<string, CouncilBody[]>();
	for (const body of bodies) {
		for (const id of body.successors) before.set(id, [...(before.get(id) ?? []), body]);
	}
	return {
		successorsOf: ({ successors }) => successors.flatMap((id) => byId.get(id) ?? []),
		predecessorsOf: ({ id }) => before.get(id) ?? []
	};
}

/**
 * The bodies that some names stand for on a day: those that are there; where none is, what followed those that
 * had ended, and what was there before those that had not begun.
 *
 * @returns none where a body had not begun and what was there before it is not on record
 */
export function onDay(bodies: readonly CouncilBody[], day: Day, line: Lineage): CouncilBody[] {
	const there = bodies.filter((body) => existsOn(body, day));
	if (there.length > 0) return there;
	return [...new Set(bodies.flatMap((body) => follow(body, day, line)))];
}

function follow(body: CouncilBody, day: Day, line: Lineage): CouncilBody[] {
	if (existsOn(body, day)) return [body];
	const hasEnded = body.until !== null && body.until <= day;
	const next = hasEnded ? line.successorsOf(body) : line.predecessorsOf(body);
	return next.flatMap((other) => follow(other, day, line));
}

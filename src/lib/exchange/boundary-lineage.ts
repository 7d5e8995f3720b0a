import { group } from 'd3';
import type { Lineage } from './boundary-match.ts';

/** What a lineage needs to know of a body that is or was a council. */
export interface LineageBody {
	id: string;
	/** GSS codes in use, the oldest first. */
	gss: readonly string[];
	/** GSS codes that the same body had before. */
	formerGss: readonly string[];
	/** `county` and `combined authority` lie over others and make no part of one. */
	type: string;
	/** What followed it, by `id`. */
	successors: readonly string[];
}

const ABOVE = ['county', 'combined authority'];

/**
 * What each area was before, from a register of bodies and from codes that a site recorded itself. A body that went to
 * several others is part of none: its boundary cannot be shared out.
 *
 * @param pairs a code no longer in use and an area that took it over; used where the register does not know the area,
 *   or not the code
 */
export function boundaryLineage(
	bodies: readonly LineageBody[],
	pairs: readonly { from: string; to: string }[]
): Lineage {
	const codes = new Map(bodies.map(({ id, gss, formerGss }) => [id, [...formerGss, ...gss]]));
	const registered = new Set([...codes.values()].flat());
	const same = new Map<string, string[]>();
	const parts = new Map<string, string[]>();
	const add = (map: Map<string, string[]>, to: string, from: string) =>
		map.set(to, [...(map.get(to) ?? []), from]);

	for (const own of codes.values())
		for (const code of own) same.set(code, own.filter((other) => other !== code).toReversed());
	for (const { gss, type, successors } of bodies) {
		const [code, [heir]] = [gss.at(-1), successors];
		if (code === undefined || successors.length !== 1 || ABOVE.includes(type)) continue;
		for (const to of codes.get(heir!) ?? []) add(parts, to, code);
	}

	const heirs = group(pairs, ({ from }) => from);
	for (const { from, to } of pairs) {
		if (heirs.get(from)!.length > 1) continue;
		if (!registered.has(to)) add(parts, to, from);
		else if (!registered.has(from)) add(same, to, from);
	}
	return { same, parts };
}

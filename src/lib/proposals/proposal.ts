import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Area } from '#lib/domain/atlas.ts';
import { formatDay } from '#lib/domain/day.ts';
import type { TypedDate } from '#lib/domain/typed-date.ts';

/** A council that is only thought of: whole areas of today, a name, and the day on which it would begin. */
export interface Proposal {
	/** GSS codes of the areas, each once, in the order of their codes: the order of choosing means nothing. */
	codes: readonly string[];
	name: string;
	/** Null where nobody gave one. */
	day: TypedDate | null;
}

/** A proposal of some areas, in whatever order they were chosen. */
export function proposal(codes: readonly string[], name: string, day: TypedDate | null): Proposal {
	return { codes: [...new Set(codes)].sort(), name, day };
}

/** How a council is or was made from those before it. */
export type Making =
	/** All of a county: its districts, and its county council where there is one. */
	| 'whole county'
	/** A part of a county that was divided. */
	| 'part of a county'
	/** Councils of one tier became one, and nothing was above them or what was above stayed. */
	| 'merger';

/** The ways of making, as they stand after "made from". */
export const MAKING_WORDS: Readonly<Record<Making, string>> = {
	'whole county': 'all districts of a county',
	'part of a county': 'a part of a county',
	merger: 'a merger of councils side by side'
};

/** Counties that have areas of a proposal, and whether all of theirs are in it. */
export interface TouchedCounty {
	code: string;
	name: string;
	isWhole: boolean;
}

/** The counties that areas lie in, by the register of areas; none for areas outside counties. */
export function countiesOf(codes: readonly string[], { upper, codes: all }: AreasWire): TouchedCounty[] {
	const taken = new Set(codes);
	return upper
		.filter(({ kind }) => kind === 'county')
		.flatMap(({ code, name, districts }) => {
			const own = districts.map((row) => all[row]!);
			const inside = own.filter((district) => taken.has(district)).length;
			return inside === 0 ? [] : [{ code, name, isWhole: inside === own.length }];
		});
}

/** The way in which a proposal would make a council. */
export function makingOf(codes: readonly string[], wire: AreasWire): Making {
	const counties = countiesOf(codes, wire);
	if (counties.length === 0) return 'merger';
	return counties.every(({ isWhole }) => isWhole) ? 'whole county' : 'part of a county';
}

/** The areas of a proposal as the atlas has them, in the order of their codes. */
export function areasOf({ codes }: Proposal, areas: readonly Area[]): Area[] {
	const byCode = new Map(areas.map((area) => [area.code, area]));
	return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** "from 1 Apr 2028", or that no day was given. */
export function dayInWords({ day }: Proposal): string {
	return day === null ? 'no day given' : `from ${formatDay(day.day, day.precision)}`;
}

/**
 * Whether one can go from any area of a proposal to any other without leaving it, by the borders on record. Islands
 * have none, so this is told and never refused.
 *
 * @returns areas that are cut off from the largest part, by code; empty where all is one piece
 */
export function cutOff({ codes }: Proposal, { codes: all, adjacency }: AreasWire): string[] {
	const row = new Map(all.map((code, at) => [code, at]));
	const inside = new Set(codes.flatMap((code) => row.get(code) ?? []));
	const beside = new Map<number, number[]>();
	const join = (from: number, to: number) => beside.set(from, [...(beside.get(from) ?? []), to]);
	adjacency.a.forEach((a, at) => {
		const b = adjacency.b[at]!;
		if (!inside.has(a) || !inside.has(b)) return;
		join(a, b);
		join(b, a);
	});
	const pieces: number[][] = [];
	const seen = new Set<number>();
	for (const first of inside) {
		if (seen.has(first)) continue;
		const piece = [first];
		seen.add(first);
		for (const at of piece) {
			for (const next of beside.get(at) ?? []) {
				if (seen.has(next)) continue;
				seen.add(next);
				piece.push(next);
			}
		}
		pieces.push(piece);
	}
	const largest = Math.max(0, ...pieces.map(({ length }) => length));
	const kept = pieces.find(({ length }) => length === largest);
	return pieces.filter((piece) => piece !== kept).flatMap((piece) => piece.map((at) => all[at]!));
}

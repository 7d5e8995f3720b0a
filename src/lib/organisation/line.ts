import type { Atlas } from '#lib/domain/atlas.ts';
import { existsOn } from '#lib/domain/counting.ts';
import { dayOrNull, formatDay } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { ancestorsOf, lineageOf } from '#lib/domain/lineage.ts';
import type { Lineage } from '#lib/domain/lineage.ts';
import type { Named } from './profile.ts';

/** A day on which an organisation of a line was made from those before it. */
export interface LineChange {
	key: string;
	/** "1 Apr 2023"; null where the day is not recorded. */
	on: string | null;
	made: Named;
	from: Named[];
	/** Those of `from` that were divided: others had parts of them too. */
	divided: Named[];
	sourceUrl: string | null;
}

/** Who came before an organisation and who after it, through as many changes as are recorded; the oldest first. */
export function organisationLine(atlas: Atlas, row: number): LineChange[] {
	const lineage = lineageOf(atlas);
	const before = ancestorsOf(row, lineage);
	const after = descendantsOf(row, lineage);
	const kin = new Set([...before, row, ...after]);
	const steps = atlas.successions.filter(
		({ predecessor, successor }) => kin.has(successor) && (kin.has(predecessor) || after.includes(successor))
	);
	const named = (at: number): Named => ({
		slug: atlas.organisations.slug[at]!,
		name: atlas.organisations.name[at]!
	});
	const isDivided = (at: number) => (lineage.after.get(at) ?? []).length > 1;
	return [...new Set(steps.map((step) => step.successor))]
		.map((made) => ({ made, steps: steps.filter(({ successor }) => successor === made) }))
		.sort((a, b) => (a.steps[0]!.on ?? -Infinity) - (b.steps[0]!.on ?? -Infinity))
		.map(({ made, steps }) => ({
			key: atlas.organisations.slug[made]!,
			on: steps[0]!.on === null ? null : formatDay(steps[0]!.on),
			made: named(made),
			from: steps.map(({ predecessor }) => named(predecessor)),
			divided: steps.flatMap(({ predecessor }) => (isDivided(predecessor) ? [named(predecessor)] : [])),
			sourceUrl: steps.find(({ sourceUrl }) => sourceUrl !== null)?.sourceUrl ?? null
		}));
}

function descendantsOf(row: number, { after }: Lineage): number[] {
	return ancestorsOf(row, { before: after, after: new Map() });
}

/** Who was there on a day in place of an organisation that was not. */
export interface InPlace {
	day: string;
	/** Null where it had ended, or neither its beginning nor its end is recorded. */
	began: string | null;
	bodies: Named[];
}

/**
 * Who stood in an organisation's place on a day: those before it where it had not begun, those after it where it had
 * ended.
 *
 * @returns null where it was there itself
 */
export function inPlaceOf(atlas: Atlas, row: number, day: Day): InPlace | null {
	if (existsOn(atlas, row, day)) return null;
	const founded = dayOrNull(atlas.organisations.foundedOn[row]);
	const isBefore = founded !== null && day < founded;
	const lineage = lineageOf(atlas);
	const others = isBefore ? ancestorsOf(row, lineage) : descendantsOf(row, lineage);
	return {
		day: formatDay(day),
		began: isBefore ? formatDay(founded) : null,
		bodies: others
			.filter((other) => existsOn(atlas, other, day))
			.map((other) => ({ slug: atlas.organisations.slug[other]!, name: atlas.organisations.name[other]! }))
	};
}

import type { Atlas } from '#lib/domain/atlas.ts';
import { sinceWhen } from '#lib/domain/counting.ts';
import { formatDay } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';

/** What the record of climate declarations holds, counted from the record itself. */
export interface DeclarationFacts {
	dated: number;
	undated: number;
	/** Bodies of which the record says nothing. */
	silent: number;
	/** Months of the first and the last dated one; null without any. */
	from: string | null;
	until: string | null;
}

/** The declarations of all public records; null where the atlas holds none. */
export function declarationFacts(atlas: Atlas): DeclarationFacts | null {
	const practices = atlas.practices.flatMap(({ network }, row) =>
		network !== null && atlas.networks[network]!.isRecord ? [row] : []
	);
	if (practices.length === 0) return null;
	const since = practices.flatMap((practice) =>
		Array.from(rowsOf(atlas.index.adoptionsOfPractice, practice)).flatMap(
			(row) => sinceWhen(atlas.adoptions, row, 'adopted') ?? []
		)
	);
	const days = since.flatMap(({ day }) => day ?? []);
	return {
		dated: days.length,
		undated: since.length - days.length,
		silent: practices.reduce((sum, practice) => sum + (atlas.adoptionGaps.get(practice)?.size ?? 0), 0),
		from: days.length === 0 ? null : formatDay(Math.min(...days), 'month'),
		until: days.length === 0 ? null : formatDay(Math.max(...days), 'month')
	};
}

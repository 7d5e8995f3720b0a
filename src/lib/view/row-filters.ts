import type { Atlas, SpellTable } from '#lib/domain/atlas.ts';
import { CONFIDENCES } from '#lib/domain/vocabulary.ts';
import { characteristicKey } from './characteristic-key.ts';
import type { View } from './view.ts';

const INFERRED = CONFIDENCES.indexOf('inferred');

/** Whether a row of a table of spells counts in a view, which may leave out what is only inferred. */
export function countsAsFact(
	table: Pick<SpellTable, 'confidence'>,
	row: number,
	{ statedOnly }: Pick<View, 'statedOnly'>
): boolean {
	return !statedOnly || table.confidence[row] !== INFERRED;
}

/** Rows of the practices that a view's practice and characteristic filters leave. */
export function wantedPractices(
	atlas: Atlas,
	view: Pick<View, 'practices' | 'characteristics'>
): Set<number> {
	const named = new Set(view.practices.map((slug) => atlas.index.practiceBySlug.get(slug) ?? -1));
	const characteristics = new Set(view.characteristics);
	const wanted = new Set<number>();
	atlas.practices.forEach((practice, row) => {
		if (named.size > 0 && !named.has(row)) return;
		if (characteristics.size > 0) {
			const keys = practice.characteristics.map((at) => characteristicKey(atlas, at));
			if (!keys.some((key) => characteristics.has(key))) return;
		}
		wanted.add(row);
	});
	return wanted;
}

import { isoDay } from '#lib/domain/day.ts';
import { startInWords } from '#lib/domain/spell.ts';
import type { DatePrecision } from '#lib/domain/vocabulary.ts';
import { isArcIn, isArcPlaced, listLearningArcs } from '#lib/view/learning-arcs.ts';
import type { LearningArc } from '#lib/view/learning-arcs.ts';
import type { Selection } from '#lib/view/selection.ts';

export const LEARNING_SORTS = ['learner', 'source', 'practice', 'date'] as const;
export type LearningSort = (typeof LEARNING_SORTS)[number];
export const LEARNING_ORDER = { sort: 'learner', isDescending: false } as const;

/** One arc in words. */
export interface LearningRow {
	/** Tells it from every other of the table. */
	key: number;
	learner: Named;
	source: Named;
	/** Null where the record names no practice. */
	practice: Named | null;
	kind: LearningArc['kind'];
	isInferred: boolean;
	/** As precise as it is on record. */
	date: string;
	/** First day of the date; null where none is recorded. */
	startsOn: string | null;
	precision: DatePrecision;
	/** Whether both ends have a place, so that the map draws it. */
	isDrawn: boolean;
	sourceUrl: string | null;
}

interface Named {
	slug: string;
	name: string;
}

/** How learning travelled in a view, on its date, sorted; equal ones by learner, those without a date last. */
export function listLearningRows(
	selection: Selection,
	{ sort, isDescending }: { sort: LearningSort; isDescending: boolean }
): LearningRow[] {
	const { atlas, window } = selection;
	const { slug, name } = atlas.organisations;
	const named = (row: number): Named => ({ slug: slug[row]!, name: name[row]! });
	const arcs = listLearningArcs(selection).filter((arc) => isArcIn(arc, window));
	const rows = arcs.map((arc, key): LearningRow => {
		const practice = arc.practice === null ? undefined : atlas.practices[arc.practice];
		return {
			key,
			learner: named(arc.learner),
			source: named(arc.source),
			practice: practice === undefined ? null : { slug: practice.slug, name: practice.name },
			kind: arc.kind,
			isInferred: arc.isInferred,
			date: startInWords({
				startedOn: arc.began,
				startedBound: arc.bound,
				startedPrecision: arc.precision
			}),
			startsOn: arc.began === null ? null : isoDay(arc.began),
			precision: arc.precision,
			isDrawn: isArcPlaced(atlas, arc),
			sourceUrl: arc.sourceUrl
		};
	});
	const byName = new Intl.Collator('en-GB', { numeric: true });
	const turn = isDescending ? -1 : 1;
	const compare: Record<LearningSort, (a: LearningRow, b: LearningRow) => number> = {
		learner: (a, b) => turn * byName.compare(a.learner.name, b.learner.name),
		source: (a, b) => turn * byName.compare(a.source.name, b.source.name),
		practice: (a, b) => turn * byName.compare(a.practice?.name ?? '', b.practice?.name ?? ''),
		date: (a, b) =>
			a.startsOn === null || b.startsOn === null
				? Number(a.startsOn === null) - Number(b.startsOn === null)
				: turn * (a.startsOn < b.startsOn ? -1 : Number(a.startsOn > b.startsOn))
	};
	return rows.sort(
		(a, b) => compare[sort](a, b) || byName.compare(a.learner.name, b.learner.name) || a.key - b.key
	);
}

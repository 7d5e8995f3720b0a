import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOf, dayOrNull } from '#lib/domain/day.ts';
import { CONFIDENCES, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { TieKind } from '#lib/domain/vocabulary.ts';
import { mercatorX, mercatorY } from '#lib/cluster/mercator.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from '#lib/view/intervals.ts';
import { wantedPractices } from '#lib/view/row-filters.ts';
import type { View } from '#lib/view/view.ts';
import { isPlace } from './map-points.ts';

/** How learning travelled: one arc from whom it came to who took it up. */
export interface LearningArc {
	/** Row of the organisation it was learnt from. */
	source: number;
	/** Row of the one that learnt. */
	learner: number;
	/** Row of the practice; null for a tie that names none. */
	practice: number | null;
	kind: 'shared learning' | Extract<TieKind, 'learnt from' | 'visited' | 'mentors'>;
	isInferred: boolean;
	/** First day and first day no longer, as in presences. */
	from: number;
	to: number;
	sourceUrl: string | null;
}

/** Who gave what others came to. */
const GIVERS = new Set(['made', 'hosted']);

const INFERRED = CONFIDENCES.indexOf('inferred');

/**
 * The learning of a view: "learnt from" as adoptions record it; shared learning, from who made or
 * hosted a report or an event to who attended it, which is inferred, as attending is not yet learning;
 * and ties of learning (learnt from, visited, mentors) between organisations. Each once. A tie names no
 * practice, so a view of some practices leaves ties out.
 *
 * @param shown rows of organisations that may be ends; an arc needs both
 */
export function listLearningArcs(atlas: Atlas, view: View, shown: ReadonlySet<number>): LearningArc[] {
	const { adoptions, ties } = atlas;
	const practices = wantedPractices(atlas, view);
	const arcs: LearningArc[] = [];
	const recorded = new Set<string>();
	for (let row = 0; row < adoptions.count; row += 1) {
		const source = adoptions.learnedFrom[row]!;
		const learner = adoptions.organisation[row]!;
		const isInferred = adoptions.learnedFromConfidence[row] === INFERRED;
		if (source < 0 || !practices.has(adoptions.practice[row]!)) continue;
		if (!shown.has(source) || !shown.has(learner) || (view.statedOnly && isInferred)) continue;
		recorded.add(`${learner}>${source}`);
		arcs.push({
			source,
			learner,
			practice: adoptions.practice[row]!,
			kind: 'learnt from',
			isInferred,
			from: dayOrNull(adoptions.startedOn[row]) ?? ALWAYS_BEFORE,
			// What was learnt stays learnt, also after the practice has ended.
			to: ALWAYS_AFTER,
			sourceUrl: adoptions.sourceUrl[row] ?? null
		});
	}
	arcs.push(...sharedLearning(atlas, view, practices, shown));
	if (view.practices.length > 0 || view.characteristics.length > 0) return arcs;

	for (let row = 0; row < ties.count; row += 1) {
		const kind = TIE_KINDS[ties.kind[row]!];
		if (kind !== 'learnt from' && kind !== 'visited' && kind !== 'mentors') continue;
		// Who mentors is the source; who learns or visits is the learner.
		const [learner, source] =
			kind === 'mentors' ? [ties.to[row]!, ties.from[row]!] : [ties.from[row]!, ties.to[row]!];
		const isInferred = ties.confidence[row] === INFERRED;
		if (!shown.has(source) || !shown.has(learner) || (view.statedOnly && isInferred)) continue;
		if (kind === 'learnt from' && recorded.has(`${learner}>${source}`)) continue;
		arcs.push({
			source,
			learner,
			practice: null,
			kind,
			isInferred,
			from: dayOrNull(ties.startedOn[row]) ?? ALWAYS_BEFORE,
			to: dayOrNull(ties.endedOn[row]) ?? ALWAYS_AFTER,
			sourceUrl: ties.sourceUrl[row] ?? null
		});
	}
	return arcs;
}

function sharedLearning(
	atlas: Atlas,
	view: View,
	practices: ReadonlySet<number>,
	shown: ReadonlySet<number>
): LearningArc[] {
	if (view.statedOnly) return [];
	const ofSome = view.practices.length > 0 || view.characteristics.length > 0;
	return atlas.links.flatMap((link) => {
		if (ofSome && !link.practices.some((practice) => practices.has(practice))) return [];
		const there = link.organisations.filter(({ organisation }) => shown.has(organisation));
		const givers = there.filter(({ role }) => GIVERS.has(role)).map(({ organisation }) => organisation);
		const learners = there.filter(({ role }) => role === 'attended').map(({ organisation }) => organisation);
		const began = link.startsAt === null ? link.publishedOn : dayOf(new Date(link.startsAt));
		return givers.flatMap((source) =>
			learners
				.filter((learner) => learner !== source)
				.map((learner) => ({
					source,
					learner,
					practice: link.practices.length === 1 ? link.practices[0]! : null,
					kind: 'shared learning' as const,
					isInferred: true,
					from: began ?? ALWAYS_BEFORE,
					to: ALWAYS_AFTER,
					sourceUrl: link.url
				}))
		);
	});
}

/** The arcs both of whose ends have a place, on the unit square: four numbers an arc, source first. */
export function arcPositions(
	atlas: Atlas,
	arcs: readonly LearningArc[]
): { drawn: LearningArc[]; ends: Float64Array } {
	const { lon, lat } = atlas.organisations;
	const placed = (row: number): boolean => isPlace(lon[row]!, lat[row]!);
	const drawn = arcs.filter(({ source, learner }) => placed(source) && placed(learner));
	const ends = new Float64Array(drawn.length * 4);
	drawn.forEach(({ source, learner }, at) => {
		ends.set(
			[mercatorX(lon[source]!), mercatorY(lat[source]!), mercatorX(lon[learner]!), mercatorY(lat[learner]!)],
			at * 4
		);
	});
	return { drawn, ends };
}

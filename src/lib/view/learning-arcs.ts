import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { linkDay, linkDayPrecision } from '#lib/domain/link-day.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS, TIE_KINDS } from '#lib/domain/vocabulary.ts';
import type { DateBound, DatePrecision, TieKind } from '#lib/domain/vocabulary.ts';
import { ALWAYS_AFTER, ALWAYS_BEFORE } from './intervals.ts';
import { anyInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import type { Presences } from './presence.ts';
import type { Selection } from './selection.ts';
import { NO_EVENT } from './known-event.ts';
import { inAll } from './span.ts';
import type { Span } from './span.ts';

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
	/** First day on record; null where it is not recorded. */
	began: number | null;
	bound: DateBound;
	precision: DatePrecision;
	/** The days on which it is drawn: from its beginning, while the learner is in the view. */
	days: Span[];
	sourceUrl: string | null;
}

/** The arcs of a view on its date, and how many of them have an end without a place. */
export interface ArcCounts {
	drawn: number;
	unplaced: number;
}

type Recorded = Omit<LearningArc, 'days'> & { ended: number | null; endedPrecision: DatePrecision };

/** Who gave what others came to. */
const GIVERS = new Set(['made', 'hosted']);

const INFERRED = CONFIDENCES.indexOf('inferred');

/**
 * The learning of a view: "learnt from" as adoptions record it; shared learning, from who made or
 * hosted a report or an event to who attended it, which is inferred, as attending is not yet learning;
 * and ties of learning (learnt from, visited, mentors) between organisations. Each once. A tie names no
 * practice, so a view of some practices leaves ties out.
 *
 * Only the learner must be in the view, and the arc is there while the learner is: whom it learnt from
 * is often no recorded adopter itself, or no member.
 */
export function listLearningArcs({ atlas, view, practices, presences }: Selection): LearningArc[] {
	const there = daysByOrganisation(presences);
	const ofSome = view.practices.length > 0 || view.characteristics.length > 0;
	const learnt = learntFrom(atlas, practices).filter(({ isInferred }) => !view.statedOnly || !isInferred);
	const recorded = new Set(learnt.map(({ learner, source }) => `${learner}>${source}`));
	const all = [
		...learnt,
		...sharedLearning(atlas, practices, ofSome),
		...(ofSome ? [] : learningTies(atlas, recorded))
	];
	return all.flatMap(({ ended, endedPrecision, ...arc }) => {
		const present = there.get(arc.learner);
		if (present === undefined || (view.statedOnly && arc.isInferred)) return [];
		const recordedDays: Span = {
			from: arc.began ?? ALWAYS_BEFORE,
			to: ended ?? ALWAYS_AFTER,
			begun: arc.began === null || arc.bound === 'by' ? NO_EVENT : DATE_PRECISIONS.indexOf(arc.precision),
			ended: ended === null ? NO_EVENT : DATE_PRECISIONS.indexOf(endedPrecision)
		};
		const days = inAll([[recordedDays], present]);
		return days.length === 0 ? [] : [{ ...arc, days }];
	});
}

/** Whether an arc is there in a window. */
export function isArcIn({ days }: Pick<LearningArc, 'days'>, window: DateWindow): boolean {
	return anyInWindow(days, window);
}

/** Whether both ends of an arc have a place on the map. */
export function isArcPlaced(atlas: Atlas, { source, learner }: LearningArc): boolean {
	const { lon } = atlas.organisations;
	return !Number.isNaN(lon[source]!) && !Number.isNaN(lon[learner]!);
}

/** How many arcs a window shows, and how many more it would were both their ends placed. */
export function countArcs(atlas: Atlas, arcs: readonly LearningArc[], window: DateWindow): ArcCounts {
	const counts = { drawn: 0, unplaced: 0 };
	for (const arc of arcs) {
		if (isArcIn(arc, window)) counts[isArcPlaced(atlas, arc) ? 'drawn' : 'unplaced'] += 1;
	}
	return counts;
}

function daysByOrganisation(presences: Presences): Map<number, Span[]> {
	const days = new Map<number, Span[]>();
	for (let at = 0; at < presences.count; at += 1) {
		const row = presences.organisation[at]!;
		const span: Span = {
			from: presences.from[at]!,
			to: presences.to[at]!,
			begun: presences.begun[at]!,
			ended: presences.ended[at]!
		};
		const known = days.get(row);
		if (known === undefined) days.set(row, [span]);
		else known.push(span);
	}
	return days;
}

function learntFrom({ adoptions }: Atlas, practices: ReadonlySet<number>): Recorded[] {
	const learnt: Recorded[] = [];
	for (let row = 0; row < adoptions.count; row += 1) {
		const source = adoptions.learnedFrom[row]!;
		const practice = adoptions.practice[row]!;
		if (source < 0 || !practices.has(practice)) continue;
		learnt.push({
			source,
			learner: adoptions.organisation[row]!,
			practice,
			kind: 'learnt from',
			isInferred: adoptions.learnedFromConfidence[row] === INFERRED,
			began: dayOrNull(adoptions.startedOn[row]),
			bound: DATE_BOUNDS[adoptions.startedBound[row]!]!,
			precision: DATE_PRECISIONS[adoptions.startedPrecision[row]!]!,
			// What was learnt stays learnt, also after the practice has ended.
			ended: null,
			endedPrecision: 'day',
			sourceUrl: adoptions.sourceUrl[row] ?? null
		});
	}
	return learnt;
}

function sharedLearning(atlas: Atlas, practices: ReadonlySet<number>, ofSome: boolean): Recorded[] {
	return atlas.links.flatMap((link) => {
		if (ofSome && !link.practices.some((practice) => practices.has(practice))) return [];
		const givers = link.organisations.filter(({ role }) => GIVERS.has(role));
		const learners = link.organisations.filter(({ role }) => role === 'attended');
		return givers.flatMap(({ organisation: source }) =>
			learners
				.filter(({ organisation }) => organisation !== source)
				.map(({ organisation: learner }) => ({
					source,
					learner,
					practice: link.practices.length === 1 ? link.practices[0]! : null,
					kind: 'shared learning' as const,
					isInferred: true,
					began: linkDay(link),
					bound: 'on' as const,
					precision: linkDayPrecision(link),
					ended: null,
					endedPrecision: 'day' as const,
					sourceUrl: link.url
				}))
		);
	});
}

function learningTies({ ties }: Atlas, recorded: ReadonlySet<string>): Recorded[] {
	const learning: Recorded[] = [];
	for (let row = 0; row < ties.count; row += 1) {
		const kind = TIE_KINDS[ties.kind[row]!];
		if (kind !== 'learnt from' && kind !== 'visited' && kind !== 'mentors') continue;
		// Who mentors is the source; who learns or visits is the learner.
		const [learner, source] =
			kind === 'mentors' ? [ties.to[row]!, ties.from[row]!] : [ties.from[row]!, ties.to[row]!];
		if (kind === 'learnt from' && recorded.has(`${learner}>${source}`)) continue;
		learning.push({
			source,
			learner,
			practice: null,
			kind,
			isInferred: ties.confidence[row] === INFERRED,
			began: dayOrNull(ties.startedOn[row]),
			bound: DATE_BOUNDS[ties.startedBound[row]!]!,
			precision: DATE_PRECISIONS[ties.startedPrecision[row]!]!,
			ended: dayOrNull(ties.endedOn[row]),
			endedPrecision: DATE_PRECISIONS[ties.endedPrecision[row]!]!,
			sourceUrl: ties.sourceUrl[row] ?? null
		});
	}
	return learning;
}

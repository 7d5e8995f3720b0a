import type { Atlas } from '#lib/domain/atlas.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { LIES_WITHIN } from '#lib/domain/vocabulary.ts';
import type { DateBound } from '#lib/domain/vocabulary.ts';
import { adoptionSpans, firstDay, recordedSpans, stageOn } from './adoption-spans.ts';
import { anyInWindow } from './date-window.ts';
import { presenceIn } from './presence.ts';
import type { DateWindow } from './date-window.ts';
import { countsAsFact, wantedPractices } from './row-filters.ts';
import { inAll } from './span.ts';
import type { Known } from './known-event.ts';
import type { Span } from './span.ts';
import { recordPractices } from './spell-presence.ts';
import type { View } from './view.ts';

/** How far a practice has come in an area on a date, and by whose doing. */
export interface AreaAdoption {
	/** Position in `STAGES` on the date. */
	stage: number;
	/** First day at the stage the view counts from; null where it is not recorded. */
	since: Day | null;
	/** `by`: in place no later than `since`. */
	bound: DateBound;
	/** Precision of `since`: position in `DATE_PRECISIONS`. */
	known: Known;
	/** "28 Jul 2020", "by 2016", "date not recorded". */
	words: string;
	/** Row of the council whose adoption it is. */
	by: number;
	/** `own`: the area's council; `inherited`: one it succeeded; `county`: the county council above it. */
	through: 'own' | 'inherited' | 'county';
}

/** The councils of an area among those of a view, and what they do. */
export interface AreaCouncils {
	/** Whether the area's own council is one of the view. */
	isInView: boolean;
	/** By its own council, or one that it succeeded; null where none is on record. */
	council: AreaAdoption | null;
	/** By the county council above it. */
	county: AreaAdoption | null;
}

const COUNCIL = 0;

/** Practices that a view's adoptions are of: those it names, a public record's own, or all. */
export function practicesInView(atlas: Atlas, view: View): Set<number> {
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	const own = network === undefined ? null : recordPractices(atlas, network);
	const wanted = wantedPractices(atlas, view);
	return own === null || view.practices.length > 0
		? wanted
		: new Set([...wanted].filter((row) => own.has(row)));
}

/**
 * Adoption by the councils of each area among the organisations of a view, in the atlas's order of areas.
 * A council's own adoption goes before one inherited from a predecessor; among several the earliest counts.
 */
export function adoptionByArea(atlas: Atlas, view: View, window: DateWindow): AreaCouncils[] {
	const practices = practicesInView(atlas, view);
	const presence = presenceIn(atlas, apartFromPractices(atlas, view));
	const predecessors = new Map<number, number[]>();
	for (const { predecessor, successor } of atlas.successions) {
		predecessors.set(successor, [...(predecessors.get(successor) ?? []), predecessor]);
	}
	const earliest = (
		councils: readonly number[],
		through: AreaAdoption['through'],
		spansOf: (council: number, row: number) => Span[]
	): AreaAdoption | null => {
		let best: AreaAdoption | null = null;
		for (const council of councils) {
			for (const row of rowsOf(atlas.index.adoptionsOfOrganisation, council)) {
				if (!practices.has(atlas.adoptions.practice[row]!)) continue;
				if (!countsAsFact(atlas.adoptions, row, view)) continue;
				if (!anyInWindow(spansOf(council, row), window)) continue;
				const { day: since, ...how } = firstDay(atlas, row, view.countFrom) ?? UNKNOWN;
				if (best === null || (since !== null && (best.since === null || since < best.since))) {
					best = { ...how, since, stage: stageOn(atlas, row, window.day), by: council, through };
				}
			}
		}
		return best;
	};
	const whileInView = (council: number, row: number): Span[] =>
		inAll([presence(council), adoptionSpans(atlas, row, view)]);
	// What a council had in place when it was abolished is its successor's from then on.
	const handedOn = (_: number, row: number): Span[] => recordedSpans(atlas, row, view);

	return atlas.areas.map(({ council }) => {
		if (council === null) return { isInView: false, council: null, county: null };
		// A council that did not exist yet stands for those it came of.
		const day = Math.max(window.day, atlas.organisations.foundedOn[council]!);
		const isInView = anyInWindow(presence(council), { ...window, mode: 'as-of', day });
		const before = (predecessors.get(council) ?? []).filter((row) => isInView || presence(row).length > 0);
		const above = Array.from(rowsOf(atlas.index.tiesFrom, council))
			.filter((tie) => atlas.ties.kind[tie] === LIES_WITHIN)
			.map((tie) => atlas.ties.to[tie]!)
			.filter((row) => atlas.organisations.kind[row] === COUNCIL);
		return {
			isInView,
			council: earliest([council], 'own', whileInView) ?? earliest(before, 'inherited', handedOn),
			county: earliest(above, 'county', whileInView)
		};
	});
}

const UNKNOWN = { day: null, bound: 'on', known: 0, words: 'date not recorded' } as const;

/**
 * The conditions of a view on organisations, without those on what they do. A public record is itself a
 * condition on what they do, so it is none here.
 */
export function apartFromPractices(atlas: Atlas, view: View): View {
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	const isRecord = network !== undefined && recordPractices(atlas, network) !== null;
	return {
		...view,
		network: isRecord ? null : view.network,
		practices: [],
		characteristics: [],
		stages: []
	};
}

import type { Atlas } from '#lib/domain/atlas.ts';
import { addMonths, dayOrNull } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { DATE_BOUNDS } from '#lib/domain/vocabulary.ts';
import { adoptionEvents } from '#lib/view/dated-events.ts';
import type { DatedEvents } from '#lib/view/dated-events.ts';
import { anyInWindow } from '#lib/view/date-window.ts';
import { NO_EVENT } from '#lib/view/known-event.ts';
import { membersOn } from '#lib/view/membership-spans.ts';
import type { Selection } from '#lib/view/selection.ts';
import type { View } from '#lib/view/view.ts';
import type { AreaSpan } from './home-map.ts';

export interface HomeFigures {
	organisations: number;
	/** Organisations with at least one practice in place. */
	active: number;
	/** Practices with at least one organisation that has them in place. */
	practices: number;
	/** Uptakes on record, in place or ended. */
	adoptionCount: number;
	/** Uptakes that say from whom, and how many of these are inferred. */
	learnt: number;
	learntInferred: number;
	/** Members of the network in view, and how many surely joined within the last year; null without one that has any. */
	members: { count: number; joined: number } | null;
}

export interface HomePicture {
	/** Rows of the organisations that are counted. */
	counted: Set<number>;
	figures: HomeFigures;
	spans: AreaSpan[];
	/** When something was taken up. */
	starts: DatedEvents;
}

const YEAR_MONTHS = 12;

/** What the front page says and draws of a network, or of all, as of the snapshot. */
export function homePicture(selection: Selection): HomePicture {
	const { atlas, view, window } = selection;
	const counted = new Set(selection.organisations);
	// The map plays through time, so it draws those too who are no longer there.
	const { ever } = selection;
	const { adoptions, organisations } = atlas;

	const active = new Set<number>();
	const practices = new Set<number>();
	const spans: AreaSpan[] = [];
	let adoptionCount = 0;
	let learnt = 0;
	let learntInferred = 0;

	for (let row = 0; row < adoptions.count; row += 1) {
		const organisation = adoptions.organisation[row]!;
		if (!ever.has(organisation) || !selection.isMeant(row)) continue;
		const running = selection.spans(row);
		if (running.length === 0) continue;
		adoptionCount += 1;
		if (adoptions.learnedFrom[row]! >= 0) {
			learnt += 1;
			if (adoptions.learnedFromConfidence[row] === 1) learntInferred += 1;
		}
		if (anyInWindow(running, window) && counted.has(organisation)) {
			active.add(organisation);
			practices.add(adoptions.practice[row]!);
		}
		const area = organisations.area[organisation]!;
		if (area < 0) continue;
		for (const { from, to, begun } of running) {
			const span = [area, adoptions.practice[row]!, from, to] as const;
			spans.push(begun === NO_EVENT ? [...span, NO_EVENT] : span);
		}
	}

	return {
		counted,
		figures: {
			organisations: counted.size,
			active: active.size,
			practices: practices.size,
			adoptionCount,
			learnt,
			learntInferred,
			members: memberFigures(atlas, view)
		},
		spans,
		starts: adoptionEvents(selection, atlas.asOf)
	};
}

function memberFigures(atlas: Atlas, view: View): HomeFigures['members'] {
	const network = view.network === null ? undefined : atlas.index.networkBySlug.get(view.network);
	if (network === undefined) return null;
	const rows = rowsOf(atlas.index.membershipsOfNetwork, network);
	if (rows.length === 0) return null;
	const { organisation, startedOn, startedBound } = atlas.memberships;
	const yearAgo = addMonths(atlas.asOf, -YEAR_MONTHS);
	const members = membersOn(atlas, network, atlas.asOf);
	const joined = new Set<number>();
	for (const row of rows) {
		const start = dayOrNull(startedOn[row]);
		// "By" a day tells when somebody was in, not when they came.
		const isJoining = DATE_BOUNDS[startedBound[row]!] === 'on' && start !== null && start <= atlas.asOf;
		if (isJoining && start > yearAgo && members.has(organisation[row]!)) joined.add(organisation[row]!);
	}
	return { count: members.size, joined: joined.size };
}

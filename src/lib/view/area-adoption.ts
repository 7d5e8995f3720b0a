import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES, STAGES, LIES_WITHIN } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './spell-presence.ts';
import type { DateWindow } from './presence.ts';
import { isInWindow } from './presence.ts';
import type { View } from './view.ts';

/** How far a practice has come in an area, and by whose doing. */
export interface AreaAdoption {
	/** Position in `STAGES` on the date. */
	stage: number;
	/** First day at the stage the view counts from; null where it is not recorded. */
	since: Day | null;
	/** Row of the council whose adoption it is. */
	by: number;
	/** `own`: the area's council; `inherited`: one it succeeded; `county`: the county council above it. */
	through: 'own' | 'inherited' | 'county';
}

const COUNCIL = 0;
const INFERRED = CONFIDENCES.indexOf('inferred');

/**
 * Adoption of the given practices by the council of each area, in the atlas's order of areas; null
 * where none is on record. A council's own adoption goes before one inherited from a predecessor,
 * and that before the county council's; among several the earliest counts.
 */
export function adoptionByArea(
	atlas: Atlas,
	view: View,
	practices: ReadonlySet<number>,
	window: DateWindow
): (AreaAdoption | null)[] {
	const predecessors = new Map<number, number[]>();
	for (const { predecessor, successor } of atlas.successions) {
		predecessors.set(successor, [...(predecessors.get(successor) ?? []), predecessor]);
	}
	return atlas.areas.map(({ council }) => {
		if (council === null) return null;
		const own = earliest(atlas, view, practices, window, [council], 'own');
		if (own !== null) return own;
		const before = earliest(atlas, view, practices, window, predecessors.get(council) ?? [], 'inherited');
		if (before !== null) return before;
		const above = Array.from(rowsOf(atlas.index.tiesFrom, council))
			.filter((tie) => atlas.ties.kind[tie] === LIES_WITHIN)
			.map((tie) => atlas.ties.to[tie]!)
			.filter((row) => atlas.organisations.kind[row] === COUNCIL);
		return earliest(atlas, view, practices, window, above, 'county');
	});
}

function earliest(
	atlas: Atlas,
	view: View,
	practices: ReadonlySet<number>,
	window: DateWindow,
	councils: readonly number[],
	through: AreaAdoption['through']
): AreaAdoption | null {
	let best: AreaAdoption | null = null;
	for (const council of councils) {
		for (const row of rowsOf(atlas.index.adoptionsOfOrganisation, council)) {
			if (!practices.has(atlas.adoptions.practice[row]!)) continue;
			if (view.statedOnly && atlas.adoptions.confidence[row] === INFERRED) continue;
			const spans = adoptionSpans(atlas, row, view).filter(([from, to]) => isInWindow(from, to, window));
			if (spans.length === 0) continue;
			const since = dayOrNull(
				view.countFrom === 'adopted' ? atlas.adoptions.adoptedOn[row] : atlas.adoptions.pilotedOn[row]
			);
			if (best === null || (since !== null && (best.since === null || since < best.since))) {
				best = { stage: stageOn(atlas, row, window.day), since, by: council, through };
			}
		}
	}
	return best;
}

/** Stage of an adoption on a day: the last change on or before it, or *stopped* once it has ended. */
export function stageOn(atlas: Atlas, row: number, day: Day): number {
	const { adoptions } = atlas;
	const ended = dayOrNull(adoptions.endedOn[row]);
	if (ended !== null && ended <= day) return STAGES.indexOf('stopped');
	let stage: number | null = null;
	for (const step of rowsOf(adoptions.stages.byAdoption, row)) {
		const on = dayOrNull(adoptions.stages.on[step]);
		if (on === null || on <= day) stage = adoptions.stages.stage[step]!;
	}
	return stage ?? adoptions.stage[row]!;
}

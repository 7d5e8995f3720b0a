import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { STAGES } from '#lib/domain/vocabulary.ts';
import type { Stage } from '#lib/domain/vocabulary.ts';
import type { Holdings } from '#lib/peers/peer-adoption.ts';
import { stageOn } from '#lib/view/adoption-spans.ts';

/** Holdings of practices, with the row of each adoption and whom it was inherited from. */
export interface PracticeHoldings extends Holdings {
	stage: (Stage | null)[];
	/** Row in the atlas's adoptions. */
	adoption: number[];
	/** Row of the predecessor whose adoption it is; null for one's own. */
	inheritedFrom: (number | null)[];
}

/**
 * Who does which practice on the atlas's day, sample data left out. A council that took over from others
 * holds what they held, unless it has a record of its own.
 */
export function practiceHoldings(atlas: Atlas): PracticeHoldings {
	const { adoptions, practices, organisations, successions, index, asOf } = atlas;
	const organisation: number[] = [];
	const item: number[] = [];
	const stage: (Stage | null)[] = [];
	const since: (number | null)[] = [];
	const adoption: number[] = [];
	const inheritedFrom: (number | null)[] = [];
	const hold = (holder: number, row: number, from: number | null, reached: Stage) => {
		organisation.push(holder);
		item.push(adoptions.practice[row]!);
		stage.push(reached);
		since.push(dayOrNull(adoptions.adoptedOn[row]) ?? dayOrNull(adoptions.startedOn[row]));
		adoption.push(row);
		inheritedFrom.push(from);
	};
	const isShown = (row: number) => !practices[adoptions.practice[row]!]!.isSample;

	for (let row = 0; row < adoptions.count; row += 1) {
		const begun = dayOrNull(adoptions.startedOn[row]);
		if (!isShown(row) || (begun !== null && begun > asOf)) continue;
		hold(adoptions.organisation[row]!, row, null, STAGES[stageOn(atlas, row, asOf)]!);
	}
	for (const { predecessor, successor } of successions) {
		const closed = dayOrNull(organisations.closedOn[predecessor]);
		if (closed === null || closed > asOf) continue;
		const taken = new Set(item.filter((_, at) => organisation[at] === successor));
		for (const row of rowsOf(index.adoptionsOfOrganisation, predecessor)) {
			const ended = dayOrNull(adoptions.endedOn[row]);
			// What ended before the council itself did was stopped, and is not handed on.
			if (!isShown(row) || taken.has(adoptions.practice[row]!) || (ended !== null && ended < closed))
				continue;
			taken.add(adoptions.practice[row]!);
			hold(successor, row, predecessor, STAGES[stageOn(atlas, row, closed - 1)]!);
		}
	}
	return { organisation, item, stage, since, adoption, inheritedFrom };
}

/** Who made, hosted, attended or shared which learning link; sample data left out. */
export function linkHoldings({ links }: Atlas): Holdings {
	const organisation: number[] = [];
	const item: number[] = [];
	const since: (number | null)[] = [];
	links.forEach((link, at) => {
		if (link.isSample) return;
		for (const holder of new Set(link.organisations.map((role) => role.organisation))) {
			organisation.push(holder);
			item.push(at);
			since.push(link.publishedOn);
		}
	});
	return { organisation, item, since, stage: organisation.map(() => null) };
}

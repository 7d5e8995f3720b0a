import { dayOrNull } from '#lib/domain/day.ts';
import { linkDay } from '#lib/domain/link-day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import type { NodeType } from './network-data.ts';
import { NO_EVENT } from './known-event.ts';
import type { Selection } from './selection.ts';

/**
 * The day on which each thing of a network began, by its type and row: an organisation with its first
 * adoption among the practices of the view, from the stage and of the facts that the view counts; a
 * practice with its own start, else its first such adopter; a learning link with its date; a network with
 * its founding, else its first membership.
 *
 * @returns null where no date is on record
 */
export function adoptionDates(selection: Selection): (type: NodeType, row: number) => number | null {
	const { adoptions, practices, memberships, networks, links, index } = selection.atlas;
	const ofOrganisation = new Map<number, number>();
	const ofPractice = new Map<number, number>();
	for (let row = 0; row < adoptions.count; row += 1) {
		if (!selection.isMeant(row)) continue;
		for (const { from, begun } of selection.spans(row)) {
			// A date *by* which it was there is not the date of an adoption.
			if (begun === NO_EVENT) continue;
			keepEarliest(ofOrganisation, adoptions.organisation[row]!, from);
			keepEarliest(ofPractice, adoptions.practice[row]!, from);
		}
	}
	return (type, row) => {
		switch (type) {
			case 'organisation':
				return ofOrganisation.get(row) ?? null;
			case 'practice':
				return practices[row]!.startedOn ?? ofPractice.get(row) ?? null;
			case 'learning link':
				return linkDay(links[row]!);
			case 'network':
				return networks[row]!.startedOn ?? firstMembership(row);
		}
	};

	function firstMembership(network: number): number | null {
		const starts = Array.from(rowsOf(index.membershipsOfNetwork, network))
			.filter((row) => selection.isFact(memberships, row))
			.flatMap((row) => dayOrNull(memberships.startedOn[row]) ?? []);
		return starts.length === 0 ? null : Math.min(...starts);
	}
}

function keepEarliest(days: Map<number, number>, key: number, day: number): void {
	const known = days.get(key);
	if (known === undefined || day < known) days.set(key, day);
}

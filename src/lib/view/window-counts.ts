import { countInGroup, groupDates, isItemInWindow, itemSpells } from './grouped-dates.ts';
import type { GroupedDates, ItemSpells } from './grouped-dates.ts';
import type { DateWindow } from './date-window.ts';
import type { Presences } from './presence.ts';

/**
 * How many organisations of each group a view shows on any date: the numbers beside a picture, at
 * the speed of a slider.
 */
export class WindowCounts {
	readonly #spells: ItemSpells;
	readonly #dates: GroupedDates;
	readonly #group: Int32Array;
	readonly #items: Int32Array;
	/** Groups that anybody is ever in: most combinations of kind and area are empty for good. */
	readonly #filled: Int32Array;

	/**
	 * @param organisations number of organisations in the atlas
	 * @param groupOf group of an organisation, 0 to `groups` − 1; negative: counted nowhere
	 */
	constructor(
		presences: Presences,
		organisations: number,
		groups: number,
		groupOf: (organisation: number) => number
	) {
		this.#spells = itemSpells(organisations, presences.organisation, presences);
		this.#items = presences.organisation.filter(
			(row, at) => at === 0 || row !== presences.organisation[at - 1]
		);
		this.#group = new Int32Array(organisations).fill(-1);
		for (const row of this.#items) this.#group[row] = groupOf(row);
		this.#dates = groupDates(this.#spells, this.#items, this.#group, groups);
		const { itemsOf } = this.#dates;
		this.#filled = Int32Array.from({ length: groups }, (_, group) => group).filter(
			(group) => itemsOf[group] !== itemsOf[group + 1]
		);
	}

	/** Counts by group. */
	count(window: DateWindow): Uint32Array {
		const counts = new Uint32Array(this.#dates.groups);
		if (window.mode === 'changed') {
			for (const item of this.#items) {
				const group = this.#group[item]!;
				if (group >= 0 && isItemInWindow(this.#spells, item, window)) counts[group]! += 1;
			}
		} else {
			for (const group of this.#filled) counts[group] = countInGroup(this.#dates, group, window);
		}
		return counts;
	}
}

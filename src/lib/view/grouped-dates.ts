import { isInWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';

/**
 * First days and last days of many spells, sorted within each group, so that "how many of each
 * group on a date" is two binary searches a group, however many spells there are.
 */
export interface GroupedDates {
	groups: number;
	/** Dates of group g: `starts[spellsOf[g] … spellsOf[g + 1] − 1]`, and `ends` likewise. */
	starts: Int32Array;
	ends: Int32Array;
	spellsOf: Int32Array;
	/** First day of all of each item: `firsts[itemsOf[g] … itemsOf[g + 1] − 1]`. */
	firsts: Int32Array;
	itemsOf: Int32Array;
}

/** Spells of items: item i has the spells `spellsOf[i] … spellsOf[i + 1] − 1`, by date, disjoint. */
export interface ItemSpells {
	spellsOf: Int32Array;
	from: Int32Array;
	to: Int32Array;
	/** How the first day is known. */
	begun: Uint8Array;
}

/** Spells by item from a list that is sorted by item. */
export function itemSpells(
	items: number,
	item: Int32Array,
	{ from, to, begun }: Pick<ItemSpells, 'from' | 'to' | 'begun'>
): ItemSpells {
	const spellsOf = new Int32Array(items + 1);
	for (const at of item) spellsOf[at + 1]! += 1;
	for (let at = 0; at < items; at += 1) spellsOf[at + 1]! += spellsOf[at]!;
	return { spellsOf, from, to, begun };
}

/**
 * Sorts the dates of some items by group.
 *
 * @param group of an item, 0 to `groups` − 1; a negative one leaves the item out
 */
export function groupDates(
	{ spellsOf, from, to }: ItemSpells,
	items: ArrayLike<number>,
	group: ArrayLike<number>,
	groups: number
): GroupedDates {
	const spellCounts = new Int32Array(groups + 1);
	const itemCounts = new Int32Array(groups + 1);
	for (let at = 0; at < items.length; at += 1) {
		const item = items[at]!;
		const of = group[item]!;
		const spells = spellsOf[item + 1]! - spellsOf[item]!;
		if (of < 0 || spells === 0) continue;
		spellCounts[of + 1]! += spells;
		itemCounts[of + 1]! += 1;
	}
	for (let of = 0; of < groups; of += 1) {
		spellCounts[of + 1]! += spellCounts[of]!;
		itemCounts[of + 1]! += itemCounts[of]!;
	}
	const starts = new Int32Array(spellCounts[groups]!);
	const ends = new Int32Array(spellCounts[groups]!);
	const firsts = new Int32Array(itemCounts[groups]!);
	const nextSpell = spellCounts.slice();
	const nextItem = itemCounts.slice();
	for (let at = 0; at < items.length; at += 1) {
		const item = items[at]!;
		const of = group[item]!;
		if (of < 0 || spellsOf[item + 1] === spellsOf[item]) continue;
		firsts[nextItem[of]!++] = from[spellsOf[item]!]!;
		for (let spell = spellsOf[item]!; spell < spellsOf[item + 1]!; spell += 1) {
			starts[nextSpell[of]!] = from[spell]!;
			ends[nextSpell[of]!++] = to[spell]!;
		}
	}
	for (let of = 0; of < groups; of += 1) {
		starts.subarray(spellCounts[of]!, spellCounts[of + 1]!).sort();
		ends.subarray(spellCounts[of]!, spellCounts[of + 1]!).sort();
		firsts.subarray(itemCounts[of]!, itemCounts[of + 1]!).sort();
	}
	return { groups, starts, ends, spellsOf: spellCounts, firsts, itemsOf: itemCounts };
}

/**
 * How many items of a group are in a window of mode *as of* or *cumulative*. Mode *changed* cannot
 * be read from sorted dates, since an item may begin and end within the window: see `isItemInWindow`.
 */
export function countInGroup(dates: GroupedDates, group: number, { mode, day }: DateWindow): number {
	if (mode === 'cumulative') return upTo(dates.firsts, dates.itemsOf[group]!, dates.itemsOf[group + 1]!, day);
	const low = dates.spellsOf[group]!;
	const high = dates.spellsOf[group + 1]!;
	return upTo(dates.starts, low, high, day) - upTo(dates.ends, low, high, day);
}

/** Whether any spell of an item is in a window. */
export function isItemInWindow(
	{ spellsOf, from, to, begun }: ItemSpells,
	item: number,
	window: DateWindow
): boolean {
	for (let spell = spellsOf[item]!; spell < spellsOf[item + 1]!; spell += 1) {
		if (isInWindow(from[spell]!, to[spell]!, window, begun[spell])) return true;
	}
	return false;
}

/** How many of `dates[low … high − 1]` (sorted) are on or before a day. */
function upTo(dates: Int32Array, low: number, high: number, day: number): number {
	const first = low;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (dates[middle]! <= day) low = middle + 1;
		else high = middle;
	}
	return low - first;
}

import { countInGroup, groupDates, isItemInWindow, itemSpells } from '#lib/view/grouped-dates.ts';
import type { GroupedDates, ItemSpells } from '#lib/view/grouped-dates.ts';
import type { DateWindow } from '#lib/view/date-window.ts';
import type { ClusterLevel, ClusterTree } from './cluster-tree.ts';

/** When each point is there, and of which kind it is: the map's part of a view's presences. */
export interface PointTimes {
	/** Point of each spell, ascending; a point may have several, sorted and never overlapping. */
	point: Int32Array;
	/** First day of each spell. */
	from: Int32Array;
	/** First day no longer. */
	to: Int32Array;
	/** How the first day of each spell is known; *by* a day, nothing changed on it. */
	begun: Uint8Array;
	/** Kind of each point, 0 to `kinds` − 1. */
	kind: Uint8Array;
	kinds: number;
}

/**
 * Counts, for any date, how many points of each kind a cluster holds, exactly, without looking at
 * its points: two binary searches a kind in dates that were sorted once.
 */
export class ClusterTimeline {
	readonly #tree: ClusterTree;
	readonly #times: PointTimes;
	readonly #spells: ItemSpells;
	readonly #sorted = new Map<ClusterLevel, (GroupedDates | undefined)[]>();

	constructor(tree: ClusterTree, times: PointTimes) {
		this.#tree = tree;
		this.#times = times;
		this.#spells = itemSpells(tree.order.length, times.point, times);
	}

	/**
	 * Points of each kind that a cluster holds in a window.
	 *
	 * @param into receives the counts, one a kind; its earlier content is overwritten
	 * @returns their sum
	 */
	count(level: ClusterLevel, cluster: number, window: DateWindow, into: Uint32Array): number {
		into.fill(0);
		let total = 0;
		if (window.mode === 'changed') {
			for (const point of this.#run(level, cluster)) {
				if (!this.isThere(point, window)) continue;
				into[this.#times.kind[point]!]! += 1;
				total += 1;
			}
			return total;
		}
		const dates = this.#datesOf(level, cluster);
		for (let kind = 0; kind < this.#times.kinds; kind += 1) {
			const count = countInGroup(dates, kind, window);
			into[kind] = count;
			total += count;
		}
		return total;
	}

	/** Points of a cluster that are in a window, in the tree's order. */
	members(level: ClusterLevel, cluster: number, window: DateWindow): number[] {
		return Array.from(this.#run(level, cluster)).filter((point) => this.isThere(point, window));
	}

	/** One point of a cluster that is in a window; −1 where none is. */
	first(level: ClusterLevel, cluster: number, window: DateWindow): number {
		return this.#run(level, cluster).find((point) => this.isThere(point, window)) ?? -1;
	}

	/** Whether a point is in a window. */
	isThere(point: number, window: DateWindow): boolean {
		return isItemInWindow(this.#spells, point, window);
	}

	#run(level: ClusterLevel, cluster: number): Int32Array {
		const first = level.first[cluster]!;
		return this.#tree.order.subarray(first, first + level.size[cluster]!);
	}

	/** Sorted when a cluster is first on screen, then kept. */
	#datesOf(level: ClusterLevel, cluster: number): GroupedDates {
		let ofLevel = this.#sorted.get(level);
		if (ofLevel === undefined)
			this.#sorted.set(level, (ofLevel = new Array<GroupedDates | undefined>(level.count)));
		return (ofLevel[cluster] ??= groupDates(
			this.#spells,
			this.#run(level, cluster),
			this.#times.kind,
			this.#times.kinds
		));
	}
}

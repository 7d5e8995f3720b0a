import type { ClusterLevel, ClusterTree } from './cluster-tree.ts';

/** When each point is there, and of which kind it is: the map's part of a view's presences. */
export interface PointTimes {
	/** Point of each spell, ascending; a point may have several, sorted and never overlapping. */
	point: Int32Array;
	/** First day of each spell. */
	from: Int32Array;
	/** First day no longer. */
	to: Int32Array;
	/** Kind of each point, 0 to `kinds` − 1. */
	kind: Uint8Array;
	kinds: number;
}

/** The same three readings of a date as everywhere. */
export interface TimeWindow {
	mode: 'as-of' | 'cumulative' | 'changed';
	day: number;
	/** First day of the window of mode *changed*. */
	since: number;
}

/**
 * Counts, for any date, how many points of each kind a cluster holds, exactly, without looking at
 * its points: two binary searches a kind in dates that were sorted once.
 */
export class ClusterTimeline {
	readonly #tree: ClusterTree;
	readonly #times: PointTimes;
	/** Spells of each point: `#spellStart[point] … #spellStart[point + 1] − 1`. */
	readonly #spellStart: Int32Array;
	readonly #sorted = new Map<ClusterLevel, (SortedDates | undefined)[]>();

	constructor(tree: ClusterTree, times: PointTimes) {
		this.#tree = tree;
		this.#times = times;
		const points = tree.order.length;
		this.#spellStart = new Int32Array(points + 1);
		for (const point of times.point) this.#spellStart[point + 1]! += 1;
		for (let point = 0; point < points; point += 1) this.#spellStart[point + 1]! += this.#spellStart[point]!;
	}

	/**
	 * Points of each kind that a cluster holds in a window.
	 *
	 * @param into receives the counts, one a kind; its earlier content is overwritten
	 * @returns their sum
	 */
	count(level: ClusterLevel, cluster: number, window: TimeWindow, into: Uint32Array): number {
		into.fill(0);
		if (window.mode === 'changed') return this.#countChanged(level, cluster, window, into);
		const dates = this.#datesOf(level, cluster);
		let total = 0;
		for (let kind = 0; kind < this.#times.kinds; kind += 1) {
			const count =
				window.mode === 'as-of'
					? upTo(dates.starts, dates.startOf[kind]!, dates.startOf[kind + 1]!, window.day) -
						upTo(dates.ends, dates.endOf[kind]!, dates.endOf[kind + 1]!, window.day)
					: upTo(dates.firsts, dates.firstOf[kind]!, dates.firstOf[kind + 1]!, window.day);
			into[kind] = count;
			total += count;
		}
		return total;
	}

	/** Points of a cluster that are in a window, in the tree's order. */
	members(level: ClusterLevel, cluster: number, window: TimeWindow): number[] {
		return Array.from(this.#run(level, cluster)).filter((point) => this.isThere(point, window));
	}

	/** Whether a point is in a window. */
	isThere(point: number, { mode, day, since }: TimeWindow): boolean {
		const { from, to } = this.#times;
		for (let spell = this.#spellStart[point]!; spell < this.#spellStart[point + 1]!; spell += 1) {
			const begun = from[spell]! <= day;
			if (mode === 'as-of' ? begun && to[spell]! > day : mode === 'cumulative' && begun) return true;
			if (mode === 'changed') {
				if (begun && from[spell]! >= since) return true;
				if (to[spell]! >= since && to[spell]! <= day) return true;
			}
		}
		return false;
	}

	#run(level: ClusterLevel, cluster: number): Int32Array {
		const first = level.first[cluster]!;
		return this.#tree.order.subarray(first, first + level.size[cluster]!);
	}

	/** A point may begin and end within one window, so changes are counted point by point. */
	#countChanged(level: ClusterLevel, cluster: number, window: TimeWindow, into: Uint32Array): number {
		let total = 0;
		for (const point of this.#run(level, cluster)) {
			if (!this.isThere(point, window)) continue;
			into[this.#times.kind[point]!]! += 1;
			total += 1;
		}
		return total;
	}

	/** Sorted when a cluster is first on screen, then kept. */
	#datesOf(level: ClusterLevel, cluster: number): SortedDates {
		let ofLevel = this.#sorted.get(level);
		if (ofLevel === undefined)
			this.#sorted.set(level, (ofLevel = new Array<SortedDates | undefined>(level.count)));
		return (ofLevel[cluster] ??= this.#sort(this.#run(level, cluster)));
	}

	#sort(points: Int32Array): SortedDates {
		const { kinds, kind, from, to } = this.#times;
		const startOf = new Int32Array(kinds + 1);
		const firstOf = new Int32Array(kinds + 1);
		for (const point of points) {
			const spells = this.#spellStart[point + 1]! - this.#spellStart[point]!;
			startOf[kind[point]! + 1]! += spells;
			if (spells > 0) firstOf[kind[point]! + 1]! += 1;
		}
		for (let at = 0; at < kinds; at += 1) {
			startOf[at + 1]! += startOf[at]!;
			firstOf[at + 1]! += firstOf[at]!;
		}
		const starts = new Int32Array(startOf[kinds]!);
		const ends = new Int32Array(startOf[kinds]!);
		const firsts = new Int32Array(firstOf[kinds]!);
		const nextStart = startOf.slice();
		const nextFirst = firstOf.slice();
		for (const point of points) {
			const of = kind[point]!;
			for (let spell = this.#spellStart[point]!; spell < this.#spellStart[point + 1]!; spell += 1) {
				if (spell === this.#spellStart[point]!) firsts[nextFirst[of]!++] = from[spell]!;
				starts[nextStart[of]!] = from[spell]!;
				ends[nextStart[of]!++] = to[spell]!;
			}
		}
		for (let at = 0; at < kinds; at += 1) {
			starts.subarray(startOf[at]!, startOf[at + 1]!).sort();
			ends.subarray(startOf[at]!, startOf[at + 1]!).sort();
			firsts.subarray(firstOf[at]!, firstOf[at + 1]!).sort();
		}
		return { starts, ends, startOf, endOf: startOf, firsts, firstOf };
	}
}

/** Dates of one cluster, sorted within each kind; `…Of[kind]` is where a kind's dates begin. */
interface SortedDates {
	starts: Int32Array;
	ends: Int32Array;
	startOf: Int32Array;
	endOf: Int32Array;
	firsts: Int32Array;
	firstOf: Int32Array;
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

import type { ReverseSets } from './reverse-sets.ts';
import type { ChoiceRule } from './choice-rule.ts';

/** Seeds that meet the most sets, one after another. */
export interface Cover {
	seeds: number[];
	/** Sets met by the first seeds (count): one entry a seed. */
	met: number[];
	/** No choice of as many meets more sets than this (count). */
	bound: number;
}

/**
 * Chooses units that meet the most sets greedily; of equals the one with the lower number.
 *
 * The bound is the least, over the seeds chosen so far, of what they meet plus the largest k further gains: coverage
 * has falling returns, so that nothing can beat it.
 *
 * Source: Nemhauser, Wolsey & Fisher (1978); the bound: Tang, Tang, Xiao & Yuan (SIGMOD 2018), section 5.
 */
export function coverGreedily(sets: ReverseSets, size: number, k: number, mayChoose: ChoiceRule): Cover {
	const { start, members, kept } = sets;
	const gain = new Int32Array(size);
	for (let at = 0; at < start[kept]!; at += 1) gain[members[at]!]! += 1;
	const { setsOf, startOf } = inverted(sets, gain, size);
	const isMet = new Uint8Array(kept);
	const seeds: number[] = [];
	const met: number[] = [];
	let covered = 0;
	let bound = Infinity;
	const isChosen = new Uint8Array(size);
	while (seeds.length < k) {
		bound = Math.min(bound, covered + largestSum(gain, k, (unit) => mayChoose.ever(unit)));
		let best = -1;
		for (let unit = 0; unit < size; unit += 1) {
			if (isChosen[unit] === 1 || !mayChoose.now(unit)) continue;
			if (best < 0 || gain[unit]! > gain[best]!) best = unit;
		}
		if (best < 0) break;
		isChosen[best] = 1;
		mayChoose.take(best);
		covered += gain[best]!;
		for (let at = startOf[best]!; at < startOf[best + 1]!; at += 1) {
			const set = setsOf[at]!;
			if (isMet[set] === 1) continue;
			isMet[set] = 1;
			for (let one = start[set]!; one < start[set + 1]!; one += 1) gain[members[one]!]! -= 1;
		}
		seeds.push(best);
		met.push(covered);
	}
	bound = Math.min(bound, covered + largestSum(gain, k, (unit) => mayChoose.ever(unit)));
	return { seeds, met, bound };
}

/** Sets that these units meet (count). */
export function setsMet(
	{ start, members, kept }: ReverseSets,
	size: number,
	units: readonly number[]
): number {
	const isIn = new Uint8Array(size);
	for (const unit of units) isIn[unit] = 1;
	let count = 0;
	for (let set = 0; set < kept; set += 1) {
		for (let at = start[set]!; at < start[set + 1]!; at += 1) {
			if (isIn[members[at]!] === 0) continue;
			count += 1;
			break;
		}
	}
	return count;
}

/** Sets that the first of these units meet (count): one entry a unit. */
export function firstMet(
	{ start, members, kept }: ReverseSets,
	size: number,
	units: readonly number[]
): number[] {
	const place = new Int32Array(size).fill(units.length);
	units.forEach((unit, at) => (place[unit] = at));
	const added = new Array<number>(units.length + 1).fill(0);
	for (let set = 0; set < kept; set += 1) {
		let first = units.length;
		for (let at = start[set]!; at < start[set + 1]!; at += 1) first = Math.min(first, place[members[at]!]!);
		added[first]! += 1;
	}
	let sum = 0;
	return units.map((_, at) => (sum += added[at]!));
}

function inverted(
	{ start, members, kept }: ReverseSets,
	gain: Int32Array,
	size: number
): { setsOf: Int32Array; startOf: Int32Array } {
	const startOf = new Int32Array(size + 1);
	for (let unit = 0; unit < size; unit += 1) startOf[unit + 1] = startOf[unit]! + gain[unit]!;
	const setsOf = new Int32Array(startOf[size]!);
	const next = startOf.slice(0, size);
	for (let set = 0; set < kept; set += 1)
		for (let at = start[set]!; at < start[set + 1]!; at += 1) setsOf[next[members[at]!]!++] = set;
	return { setsOf, startOf };
}

/** Sum of the k largest gains. */
function largestSum(gain: Int32Array, k: number, isCounted: (unit: number) => boolean): number {
	const top: number[] = [];
	for (let unit = 0; unit < gain.length; unit += 1) {
		const value = gain[unit]!;
		if (value === 0 || (top.length === k && value <= top[0]!) || !isCounted(unit)) continue;
		if (top.length === k) top.shift();
		const at = top.findIndex((other) => other > value);
		top.splice(at < 0 ? top.length : at, 0, value);
	}
	return top.reduce((sum, value) => sum + value, 0);
}

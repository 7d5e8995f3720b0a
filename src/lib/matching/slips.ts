/** Slips of the pen between two words: letters left out, added, taken for another or changed about. */

/**
 * Fewest slips that turn one word into another, up to a bound.
 *
 * @param most beyond which it does not matter how many
 * @returns `most + 1` where there are more
 *
 * Source: Damerau, A technique for computer detection and correction of spelling errors (CACM 1964), in the form of optimal
 * string alignment.
 */
export function slipsBetween(a: string, b: string, most: number): number {
	if (a === b) return 0;
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
			let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
			if (
				i > 1 &&
				j > 1 &&
				a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
				a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
			) {
				cost = Math.min(cost, before[j - 2]! + 1);
			}
			row.push(cost);
			if (cost < least) least = cost;
		}
		if (least > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length]!;
}

/** Slips that a word of some letters may have and still be meant: none in short ones, which are other words then. */
export function slipsAllowed(letters: number): number {
	return letters < 5 ? 0 : letters < 9 ? 1 : 2;
}

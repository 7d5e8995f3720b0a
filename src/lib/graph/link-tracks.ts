/** Distance between two parallel links in the middle: this share of their length, but no more than this (px). */
export const BEND_SHARE = 0.32;
export const BEND_MOST_PX = 48;

/**
 * On which track each link runs, so that links between the same two nodes do not hide each other: 0 for a
 * link alone, -½ and ½ for two, -1, 0 and 1 for three; positive is to the right, looking along the link.
 *
 * @param source first end of each link
 * @param target second end of each link
 */
export function linkTracks(source: ArrayLike<number>, target: ArrayLike<number>): Float32Array {
	const tracks = new Float32Array(source.length);
	let largest = 0;
	for (let link = 0; link < source.length; link++) largest = Math.max(largest, source[link]!, target[link]!);
	const pairOf = (link: number): number =>
		Math.min(source[link]!, target[link]!) * (largest + 1) + Math.max(source[link]!, target[link]!);

	const counts = new Map<number, number>();
	for (let link = 0; link < source.length; link++) {
		counts.set(pairOf(link), (counts.get(pairOf(link)) ?? 0) + 1);
	}
	// Most networks have no parallel links, and theirs is the time to save.
	if (counts.size === source.length) return tracks;
	const seen = new Map<number, number>();
	for (let link = 0; link < source.length; link++) {
		const pair = pairOf(link);
		const count = counts.get(pair)!;
		if (count === 1) continue;
		const place = seen.get(pair) ?? 0;
		seen.set(pair, place + 1);
		// Links that run the other way look at the same side from the other end.
		const way = source[link]! < target[link]! ? 1 : -1;
		tracks[link] = (place - (count - 1) / 2) * way;
	}
	return tracks;
}

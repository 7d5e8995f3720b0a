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
	const parallel = new Map<string, number[]>();
	for (let link = 0; link < source.length; link++) {
		const a = source[link]!;
		const b = target[link]!;
		const key = a < b ? `${a} ${b}` : `${b} ${a}`;
		const links = parallel.get(key);
		if (links === undefined) parallel.set(key, [link]);
		else links.push(link);
	}
	for (const links of parallel.values()) {
		if (links.length < 2) continue;
		links.forEach((link, i) => {
			const aside = i - (links.length - 1) / 2;
			// Links that run the other way look at the same side from the other end.
			const way = source[link]! < target[link]! ? 1 : -1;
			tracks[link] = aside * way;
		});
	}
	return tracks;
}

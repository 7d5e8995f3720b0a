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
	const { links, offsets } = byLowerEnd(source, target);
	const nodeCount = offsets.length - 1;
	// How many links of the node in hand lead to each other node, and how many of them have their track.
	const counts = new Uint32Array(nodeCount);
	const placed = new Uint32Array(nodeCount);
	for (let node = 0; node < nodeCount; node++) {
		const first = offsets[node]!;
		const end = offsets[node + 1]!;
		let hasParallel = false;
		for (let at = first; at < end; at++) {
			const link = links[at]!;
			const other = Math.max(source[link]!, target[link]!);
			if (++counts[other]! > 1) hasParallel = true;
		}
		for (let at = first; hasParallel && at < end; at++) {
			const link = links[at]!;
			const other = Math.max(source[link]!, target[link]!);
			// Links that run the other way look at the same side from the other end.
			const way = source[link]! < target[link]! ? 1 : -1;
			const aside = placed[other]!++ - (counts[other]! - 1) / 2;
			if (aside !== 0) tracks[link] = aside * way;
		}
		for (let at = first; at < end; at++) {
			const link = links[at]!;
			const other = Math.max(source[link]!, target[link]!);
			counts[other] = placed[other] = 0;
		}
	}
	return tracks;
}

/** Links grouped by the lower of their ends, each group in the order given. */
function byLowerEnd(
	source: ArrayLike<number>,
	target: ArrayLike<number>
): { links: Uint32Array; offsets: Uint32Array } {
	let nodeCount = 0;
	for (let link = 0; link < source.length; link++) {
		nodeCount = Math.max(nodeCount, source[link]! + 1, target[link]! + 1);
	}
	const offsets = new Uint32Array(nodeCount + 1);
	for (let link = 0; link < source.length; link++) offsets[Math.min(source[link]!, target[link]!) + 1]!++;
	for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!;
	const cursor = offsets.slice();
	const links = new Uint32Array(source.length);
	for (let link = 0; link < source.length; link++) {
		links[cursor[Math.min(source[link]!, target[link]!)]!++] = link;
	}
	return { links, offsets };
}

/** How a matching stands beside known keys. */
export interface Judgement {
	/** Pairs that are in both lists by their keys, pairs found, and those of them that are right (counts). */
	true: number;
	found: number;
	right: number;
	/** Share of the pairs found that are right, and of the true pairs that were found; `null` without any. */
	precision: number | null;
	recall: number | null;
}

/** Judges pairs by keys that both lists have; a row without a key is in no true pair. */
export function judged(
	pairs: readonly { left: number; right: number }[],
	leftKeys: readonly string[],
	rightKeys: readonly string[]
): Judgement {
	const there = new Set(rightKeys.filter((key) => key !== ''));
	const all = leftKeys.filter((key) => there.has(key)).length;
	const right = pairs.filter(
		(pair) => leftKeys[pair.left] !== '' && leftKeys[pair.left] === rightKeys[pair.right]
	).length;
	return {
		true: all,
		found: pairs.length,
		right,
		precision: pairs.length === 0 ? null : right / pairs.length,
		recall: all === 0 ? null : right / all
	};
}

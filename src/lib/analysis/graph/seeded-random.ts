/**
 * Random numbers in [0, 1) that repeat for the same seed on every engine (mulberry32).
 *
 * @param seed whole number; only its lowest 32 bits count
 */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
	};
}

/** Puts numbers in a random order, in place (Fisher and Yates). */
export function shuffle(numbers: Uint32Array, random: () => number): Uint32Array {
	for (let last = numbers.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		const kept = numbers[last]!;
		numbers[last] = numbers[other]!;
		numbers[other] = kept;
	}
	return numbers;
}
